"""The passport to print: on one page or as a wallet card, for the person, and for a member to hand over."""

from flask import Response, make_response

from livingwell.adjustments.queries.preferences import preferences_of
from livingwell.contacts.models import LetterFormat
from livingwell.contacts.wording.pdf import Pages, can_make_pdf, pdf_of
from livingwell.core.errors import NotFound
from livingwell.core.reading import Reading
from livingwell.identity.permissions import Permission
from livingwell.passports.queries.passport import passport_now
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.portal.paper import dressed, on_paper
from livingwell.portal.presenters.passport import PassportPage
from livingwell.portal.presenters.passport_paper import OnPaper, page_of_a4, sizes_to_try, wallet_card
from livingwell.portal.queries.reading import reading_of
from livingwell.portal.views.blueprint import portal
from livingwell.portal.views.passport import FILE, MY_PASSPORT
from livingwell.web.framing import document, framing
from livingwell.web.page import page

MINE = f"{MY_PASSPORT}/paper/<any(page,card):layout>"
THEIRS = "/people/<uuid:person_id>/passport/paper/<any(page,card):layout>"


@portal.get(MINE)
@own_door
def show_passport_paper(person: Person, layout: str) -> Response:
    """As it prints, and how to print it."""
    return framing(page("portal/passport/show_paper.html", layout=layout, has_pdf=can_make_pdf()))


@portal.get(f"{MINE}/document")
@own_door
def show_passport_document(person: Person, layout: str) -> Response:
    """The document by itself."""
    return document(_made(person, layout)[0])


@portal.get(f"{MINE}/passport.pdf")
@own_door
def download_passport(person: Person, layout: str) -> Response:
    """The document as PDF, where this machine can make one."""
    return _pdf(person, layout)


@portal.get(THEIRS)
@door(Permission.SEE_PEOPLE)
def show_their_passport_paper(person: Person, layout: str) -> Response:
    """The same for a member."""
    return framing(page("passports/show_paper.html", layout=layout, has_pdf=can_make_pdf()))


@portal.get(f"{THEIRS}/document")
@door(Permission.SEE_PEOPLE, is_opening=False)
def show_their_passport_document(person: Person, layout: str) -> Response:
    """The document by itself."""
    return document(_made(person, layout)[0])


@portal.get(f"{THEIRS}/passport.pdf")
@door(Permission.SEE_PEOPLE, is_opening=False)
def download_their_passport(person: Person, layout: str) -> Response:
    """The document as PDF."""
    return _pdf(person, layout)


def _pdf(person: Person, layout: str) -> Response:
    _html, pages = _made(person, layout)
    if pages is None:
        raise NotFound
    response = make_response(pages.content)
    response.headers["Content-Type"] = "application/pdf"
    response.headers.set("Content-Disposition", "inline", filename="passport.pdf")
    return response


def _made(person: Person, layout: str) -> tuple[str, Pages | None]:
    """The document in the first format in which it fits one page; in the last one tried where it fits none."""
    reading = reading_of(person.id)
    wanted = on_paper(LetterFormat.of(preferences_of(person.id)), reading)
    told = OnPaper(person.preferred_name, PassportPage.of(passport_now(person.id), FILE))
    if layout == "card":
        return _printed(wallet_card(told, wanted), reading)
    tried = (_printed(page_of_a4(told, each), reading) for each in sizes_to_try(wanted))
    made = next(tried)
    while made[1] is not None and made[1].count > 1:
        smaller = next(tried, None)
        if smaller is None:
            break
        made = smaller
    return made


def _printed(html: str, reading: Reading) -> tuple[str, Pages | None]:
    made = dressed(html, reading)
    return made, pdf_of(made)
