"""Proposing to end support, and everything that is said before it ends."""

from typing import Any
from uuid import UUID

from livingwell.careplans.forms.about_person import HOW
from livingwell.careplans.models import HowSaid
from livingwell.core.clock import today
from livingwell.core.text import LINE, SHORT
from livingwell.journeys.closing_commands import AnswerPoint, LetGo, ProposeClosure, SayReady
from livingwell.journeys.models import ClosurePoint, EndingKind, ReadyKind
from livingwell.people.forms.about_person import PersonForm
from livingwell.web.fields import HiddenField, NHSDateField, NotInFuture, RadioField, SelectField, TextField, WordsField

KINDS = [
    (EndingKind.GOALS_REACHED.value, "{name} has reached what {name} wanted to reach"),
    (EndingKind.MOVED_ON.value, "{name} goes on to something else"),
    (EndingKind.ANOTHER_SERVICE.value, "{name} needs another service"),
    (EndingKind.MOVED_AWAY.value, "{name} has moved away"),
    (EndingKind.LOST_CONTACT.value, "We have lost contact with {name}"),
]

READY = [
    (ReadyKind.YES.value, "Yes"),
    (ReadyKind.NO.value, "No"),
    (ReadyKind.NOT_YET.value, "Not yet"),
    (ReadyKind.COULD_NOT_ASK.value, "{name} could not be asked"),
]


class ProposeForm(PersonForm):
    """Which kind of ending, where to, and why in words that the person can read."""

    kind = RadioField("Why would support end?", choices=KINDS, required="Choose why support would end")
    to_where = TextField(
        "Where does {name} go on to?",
        description="If {name} goes on to something else, or needs another service.",
        max_length=SHORT,
    )
    words = WordsField(
        "Why, in plain words",
        description="{name} reads this, and is asked “are you ready for this?”",
        max_length=LINE,
    )
    discussion = HiddenField("The discussion that this comes from")

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        if not self.kind.errors and EndingKind(self.kind.data).says_where:
            is_valid = self.ask_for("to_where", "Enter where {name} goes on to") and is_valid
        return is_valid

    def command(self) -> ProposeClosure:
        return ProposeClosure(
            EndingKind(self.kind.data), self.to_where.data or "", self.words.data or "", _id_in(self.discussion.data)
        )


class LetGoForm(PersonForm):
    """How the person told us, and what they said, if anything. Nothing is asked of them."""

    how = SelectField("How did {name} tell us?", choices=HOW, required="Choose how {name} told us")
    words = WordsField("What {name} said, if anything", description="In {name}’s own words.", max_length=LINE)
    discussion = HiddenField("The discussion that this comes from")

    def command(self) -> LetGo:
        return LetGo(HowSaid(self.how.data), self.words.data or "", _id_in(self.discussion.data))


class WhyForm(PersonForm):
    """Why support is not to end as proposed."""

    why = WordsField(
        "Why is support not to end as proposed?",
        description="It stays in the history.",
        required="Say why support is not to end as proposed",
        max_length=LINE,
    )


class OverrideForm(PersonForm):
    """Why a lead ends support although it was not tried the person's way."""

    why = WordsField(
        "Why does support end although this is not done?",
        description="It stands on {name}’s record for ever, with your name. The next meeting talks about it.",
        required="Say why support ends although this is not done",
        max_length=LINE - 100,
    )


class ReadyForm(PersonForm):
    """What the person says to "are you ready for this?", as they told a member."""

    kind = RadioField("Is {name} ready for this?", choices=READY, required="Choose what {name} said")
    words = WordsField(
        "What {name} said, or why {name} could not be asked",
        description="{name}’s own words where there are some.",
        max_length=LINE,
    )
    how = SelectField("How did {name} say it?", choices=HOW)
    on = NHSDateField("On which day?", required="Enter a date", default=today, validators=[NotInFuture()])

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        if self.kind.data == ReadyKind.COULD_NOT_ASK.value:
            return self.ask_for("words", "Say why {name} could not be asked") and is_valid
        return self.ask_for("how", "Choose how {name} said it") and is_valid if self.kind.data else is_valid

    def command(self) -> SayReady:
        kind = ReadyKind(self.kind.data)
        was_asked = kind is not ReadyKind.COULD_NOT_ASK
        how = HowSaid(self.how.data) if was_asked and self.how.data else None
        return SayReady(kind, self.words.data or "", how, self.on.data)


class PointForm(PersonForm):
    """A named person's words to one point."""

    words = WordsField(
        "What was done, and what is known?",
        description="It is signed with your name.",
        required="Write what was done, or what is known",
        max_length=LINE,
    )

    def command(self, point: ClosurePoint) -> AnswerPoint:
        return AnswerPoint(point, self.words.data)


class EndOnRecordForm(PersonForm):
    """The death is on record already: there is nothing left to ask."""


def _id_in(sent: str | None) -> UUID | None:
    """The id that the page carries; none where what was sent is no id."""
    try:
        return UUID(sent or "")
    except ValueError:
        return None
