"""`livingwell make-migration`: for those who change the tables. See docs/migrations.md."""

import click
import flask_migrate

from livingwell.cli.running import in_the_app
from livingwell.core.errors import Conflict
from livingwell.extensions import db


@click.command("make-migration")
@click.argument("number")
@click.argument("what")
@in_the_app
def make_migration(number: str, what: str) -> None:
    """Write migration NUMBER (0002) for WHAT changed, against an up-to-date PostgreSQL."""
    if db.engine.dialect.name != "postgresql":
        raise Conflict("Migrations are written on PostgreSQL: set DATABASE_URL to a scratch one.")
    flask_migrate.migrate(message=what, rev_id=number)
