"""The page behind a link in an e-mail: one answer, one button, nothing about anybody.

Opening it does nothing, because a mail filter opens every link; pressing the button answers, once.
"""

from typing import Any

from flask import url_for

from livingwell.contacts.actions.replying import press_answer
from livingwell.contacts.models import PressedAnswer
from livingwell.contacts.presenters.messages import PRESSED
from livingwell.contacts.views.blueprint import contacts
from livingwell.core.errors import NotFound
from livingwell.web.guards import public
from livingwell.web.page import page, see


@contacts.get("/answers/<token>/<answer>")
@public
def confirm_answer(token: str, answer: str) -> Any:
    """One button."""
    pressed = _answer(answer)
    sends_to = url_for("contacts.give_answer", token=token, answer=pressed.value)
    return page("contacts/confirm_answer.html", words=PRESSED[pressed], sends_to=sends_to)


@contacts.post("/answers/<token>/<answer>")
@public
def give_answer(token: str, answer: str) -> Any:
    """The press."""
    press_answer(token, _answer(answer))
    return see("contacts.thank_for_answer")


@contacts.get("/answers/thank-you")
@public
def thank_for_answer() -> Any:
    """It is here."""
    return page("contacts/thank_for_answer.html")


def _answer(answer: str) -> PressedAnswer:
    """Raises NotFound for an answer that no link gives."""
    if answer not in set(PressedAnswer):
        raise NotFound
    return PressedAnswer(answer)
