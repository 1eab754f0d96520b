"""The words for the person's side: somebody with a phone of their own, and the texts that come to it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from flask import Flask
from playwright.sync_api import Locator, Page, expect

from livingwell.delivery.worker import Worker
from tests.harness import axe
from tests.harness.notify_server import NotifySink, notify_server
from tests.harness.phone import OLD_PHONE
from tests.harness.session import settle
from tests.stories.telling import LIVE, NewContext, fits


class Texts:
    """What came by text: GOV.UK Notify on loopback, after the worker has done what is due."""

    def __init__(self, app: Flask, sink: NotifySink) -> None:
        self._sink = sink
        before = app.config["LIVINGWELL"]
        app.config["LIVINGWELL"] = replace(before, notify=sink.settings)
        self._worker = Worker(app)
        app.config["LIVINGWELL"] = before

    def latest(self) -> str:
        """The words of the last one."""
        settle()
        while self._worker.work():
            pass
        settle()
        return str(list(self._sink.messages.values())[-1]["personalisation"]["words"])

    def send_back(self, number: str, words: str) -> str:
        """Somebody texts us; what goes back to them."""
        self._sink.receive(number, words)
        return self.latest()

    def link(self) -> str:
        """Where the last one leads."""
        return found(r"http\S+", self.latest())

    def code(self) -> str:
        """The six digits of the last one."""
        return found(r"\b[0-9]{6}\b", self.latest())


@contextmanager
def texts_to(app: Flask) -> Iterator[Texts]:
    with notify_server() as sink:
        yield Texts(app, sink)


def found(pattern: str, words: str) -> str:
    match = re.search(pattern, words)
    assert match is not None, f"no {pattern} in {words}"
    return match[0]


class AtAPhone:
    """Somebody on their own side, 360 px wide, with JavaScript or without."""

    def __init__(self, new_context: NewContext, *, has_script: bool) -> None:
        self.page: Page = new_context(**OLD_PHONE, java_script_enabled=has_script).new_page()
        self.page.set_default_timeout(15_000)
        self._has_script = has_script

    def opens(self, address: str) -> None:
        self.page.goto(address)
        self.looks()

    def looks(self) -> None:
        """Nothing lies beside the screen, and with a script axe finds nothing."""
        fits(self.page)
        if self._has_script:
            axe.check(self.page)

    def goes_to(self, link: str, within: Locator | None = None) -> None:
        (within or self.page).get_by_role("link", name=link).first.click()
        self.looks()

    def presses(self, button: str, within: Locator | None = None) -> None:
        (within or self.page).get_by_role("button", name=button).first.click()
        self.looks()

    def writes(self, label: str, words: str) -> None:
        self.page.get_by_label(label).first.fill(words)

    def writes_date(self, day: date) -> None:
        for part, number in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
            self.page.get_by_label(part).fill(str(number))

    def chooses(self, answer: str) -> None:
        self.page.get_by_label(answer, exact=True).check()

    def sees(self, words: str) -> None:
        expect(self.page.get_by_text(words).filter(visible=True).first).to_be_visible(timeout=LIVE)

    def does_not_see(self, words: str) -> None:
        expect(self.page.get_by_text(words)).to_have_count(0)

    def gets_in(self, address: str, number: str, texts: Texts, born_on: date) -> None:
        """For the first time: the number, the code that comes, the date of birth, and nobody who helps."""
        self.opens(address)
        self.writes("Your e-mail address or mobile number", number)
        self.presses("Carry on")
        self.writes("The code in the text", texts.code())
        self.presses("Carry on")
        self.writes_date(born_on)
        self.presses("Carry on")
        self.goes_to("No, it is just me")
