"""The way back: agreeing it with the person, telling them, and pressing it for them."""

from collections.abc import Iterator
from typing import Any

from livingwell.adjustments.labels import STANDINGS, WAYS
from livingwell.adjustments.models import ContactPreferences, Standing, Way
from livingwell.careplans.forms.about_person import HOW
from livingwell.careplans.models import HowSaid
from livingwell.core.clock import today
from livingwell.core.text import LINE, SHORT
from livingwell.journeys.staying_commands import AgreeWayBack, TellWayBack
from livingwell.people.forms.about_person import PersonForm, VersionedForm
from livingwell.web.fields import NHSDateField, NotInFuture, NotInPast, SelectField, TextField, WordsField

NOT_TOLD = [("", "They have not been told yet"), *HOW[1:]]


class WayBackForm(VersionedForm):
    """Until when, to whom, and in which way of theirs."""

    until_on = NHSDateField("Until when can {name} come back?", required="Enter a date", validators=[NotInPast()])
    to_whom = TextField(
        "Whom does {name} reach?",
        description="A name that {name} knows, or the team.",
        required="Say who answers when they come back",
        max_length=SHORT,
    )
    way = SelectField("In which way do we answer?", required="Choose a way that is right for {name}")
    how = WordsField(
        "How it works, in words that {name} can keep",
        description="Like: a text with the word “back” is enough. No reason is needed. You may leave this empty.",
        max_length=LINE,
        rows=3,
    )
    told_how = SelectField("How was {name} told?", choices=NOT_TOLD)
    told_on = NHSDateField("When was {name} told?", default=today, validators=[NotInFuture()])

    def offer_ways(self, preferences: ContactPreferences | None) -> None:
        """Offer every way but those that the person said never to, what they like best first."""
        self.way.offer([("", "Choose how"), *_ways(preferences)])

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        if self.told_how.data:
            return self.ask_for("told_on", "Enter the day when {name} was told") and is_valid
        return is_valid

    def command(self) -> AgreeWayBack:
        told = TellWayBack(self.told_on.data, HowSaid(self.told_how.data)) if self.told_how.data else None
        return AgreeWayBack(
            until_on=self.until_on.data,
            to_whom=self.to_whom.data or "",
            way=Way(self.way.data),
            replaces=self.version() or 0,
            how=self.how.data or "",
            told=told,
        )


class WayBackToldForm(PersonForm):
    """When and how a member told them."""

    told_on = NHSDateField("When was {name} told?", required="Enter a date", default=today, validators=[NotInFuture()])
    told_how = SelectField("How was {name} told?", choices=HOW, required="Choose how {name} was told")

    def command(self) -> TellWayBack:
        return TellWayBack(self.told_on.data, HowSaid(self.told_how.data))


class ComeBackForm(PersonForm):
    """What the person said to a member: it opens support again. No reason is needed."""

    told_how = SelectField("How did {name} say so?", choices=HOW, required="Choose how {name} said so")
    words = WordsField(
        "What {name} said, in their words",
        description="You may leave this empty. Nobody has to say why.",
        max_length=LINE,
        rows=3,
    )

    def how(self) -> HowSaid:
        return HowSaid(self.told_how.data)


def _ways(preferences: ContactPreferences | None) -> Iterator[tuple[str, str]]:
    said = {each.way: each.standing for each in preferences.ways} if preferences else {}
    order = {Standing.BEST: 0, Standing.FINE: 1, None: 2, Standing.ONLY_IF_URGENT: 3}
    for way in sorted((way for way in Way if said.get(way) in order), key=lambda way: order[said.get(way)]):
        standing = said.get(way)
        yield way.value, f"{WAYS[way]} ({STANDINGS[standing].lower()})" if standing else WAYS[way]
