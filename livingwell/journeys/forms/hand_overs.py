"""The steps of a hand-over, and how it ends."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from livingwell.careplans.models import ActorKind
from livingwell.core.clock import today
from livingwell.core.text import LINE
from livingwell.identity.models import Account, Profession
from livingwell.journeys.hand_over_commands import StepOutcome, StepPlan
from livingwell.journeys.models import HandOverStep, HandOverStepKind
from livingwell.people.forms.about_person import PersonForm, VersionedForm
from livingwell.web.fields import NHSDateField, NotInFuture, RadioField, SelectField, TextField, WordsField

OTHERS = (ActorKind.PERSON, ActorKind.CARER, ActorKind.OTHER)


class StepForm(VersionedForm):
    """Who does a step, and by when."""

    who = SelectField("Who does it?", required="Choose who does it")
    done_by = TextField("Their name", description="For a carer, or somebody where {name} is going.")
    by_on = NHSDateField("By when?", required="Enter a date")
    what = WordsField("What will be done?", max_length=LINE, rows=2)

    def offer(self, kind: HandOverStepKind, members: Iterable[Account], receiver: str) -> None:
        """Whoever can do it. A peer is the first to be asked to go along to a visit."""
        self.kind = kind
        ordered = list(members)
        if kind is HandOverStepKind.VISITED:
            ordered.sort(key=lambda each: each.profession is not Profession.PEER_SUPPORT_WORKER)
        self.who.offer(
            [
                *([] if kind is HandOverStepKind.VISITED else [("", "Choose who does it")]),
                *((str(each.id), f"{each.name}, {each.calling}") for each in ordered),
                (ActorKind.PERSON.value, self.name),
                (ActorKind.CARER.value, f"A carer, or somebody close to {self.name}"),
                (ActorKind.OTHER.value, f"Somebody at {receiver}"),
            ]
        )

    def begin_with(self, step: HandOverStep) -> None:
        """Show a step as it stands."""
        self.who.data = str(step.done_by_id) if step.done_by_id else step.actor_kind.value
        self.done_by.data = step.done_by if step.actor_kind in (ActorKind.CARER, ActorKind.OTHER) else ""
        self.what.data = step.what
        self.by_on.process(None, step.by_on)
        self.row_version.process_data(step.row_version)

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        if self.who.data in (ActorKind.CARER, ActorKind.OTHER):
            is_valid = self.ask_for("done_by", "Enter the name of whoever does it") and is_valid
        if self.kind is HandOverStepKind.OTHER:
            is_valid = self.ask_for("what", "Say what will be done") and is_valid
        return is_valid

    def command(self) -> StepPlan:
        is_member = self.who.data not in {each.value for each in OTHERS}
        return StepPlan(
            kind=self.kind,
            by_on=self.by_on.data,
            actor_kind=ActorKind.MEMBER if is_member else ActorKind(self.who.data),
            done_by_id=UUID(self.who.data) if is_member else None,
            done_by=self.done_by.data or "",
            what=self.what.data or "",
            row_version=self.version(),
        )


class StepOutcomeForm(PersonForm):
    """What became of a step."""

    became = RadioField(
        "What became of it?",
        choices=[("done", "It is done"), ("dropped", "It is not needed, or can’t be done")],
        required="Say what became of it",
    )
    words = WordsField("How did it go, or why not?", max_length=LINE, rows=3)
    on = NHSDateField("On which day?", required="Enter a date", default=today, validators=[NotInFuture()])

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        if self.became.data == "dropped":
            is_valid = self.ask_for("words", "Say why, in a few words") and is_valid
        return is_valid

    def command(self) -> StepOutcome:
        return StepOutcome(self.became.data == "done", self.on.data, self.words.data or "")


class EndForm(PersonForm):
    """Why a hand-over ends."""

    why = WordsField("Why does it end?", required="Say why it ends", max_length=LINE, rows=3)
