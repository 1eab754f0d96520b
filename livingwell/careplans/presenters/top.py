"""What the top of every page about a person says of the plan."""

from livingwell.careplans.models import Statement
from livingwell.core.dates import long_date
from livingwell.people.presenters.banner import Matters


def matters_line(statement: Statement | None) -> Matters | None:
    """What matters to the person, and who wrote it down when. Only the person's own words stand there."""
    if statement is None or not statement.is_persons:
        return None
    return Matters(statement.words, f"Written by {statement.written_by}, {long_date(statement.said_on)}")
