"""What the talk changes in the plan."""

from collections.abc import Iterable
from uuid import UUID

from livingwell.careplans.commands import ConsequenceCommand, GoalCommand, StepCommand
from livingwell.careplans.models import ActorKind, ConsequenceArea, LifeArea, WhoseWords
from livingwell.core.clock import today
from livingwell.core.text import LINE
from livingwell.discussions.forms.choosing import (
    THEMSELF,
    Pairs,
    names_as_choices,
)
from livingwell.identity.models import Membership
from livingwell.web.fields import (
    NHSDateField,
    NumberField,
    SelectField,
    TextField,
)
from livingwell.web.forms import Form


class GoalHereForm(Form):
    """A goal, added from the discussion: the few things that the talk can say. The rest is on the plan."""

    words = TextField("The goal, in their words", required="Write down the goal", max_length=LINE)
    whose_words = SelectField("Whose words", required="Say whose words these are")
    life_area = SelectField("Part of life", required="Choose a part of life")
    baseline = NumberField("How close they say they are now, 0 to 10, if they said", low=0, high=10)

    def offer(self, name: str) -> None:
        whose = (f"{name}’s own words", "Ours together", "Suggested, to ask them about")
        self.whose_words.offer([("", "Choose"), *zip((each.value for each in WhoseWords), whose, strict=True)])
        self.life_area.offer([("", "Choose"), *((area.value, area.value.capitalize()) for area in LifeArea)])

    def command(self, suggested_by: str) -> GoalCommand:
        whose = WhoseWords(self.whose_words.data)
        is_suggested = whose is WhoseWords.SUGGESTED
        return GoalCommand(
            words=self.words.data,
            whose_words=whose,
            said_on=today(),
            life_area=LifeArea(self.life_area.data),
            suggested_by=suggested_by if is_suggested else "",
            is_rated=self.baseline.data is not None and not is_suggested,
            baseline=None if is_suggested else self.baseline.data,
        )


class StepHereForm(Form):
    """A step, added from the discussion."""

    goal = SelectField("Towards which goal", required="Choose a goal")
    what = TextField("What will be done", required="Say what will be done", max_length=LINE)
    who = SelectField("Who does it", required="Choose who does it")
    by = NHSDateField("By when, if there is a date")

    def offer(self, goals: Pairs, members: Iterable[Membership], name: str) -> None:
        self.goal.offer([("", "Choose a goal"), *goals])
        self.who.offer([(THEMSELF, name), *names_as_choices(members)])

    def command(self) -> StepCommand:
        is_person = self.who.data == THEMSELF
        return StepCommand(
            what=self.what.data,
            actor_kind=ActorKind.PERSON if is_person else ActorKind.MEMBER,
            done_by_id=None if is_person else UUID(self.who.data),
            by_on=self.by.data,
        )


class ConsequenceHereForm(Form):
    """What a direction could mean in the person's life, raised in the discussion."""

    area = SelectField(
        "It could touch",
        choices=[("", "Choose"), *((area.value, area.value.capitalize()) for area in ConsequenceArea)],
        required="Choose what it could touch",
    )
    what = TextField("What it could mean", required="Say what it could mean", max_length=LINE)

    def command(self) -> ConsequenceCommand:
        return ConsequenceCommand(ConsequenceArea(self.area.data), self.what.data)
