"""What tests of the person's side ask for."""

from pathlib import Path

import pytest
from flask import Flask

from tests.harness.application import build_app
from tests.harness.client import VisitorClient
from tests.harness.databases import Database
from tests.harness.pages import Pages
from tests.harness.pseudo import write_languages


@pytest.fixture(scope="session")
def languages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the languages of harness.pseudo."""
    folder = tmp_path_factory.mktemp("languages")
    write_languages(folder)
    return folder


@pytest.fixture
def translated(app: Flask, database: Database, languages: Path) -> Flask:
    """The app over the same database, where those languages can be chosen."""
    other = build_app(database.url, translations=languages)
    other.test_client_class = VisitorClient
    other.extensions["pages"] = Pages(other)
    return other
