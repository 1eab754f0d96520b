"""What waits for the member's answer, each with the one press, or the two, that answer it."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from flask import url_for

from livingwell.adjustments.models.asking import NEVER_ASKED
from livingwell.careplans.models.asking import HOLD_TO_AGREE, HOLD_TO_LOOK_AT
from livingwell.carers.models import CARER_MESSAGE_TO_READ, SHARING_TO_REVIEW, WHO_HELPS_NEVER_ASKED
from livingwell.contacts.models import PressedAnswer
from livingwell.contacts.models.asking import (
    CANCELLED_BY_PERSON,
    CHECK_TO_ANSWER,
    MESSAGE_TO_DECIDE,
    OUTCOME_OF_APPOINTMENT,
    REMINDER_TO_GIVE,
    REPLY_TO_READ,
)
from livingwell.core.clock import in_london
from livingwell.core.dates import short_date
from livingwell.delivery.models import DeliveryState
from livingwell.discussions.models import WORDS_OF_YOURS
from livingwell.people.models import Ask, Person
from livingwell.people.models.arriving import FROM_PERSON
from livingwell.people.models.looked import LOOKED_QUESTION
from livingwell.people.presenters.arriving import what_it_is
from livingwell.worklist.presenters.ask_row import AskRow, Press, when
from livingwell.worklist.presenters.hand_overs import HAND_OVER_ROWS
from livingwell.worklist.presenters.landing import LANDING_ROWS
from livingwell.worklist.presenters.papers import PAPER_ROWS
from livingwell.worklist.presenters.people import PersonLink
from livingwell.worklist.presenters.row import sentences

PRESSED = {
    PressedAnswer.YES: "yes",
    PressedAnswer.MORE_TIME: "more time, please",
    PressedAnswer.ANOTHER_WAY: "another way, please",
}
BECAME = {
    DeliveryState.REFUSED: "was refused",
    DeliveryState.UNSURE: "may not have gone",
    DeliveryState.STOPPED: "was held back",
}


def asked(found: Iterable[Ask]) -> tuple[AskRow, ...]:
    """Each with its answers, what has waited longest first; last, in one row each, whom nobody has asked something."""
    found = list(found)
    rows = [_ROWS[each.kind](each) for each in found if each.kind in _ROWS]
    nobody_asked = [
        _not_asked([each.person for each in found if each.kind == kind], endpoint, what, why)
        for kind, (endpoint, what, why) in _NOT_ASKED.items()
    ]
    return (*rows, *(row for row in nobody_asked if row is not None))


def _words_of_yours(ask: Ask) -> AskRow:
    person_id, discussion_id = ask.person.id, ask.place_id
    answer = url_for(
        "discussions.confirm_one_view", person_id=person_id, discussion_id=discussion_id, view_id=ask.row_id
    )
    return AskRow(
        title=f"Words of yours about {ask.person.name}: is this right?",
        why=f"{ask.by} wrote them down on {short_date(in_london(ask.since).date())}, while you were not there.",
        words=ask.words,
        href=url_for(
            "discussions.show_discussion",
            person_id=person_id,
            discussion_id=discussion_id,
            _anchor=f"contribution-{ask.row_id}",
        ),
        presses=(
            Press("Yes, I said this", answer, "is_right", "yes"),
            Press("No, I did not", answer, "is_right", "no"),
        ),
    )


def _outcome_of_appointment(ask: Ask) -> AskRow:
    there: dict[str, Any] = {"person_id": ask.person.id, "contact_id": ask.row_id}
    return AskRow(
        title=f"What became of the appointment with {ask.person.name}?",
        why=f"It was on {when(ask)}, with {ask.by}.",
        words="",
        href=url_for("contacts.record_outcome", **there),
        presses=(),
    )


def _reminder_to_give(ask: Ask) -> AskRow:
    person_id = ask.person.id
    return AskRow(
        title=f"Remind {ask.person.name} of the appointment",
        why=f"It is on {when(ask)}. Nothing could go by itself as {ask.person.preferred_name} asked.",
        words="",
        href=url_for("contacts.show_contact", person_id=person_id, contact_id=ask.place_id),
        presses=(Press("Done", url_for("contacts.give_reminder", person_id=person_id, reminder_id=ask.row_id)),),
    )


def _check_to_answer(ask: Ask) -> AskRow:
    there: dict[str, Any] = {"person_id": ask.person.id, "contact_id": ask.row_id}
    return AskRow(
        title=f"Was everything met that {ask.person.name} needs?",
        why=f"When you were in contact on {when(ask)}.",
        words="",
        href=url_for("contacts.show_contact", **there),
        presses=(Press("Everything was met", url_for("contacts.check_contact", **there), "everything", "y"),),
    )


def _reply_to_read(ask: Ask) -> AskRow:
    person_id = ask.person.id
    answer = PRESSED[PressedAnswer(ask.by)] if ask.by else ""
    return AskRow(
        title=f"{ask.person.name} answered{f': {answer}' if answer else ''}",
        why=f"On {when(ask)}.",
        words=ask.words,
        href=url_for("contacts.list_messages", person_id=person_id),
        presses=(Press("Dealt with", url_for("contacts.deal_with_reply", person_id=person_id, reply_id=ask.row_id)),),
        is_theirs=True,
    )


def _cancelled_by_person(ask: Ask) -> AskRow:
    return AskRow(
        title=f"{ask.person.name} cancelled an appointment with you",
        why=f"It was to be on {when(ask)}. This goes away by itself when the time has passed.",
        words="",
        href=url_for("contacts.show_contact", person_id=ask.person.id, contact_id=ask.row_id),
        presses=(),
    )


def _from_person(ask: Ask) -> AskRow:
    name = ask.person.name
    is_one = not ask.by.isdigit()
    came = "Nobody has read it yet. It came" if is_one else "Nobody has read them yet. The first came"
    return AskRow(
        title=f"{name} {what_it_is(ask.by)}" if is_one else f"{name} sent {ask.by} things",
        why=f"{came} on {when(ask)}.",
        words=ask.words,
        href=url_for("people.list_from_them", person_id=ask.person.id),
        presses=(),
        is_theirs=True,
    )


def _looked_question(ask: Ask) -> AskRow:
    there: dict[str, Any] = {"person_id": ask.person.id, "looked_question_id": ask.row_id}
    return AskRow(
        title=f"{ask.person.name} asks about who opened their record",
        why=sentences(f"Asked on {when(ask)}", f"It is about {ask.by}" if ask.by else "", "Only leads see this"),
        words=ask.words,
        href=url_for("people.answer_looked_question", **there),
        presses=(),
        is_theirs=True,
    )


def _message_to_decide(ask: Ask) -> AskRow:
    return AskRow(
        title=f"A message to {ask.person.name} {BECAME[DeliveryState(ask.by)]}",
        why=sentences(f"Since {when(ask)}", ask.words),
        words="",
        href=url_for("contacts.show_message", person_id=ask.person.id, letter_id=ask.row_id),
        presses=(),
    )


def _carer_to_hear(ask: Ask) -> AskRow:
    return AskRow(
        title=f"{ask.by}, who helps {ask.person.name}, told us something",
        why=f"On {when(ask)}. Nobody has said that they read it.",
        words="",
        href=url_for("carers.list_told", person_id=ask.person.id, carer_id=ask.row_id),
        presses=(),
    )


def _sharing_to_review(ask: Ask) -> AskRow:
    return AskRow(
        title=f"Ask {ask.person.name} again what {ask.by} may know",
        why="What was agreed ends by itself, soon or already.",
        words="",
        href=url_for("carers.edit_sharing", person_id=ask.person.id, carer_id=ask.row_id),
        presses=(),
    )


def _hold_to_agree(ask: Ask) -> AskRow:
    return AskRow(
        title=f"{ask.by} asks to hold a line of the plan back from {ask.person.name}",
        why="It needs a second member’s agreement. Until then the person sees it.",
        words=ask.words,
        href=url_for("careplans.list_held_back", person_id=ask.person.id),
        presses=(),
    )


def _hold_to_look_at(ask: Ask) -> AskRow:
    return AskRow(
        title=f"Look again at what is held back from {ask.person.name}",
        why=f"{ask.by} asked for it. The day to look again has come.",
        words=ask.words,
        href=url_for("careplans.list_held_back", person_id=ask.person.id),
        presses=(),
    )


def _not_asked(people: Sequence[Person], endpoint: str, what: str, why: str) -> AskRow | None:
    if not people:
        return None
    links = tuple(PersonLink(each.name, url_for(endpoint, person_id=each.id)) for each in people)
    who = f"{links[0].name} has" if len(links) == 1 else f"{len(links)} people you support have"
    return AskRow(f"{who} not been asked {what}", why, "", "", (), links)


_ROWS: dict[str, Callable[[Ask], AskRow]] = {
    CANCELLED_BY_PERSON: _cancelled_by_person,
    FROM_PERSON: _from_person,
    LOOKED_QUESTION: _looked_question,
    WORDS_OF_YOURS: _words_of_yours,
    OUTCOME_OF_APPOINTMENT: _outcome_of_appointment,
    REMINDER_TO_GIVE: _reminder_to_give,
    CHECK_TO_ANSWER: _check_to_answer,
    REPLY_TO_READ: _reply_to_read,
    MESSAGE_TO_DECIDE: _message_to_decide,
    CARER_MESSAGE_TO_READ: _carer_to_hear,
    SHARING_TO_REVIEW: _sharing_to_review,
    HOLD_TO_AGREE: _hold_to_agree,
    HOLD_TO_LOOK_AT: _hold_to_look_at,
    **LANDING_ROWS,
    **HAND_OVER_ROWS,
    **PAPER_ROWS,
}

_NOT_ASKED = {
    NEVER_ASKED: (
        "adjustments.new_preferences",
        "how to reach them",
        "So nobody knows what to avoid, and every contact is made before we had asked.",
    ),
    WHO_HELPS_NEVER_ASKED: (
        "carers.new_answer",
        "who helps them, or whom they help",
        "So whoever helps has not been heard, or offered anything.",
    ),
}
"""Where to ask, what, and why it matters, for what is asked of everybody."""
