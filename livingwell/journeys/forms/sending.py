"""What a receiver is to read, and what they answer to a member."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from wtforms import ValidationError

from livingwell.careplans.models import HowSaid
from livingwell.core.contact import is_email
from livingwell.core.text import LINE
from livingwell.journeys.hand_over_commands import ComposeSending, Picked, ReceiverAnswer
from livingwell.journeys.models import HandOverAnswerKind
from livingwell.journeys.models.sending import ADDRESS
from livingwell.journeys.wording.telling import (
    Facts,
    adjustment_line,
    contact_details,
    how_to_reach,
    sections_to_offer,
)
from livingwell.passports.models import Section
from livingwell.passports.presenters.passport import HEADINGS
from livingwell.people.forms.about_person import PersonForm
from livingwell.web.fields import CheckboxesField, EmailField, RadioField, TextField, WordsField

TOLD = [(each.value, each.value.capitalize()) for each in HowSaid if each is not HowSaid.ON_THIS_SCREEN]
MORE = {"contact_details": "has_contact_details", "preferences": "has_preferences", "staying_well": "has_staying_well"}


class ComposeForm(PersonForm):
    """To whom it goes, and what is told. Nothing is ticked that the person has not said yes to before."""

    to_name = TextField("Who reads it?", description="A name, if you have one.", required="Say who reads it")
    to_email = EmailField(
        "Their e-mail address", description="Leave it blank to print it, or to read it out.", max_length=ADDRESS
    )
    call_us = TextField(
        "Whom can they call or write to?",
        description="A phone number or e-mail address of yours.",
        required="Enter a phone number or an e-mail address",
    )
    words = WordsField("A few plain words from us", description="No diagnosis. {name} reads it first.", max_length=LINE)
    reply = WordsField("Your answer to their question", max_length=LINE)
    adjustments = CheckboxesField("What {name} needs people to do")
    more = CheckboxesField("How to reach {name}, and staying well")
    sections = CheckboxesField("From {name}’s passport, in their own words")

    def offer(self, facts: Facts, question: str) -> None:
        """What there is to tell, each as it would be read; and what they had asked, if anything."""
        self.question = question
        if not question:
            del self.reply
        self.adjustments.offer([(str(each.id), adjustment_line(each)) for each in facts.adjustments])
        self.sections.offer(
            [
                (each.value, f"{HEADINGS[each]}: {' · '.join(lines)}")
                for each, lines in sections_to_offer(facts.passport)
            ]
        )
        self.more.offer(_more(facts))

    def tick(self, agreed: Picked) -> None:
        """What the person said yes to the last time, as far as it is still there."""
        self.adjustments.data = _there(self.adjustments, [str(each) for each in agreed.adjustment_ids])
        self.sections.data = _there(self.sections, [each.value for each in agreed.sections])
        self.more.data = _there(self.more, [key for key, name in MORE.items() if getattr(agreed, name)])
        self.words.data = agreed.words

    def validate_to_email(self, field: Any) -> None:
        if field.data and not is_email(field.data):
            raise ValidationError("Enter an e-mail address like name@example.com")

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        return (not self.question or self.ask_for("reply", "Write your answer to their question")) and is_valid

    def command(self) -> ComposeSending:
        more = {MORE[key]: True for key in self.more.data or ()}
        picked = Picked(
            adjustment_ids=tuple(UUID(each) for each in self.adjustments.data or ()),
            sections=tuple(Section(each) for each in self.sections.data or ()),
            words=self.words.data or "",
            question=self.question,
            reply=(self.reply.data or "") if self.question else "",
            **more,
        )
        return ComposeSending(self.to_name.data, self.to_email.data or "", self.call_us.data, picked)


class ToldYesForm(PersonForm):
    """The person has seen it and said yes to a member."""

    how = RadioField("How did {name} say yes?", choices=TOLD, required="Choose how {name} said yes")


class KnownForm(PersonForm):
    """How the person heard what the receiver said."""

    how = RadioField("How did you tell {name}?", choices=TOLD, required="Choose how you told {name}")


class StopForm(PersonForm):
    """The person does not want it to go, or to be read any more."""

    why = WordsField("What did {name} say?", description="You can leave this blank.", max_length=LINE)


class ToldAnswerForm(PersonForm):
    """What the receiver told a member."""

    kind = RadioField(
        "What did they say?",
        choices=[
            (HandOverAnswerKind.ACCEPTED.value, "Yes, they support {name}"),
            (HandOverAnswerKind.DECLINED.value, "No"),
            (HandOverAnswerKind.ASKED.value, "They ask something first"),
        ],
        required="Say what they said",
    )
    words = WordsField("In their words", description="Needed for a no, and for a question.", max_length=LINE)
    answered_by = TextField("Who said it?", required="Enter the name of whoever said it")
    role = TextField("What do they do there?")

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        if self.kind.data in (HandOverAnswerKind.DECLINED, HandOverAnswerKind.ASKED):
            is_valid = self.ask_for("words", "Write what they said") and is_valid
        return is_valid

    def command(self) -> ReceiverAnswer:
        kind = HandOverAnswerKind(self.kind.data)
        return ReceiverAnswer(kind, self.answered_by.data, self.role.data or "", self.words.data or "")


def _more(facts: Facts) -> list[tuple[str, str]]:
    details, reach = contact_details(facts), how_to_reach(facts)
    offered = [
        ("contact_details", f"How to get in touch: {'; '.join(details)}" if details else ""),
        ("preferences", f"How they like to be reached: {'; '.join(reach)}" if reach else ""),
        ("staying_well", "All of their plan for staying well" if facts.staying_well else ""),
    ]
    return [(key, label) for key, label in offered if label]


def _there(field: CheckboxesField, wanted: Sequence[str]) -> list[str]:
    there = {choice.value for choice in field.choices}
    return [each for each in wanted if each in there]
