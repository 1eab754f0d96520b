"""What is written to a person, and sending it."""

from typing import Any

from livingwell.adjustments.models import Way
from livingwell.contacts.forms.guarded import GuardedForm
from livingwell.contacts.writing_commands import LONGEST, WriteLetter
from livingwell.core.text import LINE, SHORT
from livingwell.passports.forms.lines import PassportLines
from livingwell.people.forms.about_person import PersonForm, VersionedForm
from livingwell.web.fields import TextField, WordsField, YesField


class WriteForm(PassportLines, VersionedForm):
    """The words of a text, an e-mail or a letter; their format is the person's."""

    subject = TextField("What it is about", required="Write what it is about", max_length=SHORT)
    words = WordsField("Your words", required="Write the message", max_length=LONGEST, rows=12)
    asks_for_answer = YesField("Ask for an answer in one press: yes, more time, or another way")
    translated_by = TextField(
        "Who puts this into {language}?",
        description="Living Well does not translate. Name the interpreter or colleague, or say why it goes as it is.",
        required="Say who puts this into {language}",
        max_length=SHORT,
    )

    def __init__(self, *args: Any, way: Way, language: str = "", **values: Any) -> None:
        super().__init__(*args, **values)
        self.way = way
        if way is Way.TEXT:
            del self.subject
            self.words.description = "Up to 900 characters. A locked phone shows the first words to anybody."
        if way is Way.EMAIL:
            self.subject.description = "Anybody who sees the screen can read this. Nothing about health."
        if way is Way.LETTER:
            del self.asks_for_answer
        if language:
            self._name_language(language)
        else:
            del self.translated_by

    def command(self, template_key: str) -> WriteLetter:
        return WriteLetter(
            way=self.way,
            words=self.words.data,
            subject=self._given("subject"),
            template_key=template_key,
            asks_for_answer=bool(self._given("asks_for_answer")),
            translated_by=self._given("translated_by"),
            row_version=self.version(),
        )

    def _given(self, name: str) -> Any:
        return (self[name].data or "") if name in self else ""

    def _name_language(self, language: str) -> None:
        field = self.translated_by
        field.label.text = field.label.text.replace("{language}", language)
        field.validators[0].message = f"Say who puts this into {language}"


class SendForm(GuardedForm, VersionedForm):
    """Sending what was looked at, in the version that was looked at."""


class NotSentForm(PersonForm):
    """Why a message that waits is not to go."""

    why_not = WordsField("Why should it not go?", required="Say why it should not go", max_length=LINE, rows=2)
