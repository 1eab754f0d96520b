"""How soon a page of the person's side can be read on an old phone and a bad connection, the first time it is opened.

Chromium is told to take 400 kbit/s, and 400 ms for each answer; the browser has kept nothing of an earlier page. A page
can be read once its words are painted: its styles hold them back, and it waits for no letters and no script.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Flask
from playwright.sync_api import Browser, CDPSession, Page

from bench.weights import browser
from livingwell.demo.telling import tell_demo
from livingwell.extensions import db
from livingwell.identity.models import Account
from tests.factories.readers import Readers, portal_pages
from tests.factories.routes import address_of
from tests.harness.application import build_app
from tests.harness.client import VisitorClient
from tests.harness.live_server import serving
from tests.harness.pages import Pages
from tests.harness.phone import OLD_PHONE, sign_in_browser
from tests.harness.session import settle
from tests.stories.full_flow import Demo

ABOUT = "The person's side at 400 kbit/s and 400 ms, opened for the first time: when its words can be read"
KBITS, LATENCY = 400, 400
LIMIT = 3_000
SHOWN = 12

CONDITIONS = {"offline": False, "latency": LATENCY, "downloadThroughput": KBITS * 125, "uploadThroughput": KBITS * 125}
PAINTED = """() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null"""


@dataclass(frozen=True)
class Opened:
    """One page, and after how many milliseconds it could be read."""

    page: str
    readable_ms: int

    @property
    def is_past(self) -> bool:
        return self.readable_ms > LIMIT

    def line(self) -> str:
        return f"{self.page:<60}{self.readable_ms:>8,} ms{'  too late' if self.is_past else ''}"


def opened(url: str) -> list[Opened]:
    """Every page of the person's side of the demo, the slowest first."""
    app = build_app(url)
    app.test_client_class = VisitorClient
    app.extensions["pages"] = Pages(app)
    with app.app_context():
        db.create_all()
        tell_demo()
        settle()
        with serving(app) as address, browser() as chromium:
            found = list(_each(app, chromium, address))
    return sorted(found, key=lambda each: -each.readable_ms)


def _each(app: Flask, chromium: Browser, url: str) -> Iterator[Opened]:
    demo = Demo.make()
    readers, phones = Readers(demo), {}
    for rule in portal_pages(app):
        path, account = address_of(rule, demo), readers.of(rule)
        settle()
        answer = readers.visit(app, rule).get(path)
        if answer.status_code != 200 or b"portal.css" not in answer.data:
            continue
        if account not in phones:
            phones[account] = _phone(app, chromium, url, account)
            settle()
        yield Opened(rule.rule, _readable(*phones[account], path))


def _phone(app: Flask, chromium: Browser, url: str, account: Account | None) -> tuple[Page, CDPSession]:
    context = chromium.new_context(base_url=url, **OLD_PHONE)
    if account is not None:
        sign_in_browser(app, context, url, account)
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", CONDITIONS)
    return page, session


def _readable(page: Page, session: CDPSession, path: str) -> int:
    session.send("Network.clearBrowserCache")
    page.goto(path)
    page.wait_for_function(PAINTED)
    return round(page.evaluate(PAINTED))
