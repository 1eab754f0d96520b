"""A discussion as plain text, to paste into the trust's own record."""

from collections.abc import Iterator

from livingwell.discussions.presenters.screen import Parts
from livingwell.discussions.presenters.telling import TellingCard


def discussion_text(parts: Parts, person: str, meeting: str) -> str:
    """The whole discussion as this member sees it. `person` and `meeting`: who and when, each in one line."""
    return "\n".join(_lines(parts, person, meeting)).strip() + "\n"


def _lines(parts: Parts, person: str, meeting: str) -> Iterator[str]:
    yield from (person, meeting, parts.asked.place)
    if parts.asked.question:
        yield f"Question: {parts.asked.question}"
    yield from _own_line(parts)
    yield from _round(parts)
    yield from _challenges(parts)
    yield from _decisions(parts)
    if parts.telling:
        yield from _telling(parts.telling)
    if parts.closed:
        yield from ("", parts.closed)


def _own_line(parts: Parts) -> Iterator[str]:
    for line in parts.lines:
        said = [
            f"Please talk about: {line.talk_about}" if line.talk_about else "",
            f"Please don’t talk about: {line.please_dont}" if line.please_dont else "",
            line.words,
            f"Not asked beforehand: {line.not_asked}" if line.not_asked else "",
        ]
        yield from ("", "The person’s own line", *filter(None, said), f"({line.by})")
    for wish in parts.wishes:
        yield from ("", f"{wish.words}.", f"({wish.by})")


def _round(parts: Parts) -> Iterator[str]:
    for view in (*parts.round.first, *parts.round.others):
        yield from ("", f"{view.perspective} ({view.by})", view.words)
    if parts.round.absence:
        yield from ("", f"No lived-experience view. {parts.round.absence}")


def _challenges(parts: Parts) -> Iterator[str]:
    for card in parts.challenges:
        yield from ("", f"Challenge from {card.raised_by}, {'open' if card.is_open else 'answered'}", card.words)
        yield from (f"Answer ({answer.by}): {answer.words}" for answer in card.answers)
        if card.closed_note:
            yield card.closed_note


def _decisions(parts: Parts) -> Iterator[str]:
    for card in parts.decisions:
        yield from ("", f"Decided: {card.what}", f"Who: {card.who}. By: {card.by}. Why: {card.why}")
        if card.warning:
            yield card.warning
    for each in parts.agreed:
        yield from ("", f"We do otherwise from now on: {each.what}", each.in_practice, f"({each.by})")
    if parts.no_change:
        yield from ("", f"No change, because: {parts.no_change.reason}")


def _telling(telling: TellingCard) -> Iterator[str]:
    yield from ("", f"What we tell them ({telling.how})", telling.text, telling.told)
    if telling.answer:
        yield from (telling.answer.claim, telling.answer.words, f"({telling.answer.by})")
