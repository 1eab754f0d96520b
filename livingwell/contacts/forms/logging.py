"""Logging a contact: which way, what happened, and the rest only where it is needed."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from livingwell.adjustments.models import Way
from livingwell.contacts.commands import LogContact
from livingwell.contacts.forms.guarded import GuardedForm
from livingwell.contacts.forms.moments import day_of, instant_of
from livingwell.contacts.models import OF_AN_APPOINTMENT, OF_AN_ATTEMPT, ContactKind, Outcome
from livingwell.contacts.words import OUTCOMES, WAYS
from livingwell.core.text import LONG
from livingwell.identity.models import Account
from livingwell.web.fields import NHSDateField, NotInFuture, RadioField, SelectField, WordsField
from livingwell.web.times import TimeField

FROM_THEM = "from_the_person"
"""Stands among the outcomes, because it is one press there: that the person contacted us."""


class LogForm(GuardedForm):
    """A contact that has been. Way, what happened, save: three presses; all else is filled in already.

    `at` is known once the form is valid; none is now.
    """

    at: datetime | None = None

    way = RadioField("Which way?", choices=[(way.value, WAYS[way]) for way in Way], required="Choose the way")
    became = RadioField(
        "What happened?",
        choices=[
            *((each.value, OUTCOMES[each]) for each in OF_AN_ATTEMPT),
            (FROM_THEM, "{name} contacted us"),
            *((each.value, OUTCOMES[each]) for each in OF_AN_APPOINTMENT),
        ],
        required="Choose what happened",
    )
    note = WordsField("Note", max_length=LONG, rows=3)
    on = NHSDateField("Day", validators=[NotInFuture()])
    time = TimeField("Time", description="For example, 10am or 14:30")
    made_by = SelectField("Who had the contact?")
    agreed_on = NHSDateField("When did {name} know of the appointment?", validators=[NotInFuture()])

    def offer_members(self, members: Iterable[Account], own_id: UUID | None) -> None:
        """Whoever logs it first, then the rest of the team."""
        others = ((str(each.id), each.name) for each in members if each.id != own_id)
        self.made_by.offer([("", "Me"), *others])

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        is_valid = super().validate(*args, **kwargs)
        if bool(self.on.data) != bool(self.time.data) and not self.on.errors and not self.time.errors:
            missing, message = (self.time, "Enter the time too") if self.on.data else (self.on, "Enter the day too")
            missing.errors = [message]
        self.at = instant_of(self.on, self.time)
        return is_valid and not self.errors

    @property
    def is_of_an_appointment(self) -> bool:
        return self.became.data in OF_AN_APPOINTMENT

    def command(self) -> LogContact:
        return LogContact(
            way=Way(self.way.data),
            outcome=self._outcome(),
            at=self.at,
            kind=self._kind(),
            note=self.note.data or "",
            agreed_at=day_of(self.agreed_on) if self.is_of_an_appointment else None,
            made_by_id=UUID(self.made_by.data) if self.made_by.data else None,
            because=self.because(),
        )

    def _kind(self) -> ContactKind:
        if self.became.data == FROM_THEM:
            return ContactKind.FROM_THE_PERSON
        return ContactKind.APPOINTMENT if self.is_of_an_appointment else ContactKind.ATTEMPT

    def _outcome(self) -> Outcome:
        if self.became.data == FROM_THEM:
            return Outcome.REPLIED if Way(self.way.data).is_written else Outcome.SPOKE
        return Outcome(self.became.data)
