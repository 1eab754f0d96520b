"""live.js in a real browser: others' additions show, and whoever types is never disturbed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from flask import Flask, redirect, request
from playwright.sync_api import Browser, BrowserContext, Page, expect

from livingwell.web import assets, field_rendering
from livingwell.web.headers import add_headers
from livingwell.web.templating import Application
from tests.harness.live_server import serving

pytestmark = pytest.mark.browser

PAGE = """
{% extends "layouts/base.html" %}
{% block title %}Discussion{% endblock %}
{% block content %}
<input type="hidden" name="csrf_token" value="the token">
<p data-live-status hidden></p>
<span class="lw-timer" data-timer-elapsed="660" data-timer-minutes="12"><span data-timer-words></span></span>
<div data-live-url="/live" data-live-version="{{ meeting.version }}" data-presence-url="/presence">
{% include "parts" %}
<form data-writing="round"><textarea id="mine" rows="3"></textarea></form>
<p id="below">Below</p>
</div>
{% endblock %}
"""
PARTS = """
<div data-live-version="{{ meeting.version }}">
<section data-live-part="round" data-stamp="{{ meeting.views | length }}">
<details><summary>Said before</summary><p>Inside</p></details>
{% for view in meeting.views %}<p class="view">{{ view }}<br>and<br>more</p>{% endfor %}
</section>
<section data-live-part="answer" data-stamp="{{ meeting.answers }}">
<p id="answers">{{ meeting.answers }} answers</p>
<form><label>Answer <input id="answer" value=""></label></form>
</section>
</div>
"""


@dataclass
class Meeting:
    """What the server holds."""

    version: int = 1
    answers: int = 0
    is_signed_out: bool = False
    views: list[str] = field(default_factory=lambda: [f"View {number}" for number in range(30)])
    present: list[str] = field(default_factory=list)

    def add(self, view: str) -> None:
        self.views.insert(0, view)
        self.version += 1

    def answer(self) -> None:
        self.answers += 1
        self.version += 1


@pytest.fixture
def meeting() -> Meeting:
    return Meeting()


@pytest.fixture
def address(meeting: Meeting) -> Iterator[str]:
    with serving(discussion_of(meeting)) as url:
        yield url


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=address, viewport={"width": 1000, "height": 600})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    page = context.new_page()
    page.goto("/", wait_until="networkidle")  # the scripts that a page needs come after the page
    return page


def discussion_of(meeting: Meeting) -> Flask:
    app = Application("live")
    app.config["SECRET_KEY"] = "only for these tests"
    assets.init_app(app)
    field_rendering.init_app(app)
    add_headers(app)

    @app.get("/")
    def show() -> str:
        parts = app.jinja_env.from_string(PARTS)
        source = PAGE.replace('{% include "parts" %}', "{{ parts }}")
        written = parts.render(meeting=meeting)
        return app.jinja_env.from_string(source).render(meeting=meeting, parts=app.jinja_env.filters["safe"](written))

    @app.get("/live")
    def live() -> object:
        if meeting.is_signed_out:
            return redirect("/sign-in")
        if request.args["v"] == str(meeting.version):
            return "", 204
        return app.jinja_env.from_string(PARTS).render(meeting=meeting)

    @app.post("/presence")
    def presence() -> object:
        meeting.present.append(f"{request.form['csrf_token']} {request.form['writing']}")
        return "", 204

    return app


def test_what_others_add_shows_within_two_seconds(page: Page, meeting: Meeting) -> None:
    meeting.add("Brand new")
    expect(page.get_by_text("Brand new")).to_be_visible(timeout=2000)


def test_typing_is_not_disturbed_while_ten_others_save(page: Page, meeting: Meeting) -> None:
    mine = page.locator("#mine")
    mine.click()
    where = mine.bounding_box()
    for number in range(10):
        mine.press_sequentially("twenty letters, yes ", delay=25)
        meeting.add(f"From colleague {number}")
    expect(page.get_by_text("From colleague 9")).to_be_attached(timeout=3000)
    expect(mine).to_be_focused()
    assert mine.input_value() == "twenty letters, yes " * 10
    assert mine.evaluate("field => field.selectionStart") == 200
    assert where is not None
    moved = mine.bounding_box()
    assert moved is not None
    assert abs(moved["y"] - where["y"]) < 2


def test_reading_is_not_disturbed_either(page: Page, meeting: Meeting) -> None:
    page.locator("#below").scroll_into_view_if_needed()
    before = page.locator("#below").bounding_box()
    meeting.add("Brand new")
    expect(page.get_by_text("Brand new")).to_be_attached(timeout=3000)
    after = page.locator("#below").bounding_box()
    assert before is not None
    assert after is not None
    assert abs(after["y"] - before["y"]) < 2


def test_a_part_waits_while_somebody_is_in_it(page: Page, meeting: Meeting) -> None:
    page.locator("#answer").focus()
    meeting.answer()
    meeting.add("Brand new")
    expect(page.get_by_text("Brand new")).to_be_attached(timeout=3000)
    expect(page.locator("#answers")).to_have_text("0 answers")
    expect(page.locator("[data-live-status]")).to_contain_text("Something new is waiting")
    page.locator("#mine").focus()
    expect(page.locator("#answers")).to_have_text("1 answers", timeout=1000)
    expect(page.locator("[data-live-status]")).to_be_hidden()


def test_what_was_typed_in_a_part_stays_after_leaving_it(page: Page, meeting: Meeting) -> None:
    page.locator("#answer").fill("half an answer")
    page.locator("#mine").focus()
    meeting.answer()
    meeting.add("Brand new")
    expect(page.get_by_text("Brand new")).to_be_attached(timeout=3000)
    expect(page.locator("#answer")).to_have_value("half an answer")


def test_open_details_stay_open(page: Page, meeting: Meeting) -> None:
    page.get_by_text("Said before").click()
    page.locator("#mine").focus()
    meeting.add("Brand new")
    expect(page.get_by_text("Brand new")).to_be_attached(timeout=3000)
    expect(page.get_by_text("Inside")).to_be_visible()


def test_it_says_when_there_is_no_connection_and_when_it_is_back(page: Page, context: BrowserContext) -> None:
    context.set_offline(True)
    expect(page.locator("[data-live-status]")).to_contain_text("No connection", timeout=4000)
    context.set_offline(False)
    expect(page.locator("[data-live-status]")).to_be_hidden(timeout=4000)


def test_it_says_when_the_session_has_ended(page: Page, meeting: Meeting) -> None:
    meeting.is_signed_out = True
    expect(page.locator("[data-live-status]")).to_contain_text("signed out", timeout=4000)


def test_the_server_hears_who_is_here(page: Page, meeting: Meeting) -> None:
    with page.expect_response("**/presence"):
        page.locator("#mine").press_sequentially("words")
    assert meeting.present == ["the token round"]


def test_the_timer_says_how_long_is_left(page: Page) -> None:
    expect(page.locator("[data-timer-words]")).to_have_text(re.compile("11 of 12 minutes, 1 left"))
