"""The blueprint that all pages of meetings and discussions hang on."""

from flask import Blueprint

discussions = Blueprint("discussions", __name__)
