"""The passport on paper: one page of A4, or a card for a wallet. Set as letters are, in the person's own format."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from flask_babel import gettext as _

from livingwell.contacts.models import LetterFormat
from livingwell.contacts.wording.paper import document_of
from livingwell.portal.presenters.passport import PassportPage
from livingwell.portal.presenters.sheets import (
    ROOM_ON_CARD,
    Said,
    card_of,
    for_a_card,
    length_of,
    list_of,
    note_of,
    points_of_card,
    style_of_card,
    style_of_page,
)


@dataclass(frozen=True)
class OnPaper:
    """What is printed: the passport, and what the person is called."""

    name: str
    passport: PassportPage


def page_of_a4(on_paper: OnPaper, wanted: LetterFormat) -> str:
    """The whole passport, meant for one page."""
    parts = [part for part in (on_paper.passport.first, *on_paper.passport.parts) if part.lines]
    title = _("About me: %(name)s", name=on_paper.name)
    body = [f'<h1 dir="auto">{escape(title)}</h1>', _note()]
    for number, part in enumerate(parts):
        is_first = part is on_paper.passport.first
        body.append(f'<section class="{"first" if is_first else "part"}"><h2>{escape(part.heading)}</h2>')
        body += [list_of(part.lines), "</section>"]
        if is_first and number == 0:
            body.append('<div class="rest">')
    body.append("</div>" if on_paper.passport.first.lines else "")
    body.append(f'<p class="foot">{escape(" ".join(on_paper.passport.made_by))}</p>')
    return document_of(_("My passport"), filter(None, body), wanted, style_of_page(wanted))


def wallet_card(on_paper: OnPaper, wanted: LetterFormat) -> str:
    """Both sides of the card: what must be known first, then how to communicate and support."""
    first = on_paper.passport.first
    front = ((on_paper.name, ()), (first.heading if first.lines else "", first.lines))
    sides = (front, tuple(_back(on_paper.passport)))
    style = style_of_card(wanted, points_of_card(sides))
    return document_of(_("My wallet card"), card_of(sides, _note()), for_a_card(wanted), style)


def _back(passport: PassportPage) -> Iterator[Said]:
    """What goes on the back: how to communicate, then please do and don't where there is room for both."""
    room = ROOM_ON_CARD
    for key in ("communication", "do-and-dont"):
        part = next(part for part in passport.parts if part.key == key)
        length = length_of((part.heading, part.lines))
        if part.lines and (room == ROOM_ON_CARD or length <= room):
            room -= length
            yield part.heading, part.lines


def _note() -> str:
    return note_of(_("What helps people support me. It is not a medical record."))
