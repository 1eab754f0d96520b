"""Writing in the passport with the person, or as they told us."""

from typing import Any

from livingwell.core.media import reading
from livingwell.core.media.reading import Unusable
from livingwell.core.text import LINE, LONG, SHORT
from livingwell.passports.commands import MakeShare, WriteSection
from livingwell.passports.models import HowWritten, PieceKind, Section, ShareLasting
from livingwell.people.forms.about_person import PersonForm, VersionedForm
from livingwell.web.fields import FileField, RadioField, TextField, WordsField

HOW = (
    (HowWritten.TOGETHER.value, "I wrote this with {name}"),
    (HowWritten.FOR_PERSON.value, "{name} told us, and I wrote it down"),
)
LASTING = (
    (ShareLasting.DAY.value, "1 day"),
    (ShareLasting.WEEK.value, "1 week"),
    (ShareLasting.MONTH.value, "1 month"),
)
WHY_NOT = {
    reading.TOO_BIG: "This file is too big. Choose a smaller one",
    reading.WRONG_KIND: "This kind of file can’t be used. Choose a JPEG, PNG, WebP or HEIC picture, or an audio file",
    reading.BROKEN: "This file could not be opened. Choose another one",
    reading.MOVING: "This picture moves. Choose one that stays still",
    reading.TOO_LONG: "This is longer than 2 minutes. Choose a shorter one",
    reading.SILENT: "There is no sound in this file. Choose another one",
}


def _how_field() -> RadioField:
    return RadioField("How was this written?", choices=HOW, required="Say how this was written")


class SectionForm(VersionedForm):
    """What a section says, a line for each thing."""

    words = WordsField("{name}’s words", rows=8, description="One thing on each line.")
    how_written = _how_field()

    def command(self, section: Section) -> WriteSection:
        return WriteSection(section, self.words.data or "", self.how(), self.version())

    def how(self) -> HowWritten:
        return HowWritten(self.how_written.data)


class _PieceForm(PersonForm):
    """A file, and what it says in words."""

    file: Any
    how_written: Any

    def how(self) -> HowWritten:
        return HowWritten(self.how_written.data)

    def say_why_not(self, error: Unusable) -> None:
        """Put beside the file why it can't be kept."""
        self.file.errors = [*self.file.errors, WHY_NOT[error.why]]


class PictureForm(_PieceForm):
    """A picture, and what is in it."""

    kind = PieceKind.PICTURE
    file = FileField("Picture", required="Choose a picture", render_kw={"accept": "image/*"})
    words = TextField("What is in the picture?", required="Say what is in the picture", max_length=LINE)
    how_written = _how_field()


class RecordingForm(_PieceForm):
    """A recording, and what is said in it."""

    kind = PieceKind.RECORDING
    file = FileField(
        "Recording",
        required="Choose a recording",
        description="Up to 2 minutes. Of a film only the sound is kept.",
        render_kw={"accept": "audio/*,video/mp4,video/webm,.m4a,.mp3,.wav,.ogg,.webm"},
    )
    words = WordsField("What is said in it?", max_length=LONG, rows=4)
    how_written = _how_field()


class ShareForm(PersonForm):
    """For how long, and for whom."""

    lasting = RadioField("How long should the link work?", choices=LASTING, required="Choose how long it should work")
    for_whom = TextField("Who is it for?", description="So that {name} knows it among others.", max_length=SHORT)

    def command(self) -> MakeShare:
        return MakeShare(ShareLasting(self.lasting.data), self.for_whom.data or "")
