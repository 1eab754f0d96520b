"""What a carer may know, as the person told a member; what the carer tells us; and what the carer is offered."""

from collections.abc import Iterable
from typing import Any

from livingwell.carers.commands import Share, TakeStep, Tell, Told
from livingwell.carers.labels import HOW_TOLD, MAY_SEE, STAGES, TOPICS
from livingwell.carers.models import HowTold, MayPersonSee, OfferKind, OfferStage
from livingwell.carers.models.sharing import USUAL
from livingwell.core.clock import today
from livingwell.core.text import LINE
from livingwell.people.forms.about_person import PersonForm
from livingwell.people.models import Topic
from livingwell.web.fields import CheckboxesField, NHSDateField, NotInFuture, NotInPast, RadioField, WordsField

ALL_WAYS_TO_TELL = [(each.value, label) for each, label in HOW_TOLD.items()]


class CarersForm(PersonForm):
    """A form that speaks of the carer by name too."""

    def __init__(self, *args: Any, carer_name: str, **values: Any) -> None:
        super().__init__(*args, **values)
        self.carer_name = carer_name
        for field in self:
            field.label.text = field.label.text.replace("{carer}", carer_name)
            for choice in getattr(field, "choices", None) or ():
                choice.label = choice.label.replace("{carer}", carer_name)


class SharingForm(CarersForm):
    """The whole of what a carer may know: what is not ticked is withdrawn."""

    topics = CheckboxesField(
        "What may {carer} know?",
        description="What you leave out ends at once.",
        choices=[(each.value, label) for each, label in TOPICS.items()],
    )
    review_on = NHSDateField(
        "Ask {name} again by",
        description="Sharing ends after this day unless {name} has been asked again. At most a year away.",
        validators=[NotInPast()],
        default=lambda: today() + USUAL,
    )
    how = RadioField("How did {name} tell us?", choices=ALL_WAYS_TO_TELL, required="Say how we were told")
    told_on = NHSDateField("When?", default=today, validators=[NotInFuture()], required="Enter the day")
    said = WordsField("In {name}’s words", max_length=LINE, rows=2)

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        return (not self.topics.data or self.ask_for("review_on", "Enter a day to ask again by")) and is_valid

    def command(self) -> Share:
        until = {Topic(each): self.review_on.data for each in self.topics.data or ()}
        return Share(until, told=Told(HowTold(self.how.data), self.told_on.data, self.said.data or ""))


class TellForm(CarersForm):
    """What a carer told a member."""

    words = WordsField("What did {carer} tell us?", required="Write what we were told", rows=6)
    may_see = RadioField(
        "May {name} see this? Ask {carer}",
        choices=[(each.value, label) for each, label in MAY_SEE.items()],
        required="Say what the answer was",
    )
    how = RadioField("How did they tell us?", choices=ALL_WAYS_TO_TELL, required="Say how we were told")
    on = NHSDateField("When?", default=today, validators=[NotInFuture()], required="Enter the day")

    def command(self) -> Tell:
        return Tell(self.words.data, MayPersonSee(self.may_see.data), HowTold(self.how.data), self.on.data)


class SayForm(CarersForm):
    """The carer's own say on whether the person may see what they told us."""

    may_see = RadioField(
        "What does {carer} say?",
        choices=[(each.value, label) for each, label in MAY_SEE.items()],
        required="Say what the answer was",
    )

    def chosen(self) -> MayPersonSee:
        return MayPersonSee(self.may_see.data)


class AcknowledgeForm(CarersForm):
    """That it was read, and a word back."""

    words = WordsField("A word back to {carer}, if you like", max_length=LINE, rows=2)


class OfferForm(CarersForm):
    """The next step of an offer."""

    stage = RadioField("What happened?", required="Say what happened")
    said = WordsField("To whom, why, or what came of it", max_length=LINE, rows=2)
    on = NHSDateField("When?", default=today, validators=[NotInFuture()], required="Enter the day")

    def __init__(self, *args: Any, stages: Iterable[OfferStage], **values: Any) -> None:
        super().__init__(*args, **values)
        self.stage.offer([(each.value, STAGES[each]) for each in stages])

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        needs_words = self.stage.data in set(OfferStage) and OfferStage(self.stage.data).needs_words
        return (not needs_words or self.ask_for("said", "Say to whom, or what came of it")) and is_valid

    def command(self, kind: OfferKind) -> TakeStep:
        return TakeStep(kind, OfferStage(self.stage.data), self.said.data or "", self.on.data)
