"""Pages of meetings and discussions."""

from flask import Blueprint

import livingwell.discussions.actions.round  # noqa: F401

discussions = Blueprint("discussions", __name__)
