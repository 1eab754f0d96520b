"""The blueprint that the pages of oversight hang on."""

from flask import Blueprint

oversight = Blueprint("oversight", __name__)
