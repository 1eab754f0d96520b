"""Which requests are on the person's side: a person's own pages, a carer's, and what somebody opens by a link.

What goes wrong there is said in the portal's look and words. Its pages are built above this package.
"""

from flask import request
from flask_login import current_user

from livingwell.core.actor import Side

OWN_PATHS = ("my", "for", "shared", "handover")
"""The first part of every address of the portal."""


def is_own_side() -> bool:
    """Whether the answer is read by a person or a carer, by where they are or by who they are."""
    if request.path.strip("/").partition("/")[0] in OWN_PATHS:
        return True
    return current_user.is_authenticated and current_user.actor.side is not Side.TEAM


def in_their_look(template: str) -> str:
    """The template of the same name that says it in the portal's look, for a request on the person's side."""
    return f"portal/{template.partition('/')[2]}" if is_own_side() else template
