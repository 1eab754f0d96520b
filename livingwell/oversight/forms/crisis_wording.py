"""What people can do if things get too much."""

from livingwell.core.text import LONG
from livingwell.web.fields import HiddenField, WordsField
from livingwell.web.forms import Form


class CrisisWordingForm(Form):
    """The whole wording; `row_version` is the number of the version that was read."""

    words = WordsField(
        "What people can do if things get too much",
        required="Write what people can do if things get too much",
        description=(
            "Short sentences, and numbers that somebody answers. Say what works without a phone call. "
            "A line that begins with - is a point of a list; **so** makes words stand out"
        ),
        max_length=LONG,
        rows=12,
    )
    row_version = HiddenField("Version")

    def read_number(self) -> int:
        """The version that was read; one that there is never where what was sent is no number."""
        sent = self.row_version.data or ""
        return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 9 else -1
