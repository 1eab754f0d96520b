"""`livingwell demo`: an invented team to try Living Well with; `livingwell demo reset` starts it over."""

from threading import Event, Thread

import click
import flask_migrate
from flask import current_app
from sqlalchemy import text
from werkzeug.serving import make_server

from livingwell.cli.running import in_the_app
from livingwell.config import Settings
from livingwell.delivery.worker import Worker
from livingwell.demo.keeping import bring_meeting_to_today
from livingwell.demo.queries import is_told
from livingwell.demo.telling import NotTheDemo, require_demo_database, tell_demo
from livingwell.extensions import db

HOST = "127.0.0.1"


@click.group(invoke_without_command=True)
@click.option("--port", default=5000, show_default=True)
@click.pass_context
def demo(context: click.Context, port: int) -> None:
    """Serve the demo on this machine only. What was changed in it is kept."""
    if context.invoked_subcommand is None:
        serve(port)


@demo.command()
@in_the_app
def reset() -> None:
    """Start the demo over: what was changed in it is lost."""
    require_demo_on()
    flask_migrate.upgrade()
    if not is_told():
        require_demo_database()
    clear()
    make_ready()
    click.echo("The demo is as new.")


@in_the_app
def serve(port: int) -> None:
    """Make the demo ready and serve it until it is stopped, with a worker, which keeps every message here."""
    require_demo_on()
    make_ready()
    click.echo(f"Living Well, with invented people: http://{HOST}:{port}")
    click.echo("Press Ctrl and C to stop. `python3 run.py demo reset` starts over.")
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    Thread(target=Worker(app).run, args=(Event(),), daemon=True).start()
    make_server(HOST, port, app, threaded=True).serve_forever()


def make_ready() -> None:
    """The demo's tables and stories, with a meeting today."""
    flask_migrate.upgrade()
    if is_told():
        bring_meeting_to_today()
        return
    require_demo_database()
    click.echo("Telling the stories. This takes a few seconds, the first time only.")
    tell_demo()


def clear() -> None:
    """Drop every table of the demo's database."""
    db.session.remove()
    with db.engine.connect().execution_options(writes=True) as connection:
        db.metadata.drop_all(connection)
        connection.execute(text("DROP TABLE alembic_version"))
        connection.commit()


def require_demo_on() -> None:
    """Raise NotTheDemo unless the settings ask for the demo."""
    settings: Settings = current_app.config["LIVINGWELL"]
    if not settings.demo:
        raise NotTheDemo("Start it with `python3 run.py demo`, which turns the demo on.")
