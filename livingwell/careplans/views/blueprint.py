"""The blueprint that the pages of the plan hang on."""

from flask import Blueprint

careplans = Blueprint("careplans", __name__)
