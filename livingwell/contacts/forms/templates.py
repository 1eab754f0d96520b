"""A team's templates, and its list of words that judge."""

from livingwell.contacts.wording.placeholders import MEANINGS
from livingwell.contacts.writing_commands import EditTemplate
from livingwell.core.text import LONG, SHORT
from livingwell.people.forms.about_person import VersionField
from livingwell.web.fields import TextField, WordsField, YesField
from livingwell.web.forms import Form

LONGEST_LIST = 20_000


class NumberedForm(Form):
    """A form that makes the next version: `number` is the one that was read."""

    number = VersionField("Version")

    def read_number(self) -> int:
        """The version that was read; one that there is never where what was sent is no number."""
        sent = self.number.data or ""
        return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 9 else -1


class TemplateForm(NumberedForm):
    """A template in words. What it leaves open stands in braces."""

    name = TextField("Name of the template", required="Enter a name", max_length=SHORT)
    subject = TextField("Subject of an e-mail, heading of a letter", required="Enter a subject", max_length=SHORT)
    words = WordsField("Words for a letter or an e-mail", max_length=LONG, rows=14)
    text_words = WordsField("Words for a text", max_length=900, rows=4)
    is_put_away = YesField("Put it away: do not offer it any more")

    def command(self) -> EditTemplate:
        return EditTemplate(
            name=self.name.data,
            subject=self.subject.data,
            words=self.words.data or "",
            text_words=self.text_words.data or "",
            number=self.read_number(),
            is_put_away="is_put_away" in self and bool(self.is_put_away.data),
        )


class WordsToAvoidForm(NumberedForm):
    """The list, a line for each."""

    lines = WordsField(
        "Words that judge, each with what to say instead",
        description="One on a line: the words, a colon, and your team’s own alternative.",
        max_length=LONGEST_LIST,
        rows=20,
    )


PLACEHOLDERS = tuple((f"{{{name}}}", meaning) for name, meaning in MEANINGS.items())
