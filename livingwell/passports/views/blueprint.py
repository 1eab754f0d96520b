"""The passport's pages for members."""

from flask import Blueprint

passports = Blueprint("passports", __name__)
