"""`livingwell check-audit`: whether any entry of the audit is missing or was altered."""

import click

from livingwell.audit.chain import first_broken_link
from livingwell.cli.running import in_the_app
from livingwell.extensions import db


@click.command("check-audit")
@in_the_app
def check_audit() -> None:
    """Follow the chain from the first entry to the last."""
    with db.engine.connect() as connection:
        broken = first_broken_link(connection)
    if broken is not None:
        raise click.ClickException(f"Entry {broken} does not fit the one before it.")
    click.echo("The audit is whole.")
