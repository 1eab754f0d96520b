"""What is asked before somebody is set aside from the watch list."""

from dataclasses import dataclass
from datetime import date

from livingwell.core.text import LINE
from livingwell.journeys.models import LONGEST_WEEKS
from livingwell.web.fields import NHSDateField, NotInPast, TextField
from livingwell.web.forms import Form


@dataclass(frozen=True)
class Aside:
    """Why nobody has to look for now, and until when."""

    why: str
    until_on: date


class AsideForm(Form):
    """Nobody leaves the list without why, and without a day on which they are back."""

    why = TextField(
        "Why does nobody have to look for now?",
        required="Say why nobody has to look for now",
        max_length=LINE,
        description="Like “On a ward until the review; the ward sees to it”. Everybody in the team reads this.",
    )
    until_on = NHSDateField(
        "Until when?",
        required="Enter the day until which they are set aside",
        validators=(NotInPast(),),
        description=f"{LONGEST_WEEKS} weeks at most. Then they are back on the list by themselves.",
    )

    def command(self) -> Aside:
        return Aside(self.why.data, self.until_on.data)
