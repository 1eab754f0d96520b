"""What is asked when a feed is read into the directory."""

from dataclasses import dataclass
from typing import IO

from livingwell.core.errors import Invalid
from livingwell.core.text import LINE, without_unprintable
from livingwell.web.fields import FileField, TextField, YesField
from livingwell.web.forms import Form


@dataclass(frozen=True)
class FeedSent:
    """A feed by its address, or a file of it."""

    name: str
    url: str
    stream: IO[bytes] | None
    file_name: str


class FeedForm(Form):
    """Where services come from."""

    name = TextField("Name of the feed", required="Give the feed a name", description="Like “Salford City Council”.")
    url = TextField(
        "Its web address",
        max_length=LINE,
        description="Open Referral UK 3.0 (HSDS-UK) or 1.0 before it, or CSV. It is read in the background.",
    )
    file = FileField(
        "Or a file of it (JSON or CSV)",
        description="Up to 40 MB. You see what would change before anything does.",
        render_kw={"accept": ".json,.csv,application/json,text/csv"},
    )

    def command(self) -> FeedSent:
        """Raises Invalid unless there is one of the two."""
        file = self.file.data
        if bool(file) == bool(self.url.data):
            raise Invalid({"url": "Give the web address or choose a file, one of the two"})
        name = without_unprintable(file.filename or "") if file else ""
        return FeedSent(self.name.data, self.url.data, file.stream if file else None, name)


class LiveForm(Form):
    """Saying yes to what a reading would change."""

    most_may_go = YesField("Most of what this feed said before is missing now. It may go.")
