"""`livingwell import-services FILE --feed NAME`, or `--url ADDRESS`: services of a feed, into the directory."""

from dataclasses import replace
from pathlib import Path
from typing import IO

import click
from flask import current_app

from livingwell.cli.running import THE_COMMAND_LINE, in_the_app
from livingwell.config import Settings
from livingwell.core.actor import Actor
from livingwell.directory.actions.feeds.connection import Budget
from livingwell.directory.actions.feeds.findable import make_some_findable
from livingwell.directory.actions.feeds.going_live import drop_reading, make_live
from livingwell.directory.actions.feeds.sources import FileSource
from livingwell.directory.actions.feeds.staging import read_whole
from livingwell.directory.actions.feeds.starting import begin_reading, keep_feed
from livingwell.directory.actions.feeds.working import read_address
from livingwell.directory.models import FeedReading, ReadingStage
from livingwell.directory.queries.feed_comparing import compare
from livingwell.directory.queries.feeds import counted_refusals, reading_of, refusals


@click.command("import-services")
@click.argument("file", type=click.File("rb"), required=False)
@click.option("--feed", "name", required=True, help="What the feed is called here.")
@click.option("--url", default="", help="The address of the feed, in place of a file.")
@click.option("--dry-run", is_flag=True, help="Say what would happen, and change nothing in the directory.")
@click.option("--most-may-go", is_flag=True, help="Go on although most of what the feed said before is missing now.")
@in_the_app
def import_services(file: IO[bytes] | None, name: str, url: str, dry_run: bool, most_may_go: bool) -> None:
    """Read a feed of services (Open Referral UK 3.0 or 1.0 as JSON, or CSV), all of it or nothing."""
    if (file is None) == (not url):
        raise click.ClickException("Name a file, or an address with --url.")
    actor = replace(THE_COMMAND_LINE, is_account_administrator=True)
    reading = _read(file, name, url, actor)
    if reading.stage is ReadingStage.STOPPED:
        raise click.ClickException(reading.stopped_why)
    _tell(reading)
    if dry_run:
        drop_reading(reading.id, actor)
        click.echo("Nothing was changed.")
        return
    make_live(reading.id, actor, most_may_go=most_may_go)
    click.echo("It is live. Searches find what is new in a moment.")
    while make_some_findable():
        pass


def _read(file: IO[bytes] | None, name: str, url: str, actor: Actor) -> FeedReading:
    feed = keep_feed(name, url, actor)
    source = url if file is None else Path(file.name).name
    reading = reading_of(begin_reading(feed.id, source, actor).id)
    if file is not None:
        return read_whole(reading.id, FileSource(file), actor)
    settings: Settings = current_app.config["LIVINGWELL"]
    return read_address(reading, Budget.of(settings))


def _tell(reading: FeedReading) -> None:
    found = compare(reading)
    click.echo(f"{reading.feed.name}: {reading.standard}, {reading.encoding}")
    for number, words in (
        (found.new, "are new"),
        (found.changed, "are changed"),
        (found.same, "are as they were"),
        (found.gone, "are not in the feed any more: they are withdrawn"),
        (found.by_hand, "keep what somebody changed here by hand"),
        (reading.rows_closed, "are not running, as the feed says"),
        (reading.rows_refused, "are refused"),
    ):
        click.echo(f"{number:7,}  {words}")
    for reason, _is_whole, number in counted_refusals(reading.id):
        click.echo(f"{number:9,}  {reason}")
    for refusal in refusals(reading.id, most=100):
        if refusal.is_whole:
            click.echo(f"Row {refusal.number} {refusal.feed_key}: {refusal.reason}")
