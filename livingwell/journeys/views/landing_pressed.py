"""The pages behind the links of an e-mail that asks whether it landed: one answer, one button, nothing about anybody.

Opening one does nothing, because a mail filter opens every link; pressing the button answers, once.
"""

from typing import Any

from flask import url_for

from livingwell.journeys.actions.landing_messages import PRESS
from livingwell.journeys.actions.landing_replies import press_back, press_landing, pressed_answer, pressed_in
from livingwell.journeys.landing_words import press_words
from livingwell.journeys.views.blueprint import journeys
from livingwell.web.guards import public
from livingwell.web.page import page, see


@journeys.get(f"{PRESS}/<landing_token>/<landing_pressed>")
@public
def confirm_landing(landing_token: str, landing_pressed: str) -> Any:
    """One button."""
    words = press_words(pressed_in(landing_token, landing_pressed))
    sends_to = url_for("journeys.press_landing_answer", landing_token=landing_token, landing_pressed=landing_pressed)
    return page("contacts/confirm_answer.html", words=words, sends_to=sends_to)


@journeys.post(f"{PRESS}/<landing_token>/<landing_pressed>")
@public
def press_landing_answer(landing_token: str, landing_pressed: str) -> Any:
    """The press."""
    press_landing(landing_token, pressed_in(landing_token, landing_pressed))
    return see("journeys.thank_for_landing", pressed_token=landing_token)


@journeys.get(f"{PRESS}/<pressed_token>")
@public
def thank_for_landing(pressed_token: str) -> Any:
    """It is here. Where it is not going well, with the way back."""
    answer = pressed_answer(pressed_token)
    offers_way_back = answer is not None and answer.landed.needs_somebody
    is_asked = answer is not None and answer.wants_to_come_back
    return page(
        "journeys/thank_for_landing.html", token=pressed_token, offers_way_back=offers_way_back, is_asked=is_asked
    )


@journeys.post(f"{PRESS}/<landing_token>/coming-back")
@public
def press_come_back(landing_token: str) -> Any:
    """I would like to come back."""
    press_back(landing_token)
    return see("journeys.thank_for_landing", pressed_token=landing_token)
