"""Whatever is thrown at a form, it is taken whole, or refused with what was typed; never an error of ours.

An error that nobody expected reaches the test as an exception, because the app under test raises it.
"""

from collections.abc import Iterable, Iterator
from html import unescape
from urllib.parse import urlencode

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from livingwell.audit.models import AuditEntry
from livingwell.core.text import without_unprintable
from livingwell.extensions import db
from livingwell.web.typed import Words
from tests.factories.identity import sign_in
from tests.factories.readers import Readers
from tests.factories.routes import World, address_of
from tests.harness.application import build_app
from tests.harness.forms import PageForm, forms_in

TAKEN = {200, 204, 303}
REFUSED = {400, 401, 403, 404, 409, 413, 415, 422, 429}
LEAVES = {"/sign-out"}
SECRET = "password"
CARRIED = {"csrf_token", "submission", "about"}  # what the page itself puts in; bad ones have tests of their own

NASTY = [
    "",
    " ",
    "\x00",
    "words\x00with a hole",
    "\ud800",
    "half \udfff a letter",
    "no\ufffflonger\x85",
    "\u202eright to left",
    "x" * 5_000,
    "é" * 600,
    "line\r\nbreaks\n\n",
    "-1",
    "0",
    "11",
    "1e309",
    "99999999999999999999",
    "²",
    "٣",
    "2026-02-30",
    "31",
    "13",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "{{ 7 * 7 }}",
    "=cmd()",
    "not-offered",
    "00000000-0000-0000-0000-000000000000",
    "person@",
]
BODIES = {
    "application/x-www-form-urlencoded": [
        b"",
        b"\xff\xfe\x00%zz=%&&&==",
        b"words=%ED%A0%80",
        b"words=" + b"x" * (1024 * 1024 + 1),
        b"&".join(b"a=1" for _ in range(2000)),
    ],
    "application/json": [b'{"words": "json"}'],
    "text/xml": [b"<xml/>"],
    "multipart/form-data": [b"no boundary"],
    "multipart/form-data; boundary=x": [b"--x\r\nbroken"],
}
# Drawn from the list alone: what Hypothesis draws as free text depends on which modules happen to be loaded, and a
# change must not fail for that.
TWELVE = st.lists(st.sampled_from(NASTY), min_size=12, max_size=12)


def rules(method: str) -> list[Rule]:
    """Every route that answers to the method."""
    there = build_app("sqlite://").url_map.iter_rules()
    return sorted((rule for rule in there if method in (rule.methods or ()) and rule.endpoint != "static"), key=str)


def named(rule: Rule) -> str:
    return f"{rule.endpoint}"


@pytest.fixture
def world(app: Flask) -> World:
    return World.make()


@pytest.fixture
def lead(client: FlaskClient, world: World) -> FlaskClient:
    """Somebody who may open every page of the team's: its lead, who is account administrator too."""
    sign_in(client, Readers(world).lead)
    return client


@pytest.mark.parametrize("rule", rules("GET"), ids=named)
def test_every_form_takes_or_refuses_whatever_is_typed(rule: Rule, app: Flask, world: World) -> None:
    path, reader = address_of(rule, world), Readers(world).visit(app, rule)
    count = len(list(forms_of(reader, path)))

    @settings(max_examples=max(1, min(60, 8 * count)))
    @given(place=st.sampled_from(range(max(1, count))), typed=TWELVE)
    def throw(place: int, typed: list[str]) -> None:
        for form in list(forms_of(reader, path))[place : place + 1]:  # none where an earlier example took it away
            assert_taken_or_refused(reader, form, junk(form, typed))

    if count:
        throw()


def assert_taken_or_refused(client: FlaskClient, form: PageForm, sent: dict[str, str]) -> None:
    before = writes()
    response = post(client, form.action, sent)
    assert response.status_code in TAKEN | REFUSED
    if response.status_code in REFUSED:
        assert writes() == before
    if response.status_code == 422:
        assert_kept(response, form.written, sent)
    if response.status_code == 409:
        assert_kept(response, {name for name in form.written if is_writing(name, sent)}, sent)


@pytest.mark.parametrize("rule", rules("POST"), ids=named)
def test_every_route_survives_every_kind_of_body(rule: Rule, app: Flask, world: World) -> None:
    path, reader = address_of(rule, world), Readers(world).visit(app, rule)
    for content_type, bodies in BODIES.items():
        for body in bodies:
            response = reader.post(path, data=body, content_type=content_type)
            assert response.status_code in TAKEN | REFUSED, (content_type, body[:40])


@pytest.mark.parametrize("rule", rules("GET"), ids=named)
def test_every_page_survives_strange_questions(rule: Rule, app: Flask, world: World) -> None:
    path, reader = address_of(rule, world), Readers(world).visit(app, rule)
    for query in ("page=-1", "page=99999999999999999999", "page=%00", "q=%ED%A0%80&team=x", "%zz", "v=1e9&sort=';--"):
        assert reader.get(f"{path}?{query}").status_code < 500
    headers = {"Range": "bytes=5-1", "If-None-Match": '"', "HX-Request": "maybe"}
    assert reader.get(path, headers=headers).status_code < 500


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "NONSENSE"])
def test_a_method_that_no_page_has_is_refused(lead: FlaskClient, world: World, method: str) -> None:
    response = lead.open(f"/people/{world.person.id}", method=method)
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]


@pytest.mark.parametrize(
    "path", ["/people/nobody", "/people/%00", "/people/%ff%fe", "/people/%", "/%2e%2e/%2e%2e/etc/passwd", "/x" * 2000]
)
def test_an_address_that_leads_nowhere_says_so(lead: FlaskClient, path: str) -> None:
    assert lead.get(path).status_code == 404


@pytest.mark.parametrize("cookie", ["", "x", "a.b.c", "%00", "eyJfdXNlcl9pZCI6MX0.x.y", "é" * 50, "x" * 3000])
def test_a_broken_cookie_is_no_session(app: Flask, world: World, cookie: str) -> None:
    stranger = app.test_client()
    stranger.set_cookie("session", cookie)
    assert stranger.get(f"/people/{world.person.id}").status_code == 303


def forms_of(client: FlaskClient, path: str) -> Iterator[PageForm]:
    """The forms of the page; a page that isn't there for this world has none."""
    response = client.get(path)
    if response.status_code == 200 and response.mimetype == "text/html":
        for form in forms_in(response.get_data(as_text=True), path):
            if form.action not in LEAVES:
                yield form


def junk(form: PageForm, typed: list[str]) -> dict[str, str]:
    """What the form sends when each of its fields holds one of these."""
    carried = {name: value for name, value in form.fields.items() if name in CARRIED}
    names = [name for name in form.names if name not in CARRIED]
    return {**{name: typed[place % len(typed)] for place, name in enumerate(names)}, **carried}


def post(client: FlaskClient, path: str, sent: dict[str, str]) -> TestResponse:
    """Send them as bytes that a browser would not send: halves of characters too."""
    body = urlencode(sent, errors="surrogatepass").encode()
    return client.post(path, data=body, content_type="application/x-www-form-urlencoded")


def is_writing(name: str, sent: dict[str, str]) -> bool:
    """Whether a page that only gives words back would show it: a short word may be a choice's value as well."""
    return Words(name, plain(sent[name])).is_shown


def assert_kept(response: TestResponse, names: Iterable[str], sent: dict[str, str]) -> None:
    page = plain(unescape(response.get_data(as_text=True)))
    for name in names:
        if SECRET not in name:
            assert plain(sent[name]) in page


def plain(text: str) -> str:
    """The text as far as spacing, and characters that are refused, don't matter."""
    return " ".join(without_unprintable(text).replace("\ufffd", "").split())


def writes() -> int:
    return db.session.scalar(select(func.count()).where(AuditEntry.is_read.is_(False)))
