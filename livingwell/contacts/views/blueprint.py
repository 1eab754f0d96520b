"""The blueprint that the pages of contacts hang on."""

from flask import Blueprint

contacts = Blueprint("contacts", __name__)
