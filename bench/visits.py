"""Who visits, what is asked for, and how each page may compare with its floor."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from flask import Flask, session, url_for
from flask_wtf.csrf import generate_csrf
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from bench.trust import Trust
from livingwell.extensions import db
from livingwell.identity.models import Account
from tests.factories.identity import sign_in
from tests.harness.forms import form_with

LIST, FULL_PAGE, POLL, SAVING = 3.0, 4.0, 2.0, 4.0
"""How many times its floor a page may take. Saving: the floor adds one row, the page several and their audit."""

COMMON_BEGINNING = "ma"
A_VIEW = "We agreed the evenings are hardest. Could the call come at six, and could it be the same person each time?"


@dataclass(frozen=True)
class Visit:
    """One page as it is measured. `floor`: the kind of bare view that it is compared with."""

    name: str
    limit: float
    path: str
    fields: MultiDict[str, str] | None = None
    status: int = 200
    floor: str = ""

    @property
    def is_page(self) -> bool:
        """Whether a browser shows the answer at this address."""
        return self.fields is None and self.status == 200

    @property
    def floor_path(self) -> str:
        return f"/floor/{self.name}{self.floor}"


class UnexpectedAnswer(Exception):
    """The page didn't answer as it should, so there is nothing to measure."""


class Visitor:
    """A member who is signed in, and asks as a browser would, but for no compression."""

    def __init__(self, app: Flask, account_id: UUID) -> None:
        self.client = app.test_client()
        with app.app_context():
            sign_in(self.client, db.session.get_one(Account, account_id))
        with self.client.session_transaction() as kept:
            kept["csrf_token"] = secret = "0" * 40
        with app.test_request_context():
            session["csrf_token"] = secret
            self._headers = {"X-CSRFToken": generate_csrf()}
        self._numbers = itertools.count(1)

    def ask(self, visit: Visit) -> TestResponse:
        """Ask for the page. What is saved differs each time, as what people write does."""
        response = self._open(visit.path, visit.fields)
        if response.status_code != visit.status:
            raise UnexpectedAnswer(f"{visit.name} answered {response.status_code}, not {visit.status}")
        return response

    def ask_floor(self, visit: Visit) -> TestResponse:
        """Ask for what the page is compared with."""
        return self._open(visit.floor_path, visit.fields)

    def cookies(self) -> dict[str, str]:
        """What a browser needs to be signed in as this visitor."""
        name = self.client.application.config["SESSION_COOKIE_NAME"]
        cookie = self.client.get_cookie(name)
        return {name: cookie.value} if cookie else {}

    def _open(self, path: str, fields: MultiDict[str, str] | None) -> TestResponse:
        if fields is None:
            return self.client.get(path)
        sent = MultiDict(fields)
        if "view-text" in sent:
            sent["view-text"] = f"{A_VIEW} {next(self._numbers)}"
        return self.client.post(path, data=sent, headers=self._headers)


def visits(app: Flask, visitor: Visitor, trust: Trust) -> Iterator[Visit]:
    """What is measured, in this order: the last one changes the discussion."""
    about = {"person_id": trust.person_id, "discussion_id": trust.discussion_id}
    with app.test_request_context():
        today, people = url_for("worklist.show_today"), url_for("people.list_people")
        search, plan = url_for("people.find_people"), url_for("careplans.show_plan", person_id=trust.person_id)
        overview = url_for("people.show_person", person_id=trust.person_id)
        screen, live = (url_for(f"discussions.{name}", **about) for name in ("show_discussion", "show_live"))
    yield Visit("Today", FULL_PAGE, today)
    yield Visit("Team list", LIST, people)
    yield Visit("Search", LIST, search, MultiDict({"term": COMMON_BEGINNING}), floor="/posted")
    yield Visit("Plan", FULL_PAGE, plan)
    yield Visit("Engagement picture", FULL_PAGE, overview)
    yield Visit("Discussion screen", FULL_PAGE, screen)
    version = _version_in(visitor.client.get(live).text)
    yield Visit("Live poll", POLL, f"{live}?v={version}", status=204)
    form = form_with(visitor.client.get(screen).text, screen, "view-text")
    yield Visit("Saving a contribution", SAVING, form.action, form.filled(), status=303, floor="/saved")


def _version_in(fragment: str) -> str:
    """What a screen shows after an update, so that the next poll finds nothing new."""
    found = re.search(r'data-live-version="([^"]+)"', fragment)
    if found is None:
        raise UnexpectedAnswer("the live update names no version")
    return found[1]
