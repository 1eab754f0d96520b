"""The paper pack, for members to print and hand over: nobody needs an account to take part."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from livingwell.adjustments.models import Way
from livingwell.adjustments.queries.preferences import preferences_of
from livingwell.careplans.queries.seen import plan_as_the_person_sees_it
from livingwell.contacts.models import LetterFormat
from livingwell.contacts.presenters.writing import format_words
from livingwell.contacts.wording.booklet import booklet_of
from livingwell.contacts.wording.languages import is_english
from livingwell.contacts.wording.pdf import can_make_pdf, pdf_of
from livingwell.core.clock import today
from livingwell.core.errors import NotFound
from livingwell.identity.permissions import Permission
from livingwell.journeys.queries.journeys import journey_now
from livingwell.passports.models import Standing
from livingwell.passports.queries.passport import passport_now
from livingwell.people.door import door
from livingwell.people.models import AllocationRole, Person
from livingwell.people.queries.episodes import support_now
from livingwell.portal.paper import dressed, on_paper
from livingwell.portal.presenters.onward import own_onward
from livingwell.portal.presenters.pack import PackFacts, Written, pack_of
from livingwell.portal.presenters.passport import HEADINGS
from livingwell.portal.queries.reading import reading_of
from livingwell.portal.views.blueprint import portal
from livingwell.portal.views.printing import too_much
from livingwell.web.framing import as_pdf, document, framing
from livingwell.web.page import page

PACK = "/people/<uuid:person_id>/pack"


@portal.get(PACK)
@door(Permission.SEE_PLANS)
def show_pack(person: Person) -> Any:
    """The pack as it prints, and how."""
    wanted = _format(person)
    not_in = "" if is_english(wanted.language) else wanted.language
    in_english = format_words(replace(wanted, language=""), Way.LETTER)
    return framing(page("portal/show_pack.html", format=in_english, not_in=not_in, has_pdf=can_make_pdf()))


@portal.get(f"{PACK}/page")
@door(Permission.SEE_PLANS, is_opening=False)
def show_pack_document(person: Person) -> Any:
    """Its pages, as one document to print."""
    return document(_made(person))


@portal.get(f"{PACK}/pack.pdf")
@door(Permission.SEE_PLANS, is_opening=False)
def download_pack(person: Person) -> Any:
    """Its pages as PDF, where this machine can make one."""
    pages = pdf_of(_made(person))
    if pages is None:
        raise NotFound
    return as_pdf(pages.content, "pack.pdf")


def _made(person: Person) -> str:
    facts = PackFacts(
        name=person.name,
        key_worker=_key_worker(person),
        plan=plan_as_the_person_sees_it(person.id, person.preferred_name),
        passport=tuple(_written(passport_now(person.id))),
        too_much=too_much(),
        printed_on=today(),
        onward=own_onward(journey_now(person.id), can_write=True),
    )
    made = booklet_of(pack_of(facts), replace(_format(person), language=""))
    return dressed(made, reading_of(person.id))


def _written(passport: Standing) -> Iterator[Written]:
    for section, heading in HEADINGS.items():
        yield Written(str(heading), "\n".join(f"- {line.words}" for line in passport.lines_in(section)))


def _key_worker(person: Person) -> str:
    workers, _notes = support_now(person.id)
    return next((each.account.name for each in workers if each.role is AllocationRole.KEY_WORKER), "")


def _format(person: Person) -> LetterFormat:
    return on_paper(LetterFormat.of(preferences_of(person.id)), reading_of(person.id))
