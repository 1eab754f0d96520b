"""What a carer sees: of whom they help, what is agreed now; and what they told us, with who has read it."""

from collections.abc import Collection, Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from flask_babel import lazy_gettext

from livingwell.adjustments.models import Way
from livingwell.careplans.models import GoalState, SafetyPlan, StatementKind, StepState
from livingwell.careplans.models.snapshot import GoalLine, Snapshot, StepLine
from livingwell.carers.models import CarerNote, CarerNoteRead, HowTold, MayPersonSee
from livingwell.contacts.models import Contact, Letter
from livingwell.core.clock import in_london
from livingwell.discussions.models import Telling
from livingwell.people.models import Person, Topic
from livingwell.portal.dates import clock_time, date_and_time, day_and_date, long_date
from livingwell.portal.presenters.around import calling_words
from livingwell.portal.presenters.topics import EVERY_TOPIC, OF_THEIRS
from livingwell.portal.saying import gettext as _

PAGES = {
    Topic.APPOINTMENTS: "portal.show_cared_for_appointments",
    Topic.PLAN: "portal.show_cared_for_plan",
    Topic.SAFETY_PLAN: "portal.show_cared_for_safety_plan",
    Topic.LETTERS: "portal.list_cared_for_letters",
    Topic.MEETINGS: "portal.list_cared_for_meetings",
}
"""The page of each topic, by endpoint."""

WAYS = {
    Way.TEXT: lazy_gettext("By text"),
    Way.EMAIL: lazy_gettext("By e-mail"),
    Way.LETTER: lazy_gettext("By letter"),
    Way.PHONE: lazy_gettext("By phone"),
    Way.VOICEMAIL: lazy_gettext("By voicemail"),
    Way.VIDEO: lazy_gettext("By video"),
    Way.VISIT: lazy_gettext("A visit"),
    Way.CLINIC: lazy_gettext("At our place"),
    Way.THROUGH_SOMEONE: lazy_gettext("Through somebody else"),
}
"""How an appointment happens."""

_SAID = {
    MayPersonSee.YES: lazy_gettext("You said: %(name)s may see this."),
    MayPersonSee.NO: lazy_gettext("You said: this is not for %(name)s."),
    MayPersonSee.ASK_FIRST: lazy_gettext("You said: ask me first."),
}


@dataclass(frozen=True)
class Helped:
    """Whom the carer helps, for a page that still shows after an action refused: by then the rows are let go."""

    id: UUID
    preferred_name: str

    @classmethod
    def of(cls, person: Person) -> "Helped":
        return cls(person.id, person.preferred_name)


@dataclass(frozen=True)
class AppointmentLine:
    """One appointment: when, how, where and with whom. What it is about is not the carer's."""

    when: str
    way: str
    place: str
    who: str


@dataclass(frozen=True)
class StepShown:
    """A step: what, and who does it by when."""

    what: str
    who: str
    is_done: bool


@dataclass(frozen=True)
class GoalShown:
    """A goal that is being worked on."""

    title: str
    why: str
    steps: tuple[StepShown, ...]


@dataclass(frozen=True)
class PlanShown:
    """The plan, to read. Nothing that is only suggested is in it, nor what is said about its lines."""

    matters: str
    good_at: str
    where_next: str
    needs: tuple[str, ...]
    goals: tuple[GoalShown, ...]


@dataclass(frozen=True)
class Told:
    """What the carer told us. `by` is the member who wrote it down; `read` is empty while nobody else has read it."""

    id: UUID
    words: str
    when: str
    by: str
    may_see: str
    read: str
    answer: str


def pages_shared(topics: Collection[Topic]) -> Sequence[tuple[str, str]]:
    """What is shared, as pairs of words and endpoint."""
    return [(str(OF_THEIRS[topic]), PAGES[topic]) for topic in EVERY_TOPIC if topic in topics]


def appointment_lines(found: Iterable[Contact], now: datetime) -> Sequence[AppointmentLine]:
    """Appointments to come, the earliest first."""
    return [_appointment(each) for each in found if each.until >= now]


def plan_shown(snapshot: Snapshot) -> PlanShown:
    """The plan as the person sees it, made short."""
    live = [goal for goal in snapshot.goals if GoalState(goal.state).is_live]
    return PlanShown(
        matters=_said(snapshot, StatementKind.MATTERS),
        good_at=_said(snapshot, StatementKind.GOOD_AT),
        where_next=_said(snapshot, StatementKind.WHERE_NEXT),
        needs=tuple(line.words for line in snapshot.statements if line.kind == StatementKind.NEED),
        goals=tuple(_goal(goal) for goal in live),
    )


def safety_parts(plan: SafetyPlan) -> Sequence[tuple[str, str]]:
    """The parts of a safety plan that say something: heading and words."""
    parts = (
        (_("What can make things worse"), plan.triggers),
        (_("The first signs"), plan.early_signs),
        (_("What helps"), plan.what_helps),
        (_("What should happen, and what should not"), plan.what_should_happen),
        (_("Who to contact"), plan.who_to_contact),
        (_("Wishes for a time when it is too hard to say them"), plan.advance_wishes),
    )
    return [(heading, words) for heading, words in parts if words]


def letters_shown(letters: Iterable[Letter], since: date, struck: Collection[UUID]) -> Sequence[tuple[str, str, str]]:
    """What was sent since the day of the agreement: subject, when, and the words. `struck` never went out.

    Never the whole text: that may hold the links with which the person answers in one press.
    """
    sent = [each for each in letters if each.sending is not None and each.sending.contact_id not in struck]
    return [
        (each.subject or _("A text message"), date_and_time(each.sending.created_at), each.words)
        for each in sent
        if each.sending is not None and in_london(each.sending.created_at).date() >= since
    ]


def tellings_shown(tellings: Iterable[Telling], not_right: Container[UUID]) -> Sequence[tuple[str, str, bool]]:
    """What we told the person after meetings: the words, when, and whether they say that it is not quite right. What
    they say about it is theirs."""
    return [
        (each.text, long_date(in_london(each.told_at).date()), each.id in not_right)
        for each in tellings
        if each.told_at is not None
    ]


def told_by_me(notes: Iterable[CarerNote], name: str) -> Sequence[Told]:
    """What the carer told us, the latest first. `name` is the person's."""
    return [
        Told(
            id=note.id,
            words=note.words,
            when=date_and_time(note.told_at),
            by="" if note.how is HowTold.OWN_SIDE else note.written_by,
            may_see=may_see_words(note.may_see, name),
            read=read_words(note.read),
            answer=note.read.words if note.read else "",
        )
        for note in notes
    ]


def may_see_words(say: MayPersonSee, name: str) -> str:
    """What the carer said about who may see it."""
    return str(_SAID[say]) % {"name": name}


def read_words(read: CarerNoteRead | None) -> str:
    """Jo Brennan, peer support worker, read this on 3 May 2026, 2pm. Empty while nobody has."""
    if read is None:
        return ""
    when = date_and_time(read.created_at)
    role = calling_words(read.profession)
    return _("%(who)s, %(role)s, read this on %(when)s.", who=read.written_by, role=role, when=when)


def _appointment(contact: Contact) -> AppointmentLine:
    day = day_and_date(in_london(contact.at).date())
    return AppointmentLine(
        when=_("%(day)s, %(time)s", day=day, time=clock_time(contact.at)),
        way=str(WAYS[contact.way]),
        place=contact.place,
        who=contact.made_by.name,
    )


def _said(snapshot: Snapshot, kind: StatementKind) -> str:
    return next((line.words for line in reversed(snapshot.statements) if line.kind == kind), "")


def _goal(goal: GoalLine) -> GoalShown:
    steps = tuple(_step(step) for step in goal.steps if StepState(step.state) is not StepState.DROPPED)
    return GoalShown(goal.words, goal.why_it_matters, steps)


def _step(step: StepLine) -> StepShown:
    by = step.by_words or (long_date(step.by_on) if step.by_on else "")
    who = _("%(who)s, by %(day)s", who=step.done_by, day=by) if step.done_by and by else step.done_by or by
    return StepShown(step.what, who, StepState(step.state) is StepState.DONE)
