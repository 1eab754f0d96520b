"""What Today says of whether it landed: whom to ask, what they answered, and who asks to come back."""

from collections.abc import Callable

from flask import url_for

from livingwell.adjustments.labels import WAYS
from livingwell.adjustments.models import Way
from livingwell.journeys.landing_labels import LANDED
from livingwell.journeys.models import Landed
from livingwell.journeys.models.landing_today import LANDING_BACK, LANDING_REPLY, LANDING_SAID, LANDING_TO_ASK
from livingwell.people.models import Ask
from livingwell.worklist.presenters.ask_row import AskRow, Press, when
from livingwell.worklist.presenters.row import sentences


def _to_ask(ask: Ask) -> AskRow:
    name = ask.person.preferred_name
    way = f"{name} likes this way: {WAYS[Way(ask.by)].lower()}" if ask.by else f"No way is on record that {name} likes"
    return AskRow(
        title=f"Ask {ask.person.name} how it is going",
        why=sentences(f"Support has ended. It is time to ask since {when(ask)}", way),
        words="",
        href=_page(ask),
        presses=(),
    )


def _reply(ask: Ask) -> AskRow:
    return AskRow(
        title=f"{ask.person.name} answered how it is going, in words of their own",
        why=sentences(f"On {when(ask)}", "Write down what they said as an answer"),
        words=ask.words,
        href=url_for("journeys.answer_landing", person_id=ask.person.id, landing_id=ask.place_id),
        presses=(),
        is_theirs=True,
    )


def _said(ask: Ask) -> AskRow:
    return AskRow(
        title=f"{ask.person.name} told us how it is going: {LANDED[Landed(ask.by)].lower()}",
        why=sentences(f"On {when(ask)}", "They were told how to come back" if Landed(ask.by).needs_somebody else ""),
        words=ask.words,
        href=_page(ask),
        presses=(_looked(ask),),
        is_theirs=True,
    )


def _back(ask: Ask) -> AskRow:
    return AskRow(
        title=f"{ask.person.name} asks to come back",
        why=sentences(f"On {when(ask)}", "It takes one press on this page, and no new referral"),
        words=ask.words,
        href=url_for("journeys.show_way_back", person_id=ask.person.id),
        presses=(_looked(ask),),
        is_theirs=True,
    )


def _page(ask: Ask) -> str:
    return url_for("journeys.show_landing", person_id=ask.person.id)


def _looked(ask: Ask) -> Press:
    action = url_for("journeys.look_at_landing_answer", person_id=ask.person.id, landing_answer_id=ask.row_id)
    return Press("I have seen to it", action)


LANDING_ROWS: dict[str, Callable[[Ask], AskRow]] = {
    LANDING_TO_ASK: _to_ask,
    LANDING_REPLY: _reply,
    LANDING_SAID: _said,
    LANDING_BACK: _back,
}
