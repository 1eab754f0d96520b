"""`livingwell upgrade`: the tables as this version needs them."""

import click
import flask_migrate

from livingwell.cli.running import in_the_app


@click.command()
@in_the_app
def upgrade() -> None:
    """Make the database, or bring it up to date."""
    flask_migrate.upgrade()
    click.echo("The database is up to date.")
