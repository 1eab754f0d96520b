"""What PostgreSQL believes about tables that were filled a moment ago."""

from sqlalchemy import text

from livingwell.extensions import db


def refresh_estimates() -> None:
    """Have it count before it plans: it would take fifty thousand new rows for a handful, and look at each for each."""
    if db.engine.dialect.name == "postgresql":
        db.session.execute(text("ANALYZE feed_row, feed_refusal, service"))
