"""`livingwell worker`: sends what waits in the outbox, and fetches what came in. Runs beside the server."""

import signal
from threading import Event
from typing import Any

import click
from flask import current_app

from livingwell.cli.running import in_the_app
from livingwell.delivery.queries.due import outages
from livingwell.delivery.worker import Worker
from livingwell.extensions import db


@click.command()
@click.option("--once", is_flag=True, help="Do what is due now, and end.")
@in_the_app
def worker(once: bool) -> None:
    """Send messages until told to stop. Several may run at the same time."""
    outages()  # so that a database that can't be used is said at once, and not once a second in the log
    db.session.rollback()
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, _ending(stop))
    click.echo("The worker has begun. Press Ctrl and C to stop: it finishes what it is sending.")
    Worker(current_app._get_current_object()).run(stop, once=once)  # type: ignore[attr-defined]
    click.echo("The worker has ended.")


def _ending(stop: Event) -> Any:
    return lambda _number, _frame: stop.set()
