"""The blueprint that the pages of this feature are put on."""

from flask import Blueprint

people = Blueprint("people", __name__)
