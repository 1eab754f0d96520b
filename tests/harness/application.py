"""The app as the tests build it."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask

from livingwell.app import create_app
from livingwell.config import Settings

_FILES = TemporaryDirectory(prefix="livingwell-files-")  # taken away when the tests end

SETTINGS = Settings(environment="test", secret_key="only-for-tests-" + "x" * 32, files=Path(_FILES.name))


def build_app(database_url: str, **changes: object) -> Flask:
    """An app over this database; name a setting to change it, as in `build_app(url, demo=True)`."""
    return create_app(replace(SETTINGS, database_url=database_url, **changes))
