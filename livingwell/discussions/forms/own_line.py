"""What the person says before their discussion, as a member writes it down for them or with them."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from livingwell.core.text import LONG, SHORT
from livingwell.discussions.commands import SayLine
from livingwell.discussions.forms.choosing import names_as_choices
from livingwell.discussions.models import Way
from livingwell.identity.models import Membership
from livingwell.passports.forms.lines import PassportLines
from livingwell.web.fields import RadioField, SelectField, TextField, WordsField

WAYS = (
    (Way.COME, "They come"),
    (Way.SEND_WORDS, "They send words and do not come"),
    (Way.SPEAKER, "Somebody speaks for them"),
    (Way.NOT_SURE, "They do not know yet"),
)


class LineForm(PassportLines):
    """What the person says to their discussion and how they take part, or why they were not asked."""

    talk_about = WordsField("Please talk about", max_length=LONG, rows=2)
    please_dont = WordsField("Please don’t talk about", max_length=LONG, rows=2)
    words = WordsField("Anything else, in their words", max_length=LONG, rows=2)
    who_there = WordsField("Whom they would like there", max_length=LONG, rows=2)
    way = RadioField("How they take part", choices=[(way.value, words) for way, words in WAYS])
    speaker = TextField("Who speaks for them", max_length=SHORT)
    how = TextField(
        "How they said it",
        max_length=SHORT,
        description="For example, told us by phone on 3 May, or we wrote it together",
    )
    not_asked_because = WordsField(
        "They were not asked, because",
        max_length=LONG,
        rows=2,
        description="Only if there is nothing from them. They can read this once they are told what was decided",
    )
    brought_by = SelectField("Brought by", required="Choose who brings it")

    def offer(self, members: Iterable[Membership]) -> None:
        self.brought_by.offer(names_as_choices(members))

    def validate(self, extra_validators: Any = None) -> bool:
        """Something from them or a reason, and not both: asked here because each box alone may stay empty."""
        is_fine = bool(super().validate(extra_validators))
        said = (self.talk_about, self.please_dont, self.words, self.who_there, self.way)
        has_said = any(each.data for each in said)
        if has_said and self.not_asked_because.data:
            return self._refuse_field(self.not_asked_because, "Write what they said or why they were not asked")
        if not has_said and not self.not_asked_because.data:
            return self._refuse_field(self.talk_about, "Write what they said, or why they were not asked")
        if self.way.data == Way.SPEAKER and not self.speaker.data:
            return self._refuse_field(self.speaker, "Write the name of who speaks for them")
        return is_fine

    def command(self) -> SayLine:
        return SayLine(
            brought_by_id=UUID(self.brought_by.data),
            talk_about=self.talk_about.data or "",
            please_dont=self.please_dont.data or "",
            words=self.words.data or "",
            how=self.how.data or "",
            not_asked_because=self.not_asked_because.data or "",
            who_there=self.who_there.data or "",
            way=Way(self.way.data) if self.way.data else None,
            speaker=self.speaker.data or "",
        )

    def _refuse_field(self, field: Any, message: str) -> bool:
        field.errors = [*field.errors, message]
        return False
