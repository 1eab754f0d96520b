"""What the person says, as it stands on pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from livingwell.careplans.models import StatementKind, WhoseWords
from livingwell.careplans.models.differences import whose
from livingwell.careplans.models.snapshot import StatementLine
from livingwell.core.dates import long_date


@dataclass(frozen=True)
class Said:
    """One statement: the words, whether they are the person's own, and who wrote them down when."""

    id: str
    words: str
    is_own_words: bool
    source: str


@dataclass(frozen=True)
class AllSaid:
    """Everything that the person says about themselves; an empty place is none."""

    matters: Said | None
    good_at: Said | None
    where_next: Said | None
    needs: tuple[Said, ...]


def all_said(statements: Iterable[StatementLine], name: str) -> AllSaid:
    """The statements of a plan, each in its place."""
    said = [(StatementKind(line.kind), said_of(line, name)) for line in statements]
    last = dict(said)
    return AllSaid(
        matters=last.get(StatementKind.MATTERS),
        good_at=last.get(StatementKind.GOOD_AT),
        where_next=last.get(StatementKind.WHERE_NEXT),
        needs=tuple(each for kind, each in said if kind is StatementKind.NEED),
    )


def said_of(line: StatementLine, name: str) -> Said:
    """Amara’s words, written by Jo Brennan, 21 April 2026"""
    source = f"{whose(line, name)}, written by {line.written_by}, {long_date(line.said_on)}"
    return Said(line.id, line.words, line.whose_words == WhoseWords.PERSON, source)
