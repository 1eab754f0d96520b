"""Answers to a form that could not be taken: what was typed is in the answer, and nothing is kept on the server.

Only whoever sent the words is shown them, because they come from the request itself.
"""

from flask import Response, request
from flask_babel import gettext as _
from flask_login import current_user

from livingwell.web.own_side import in_their_look, is_own_side
from livingwell.web.page import page
from livingwell.web.typed import fields_to_carry, page_of_form, words_typed


def give_back(status: int, *, title: str, advice: str) -> Response:
    """A page that says why nothing was saved, with each text to copy and the way to put it back in its form."""
    return page(
        in_their_look("web/given_back.html"),
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


def nothing_saved(why: str) -> str:
    """The reason, and that nothing was saved."""
    said: str = _("%(why)s. Nothing was saved.", why=why.rstrip("."))
    return said


def not_from_our_page() -> Response:
    """The form's token does not fit this session: signed in anew since, or sent from another site."""
    if words_typed() and not current_user.is_authenticated:
        return signed_out()
    if is_own_side():
        return give_back(
            400,
            title=_("This page was open too long"),
            advice=_("Nothing was sent. Maybe you signed in again since you opened the page."),
        )
    return give_back(
        400,
        title="This page was open for too long",
        advice="Nothing was saved. You may have signed in again since you opened the page.",
    )


def signed_out() -> Response:
    """The session ended while somebody was writing."""
    if is_own_side():
        return give_back(
            401,
            title=_("You have been signed out"),
            advice=_("Nothing was sent, because you were signed out before. Your words are still here."),
        )
    return give_back(
        401,
        title="You have been signed out",
        advice="Nothing was saved, because your session ended before you sent this.",
    )


def about_somebody_else() -> Response:
    """The form was made for one person and sent to another's page."""
    if is_own_side():
        return give_back(
            409,
            title=_("This page belongs to somebody else"),
            advice=_("Nothing was sent. Maybe two people use this phone. Sign in again to be sure."),
        )
    return give_back(
        409,
        title="This form was about another person",
        advice="Nothing was saved, so that nobody’s words end in another person’s record. Check whose page you are on.",
    )
