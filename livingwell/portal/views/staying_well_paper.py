"""The plan for staying well to print: on one page or as a wallet card. The PDF is read without a connection."""

from functools import partial

from flask import Response

from livingwell.adjustments.queries.preferences import preferences_of
from livingwell.contacts.models import LetterFormat
from livingwell.contacts.wording.pdf import can_make_pdf
from livingwell.core.errors import NotFound
from livingwell.identity.permissions import Permission
from livingwell.journeys.queries.staying_well import staying_well_now
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.portal.paper import on_paper
from livingwell.portal.presenters.staying_well import my_staying_well
from livingwell.portal.presenters.staying_well_paper import StayingWellOnPaper, page_of_a4, wallet_card
from livingwell.portal.queries.reading import reading_of
from livingwell.portal.views.blueprint import portal
from livingwell.portal.views.printing import Made, no_pdf, printed, printed_on_one_page, too_much
from livingwell.portal.views.staying_well import MY_STAYING_WELL
from livingwell.web.framing import as_pdf, document, framing
from livingwell.web.page import page

MINE = f"{MY_STAYING_WELL}/paper/<any(page,card):layout>"
THEIRS = "/people/<uuid:person_id>/staying-well/paper/<any(page,card):layout>"


@portal.get(MINE)
@own_door
def show_staying_well_paper(person: Person, layout: str) -> Response:
    """As it prints, and how to print it."""
    _require_written(person)
    return framing(page("portal/staying_well/show_paper.html", layout=layout, has_pdf=can_make_pdf()))


@portal.get(f"{MINE}/document")
@own_door
def show_staying_well_document(person: Person, layout: str) -> Response:
    """The document by itself."""
    return document(_made(person, layout)[0])


@portal.get(f"{MINE}/staying-well.pdf")
@own_door
def download_staying_well(person: Person, layout: str) -> Response:
    """The document as PDF, where this machine can make one."""
    return _pdf(person, layout)


@portal.get(THEIRS)
@door(Permission.SEE_PLANS)
def show_their_staying_well_paper(person: Person, layout: str) -> Response:
    """The same for a member."""
    _require_written(person)
    return framing(page("journeys/show_staying_well_paper.html", layout=layout, has_pdf=can_make_pdf()))


@portal.get(f"{THEIRS}/document")
@door(Permission.SEE_PLANS, is_opening=False)
def show_their_staying_well_document(person: Person, layout: str) -> Response:
    """The document by itself."""
    return document(_made(person, layout)[0])


@portal.get(f"{THEIRS}/staying-well.pdf")
@door(Permission.SEE_PLANS, is_opening=False)
def download_their_staying_well(person: Person, layout: str) -> Response:
    """The document as PDF."""
    return _pdf(person, layout)


def _require_written(person: Person) -> None:
    """Raise NotFound where there is nothing to print."""
    if staying_well_now(person.id) is None:
        raise NotFound


def _pdf(person: Person, layout: str) -> Response:
    _html, pages = _made(person, layout)
    return as_pdf(pages.content, "staying-well.pdf") if pages else no_pdf()


def _made(person: Person, layout: str) -> Made:
    plan = staying_well_now(person.id)
    if plan is None:
        raise NotFound
    reading = reading_of(person.id)
    wanted = on_paper(LetterFormat.of(preferences_of(person.id)), reading)
    told = StayingWellOnPaper(person.preferred_name, my_staying_well(plan), too_much())
    if layout == "card":
        return printed(wallet_card(told, wanted), reading)
    return printed_on_one_page(partial(page_of_a4, told), wanted, reading)
