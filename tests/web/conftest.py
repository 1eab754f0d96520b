"""An app with our templates and files, and nothing else: these tests need no database."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask_babel import Babel

from livingwell.web import assets, field_rendering
from livingwell.web.templating import Application


@pytest.fixture(scope="module")
def bare_app() -> Flask:
    app = Application("bare")
    app.config["SECRET_KEY"] = "only for these tests"
    assets.init_app(app)
    field_rendering.init_app(app)
    Babel(app)
    return app


@pytest.fixture
def in_request(bare_app: Flask) -> Iterator[Flask]:
    with bare_app.test_request_context():
        yield bare_app
