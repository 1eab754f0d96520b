"""What a page weighs on the wire, as a browser loads it: a first visit with everything, and the page alone."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Request, sync_playwright

from bench.measuring import Site
from bench.visits import Visit
from tests.harness.live_server import serving

FIRST_BYTES, FIRST_REQUESTS, NEXT_BYTES = 100 * 1024, 10, 12 * 1024
SENT_BY_SCRIPTS = ("fetch", "xhr")  # what comes while the page stands: polls, and drafts


@dataclass(frozen=True)
class Weight:
    """Bytes and requests of a first visit, and bytes of the page alone: a next page has everything else."""

    page: str
    first_bytes: int
    first_requests: int
    next_bytes: int

    @property
    def past(self) -> list[str]:
        """The limits that the page is past."""
        limits = (
            ("first visit", self.first_bytes > FIRST_BYTES),
            ("requests", self.first_requests > FIRST_REQUESTS),
            ("next page", self.next_bytes > NEXT_BYTES),
        )
        return [name for name, is_past in limits if is_past]


def weights_of(site: Site, visits: list[Visit]) -> Iterator[Weight]:
    """Weigh each page of the site, each in a browser that has seen none before."""
    with serving(site.app) as url, browser() as chromium:
        for visit in visits:
            yield _weigh(chromium, url, site.visitor.cookies(), visit)


def _weigh(browser: Browser, url: str, cookies: dict[str, str], visit: Visit) -> Weight:
    context = browser.new_context(base_url=url)
    context.add_cookies([{"name": name, "value": value, "url": url} for name, value in cookies.items()])
    page = context.new_page()
    loaded: list[Request] = []
    page.on("requestfinished", lambda request: loaded.append(request))
    page.goto(visit.path, wait_until="networkidle")
    asked = [request for request in loaded if request.resource_type not in SENT_BY_SCRIPTS]
    sizes = {request: _on_the_wire(request) for request in asked}
    context.close()
    [page_itself] = [size for request, size in sizes.items() if request.is_navigation_request()]
    return Weight(visit.name, sum(sizes.values()), len(sizes), page_itself)


def _on_the_wire(request: Request) -> int:
    sizes = request.sizes()
    return sizes["responseHeadersSize"] + sizes["responseBodySize"]


@contextmanager
def browser() -> Iterator[Browser]:
    """The Chromium that `run.py` found. It has no sandbox for root."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM"), args=["--no-sandbox"] if is_root else []
        )
        yield launched
        launched.close()
