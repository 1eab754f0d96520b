"""Whose words a line is in, and how they came to stand there."""

from livingwell.careplans.models import HowSaid, WhoseWords
from livingwell.core.dates import long_date
from livingwell.core.text import possessive
from livingwell.journeys.models import Destination, DestinationPoint, Hope, OnwardTold

Words = Hope | Destination | DestinationPoint


def source_of(line: Words, told: OnwardTold | None, name: str) -> str:
    """Amara’s words, told on 3 May 2026 by phone, written by Jo Brennan. Or: Ours together, Jo Brennan, 3 May 2026."""
    on = long_date(line.said_on)
    if line.whose_words is WhoseWords.TOGETHER:
        return f"Ours together, {line.written_by}, {on}"
    if line.whose_words is WhoseWords.SUGGESTED:
        return f"Suggested by {line.suggested_by or 'the team'}, {on}"
    if told is None:
        return f"{possessive(name)} words, written by {line.written_by}, {on}"
    return f"{possessive(name)} words, told {told_how(told.how)} on {on}, written by {line.written_by}"


def point_source(point: DestinationPoint, told: OnwardTold | None, name: str) -> str:
    """The same in short, as there may be many: Amara, told by phone, 3 May 2026."""
    if point.whose_words is not WhoseWords.PERSON:
        return source_of(point, told, name)
    return f"{name}{f', told {told_how(told.how)}' if told else ''}, {long_date(point.said_on)}"


def told_how(how: HowSaid) -> str:
    """By phone; in person; through someone they trust."""
    return str(how.value)
