"""What goes to a GP practice, as it was made: no table."""

from dataclasses import dataclass
from uuid import UUID

from livingwell.journeys.models.closing_letter import Paper


@dataclass(frozen=True)
class Copied:
    """The letter that is copied. `pdf` is as the person got it; a letter that went as no PDF has `made_pdf`."""

    letter_id: UUID
    text: str
    html: str
    pdf: bytes | None
    made_pdf: bytes | None


@dataclass(frozen=True)
class Summary:
    """The summary that was kept and shown. `was_shown`: the person saw it, rather than that they could not."""

    paper_id: UUID
    html: str
    pdf: bytes | None
    was_shown: bool


@dataclass(frozen=True)
class ForGp:
    """What goes to the practice, made and not sent yet: the covering line (`text`, `html`) and what it covers.

    It holds no row, so that what is sent is what was looked at.
    """

    practice: str
    email: str
    text: str
    html: str
    copied: Copied | None
    summary: Summary | None

    @property
    def papers(self) -> tuple[Paper, ...]:
        return papers_in(self.copied, self.summary)


def papers_in(copied: Copied | None, summary: Summary | None) -> tuple[Paper, ...]:
    """Which papers these are."""
    there = ((Paper.GP_COPY, copied), (Paper.GP_SUMMARY, summary))
    return tuple(paper for paper, what in there if what is not None)
