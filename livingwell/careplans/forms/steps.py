"""A step, and how it went."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from livingwell.careplans.commands import StepCommand, StepStatusCommand
from livingwell.careplans.models import ActorKind, StepState
from livingwell.core.clock import today
from livingwell.core.text import LINE
from livingwell.identity.models import Account
from livingwell.people.forms.about_person import PersonForm, VersionedForm
from livingwell.web.fields import (
    NHSDateField,
    NotInFuture,
    NumberField,
    RadioField,
    SelectField,
    TextField,
    WordsField,
)

ACTORS = [
    (ActorKind.PERSON.value, "{name}"),
    (ActorKind.MEMBER.value, "A member of the team"),
    (ActorKind.CARER.value, "A carer, or somebody close to {name}"),
    (ActorKind.OTHER.value, "Somebody else"),
]


class StepForm(VersionedForm):
    """One step: what, who, by when, and what might get in the way."""

    what = WordsField("What will be done?", required="Say what will be done", max_length=LINE, rows=2)
    actor_kind = RadioField("Who does it?", choices=ACTORS, required="Say who does it", default=ActorKind.PERSON.value)
    done_by_id = SelectField("Which member?", choices=[("", "Choose a member")])
    done_by = TextField("Their name", description="For a carer or somebody else.")
    with_whom = TextField("With whom?", description="Whoever goes along or helps, if anybody.")
    by_on = NHSDateField("By when?", description="Leave it blank if there is no date.")
    by_words = TextField("By when, in words", description="Such as “each day to 30 June”, if that says it better.")
    in_the_way = WordsField("What might get in the way?", max_length=LINE, rows=2)
    then_we = WordsField("What would we do then?", max_length=LINE, rows=2)
    confidence = NumberField(
        "How sure is {name} that it will work out, from 1 to 10?",
        description="Leave it blank if {name} would rather not say.",
        low=1,
        high=10,
    )

    def offer_members(self, members: Iterable[Account]) -> None:
        """The team's members, to choose from."""
        self.done_by_id.offer([("", "Choose a member"), *((str(each.id), each.name) for each in members)])

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        if self.actor_kind.data == ActorKind.MEMBER:
            return self.ask_for("done_by_id", "Choose a member") and is_valid
        if self.actor_kind.data in (ActorKind.CARER, ActorKind.OTHER):
            return self.ask_for("done_by", "Enter the name of whoever does it") and is_valid
        return is_valid

    def command(self) -> StepCommand:
        return StepCommand(
            what=self.what.data,
            actor_kind=ActorKind(self.actor_kind.data),
            done_by_id=UUID(self.done_by_id.data) if self.done_by_id.data else None,
            done_by=self.done_by.data or "",
            with_whom=self.with_whom.data or "",
            by_on=self.by_on.data,
            by_words=self.by_words.data or "",
            in_the_way=self.in_the_way.data or "",
            then_we=self.then_we.data or "",
            confidence=self.confidence.data,
            row_version=self.version(),
        )


class StepStatusForm(PersonForm):
    """How a step went."""

    state = RadioField("How did it go?", required="Say how it went")
    why = WordsField(
        "What happened?", description="Needed when it was not done, or is not needed now.", max_length=LINE, rows=2
    )
    since_on = NHSDateField("On which day?", required="Enter a date", default=today, validators=[NotInFuture()])

    def offer_states(self, now: StepState) -> None:
        """Every state but the one that it is in."""
        self.state.offer([(state.value, state.value.capitalize()) for state in StepState if state is not now])

    def command(self) -> StepStatusCommand:
        return StepStatusCommand(StepState(self.state.data), self.why.data or "", self.since_on.data)
