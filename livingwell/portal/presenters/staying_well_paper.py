"""The plan for staying well on paper: one page of A4, or a card for a wallet, in the person's own format.

It is read when things are hard, perhaps with no connection: so what the service says of a crisis stands on both.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from livingwell.contacts.models import LetterFormat
from livingwell.contacts.wording.paper import document_of, words_as_html
from livingwell.journeys.models import StayingPart
from livingwell.portal.presenters.sheets import (
    Side,
    card_of,
    for_a_card,
    list_of,
    points_of_card,
    style_of_card,
    style_of_page,
)
from livingwell.portal.presenters.staying_well import MyStayingWell
from livingwell.portal.saying import gettext as _

ON_CARD = (StayingPart.WHO_TO_CALL, StayingPart.WHAT_HELPS, StayingPart.WHAT_SHOULD_HAPPEN)
"""What the card says, each on a side of its own, the most urgent first."""


@dataclass(frozen=True)
class StayingWellOnPaper:
    """What is printed: the plan, what the person is called, and what the service says of a crisis."""

    name: str
    plan: MyStayingWell
    too_much: str


def page_of_a4(on_paper: StayingWellOnPaper, wanted: LetterFormat) -> str:
    """The whole plan, meant for one page."""
    title = _("How I stay well: %(name)s", name=on_paper.name)
    body = [f'<h1 dir="auto">{escape(title)}</h1>']
    for part in on_paper.plan.written:
        body += ['<section class="part">', f"<h2>{escape(part.heading)}</h2>", list_of(part.lines), "</section>"]
    body += _too_much(on_paper.too_much, wanted)
    since = on_paper.plan.mine_since
    mine = _("I said on %(day)s: this is mine.", day=since) if since else ""
    body.append(f'<p class="foot">{escape(" ".join(filter(None, (mine, on_paper.plan.saved))))}</p>')
    return document_of(_("My plan for staying well"), body, wanted, [*style_of_page(wanted), *_style()])


def wallet_card(on_paper: StayingWellOnPaper, wanted: LetterFormat) -> str:
    """The sides of the card: whom to call, what helps, what should happen; and what the service says of a crisis."""
    sides = tuple(_sides(on_paper))
    style = style_of_card(wanted, points_of_card(sides))
    return document_of(_("My card for hard times"), card_of(sides), for_a_card(wanted), style)


def _sides(on_paper: StayingWellOnPaper) -> Iterator[Side]:
    parts = [part for part in map(on_paper.plan.part, ON_CARD) if part.words]
    first, others = parts[:1], parts[1:]
    yield ((on_paper.name, ()), *((part.heading, part.lines) for part in first))
    yield from (((part.heading, part.lines),) for part in others)
    if on_paper.too_much:
        yield ((_heading(), tuple(_lines(on_paper.too_much))),)


def _too_much(words: str, wanted: LetterFormat) -> Iterable[str]:
    if words:
        yield f'<section class="too-much"><h2>{escape(_heading())}</h2>'
        yield from words_as_html(words, wanted)
        yield "</section>"


def _heading() -> str:
    return _("If things get too much")


def _lines(words: str) -> Iterator[str]:
    lines = (line.strip().removeprefix("-").strip() for line in words.split("\n"))
    return (line for line in lines if line)


def _style() -> Iterator[str]:
    yield ".too-much { break-inside: avoid; border: 0.4mm solid #2f6f68; padding: 3mm 4mm; margin: 0 0 0.8em; }"
    yield ".too-much p, .too-much ul { margin: 0 0 0.4em; }"
