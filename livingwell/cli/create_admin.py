"""`livingwell create-admin`: the account that invites all others."""

import click

from livingwell.cli.running import THE_COMMAND_LINE, in_the_app
from livingwell.identity.actions.accounts import create_administrator


@click.command("create-admin")
@click.option("--name", prompt="Name", help="As the team says it.")
@click.option("--email", prompt="E-mail address", help="What they sign in with.")
@click.option("--password", prompt=True, hide_input=True, confirmation_prompt=True, help="Better typed when asked.")
@in_the_app
def create_admin(name: str, email: str, password: str) -> None:
    """Make an account administrator."""
    account = create_administrator(name, email, password, THE_COMMAND_LINE)
    click.echo(f"{account.name} can sign in now, and invite others under Accounts.")
