"""What the person says before a discussion about them, and after it: one question a form."""

from typing import Any

from flask_babel import lazy_gettext as _

from livingwell.core.text import LINE, LONG, SHORT
from livingwell.discussions.commands import AnswerTelling
from livingwell.discussions.models import IsItRight, Way
from livingwell.passports.forms.lines import PassportLines
from livingwell.portal.forms.own import OwnForm
from livingwell.portal.questions import Question, way_choices
from livingwell.portal.saying import gettext
from livingwell.web.fields import CheckboxesField, RadioField, TextField, WordsField


class OwnWordsForm(PassportLines, OwnForm):
    """One answer in the person's own words. Empty takes an earlier one back."""

    words = WordsField(_("Your words"), max_length=LONG, rows=5)
    lines = CheckboxesField(
        _("Use words from my passport"), description=_("You wrote this before. You need not write it again.")
    )

    def ask(self, question: Question) -> None:
        """Ask this question."""
        self.words.label.text, self.words.description = question.asks, question.hint


class WayForm(OwnForm):
    """Whether the person comes, sends words, or somebody speaks for them."""

    way = RadioField(_("Will you come?"), required=_("Choose one"))
    speaker = TextField(_("Who speaks for you, if someone does?"), max_length=SHORT)

    def ask(self, question: Question) -> None:
        """Ask this question."""
        self.way.label.text, self.way.description = question.asks, question.hint
        self.way.offer(way_choices())

    def validate(self, extra_validators: Any = None) -> bool:
        """Asked here, because the box for a name may stay empty in any other case."""
        is_fine = bool(super().validate(extra_validators))
        if self.way.data == Way.SPEAKER and not self.speaker.data:
            self.speaker.errors = [*self.speaker.errors, gettext("Write the name of the person who speaks for you")]
            return False
        return is_fine

    @property
    def chosen(self) -> Way:
        return Way(self.way.data)


class AskForm(OwnForm):
    """The person asks to be talked about."""

    words = WordsField(
        _("What would you like the team to talk about?"),
        required=_("Write what you would like the team to talk about"),
        max_length=LINE,
        rows=4,
    )


class NotQuiteForm(OwnForm):
    """What is not right about what the team told."""

    words = WordsField(
        _("What is not quite right?"), required=_("Write what is not quite right"), max_length=LONG, rows=5
    )

    def command(self) -> AnswerTelling:
        return AnswerTelling(IsItRight.NOT_QUITE, self.words.data)
