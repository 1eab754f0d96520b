"""What the person sent, who has read it, and what the team answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import url_for
from flask_babel import lazy_gettext

from livingwell.core.clock import in_london
from livingwell.people.models import ArrivalAnswer, FromPerson
from livingwell.portal.dates import clock_time, date_and_time, long_date
from livingwell.portal.saying import gettext as _
from livingwell.portal.waiting import Waiting

KINDS = {
    "message": lazy_gettext("You wrote to us"),
    "appointment.change": lazy_gettext("You asked for another time"),
    "appointment.cancel": lazy_gettext("You cancelled an appointment"),
    "plan.rating": lazy_gettext("You said how close you are to a goal"),
    "plan.step": lazy_gettext("You said how a step went"),
    "plan.suggestion": lazy_gettext("You suggested something for your plan"),
    "plan.answer": lazy_gettext("You answered about your plan"),
    "plan.not_yet": lazy_gettext("You said not yet about your plan"),
    "plan.comment": lazy_gettext("You said something about what we wrote"),
    "plan.goal": lazy_gettext("You shared a goal of your own"),
    "letters.wish": lazy_gettext("You said which letters you want"),
    "meeting.line": lazy_gettext("You told us what to talk about"),
    "meeting.way": lazy_gettext("You said how you take part in the meeting"),
    "meeting.taken_back": lazy_gettext("You took back what you had said for the meeting"),
    "meeting.request": lazy_gettext("You asked us to talk about something"),
    "meeting.not_right": lazy_gettext("You said that our answer is not right"),
    "hand_over.yes": lazy_gettext("You said yes to what someone would read"),
    "hand_over.stop": lazy_gettext("You stopped what someone reads about you"),
    "onward.hope": lazy_gettext("You said what you hope for"),
    "onward.hope_out": lazy_gettext("You took a hope away"),
    "onward.option": lazy_gettext("You named something you could do"),
    "onward.good": lazy_gettext("You said what is good about something"),
    "onward.hard": lazy_gettext("You said what is hard about something"),
    "onward.consequence": lazy_gettext("You said what could change in your life"),
    "onward.point_out": lazy_gettext("You took away something you had said"),
    "onward.order": lazy_gettext("You said what you would like most"),
    "onward.chosen": lazy_gettext("You chose something to do next"),
    "onward.not_now": lazy_gettext("You said not now to something"),
    "onward.no": lazy_gettext("You said no to something"),
    "passport.change": lazy_gettext("You changed your passport"),
    "staying.change": lazy_gettext("You changed your plan for staying well"),
    "staying.mine": lazy_gettext("You said that your plan for staying well is yours"),
    "way_back.came": lazy_gettext("You came back"),
    "way_back.words": lazy_gettext("You told us more after you came back"),
    "getting_in.help": lazy_gettext("You asked for help to get in here"),
    "ending.answer": lazy_gettext("You said whether you are ready for support to end"),
    "people.asked": lazy_gettext("You asked something about someone who helps"),
    "people.helps_me": lazy_gettext("You named someone who helps you"),
    "people.i_help": lazy_gettext("You named someone you help"),
    "people.sharing": lazy_gettext("You changed what someone may know"),
    "people.who_helps": lazy_gettext("You told us who helps, and whom you help"),
}


def read_words(arrival: FromPerson) -> str:
    """Jo read this on 3 May 2026 at 2pm. Or: Nobody has read this yet."""
    if arrival.read_at is None:
        return _("Nobody has read this yet.")
    return _(
        "%(name)s read this on %(day)s at %(time)s.",
        name=arrival.read_by,
        day=long_date(in_london(arrival.read_at).date()),
        time=clock_time(arrival.read_at),
    )


@dataclass(frozen=True)
class AnswerLine:
    """What a member answered. `is_new`: the person has not said yet that they saw it."""

    id: UUID
    words: str
    signed: str
    is_new: bool


@dataclass(frozen=True)
class SentRow:
    """One thing that the person, who is called `name`, sent; `signed` where somebody helped them."""

    id: UUID
    title: str
    words: str
    when: str
    signed: str
    read: str
    answers: tuple[AnswerLine, ...]

    @classmethod
    def of(cls, arrival: FromPerson, answers: Sequence[ArrivalAnswer], name: str) -> "SentRow":
        return cls(
            id=arrival.id,
            title=str(KINDS.get(arrival.kind, _("You sent us something"))),
            words=arrival.words,
            when=date_and_time(arrival.arrived_at),
            signed="" if arrival.written_by == name else arrival.written_by,
            read=read_words(arrival),
            answers=tuple(_answer(each) for each in answers),
        )


def _answer(answer: ArrivalAnswer) -> AnswerLine:
    signed = _("%(name)s answered, %(when)s", name=answer.written_by, when=date_and_time(answer.created_at))
    return AnswerLine(answer.id, answer.words, signed, answer.seen_at is None)


def answers_waiting(answers: Sequence[ArrivalAnswer]) -> list[Waiting]:
    """Answers that the person has not seen, each as something that waits at home."""
    return [
        Waiting(
            title=_("%(name)s answered you", name=each.written_by),
            note=_("About what you sent on %(day)s.", day=long_date(in_london(each.arrival.arrived_at).date())),
            href=url_for("portal.list_messages", _anchor=f"sent-{each.arrival_id}"),
            since=each.created_at,
        )
        for each in answers
    ]
