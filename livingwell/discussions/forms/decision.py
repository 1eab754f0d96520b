"""Decisions, and what became of them."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from wtforms import ValidationError

from livingwell.core.text import LINE, SHORT
from livingwell.discussions.commands import (
    Answer,
    Decide,
    TurnAway,
)
from livingwell.discussions.forms.choosing import (
    SOMEBODY_ELSE,
    THEMSELF,
    Pairs,
    names_as_choices,
)
from livingwell.discussions.models import (
    Doer,
    Outcome,
)
from livingwell.identity.models import Membership
from livingwell.web.fields import (
    NHSDateField,
    RadioField,
    SelectField,
    TextField,
)
from livingwell.web.forms import Form

OUTCOMES = [(outcome.value, outcome.label) for outcome in Outcome]


class DecisionForm(Form):
    """One decision: one line, a person and a date."""

    what = TextField("Next decision", required="Write what was decided", max_length=LINE)
    why = TextField("Why", max_length=LINE)
    who = SelectField("Who", required="Choose a person")
    doer_name = TextField("Their name, if somebody else does it", max_length=SHORT)
    by = NHSDateField("By when", required="Enter a date")
    changes = SelectField("Changes in the plan")

    def offer(self, members: Iterable[Membership], name: str, account_id: UUID, lines: Pairs) -> None:
        """Whom and what the form lets choose. What the person does, whoever writes it down stands beside."""
        beside = [(THEMSELF, f"{name}, with you beside them"), (SOMEBODY_ELSE, "Somebody else, with you beside them")]
        self.who.offer([("", "Choose a person"), *names_as_choices(members), *beside])
        self.changes.offer([("", "Nothing in the plan"), *lines])
        self.account_id = account_id

    def validate_doer_name(self, field: Any) -> None:
        if self.who.data == SOMEBODY_ELSE and not field.data:
            raise ValidationError("Enter the name of whoever does it")

    def command(self) -> Decide:
        is_member = self.who.data not in (THEMSELF, SOMEBODY_ELSE)
        kind, _, line = (self.changes.data or "").partition(":")
        return Decide(
            what=self.what.data,
            why=self.why.data or "",
            member_id=UUID(self.who.data) if is_member else self.account_id,
            doer=Doer.MEMBER if is_member else Doer(self.who.data),
            doer_name=(self.doer_name.data or "") if self.who.data == SOMEBODY_ELSE else "",
            by_on=self.by.data,
            goal_id=UUID(line) if kind == "goal" else None,
            step_id=UUID(line) if kind == "step" else None,
        )


class TurnAwayForm(Form):
    """The decision that a referral is not for this team, with what the person is owed."""

    helped_instead_by = TextField("Who will help instead", required="Say who will help instead", max_length=LINE)
    told_by = TextField("Who told them, or who will and by when", required="Say who tells them", max_length=LINE)
    way_back = TextField("How they can come back", required="Say how they can come back", max_length=LINE)
    why = TextField("Why", required="Say why", max_length=LINE)
    who = SelectField("Who sees to it", required="Choose a person")
    by = NHSDateField("By when", required="Enter a date")

    def offer(self, members: Iterable[Membership]) -> None:
        self.who.offer([("", "Choose a person"), *names_as_choices(members)])

    def command(self) -> TurnAway:
        return TurnAway(
            helped_instead_by=self.helped_instead_by.data,
            told_by=self.told_by.data,
            way_back=self.way_back.data,
            why=self.why.data,
            member_id=UUID(self.who.data),
            by_on=self.by.data,
        )


class AnswerForm(Form):
    """What became of a decision."""

    outcome = RadioField("What happened", choices=OUTCOMES, required="Choose what happened")
    why = TextField("Why, in a few words", required="Say why, in a few words", max_length=LINE)

    def command(self) -> Answer:
        return Answer(Outcome(self.outcome.data), self.why.data)
