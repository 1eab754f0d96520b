"""The pages of the directory."""

from flask import Blueprint

directory = Blueprint("directory", __name__)
