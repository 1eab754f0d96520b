"""Putting in what the person wrote in their passport, in any form that takes words."""

from collections.abc import Iterable
from typing import Any

from livingwell.passports.models import PassportLine
from livingwell.web.fields import CheckboxesField
from livingwell.web.forms import Form


class PassportLines(Form):
    """A form that offers the passport's lines. Those that are chosen go under the words that were typed.

    Stands before the form's other bases. `goes_to` is the name of the box.
    """

    lines = CheckboxesField(
        "Put in from the passport",
        description="In their own words, so that they need not say it again. It is counted in the passport.",
    )
    goes_to = "words"

    def offer_lines(self, lines: Iterable[PassportLine]) -> None:
        """Offer these; nothing is asked where there are none."""
        self.words_by_id = {str(line.id): line.words for line in lines}
        if self.words_by_id:
            self.lines.offer(self.words_by_id.items())
        else:
            del self.lines

    def validate(self, extra_validators: Any = None) -> bool:
        """Put the chosen lines in first: then the words are judged, and shown again, as they will be saved."""
        if "lines" in self:
            chosen = [self.words_by_id[each] for each in self.lines.data or [] if each in self.words_by_id]
            box = self[self.goes_to]
            box.data = "\n".join(filter(None, [box.data, *chosen]))
            self.lines.data = []
        return bool(super().validate(extra_validators))
