"""Who looked at my record, who can see what, and asking about it."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from flask import request

from livingwell.core.clock import today
from livingwell.core.errors import NotFound
from livingwell.drafts.kept import draft_of, once
from livingwell.people.actions.looked import ask_about_looking, see_looked_answer
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.people.queries.looked import answers_to_see, questions_of
from livingwell.people.queries.looking import readings
from livingwell.portal.dates import day_and_date
from livingwell.portal.forms.looked import LookedForm
from livingwell.portal.presenters.looked import answers_waiting, looked_days, reader_name
from livingwell.portal.saving import form_page, saved
from livingwell.portal.saying import gettext as _
from livingwell.portal.views.blueprint import portal
from livingwell.portal.waiting import Waiting, waits
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see

DAYS_SHOWN = 28
FIRST_DAY = date(2020, 1, 1)  # before any record here


@portal.get("/my/who-looked")
@own_door
def list_who_looked(person: Person) -> Any:
    """Four weeks of it, and the way to four weeks before."""
    last = min(_day(request.args.get("until", "")) or today(), today())
    first = last - timedelta(days=DAYS_SHOWN - 1)
    begun_on = person.created_at.date()
    return page(
        "portal/looked/list_who_looked.html",
        days=looked_days(readings(person.id, first, last), questions_of(person.id)),
        first=first,
        last=last,
        earlier=(first - timedelta(days=1)).isoformat() if first > begun_on else "",
        later=(last + timedelta(days=DAYS_SHOWN)).isoformat() if last < today() else "",
    )


@portal.route("/my/who-looked/<string:looked_on>/ask", methods=["GET", "POST"])
@own_door
def ask_about_day(person: Person, looked_on: str) -> Any:
    """One question about a day."""
    return _ask(person, _day_named(looked_on), (None, ""))


@portal.route("/my/who-looked/<string:looked_on>/ask/<uuid:account_id>", methods=["GET", "POST"])
@own_door
def ask_about_reader(person: Person, looked_on: str, account_id: UUID) -> Any:
    """One question about somebody who read that day. Whoever did not is not there."""
    on = _day_named(looked_on)
    reader = next((each for each in readings(person.id, on, on) if each.account_id == account_id), None)
    if reader is None:
        raise NotFound
    return _ask(person, on, (account_id, reader_name(reader)))


@portal.post("/my/who-looked/questions/<uuid:looked_question_id>/seen")
@own_door
def see_looked_question(person: Person, looked_question_id: UUID) -> Any:
    """I have seen the answer: it waits at home no more."""
    once(see_looked_answer, person.id, looked_question_id, current_actor())
    return see("portal.show_home", said=_("Thank you. The answer stays beside the day."))


def _ask(person: Person, on: date, about: tuple[UUID | None, str]) -> Any:
    form = LookedForm()
    draft = draft_of(form, "own_looked", person.id, on.isoformat(), about[0] or "")
    if saved(form, draft, lambda: ask_about_looking(person.id, on, form.words.data, current_actor(), about)):
        said = _("Your question is with the team lead. The answer will stand here.")
        return see("portal.list_who_looked", said=said, until=on.isoformat())
    asked = {"day": day_and_date(on), "who": about[1], "on": on.isoformat()}
    return form_page("portal/looked/ask_about_day.html", form, draft, **asked)


def _day(text: str) -> date | None:
    """The day, written as in 2026-06-08; none for anything else."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day >= FIRST_DAY else None


def _day_named(text: str) -> date:
    day = _day(text)
    if day is None or day > today():
        raise NotFound
    return day


@waits
def looked_answers(person: Person) -> Iterable[Waiting]:
    """What a lead answered and the person has not seen."""
    return answers_waiting(answers_to_see(person.id))
