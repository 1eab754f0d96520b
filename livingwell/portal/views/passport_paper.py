"""The passport to print: on one page or as a wallet card, for the person, and for a member to hand over."""

from functools import partial

from flask import Response

from livingwell.adjustments.queries.preferences import preferences_of
from livingwell.contacts.models import LetterFormat
from livingwell.contacts.wording.pdf import can_make_pdf
from livingwell.identity.permissions import Permission
from livingwell.passports.queries.passport import passport_now
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.portal.paper import on_paper
from livingwell.portal.presenters.passport import PassportPage
from livingwell.portal.presenters.passport_paper import OnPaper, page_of_a4, wallet_card
from livingwell.portal.queries.reading import reading_of
from livingwell.portal.views.blueprint import portal
from livingwell.portal.views.passport import FILE, MY_PASSPORT
from livingwell.portal.views.printing import Made, no_pdf, printed, printed_on_one_page
from livingwell.web.framing import as_pdf, document, framing
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
    return as_pdf(pages.content, "passport.pdf") if pages else no_pdf()


def _made(person: Person, layout: str) -> Made:
    reading = reading_of(person.id)
    wanted = on_paper(LetterFormat.of(preferences_of(person.id)), reading)
    told = OnPaper(person.preferred_name, PassportPage.of(passport_now(person.id), FILE))
    if layout == "card":
        return printed(wallet_card(told, wanted), reading)
    return printed_on_one_page(partial(page_of_a4, told), wanted, reading)
