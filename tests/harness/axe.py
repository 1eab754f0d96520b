"""Accessibility, as far as a machine can tell."""

from pathlib import Path

from playwright.sync_api import Page

SOURCE = (Path(__file__).parent.parent / "browser" / "vendor" / "axe-4.14.1.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "async rules => (await axe.run(document, {runOnly: rules, resultTypes: ['violations']})).violations"
SHOWN = 5


class Inaccessible(AssertionError):
    """What axe found on a page."""


def check(page: Page) -> None:
    """Raise Inaccessible when what is shown breaks WCAG 2.2 AA or axe's best practice."""
    if page.evaluate("self.origin") != "null":
        _run(page, page.url)
        return
    copy = page.context.new_page()  # a document that may run no script: axe would wait in it for ever
    try:
        copy.set_content(page.content())
        _run(copy, page.url)
    finally:
        copy.close()


def _run(page: Page, address: str) -> None:
    page.evaluate(SOURCE)  # through the debugger, where the page's own script policy does not apply
    violations = page.evaluate(RUN, RULES)
    if violations:
        raise Inaccessible("\n".join([f"{address}:", *map(_describe, violations)]))


def _describe(violation: dict) -> str:
    places = [node["html"][:200] for node in violation["nodes"][:SHOWN]]
    return "\n    ".join([f"  {violation['id']}: {violation['help']} ({violation['helpUrl']})", *places])
