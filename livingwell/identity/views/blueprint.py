"""The blueprint that the pages of this feature are put on."""

from flask import Blueprint

identity = Blueprint("identity", __name__)
