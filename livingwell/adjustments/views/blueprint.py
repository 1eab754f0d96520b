"""The blueprint that the pages about adjustments and preferences hang on."""

from flask import Blueprint

adjustments = Blueprint("adjustments", __name__)
