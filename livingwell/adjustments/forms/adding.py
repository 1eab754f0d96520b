"""Adding several adjustments at once."""

from collections.abc import Iterator
from typing import Any

from wtforms import ValidationError

from livingwell.adjustments.catalogue import CHOICES
from livingwell.adjustments.commands import AddAdjustments, NewAdjustment
from livingwell.adjustments.labels import HOW_WE_KNOW
from livingwell.adjustments.models import HowWeKnow
from livingwell.core.text import LINE, LONG
from livingwell.people.forms.about_person import PersonForm
from livingwell.web.fields import CheckboxesField, RadioField, TextField, WordsField, YesField

ALL_CHOICES = [(choice.key, choice.label) for choice in CHOICES]
KEYS_OF_LANGUAGES = {choice.language: choice.key for choice in CHOICES if choice.language}
ALL_WAYS_TO_KNOW = [(how.value, label) for how, label in HOW_WE_KNOW.items()]
FIND = "find"
"""The name of the button that only looks for choices, and saves nothing."""


class PicksField(CheckboxesField):
    """Ticks, and a box for an interpreter's language, which may be left empty and sends the language's name."""

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata([KEYS_OF_LANGUAGES.get(value, value) for value in valuelist if value])


class PickFields(PersonForm):
    """Choices of the catalogue, and own words. The page shows the choices itself, under their headings."""

    sought = TextField("Find a choice", description="Type a word, such as quiet, text or Polish.")
    picked = PicksField("Choices", choices=ALL_CHOICES)
    own_words = WordsField(
        "Or in words of your own", description="One on each line, as {name} would say it.", max_length=LONG, rows=2
    )

    def validate_own_words(self, field: WordsField) -> None:
        if any(len(line) > LINE for line in field.data.splitlines()):
            raise ValidationError(f"Each line must be {LINE:,} characters or fewer")

    def own_lines(self) -> list[str]:
        return [line.strip() for line in (self.own_words.data or "").splitlines() if line.strip()]

    def ask_for_any(self) -> bool:
        """Whether something was picked or written; says what to do where nothing was."""
        if self.own_lines() or self.picked.data:
            return True
        self.picked.errors = ["Choose at least one, or write one in words of your own"]
        return False

    def new_ones(self) -> tuple[NewAdjustment, ...]:
        return tuple(self._new_ones())

    def _new_ones(self) -> Iterator[NewAdjustment]:
        yield from (NewAdjustment(choice_key=key) for key in self.picked.data or ())
        yield from (NewAdjustment(own_words=line) for line in self.own_lines())


class AddForm(PickFields):
    """Several at once, and how we know of them."""

    how_we_know = RadioField("How do we know?", choices=ALL_WAYS_TO_KNOW, required="Say how we know")
    is_informed = YesField("{name} knows that this goes on record, and may object to our sharing it")

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        return self.ask_for_any() and is_valid

    def command(self) -> AddAdjustments:
        return AddAdjustments(
            self.new_ones(), HowWeKnow(self.how_we_know.data), is_informed=bool(self.is_informed.data)
        )
