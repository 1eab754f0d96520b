"""What people see of a member, and how they reach a team."""

from livingwell.core.text import LINE, SHORT
from livingwell.people.forms.about_person import VersionField
from livingwell.web.fields import FileField, TextField, WordsField
from livingwell.web.forms import Form


class _NumberedForm(Form):
    """A form that changes a row: it carries the version that was read."""

    row_version = VersionField("Version")

    def version(self) -> int | None:
        """The version that was read; one that no row has where what was sent is no number."""
        sent = self.row_version.data or ""
        return int(sent) if sent.isascii() and sent.isdigit() else 0 if sent else None


class IntroductionForm(_NumberedForm):
    """Two plain sentences."""

    words = WordsField(
        "Two plain sentences about you",
        description=(
            "What would help somebody who meets you for the first time? For instance: “I have a beard and a blue bag. "
            "I like walking while we talk.” Leave it empty to show none"
        ),
        max_length=LINE,
        rows=3,
    )


class PictureForm(Form):
    """A photo."""

    picture = FileField("A photo of you", description="JPEG, PNG, WebP or HEIC, up to 20 MB", required="Choose a photo")


class TeamContactForm(_NumberedForm):
    """How people reach the team."""

    text_number = TextField("Number for texts", description="Leave it empty if there is none", max_length=SHORT)
    phone_number = TextField("Number for calls", description="Leave it empty if there is none", max_length=SHORT)
    reads = WordsField(
        "When messages are read and answered",
        description=(
            "In whole sentences, as people read them: “We read messages from 9am to 5pm, Monday to Friday. "
            "We answer within one working day.”"
        ),
        max_length=LINE,
        rows=3,
    )
