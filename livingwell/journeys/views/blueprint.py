"""The pages of the onward journey, for members and for receivers."""

from flask import Blueprint

journeys = Blueprint("journeys", __name__)
