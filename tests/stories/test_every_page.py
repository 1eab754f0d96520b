"""Every page there is, as the demo fills it, in a real browser: wide, narrow, and on the wire.

On SQLite alone: the pages of both databases are the same HTML, and tests/architecture opens every route on both.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from flask import Flask
from playwright.sync_api import Page
from werkzeug.routing import Rule

from livingwell.identity.models import Account
from livingwell.people.models import Topic
from tests.factories.carers import agree
from tests.factories.readers import Readers, is_portal
from tests.factories.routes import address_of, carer_in
from tests.harness import axe
from tests.harness.demo import put_demo
from tests.harness.phone import sign_in_browser
from tests.harness.session import settle
from tests.stories.full_flow import Demo, account_called
from tests.stories.telling import NewContext

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("database_kind", ["sqlite"], scope="session")]

GROUPS = (
    *(
        "adjustments",
        "careplans",
        "carers",
        "contacts",
        "directory",
        "discussions",
        "journeys",
        "passports",
        "people",
        "",
    ),
    *("portal", "portal /my/onward", "portal /my/plan", "portal /my/passport", "portal /for", "portal /people"),
)
NOT_PAGES = {
    "static",
    "contacts.download_appointment",
    "contacts.download_pdf",
    "contacts.download_text",
    "directory.download_refused_services",
    "discussions.show_live",
    "journeys.download_paper",
    "journeys.show_cover",  # only once something may go to the GP: tests/journeys/test_closing_letter_pages.py
    "oversight.download_figure",
    "people.download_refused_rows",
    "people.show_own_photo",
    "passports.show_file",
    "portal.download_pack",
    "portal.download_passport",
    "portal.download_staying_well",
    "portal.download_their_passport",
    "portal.download_their_staying_well",
    "portal.say_not_quite",  # only once a discussion is over: tests/portal/test_meeting_in_a_browser.py
    "portal.show_face",
    "portal.show_pack_document",
    "portal.show_passport_document",
    "portal.show_passport_file",
    "portal.show_shared_file",
    "portal.show_staying_well_document",
    "portal.show_their_passport_document",
    "portal.show_their_staying_well_document",
}


@dataclass(frozen=True)
class Limits:
    """What a page may cost on the wire. On a phone: axe looks at it there too."""

    first_visit: int = 100 * 1024
    requests: int = 10
    next_page: int = 12 * 1024
    is_on_a_phone: bool = False


OF_THE_TEAM = Limits()
OF_THE_PERSONS_SIDE = Limits(60 * 1024, 6, is_on_a_phone=True)
WITH_THE_CATALOGUE = {"adjustments.answer_note": Limits(next_page=13 * 1024)}
"""What pages may weigh that carry every choice of the catalogue, so that a search works without scripts."""

NARROWEST, PHONE = {"width": 320, "height": 640}, {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 900}
NOT_YOURS = (403, 404)


@dataclass
class Wire:
    """What a page costs on the wire, as the browser counts it. What scripts ask for while it is open is left out."""

    sizes: list[int] = field(default_factory=list)
    asked_by_scripts: set[str] = field(default_factory=set)

    def watch(self, page: Page) -> None:
        self.session = page.context.new_cdp_session(page)
        self.session.send("Network.enable")
        self.session.on("Network.responseReceived", self._received)
        self.session.on("Network.loadingFinished", self._finished)

    def begin(self) -> None:
        """Count from here, as for somebody whose browser has kept nothing."""
        self.session.send("Network.clearBrowserCache")
        self.sizes.clear()

    def _received(self, event: dict) -> None:
        if event["type"] in ("XHR", "Fetch"):
            self.asked_by_scripts.add(event["requestId"])

    def _finished(self, event: dict) -> None:
        if event["encodedDataLength"] and event["requestId"] not in self.asked_by_scripts:
            self.sizes.append(int(event["encodedDataLength"]))


@dataclass
class Visitor:
    """A browser that looks at a page and says what is wrong with it."""

    page: Page
    wire: Wire = field(default_factory=Wire)

    def __post_init__(self) -> None:
        self.wire.watch(self.page)

    def problems(self, address: str, limits: Limits) -> Iterator[str]:
        """What is wrong with a page, on a wide and on a narrow screen. Raises PermissionError for one not theirs."""
        self.page.set_viewport_size(WIDE)
        self.wire.begin()
        answer = self.page.goto(address)
        if answer is None or answer.status in NOT_YOURS:
            raise PermissionError(address)
        if answer.status != 200:
            yield f"answers {answer.status}"
        yield from self._axe()
        yield from self._first_visit(limits)
        yield from self._headings()
        yield from self._on_a_narrow_screen(address, limits)

    def _axe(self) -> Iterator[str]:
        try:
            axe.check(self.page)
        except axe.Inaccessible as found:
            yield str(found)

    def _first_visit(self, limits: Limits) -> Iterator[str]:
        if not self.wire.sizes or sum(self.wire.sizes) > limits.first_visit:
            yield f"weighs {sum(self.wire.sizes):,} on the first visit"
        if len(self.wire.sizes) > limits.requests:
            yield f"takes {len(self.wire.sizes)} requests on the first visit"

    def _headings(self) -> Iterator[str]:
        if self.page.locator("h1").count() != 1:
            yield f"has {self.page.locator('h1').count()} first headings"
        if not self.page.title().strip():
            yield "has no title"

    def _on_a_narrow_screen(self, address: str, limits: Limits) -> Iterator[str]:
        self.page.set_viewport_size(NARROWEST)
        self.wire.sizes.clear()
        self.page.goto(address)
        wide, there = self.page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        if wide > there:
            yield f"is {wide} wide on a screen of {there}"
        if sum(self.wire.sizes) > limits.next_page:
            yield f"weighs {sum(self.wire.sizes):,} as a next page"
        if limits.is_on_a_phone:
            self.page.set_viewport_size(PHONE)
            yield from self._axe()


@pytest.fixture
def demo(app: Flask) -> Demo:
    put_demo(app)
    return Demo.make()


@pytest.fixture
def visitors(demo: Demo, new_context: NewContext, a_browser_of: Callable[[Account | None], Page]) -> list[Visitor]:
    """Ruth, who leads the team; Sam, who looks after accounts; somebody who isn't signed in."""
    names = ("Ruth Okafor", "Sam Ellery")
    known = [Visitor(a_browser_of(account_called(name))) for name in names]
    return [*known, Visitor(new_context().new_page())]


@pytest.fixture
def a_browser_of(app: Flask, live_server: str, new_context: NewContext) -> Callable[[Account | None], Page]:
    """A page of a browser in which the account is signed in, or nobody."""

    def opened(account: Account | None) -> Page:
        context = new_context()
        return (sign_in_browser(app, context, live_server, account) if account else context).new_page()

    return opened


@pytest.fixture
def visitors_on_their_side(demo: Demo, a_browser_of: Callable[[Account | None], Page]) -> Callable[[Rule], Visitor]:
    """Amara, her sister with every topic, or somebody who isn't signed in: whoever the page is for."""
    agree(carer_in(demo), demo.actor, *Topic)
    readers, known = Readers(demo), {}
    readers.carer = account_called("Efua Osei")

    def visitor(rule: Rule) -> Visitor:
        account = readers.of(rule)
        key = account.id if account else None
        if key not in known:
            known[key] = Visitor(a_browser_of(account))
        return known[key]

    return visitor


def pages_of(app: Flask, group: str) -> list[Rule]:
    """The routes of a feature that answer with a page; of "", those of every feature that has no group of its own."""
    rules = [rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())]
    return [rule for rule in rules if rule.endpoint not in NOT_PAGES and group_of(rule) == group]


def limits_of(rule: Rule) -> Limits:
    return OF_THE_PERSONS_SIDE if is_portal(rule) else WITH_THE_CATALOGUE.get(rule.endpoint, OF_THE_TEAM)


def group_of(rule: Rule) -> str:
    """The feature; the many pages of the portal in parts, by where they are."""
    feature = rule.endpoint.partition(".")[0]
    return max((group for group in GROUPS if f"{feature} {rule.rule}".startswith(group)), key=len)


@pytest.mark.parametrize("group", GROUPS)
def test_every_page_can_be_used_by_everybody(
    app: Flask,
    demo: Demo,
    visitors: list[Visitor],
    visitors_on_their_side: Callable[[Rule], Visitor],
    group: str,
    browser_errors: list[str],
) -> None:
    problems: dict[str, list[str]] = {}
    for rule in pages_of(app, group):
        address = address_of(rule, demo)
        settle()
        of_it = [visitors_on_their_side(rule)] if is_portal(rule) else visitors
        found = problems_of(address, of_it, limits_of(rule))
        if found or browser_errors:
            problems[rule.rule] = [*found, *browser_errors]
        browser_errors.clear()
    report = "\n".join(f"{rule}\n    " + "\n    ".join(found) for rule, found in problems.items())
    assert not problems, report


def problems_of(address: str, visitors: list[Visitor], limits: Limits) -> list[str]:
    """As whoever it is for finds it."""
    for visitor in visitors:
        try:
            return list(visitor.problems(address, limits))
        except PermissionError:
            continue
    return ["is for nobody"]
