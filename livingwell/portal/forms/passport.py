"""One heading of the passport a page, and what else can be put under it."""

import re
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from wtforms import ValidationError

from livingwell.core.errors import Invalid
from livingwell.core.media import reading
from livingwell.core.media.reading import Unusable
from livingwell.core.text import LINE, LONG, SHORT
from livingwell.passports.commands import MakeShare, WriteSection
from livingwell.passports.models import PieceKind, Section, ShareLasting
from livingwell.passports.models.passport import lines_of
from livingwell.people.forms.about_person import PersonForm, VersionedForm
from livingwell.web.fields import FileField, RadioField, TextField, WordsField

WHY_NOT = {
    reading.TOO_BIG: _("This file is too big. Choose a smaller one."),
    reading.WRONG_KIND: _("We can’t use this kind of file. Choose a photo, or a sound that you recorded."),
    reading.BROKEN: _("We could not open this file. It may be broken. Choose another one."),
    reading.MOVING: _("This picture moves. Choose one that stays still."),
    reading.TOO_LONG: _("This is longer than 2 minutes. Choose a shorter one."),
    reading.SILENT: _("There is no sound in this file. Choose another one."),
}
LASTING = {
    ShareLasting.DAY: _("1 day"),
    ShareLasting.WEEK: _("1 week"),
    ShareLasting.MONTH: _("1 month"),
}


class SectionForm(VersionedForm):
    """What a section says, a line for each thing."""

    words = WordsField(_("Your words"), rows=8)

    def ask(self, section: Section, heading: str) -> None:
        self.section = section
        self.words.label.text = heading

    def validate_words(self, field: Any) -> None:
        """Say it in the reader's language, before the action says it in ours."""
        try:
            lines_of(field.data or "", self.section)
        except Invalid:
            most = self.section.most_lines
            told = gettext(
                "Write %(most)d lines or fewer, each with %(letters)d letters or fewer", most=most, letters=LINE
            )
            raise ValidationError(told)

    def command(self) -> WriteSection:
        return WriteSection(self.section, self.words.data or "", row_version=self.version())


class _PieceForm(PersonForm):
    """A file, and what it says in words."""

    file: Any

    def say_why_not(self, error: Unusable) -> None:
        """Put beside the file why it can't be kept."""
        self.file.errors = [*self.file.errors, str(WHY_NOT[error.why])]


class PictureForm(_PieceForm):
    """A picture, and what is in it for somebody who can't see it."""

    kind = PieceKind.PICTURE
    file = FileField(_("Picture"), required=_("Choose a picture"), render_kw={"accept": "image/*"})
    words = TextField(
        _("What is in the picture?"),
        description=_("For people who can’t see it."),
        required=_("Say what is in the picture"),
        max_length=LINE,
    )


class RecordingForm(_PieceForm):
    """A recording, and what is said in it for somebody who can't hear it."""

    kind = PieceKind.RECORDING
    file = FileField(
        _("Recording"),
        description=_("Up to 2 minutes. Nobody sees a film: only the sound is kept."),
        required=_("Choose a recording"),
        render_kw={"accept": "audio/*,video/mp4,video/webm,.m4a,.mp3,.wav,.ogg,.webm"},
    )
    words = WordsField(
        _("What do you say in it?"),
        description=_("For people who can’t hear it. You can leave this empty."),
        max_length=LONG,
        rows=5,
    )


class ShareForm(PersonForm):
    """For how long, and for whom."""

    lasting = RadioField(
        _("How long should it work?"),
        choices=[(each.value, words) for each, words in LASTING.items()],
        required=_("Choose how long it should work"),
    )
    for_whom = TextField(
        _("Who is it for?"),
        description=_("So that you can tell your links apart. You can leave it empty."),
        max_length=SHORT,
    )

    def command(self) -> MakeShare:
        return MakeShare(ShareLasting(self.lasting.data), self.for_whom.data or "")


class PinForm(PersonForm):
    """What somebody types who was given a link."""

    pin = TextField(
        _("PIN"),
        required=_("Type the 6 numbers"),
        max_length=SHORT,
        render_kw={"inputmode": "numeric", "autocomplete": "off", "class": "short"},
    )

    def validate_pin(self, field: Any) -> None:
        """What no PIN can be is a slip: it is no try, and stops no link."""
        if not re.fullmatch("[0-9]{6}", self.typed()):
            raise ValidationError(gettext("Type the 6 numbers"))

    def typed(self) -> str:
        """The numbers, however they were spaced."""
        return "".join((self.pin.data or "").split())
