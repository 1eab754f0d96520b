"""What a direction could mean in the person's life."""

from collections.abc import Iterable
from uuid import UUID

from livingwell.careplans.commands import ConsequenceCommand
from livingwell.careplans.models import ConsequenceArea, Goal
from livingwell.core.clock import today
from livingwell.core.text import LONG
from livingwell.people.forms.about_person import PersonForm, VersionedForm
from livingwell.web.fields import NHSDateField, NotInFuture, RadioField, SelectField, WordsField

AREAS = [(area.value, area.value.capitalize()) for area in ConsequenceArea]


class ConsequenceForm(VersionedForm):
    """Something that could follow."""

    area = RadioField("Which part of life could it touch?", choices=AREAS, required="Choose a part of life")
    what = WordsField("What could it mean for {name}?", required="Say what it could mean", max_length=LONG, rows=4)
    goal_id = SelectField("Which goal is it about?", choices=[("", "The plan as a whole")])

    def offer_goals(self, goals: Iterable[Goal]) -> None:
        """The goals of this plan, to choose from."""
        numbered = ((str(goal.id), f"Goal {goal.number}: {goal.words[:80]}") for goal in goals)
        self.goal_id.offer([("", "The plan as a whole"), *numbered])

    def command(self) -> ConsequenceCommand:
        goal_id = UUID(self.goal_id.data) if self.goal_id.data else None
        return ConsequenceCommand(ConsequenceArea(self.area.data), self.what.data, goal_id, self.version())


class TalkForm(PersonForm):
    """When it was talked through, and what the person decided."""

    on = NHSDateField(
        "When was it talked through with {name}?",
        required="Enter the day when it was talked through",
        default=today,
        validators=[NotInFuture()],
    )
    decided = WordsField(
        "What did {name} decide, in their words?", description="Leave it blank if {name} is still thinking.", rows=3
    )
