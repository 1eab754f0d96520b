"""How a command runs: inside the app, with what went wrong said in a line and no traceback."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import click
from sqlalchemy.exc import OperationalError, ProgrammingError

from livingwell.app import create_app
from livingwell.config import UnsafeSettings
from livingwell.core.actor import Actor, the_system
from livingwell.core.errors import LivingWellError
from livingwell.extensions import db

THE_COMMAND_LINE: Actor = the_system("the command line")
NO_DATABASE = "The database can’t be used, or is not up to date. Check DATABASE_URL, and run: livingwell upgrade"


@contextmanager
def closing_connections() -> Iterator[None]:
    """Leave no connection to the database open behind."""
    try:
        yield
    finally:
        db.session.remove()
        db.engine.dispose()


def in_the_app(work: Callable[..., Any]) -> Callable[..., Any]:
    """Run a command inside the app, as the settings in the environment make it.

    Stands below `@click.command()` and its options.
    """

    @wraps(work)
    def run(*args: Any, **options: Any) -> Any:
        try:
            with create_app().app_context(), closing_connections():
                return work(*args, **options)
        except (UnsafeSettings, LivingWellError) as error:
            raise click.ClickException(str(error))
        except (OperationalError, ProgrammingError):
            raise click.ClickException(NO_DATABASE)

    return run
