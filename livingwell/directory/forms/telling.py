"""Saying what a service is like."""

from wtforms import Field, ValidationError

from livingwell.core.text import LINE
from livingwell.directory.commands import SayFeature
from livingwell.directory.forms.entry import EntryForm
from livingwell.directory.models import Feature
from livingwell.directory.words import FEATURES
from livingwell.web.fields import RadioField, SelectField, WordsField

OWN = "own"
YES, NO = "yes", "no"


class FeatureForm(EntryForm):
    """One thing at a time: from the list, or in words of one's own."""

    feature = SelectField(
        "What do you know about?",
        choices=[
            ("", "Choose one"),
            *((feature.value, words) for feature, words in FEATURES.items()),
            (OWN, "Something else, in my own words"),
        ],
        required="Choose what you know about",
    )
    is_so = RadioField(
        "Is it so at {name}?", choices=[(YES, "Yes, it is so"), (NO, "No, it is not so")], required="Choose yes or no"
    )
    words = WordsField(
        "In your own words",
        description="For example, ask at the desk for the blue room. Write nothing about people who go there",
        max_length=LINE,
    )

    def validate_words(self, field: Field) -> None:
        if self.feature.data == OWN and not field.data:
            raise ValidationError("Write what it is like, or choose from the list")

    def command(self) -> SayFeature:
        is_own = self.feature.data == OWN
        return SayFeature(
            is_so=self.is_so.data == YES,
            feature=None if is_own else Feature(self.feature.data),
            words=self.words.data or "",
        )
