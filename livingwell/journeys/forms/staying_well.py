"""The staying-well plan, written together; and the person's word that it is theirs."""

from typing import Any

from livingwell.careplans.forms.about_person import HOW
from livingwell.careplans.models import HowSaid
from livingwell.core.clock import today
from livingwell.core.text import LONG
from livingwell.journeys.models import StayingPart, StayingWellPlan
from livingwell.journeys.models.staying_well import Said
from livingwell.journeys.staying_commands import AgreeStayingWell, WriteStayingWell
from livingwell.people.forms.about_person import PersonForm, VersionedForm
from livingwell.web.fields import CheckboxesField, NHSDateField, NotInFuture, SelectField, WordsField
from livingwell.web.forms import Form

SAID = "said_"
"""What the name of a part's choices begins with."""


def _part(label: str, hint: str = "") -> WordsField:
    return WordsField(label, description=hint, max_length=LONG, rows=3)


def _said() -> CheckboxesField:
    return CheckboxesField("{name} has said this already")


class OfferedParts(Form):
    """A form with boxes for some parts, each of which can be filled with what the person has said already.

    Stands before the form's other bases. What is chosen goes under the words that were typed, word for word.
    """

    def offer(self, said: Said, plan: StayingWellPlan | None) -> None:
        """Offer what stands in no box yet; where that is nothing, nothing is asked."""
        for part in self.parts():
            stands = plan.part(part).split("\n") if plan else []
            lines = [line for line in said.get(part, ()) if line not in stands]
            if lines:
                self[SAID + part].offer([(line, line) for line in lines])
            else:
                del self[SAID + part]

    def parts(self) -> tuple[StayingPart, ...]:
        """The parts that the form asks for."""
        return tuple(part for part in StayingPart if part in self)

    def words(self) -> dict[StayingPart, str]:
        """What was typed in each."""
        return {part: self[part].data or "" for part in self.parts()}

    def validate(self, extra_validators: Any = None) -> bool:
        """Put the chosen lines in first: then the words are judged, and shown again, as they will be saved."""
        for part in self.parts():
            if SAID + part in self:
                self._put_in(self[part], self[SAID + part])
        return bool(super().validate(extra_validators))

    def _put_in(self, box: Any, said: Any) -> None:
        offered = {choice.value for choice in said.iter_choices()}
        there = (box.data or "").split("\n")
        chosen = [line for line in said.data or [] if line in offered and line not in there]
        box.data = "\n".join(filter(None, [box.data, *chosen]))
        said.data = []


class StayingWellForm(OfferedParts, VersionedForm):
    """All of it, in the order in which it is read. Each part may be left out."""

    keeps_me_well = _part("What keeps {name} well?")
    said_keeps_me_well = _said()
    early_signs = _part("What are the first signs that things get harder?")
    said_early_signs = _said()
    triggers = _part("What can make things harder?")
    said_triggers = _said()
    what_helps = _part("What helps {name} then?")
    said_what_helps = _said()
    who_to_call = _part("Who can {name} call, and how?", "It goes on the wallet card. Ask whether they may be named.")
    said_who_to_call = _said()
    what_should_happen = _part("What should happen then, and what should not?")
    said_what_should_happen = _said()

    def command(self) -> WriteStayingWell:
        return WriteStayingWell(self.words(), self.version() or 0)


class StayingWellAgreedForm(PersonForm):
    """When and how the person said that it is theirs. Nothing is chosen beforehand."""

    on = NHSDateField("When did {name} say so?", required="Enter a date", default=today, validators=[NotInFuture()])
    how = SelectField("How did {name} say so?", choices=HOW, required="Choose how {name} said so")

    def command(self, number: int) -> AgreeStayingWell:
        return AgreeStayingWell(number, self.on.data, HowSaid(self.how.data))
