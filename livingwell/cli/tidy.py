"""`livingwell tidy`: what nobody needs any more is let go. Meant to run every night."""

from datetime import timedelta

import click
from flask import current_app

from livingwell.cli.running import THE_COMMAND_LINE, in_the_app
from livingwell.config import Settings
from livingwell.core.clock import now
from livingwell.directory.actions.feeds.tidying import let_go_of_old_readings
from livingwell.drafts.actions import drop_old
from livingwell.identity.actions.getting_in import forget_old_codes
from livingwell.identity.actions.throttling import forget_old_tries
from livingwell.people.actions.importing.tidying import let_go_of_old_files, let_go_of_old_rows

KEEP_CODES = timedelta(days=30)
"""How long a member can see that a printed code was used, or never was."""

KEEP_READINGS = timedelta(days=14)
"""How long a reading of a feed waits for somebody to make it live: by then the feed says something else."""


@click.command()
@in_the_app
def tidy() -> None:
    """Let go of old rows of caseload files, expired drafts, and what was counted to slow guessing down."""
    settings: Settings = current_app.config["LIVINGWELL"]
    before = now() - timedelta(days=settings.caseload_days)
    rows = let_go_of_old_rows(before, THE_COMMAND_LINE)
    files = let_go_of_old_files(before, THE_COMMAND_LINE)
    readings = let_go_of_old_readings(now() - KEEP_READINGS, THE_COMMAND_LINE)
    drafts, submissions = drop_old()
    tries = forget_old_tries(timedelta(minutes=settings.failure_window_minutes))
    codes = forget_old_codes(KEEP_CODES)
    click.echo(f"{rows:7,}  rows of caseload files that had come in")
    click.echo(f"{files:7,}  caseload files that were never brought in")
    click.echo(f"{readings:7,}  readings of feeds that nobody made live")
    click.echo(f"{drafts:7,}  drafts")
    click.echo(f"{submissions:7,}  notes of forms that were sent")
    click.echo(f"{tries:7,}  tries at signing in")
    click.echo(f"{codes:7,}  one-time codes that had ended")
