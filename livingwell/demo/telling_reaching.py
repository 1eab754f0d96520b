"""How each person was reached and supported, as events in time."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial

from livingwell.adjustments.actions.adding import add_adjustments
from livingwell.adjustments.actions.life import note_happening, say_cannot_do
from livingwell.adjustments.actions.notes import answer_note
from livingwell.adjustments.actions.outcomes import record_outcomes
from livingwell.adjustments.actions.preferences import record_preferences
from livingwell.adjustments.catalogue import choice_of
from livingwell.adjustments.commands import (
    AddAdjustments,
    AnswerNote,
    Happening,
    NewAdjustment,
    NotPossible,
    OutcomeOf,
)
from livingwell.adjustments.models import (
    HowWeKnow,
    Met,
    NoteOutcome,
    ReasonableAdjustment,
)
from livingwell.adjustments.queries.adjustments import adjustments_of
from livingwell.contacts.actions import log_contact, plan_appointment, record_outcome
from livingwell.contacts.commands import Because, LogContact, PlanAppointment, RecordOutcome
from livingwell.contacts.models import Contact, ContactKind, Outcome
from livingwell.core.actor import Actor
from livingwell.core.clock import today
from livingwell.demo.cast import Cast
from livingwell.demo.events import Event
from livingwell.demo.story_reaching import (
    AdjustmentStory,
    AppointmentStory,
    CannotStory,
    ContactStory,
    HappeningStory,
    PreferencesStory,
    ReachStory,
)
from livingwell.demo.telling_letters import A_MINUTE, work
from livingwell.people.models import Person
from livingwell.people.queries.episodes import unconfirmed_notes

USUAL_LENGTH = timedelta(minutes=50)
TOLD_BEFORE = timedelta(hours=3)
"""How long before an appointment it was called off."""


class ReachTelling:
    """One person's story. Each method that starts with an underscore tells one thing, at its time."""

    def __init__(self, story: ReachStory, cast: Cast) -> None:
        self.story = story
        self.cast = cast
        self.adjustments: Sequence[ReasonableAdjustment] = ()

    def events(self) -> Iterator[Event]:
        """Everything, in any order: they are sorted by time before they are told."""
        for asked in self.story.preferences:
            yield Event(self.cast.at(asked.days_ago, 14), partial(self._ask, asked))
        if self.story.adjustments:
            yield Event(self.cast.at(self.story.adjustments_days_ago, 14, 30), self._add_adjustments)
        for number, adjustment in enumerate(self.story.adjustments):
            yield from self._life_events(number, adjustment)
        for contact in self.story.contacts:
            yield Event(self.cast.at(contact.days_ago, contact.hour, contact.minute), partial(self._log, contact))
        for told in self.story.appointments:
            yield from self._appointment_events(told)

    def _life_events(self, number: int, told: AdjustmentStory) -> Iterator[Event]:
        for happening in told.life:
            yield Event(self.cast.at(happening.days_ago, 15), partial(self._live, number, happening))
        if told.cannot:
            yield Event(self.cast.at(told.cannot.days_ago, 15), partial(self._cannot, number, told.cannot))

    def _appointment_events(self, told: AppointmentStory) -> Iterator[Event]:
        at = self.cast.at(-told.in_days, told.hour, told.minute)
        planned: list[Contact] = []
        agreed_at = self.cast.at(told.days_notice - told.in_days, 10)
        yield Event(agreed_at, partial(self._plan, told, at, planned))
        if told.outcome is not None:
            yield from (Event(at - before + A_MINUTE, work) for before in self._reminders())
            known_at = at - TOLD_BEFORE if told.outcome.is_cancelled else at + USUAL_LENGTH
            yield Event(known_at, partial(self._say_what_became, told, told.outcome, planned))

    def _reminders(self) -> set[timedelta]:
        """How long before an appointment the worker may have a reminder to send."""
        return {
            timedelta(hours=reminder.hours_before)
            for asked in self.story.preferences
            for reminder in asked.said.reminders
        }

    def _ask(self, told: PreferencesStory) -> None:
        record_preferences(self._person, told.said, self.cast.actors[told.to])

    def _add_adjustments(self) -> None:
        """What came with the referral is confirmed with the person first; then what they told us themselves."""
        told = self.story.adjustments
        with_referral = [each for each in told if each.how_we_know is HowWeKnow.CAME_WITH_REFERRAL]
        if with_referral:
            self._answer_note(with_referral)
        for how in HowWeKnow:
            new = tuple(_new(each) for each in told if each.how_we_know is how and each not in with_referral)
            if new:
                add_adjustments(self._person, AddAdjustments(new, how), self._recorder)
        by_words = {each.what: each for each in adjustments_of(self._person.id)}
        self.adjustments = [by_words[_words(each)] for each in told]

    def _answer_note(self, told: Sequence[AdjustmentStory]) -> None:
        [note] = unconfirmed_notes(self._person.id)
        command = AnswerNote(NoteOutcome.CONFIRMED, today(), adjustments=tuple(_new(each) for each in told))
        answer_note(self._person, note, command, self._recorder)

    def _live(self, number: int, told: HappeningStory) -> None:
        again = told.review_in_days
        happening = Happening(
            told.kind, today(), told.said, None if again is None else self.cast.today + timedelta(days=again)
        )
        note_happening(self._person, self.adjustments[number].id, happening, self._recorder)

    def _cannot(self, number: int, told: CannotStory) -> None:
        command = NotPossible(on=today(), reason=told.reason, instead=told.instead)
        say_cannot_do(self._person, self.adjustments[number].id, command, self._recorder)

    def _log(self, told: ContactStory) -> None:
        kind = ContactKind.FROM_THE_PERSON if told.is_from_the_person else ContactKind.ATTEMPT
        command = LogContact(told.way, told.outcome, kind=kind, note=told.note, because=Because(told.reason))
        contact = log_contact(self._person, command, self.cast.actors[told.by])
        self._check(told, contact)

    def _plan(self, told: AppointmentStory, at: datetime, planned: list[Contact]) -> None:
        command = PlanAppointment(
            told.way, at, ends_at=at + USUAL_LENGTH, place=told.place, because=Because(told.reason)
        )
        planned.append(plan_appointment(self._person, command, self.cast.actors[told.by]))

    def _say_what_became(self, told: AppointmentStory, outcome: Outcome, planned: list[Contact]) -> None:
        [contact] = planned
        record_outcome(contact, RecordOutcome(outcome, told.note), self.cast.actors[told.by])
        self._check(told, contact)

    def _check(self, told: ContactStory | AppointmentStory, contact: Contact) -> None:
        """Whether each adjustment that mattered this time was met."""
        outcomes = [self._outcome(number, Met.MET, contact) for number in told.met]
        outcomes += [self._outcome(number, Met.NOT_MET, contact, why) for number, why in told.not_met]
        if outcomes:
            record_outcomes(self._person, outcomes, self.cast.actors[told.by])

    def _outcome(self, number: int, met: Met, contact: Contact, why: str = "") -> OutcomeOf:
        return OutcomeOf(self.adjustments[number].id, met, today(), why, contact.id)

    @property
    def _recorder(self) -> Actor:
        return self.cast.actors[self.story.recorded_by]

    @property
    def _person(self) -> Person:
        return self.cast.people[self.story.person]


def _new(told: AdjustmentStory) -> NewAdjustment:
    return NewAdjustment(told.choice, told.own_words, told.category, told.in_practice, told.why)


def _words(told: AdjustmentStory) -> str:
    """How it reads on the record."""
    choice = choice_of(told.choice)
    return choice.label if choice else told.own_words
