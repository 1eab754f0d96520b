"""The blueprint that the pages of staff about carers hang on."""

from flask import Blueprint

carers = Blueprint("carers", __name__)
