"""The portal's blueprint: the person's pages under /my, a carer's under /for, an opened passport under /shared."""

from flask import Blueprint

portal = Blueprint("portal", __name__)
