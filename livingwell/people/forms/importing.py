"""What is asked when a caseload comes in from a file."""

from dataclasses import dataclass
from typing import IO, cast
from uuid import UUID

from werkzeug.datastructures import FileStorage

from livingwell.core.text import without_unprintable
from livingwell.people.models import HeldDecision
from livingwell.web.fields import FileField, NumberField, RadioField
from livingwell.web.forms import Form

MOST_ROWS = 10_000_000


@dataclass(frozen=True)
class CaseloadSent:
    """A file, and the team that its people are referred to."""

    stream: IO[bytes]
    file_name: str
    team_id: UUID


class CaseloadForm(Form):
    """The file that another record exported."""

    file = FileField(
        "Caseload file (CSV)",
        required="Choose the CSV file to bring in",
        description="As the patient record exports it, up to 40 MB. You see what would happen before anybody comes in.",
        render_kw={"accept": ".csv,text/csv"},
    )
    team_id = RadioField("Which team are they referred to?", required="Choose the team")

    def command(self) -> CaseloadSent:
        file = cast(FileStorage, self.file.data)
        return CaseloadSent(file.stream, without_unprintable(file.filename or ""), UUID(self.team_id.data))


class StepForm(Form):
    """The next step, and after how many rows it begins."""

    after = NumberField("Rows", low=0, high=MOST_ROWS, required="Go back to the file and continue from there")

    def command(self) -> int:
        return cast(int, self.after.data)


class DecisionForm(Form):
    """Whether a row that was held is the person on record."""

    decision = RadioField(
        "Is this the same person?",
        choices=[
            (HeldDecision.SAME_PERSON.value, "Yes, the same person"),
            (HeldDecision.SOMEBODY_ELSE.value, "No, somebody else"),
        ],
        required="Say whether it is the same person or somebody else",
    )
