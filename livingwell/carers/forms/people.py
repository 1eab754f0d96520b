"""Who helps the person, whom the person helps, and that they were asked."""

from typing import Any

from livingwell.adjustments.labels import WAYS
from livingwell.adjustments.models import Way
from livingwell.carers.commands import AnswerWhoHelps, CarerDetails, CarerWishes, HelpedDetails, SayOfCarer
from livingwell.carers.labels import THE_WORD, WHO_HELPS
from livingwell.carers.models import Carer, CarerEventKind, TheWord, WhoHelps
from livingwell.carers.models.carer import EMAIL, PHONE
from livingwell.core.clock import today
from livingwell.core.text import LINE
from livingwell.people.forms.about_person import PersonForm, VersionedForm
from livingwell.web.fields import (
    CheckboxesField,
    EmailField,
    NHSDateField,
    NotInFuture,
    RadioField,
    SelectField,
    TelephoneField,
    TextField,
    WordsField,
)

ALL_WAYS = [(way.value, label) for way, label in WAYS.items() if way is not Way.THROUGH_SOMEONE]
YES, NO = "yes", "no"


class AnswerForm(PersonForm):
    """What the person answered to the question who helps."""

    answer = RadioField(
        "What did {name} answer?",
        choices=[(each.value, label) for each, label in WHO_HELPS.items()],
        required="Say what the answer was",
    )
    said = WordsField("In {name}’s words", max_length=LINE, rows=2)
    on = NHSDateField("When did you ask?", default=today, validators=[NotInFuture()], required="Enter the day")

    def command(self) -> AnswerWhoHelps:
        return AnswerWhoHelps(WhoHelps(self.answer.data), self.said.data or "", self.on.data)


class CarerForm(VersionedForm):
    """Somebody who helps the person, and how to reach and support them."""

    name_of_carer = TextField("Their name", required="Enter a name")
    relation = TextField("Who they are to {name}", description="For example: sister, neighbour, friend.")
    what_they_do = WordsField("What they do for {name}", rows=3)
    the_word = RadioField(
        "Do they use the word “carer”?",
        description="Many who help somebody would not call themselves that. Use their own word with them.",
        choices=[(each.value, label) for each, label in THE_WORD.items()],
        default=TheWord.NOT_ASKED.value,
    )
    is_known = RadioField(
        "Does {name} know that they are on record here?",
        description="While {name} does not know, nothing of this is on {name}’s own pages.",
        choices=[(YES, "Yes"), (NO, "Not yet")],
        required="Say whether they know",
    )
    phone = TelephoneField("Their phone number", max_length=PHONE)
    email = EmailField("Their e-mail address", max_length=EMAIL)
    address = WordsField("Their address", max_length=LINE, rows=3)
    best_way = SelectField("The best way to reach them", choices=[("", "They have not said"), *ALL_WAYS])
    nevers = CheckboxesField("Never use", choices=ALL_WAYS)
    way_words = WordsField("About reaching them, in their words", max_length=LINE, rows=2)
    adjustments = WordsField("What they need from us, in their words", rows=2)

    def __init__(self, *args: Any, carer: Carer | None = None, **values: Any) -> None:
        super().__init__(*args, data=typed_of(carer) if carer else None, **values)

    def command(self) -> CarerDetails:
        return CarerDetails(
            name=self.name_of_carer.data,
            relation=self.relation.data or "",
            what_they_do=self.what_they_do.data or "",
            the_word=TheWord(self.the_word.data or TheWord.NOT_ASKED),
            is_known_to_person=self.is_known.data == YES,
            wishes=wishes_in(self),
            row_version=self.version(),
        )


def wishes_in(form: Any) -> CarerWishes:
    """How a carer asked to be reached, from a form with these fields."""
    return CarerWishes(
        phone=form.phone.data or "",
        email=form.email.data or "",
        address=form.address.data or "",
        best_way=Way(form.best_way.data) if form.best_way.data else None,
        nevers=tuple(Way(each) for each in form.nevers.data or ()),
        way_words=form.way_words.data or "",
        adjustments=form.adjustments.data or "",
    )


def typed_of(carer: Carer) -> dict[str, Any]:
    """What stands, by the names of the fields."""
    names = ("relation", "what_they_do", "the_word", "phone", "email", "address", "way_words", "adjustments")
    return {name: getattr(carer, name) for name in (*names, "row_version")} | {
        "name_of_carer": carer.name,
        "is_known": YES if carer.is_known_to_person else NO,
        "best_way": carer.best_way.value if carer.best_way else "",
        "nevers": [way.value for way in carer.nevers],
    }


class HelpedForm(PersonForm):
    """Somebody whom the person helps."""

    who = TextField(
        "Whom does {name} help?", description="For example: a grandmother, a neighbour.", required="Say who"
    )
    what_they_do = WordsField("What {name} does for them", rows=3)

    def command(self) -> HelpedDetails:
        return HelpedDetails(self.who.data, self.what_they_do.data or "")


class EventForm(PersonForm):
    """What the person asked about somebody who helps them."""

    said = WordsField("What {name} said about it", max_length=LINE, rows=2)

    def command(self, kind: CarerEventKind) -> SayOfCarer:
        return SayOfCarer(kind, self.said.data or "")
