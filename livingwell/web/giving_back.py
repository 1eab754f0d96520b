"""Answers to a form that could not be taken: what was typed is in the answer, and nothing is kept on the server.

Only whoever sent the words is shown them, because they come from the request itself.
"""

from flask import Response, request
from flask_login import current_user

from livingwell.web.page import page
from livingwell.web.typed import fields_to_carry, page_of_form, words_typed


def give_back(status: int, *, title: str, advice: str) -> Response:
    """A page that says why nothing was saved, with each text to copy and the way to put it back in its form."""
    return page(
        "web/given_back.html",
        status=status,
        title=title,
        advice=advice,
        words=words_typed(),
        carried=list(fields_to_carry()),
        has_draft="draft_form" in request.form,
        is_signed_in=current_user.is_authenticated,
        back=page_of_form(),
        again=request.path,
    )


def not_from_our_page() -> Response:
    """The form's token does not fit this session: signed in anew since, or sent from another site."""
    if words_typed() and not current_user.is_authenticated:
        return signed_out()
    return give_back(
        400,
        title="This page was open for too long",
        advice="Nothing was saved. You may have signed in again since you opened the page.",
    )


def signed_out() -> Response:
    """The session ended while somebody was writing."""
    return give_back(
        401,
        title="You have been signed out",
        advice="Nothing was saved, because your session ended before you sent this.",
    )


def about_somebody_else() -> Response:
    """The form was made for one person and sent to another's page."""
    return give_back(
        409,
        title="This form was about another person",
        advice="Nothing was saved, so that nobody’s words end in another person’s record. Check whose page you are on.",
    )
