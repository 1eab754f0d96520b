"""The one list of blueprints."""

from flask import Flask

from livingwell.identity.views import identity
from livingwell.people.views import people

BLUEPRINTS = (identity, people)


def add_features(app: Flask) -> None:
    """Register every feature's pages."""
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
