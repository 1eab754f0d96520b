"""Planning an appointment, moving one, and what became of it."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from livingwell.adjustments.models import Way
from livingwell.contacts.commands import PlanAppointment, RecordOutcome
from livingwell.contacts.forms.guarded import GuardedForm
from livingwell.contacts.forms.moments import day_of, instant_of
from livingwell.contacts.models import OF_AN_APPOINTMENT, Contact, Outcome
from livingwell.contacts.words import OUTCOMES, WAYS
from livingwell.core.clock import in_london
from livingwell.core.text import LONG, SHORT
from livingwell.identity.models import Account
from livingwell.people.forms.about_person import VersionedForm
from livingwell.web.fields import (
    NHSDateField,
    NotInFuture,
    NotInPast,
    NumberField,
    RadioField,
    SelectField,
    TextField,
    WordsField,
)
from livingwell.web.times import TimeField

TO_MEET_BY = tuple(way for way in Way if way.needs_notice)
LONGEST = 8 * 60
USUAL = 60
CANCELLATIONS = (Outcome.CANCELLED_BY_PERSON, Outcome.CANCELLED_BY_US)


class PlanForm(GuardedForm):
    """When, where, how and with whom. `at` is there once the form is valid."""

    at: datetime

    way = RadioField("How do you meet?", choices=[(way.value, WAYS[way]) for way in TO_MEET_BY], required="Choose how")
    on = NHSDateField("Day", required="Enter the day", validators=[NotInPast()])
    time = TimeField("Time", required="Enter the time", description="For example, 10am or 14:30")
    minutes = NumberField("How many minutes?", low=5, high=LONGEST, default=USUAL)
    place = TextField("Place", max_length=SHORT, description="So that {name} can find it: the street, the room")
    made_by = SelectField("Who meets {name}?")
    note = WordsField("Note", max_length=LONG, rows=3)
    agreed_on = NHSDateField(
        "When was it agreed with {name}?",
        description="Leave it blank if you tell {name} today. Notice is counted from this day.",
        validators=[NotInFuture()],
    )

    def offer_members(self, members: Iterable[Account], own_id: UUID | None) -> None:
        """Whoever plans it first, then the rest of the team."""
        others = ((str(each.id), each.name) for each in members if each.id != own_id)
        self.made_by.offer([("", "Me"), *others])

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        is_valid = super().validate(*args, **kwargs)
        at = instant_of(self.on, self.time)
        if at is not None:
            self.at = at
        return is_valid and not self.errors

    def plan(self) -> PlanAppointment:
        return PlanAppointment(
            way=Way(self.way.data),
            at=self.at,
            ends_at=self.at + timedelta(minutes=self.minutes.data) if self.minutes.data else None,
            place=self.place.data or "",
            note=self.note.data or "",
            agreed_at=day_of(self.agreed_on),
            made_by_id=UUID(self.made_by.data) if self.made_by.data else None,
            because=self.because(),
        )


class MoveForm(VersionedForm, PlanForm):
    """Another time, and who asked for it."""

    moved_by = RadioField(
        "Who asked for another time?",
        choices=[(CANCELLATIONS[0].value, "{name}, or somebody for {name}"), (CANCELLATIONS[1].value, "We did")],
        required="Say who asked for another time",
    )

    def cancelled(self) -> RecordOutcome:
        """What becomes of the appointment that is moved."""
        return RecordOutcome(Outcome(self.moved_by.data), row_version=self.version())


class OutcomeForm(VersionedForm, GuardedForm):
    """What became of an appointment."""

    became = RadioField(
        "What happened?",
        choices=[(each.value, OUTCOMES[each]) for each in OF_AN_APPOINTMENT],
        required="Choose what happened",
    )
    note = WordsField("Note", max_length=LONG, rows=3)

    def offer_only_cancelling(self) -> None:
        """Before it has begun, no more can be known."""
        names = {choice.value: choice.label for choice in self.became.choices}
        self.became.offer([(each.value, names[each.value]) for each in CANCELLATIONS])

    def command(self) -> RecordOutcome:
        return RecordOutcome(Outcome(self.became.data), self.note.data or "", self.because(), self.version())


def appointment_as_data(contact: Contact, own_id: UUID | None) -> dict[str, Any]:
    """What the form about another time begins with."""
    at = in_london(contact.at)
    minutes = (contact.ends_at - contact.at) // timedelta(minutes=1) if contact.ends_at else None
    return {
        "way": contact.way.value,
        "on": at.date(),
        "time": at.time(),
        "minutes": minutes,
        "place": contact.place,
        "made_by": "" if contact.made_by_id == own_id else str(contact.made_by_id),
        "row_version": str(contact.row_version),
    }
