"""What hand-overs ask of a member, as rows of Today."""

from collections.abc import Callable

from flask import url_for

from livingwell.core.clock import in_london
from livingwell.core.dates import short_date
from livingwell.journeys.models import HandOverAnswerKind
from livingwell.journeys.models.hand_over_asking import DID_NOT_ARRIVE, RECEIVER_ANSWERED, STEP_LATE, TO_SEND
from livingwell.people.models import Ask
from livingwell.worklist.presenters.ask_row import AskRow

SAID = {
    HandOverAnswerKind.ACCEPTED: "said yes",
    HandOverAnswerKind.DECLINED: "said no",
    HandOverAnswerKind.ASKED: "asked something",
}


def _step_late(ask: Ask) -> AskRow:
    return _row(ask, f"A step of {ask.person.name}’s way to {ask.words} is late", f"{ask.by} was to do it.", "steps")


def _to_send(ask: Ask) -> AskRow:
    why = f"They said yes on {short_date(in_london(ask.since).date())}. It has not gone to {ask.by} yet."
    return _row(ask, f"Send what {ask.person.name} agreed to", why, "sent")


def _did_not_arrive(ask: Ask) -> AskRow:
    why = f"Sent on {short_date(in_london(ask.since).date())}, for {ask.person.name}’s way to {ask.words}."
    return _row(ask, f"{ask.by} has not answered, or the message did not arrive", why, "sent")


def _answered(ask: Ask) -> AskRow:
    kind, _colon, place = ask.by.partition(":")
    said = HandOverAnswerKind(kind)
    is_question = said is HandOverAnswerKind.ASKED
    todo = "Answer it." if is_question else f"{ask.person.preferred_name} is to know it too."
    return _row(
        ask, f"{place} {SAID[said]} about {ask.person.name}", todo, "answers", f"“{ask.words}”" if ask.words else ""
    )


def _row(ask: Ask, title: str, why: str, anchor: str, words: str = "") -> AskRow:
    href = url_for("journeys.show_hand_over", person_id=ask.person.id, hand_over_id=ask.place_id, _anchor=anchor)
    return AskRow(title=title, why=why, words=words, href=href, presses=())


HAND_OVER_ROWS: dict[str, Callable[[Ask], AskRow]] = {
    STEP_LATE: _step_late,
    TO_SEND: _to_send,
    DID_NOT_ARRIVE: _did_not_arrive,
    RECEIVER_ANSWERED: _answered,
}
"""A row for each kind of Ask that a hand-over makes."""
