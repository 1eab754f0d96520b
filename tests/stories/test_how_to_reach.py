"""Somebody was nearly turned away for not engaging. What a peer support worker saw changes how they are reached."""

import io
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pikepdf
import pytest
from flask import Flask
from playwright.sync_api import Locator, Page, expect
from sqlalchemy import select

from livingwell.contacts.wording.pdf import can_make_pdf
from livingwell.core.actor import Side
from livingwell.core.clock import london_instant, running_from
from livingwell.delivery.carriers.notify import NotifyCarrier
from livingwell.delivery.models import Channel
from livingwell.delivery.worker import Worker
from livingwell.demo.telling import tell_demo
from livingwell.extensions import db
from livingwell.identity.models import Account
from tests.factories.identity import give_password
from tests.harness.notify_server import NotifySink, notify_server
from tests.harness.session import settle
from tests.stories.telling import Member, fits

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("database_kind", ["sqlite"], scope="session")]

THE_MEETING = date(2026, 6, 11)
OPENED = THE_MEETING + timedelta(days=14)
"""The demo's meeting about Leila is two weeks before the day when it is opened."""

MEETING = "Thursday 11 June 2026"
LEILAS_NUMBER = "+447700900166"
POINTS_IN_A_PIXEL = 0.75
IN_THE_WINDOW = 11
"""Points: an address has to fit the window of an envelope."""

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}

AtAScreen = Callable[..., Member]
Look = Callable[[Page], None]
"""Looks at a page and fails where something is wrong with it."""


@pytest.fixture
def before_the_meeting(app: Flask) -> Iterator[None]:
    """The demo as it stood when the team met to talk about turning Leila’s referral away."""
    begins = london_instant(THE_MEETING, 10)
    with running_from(london_instant(OPENED, 9)):
        tell_demo(until=begins)
    with running_from(begins):
        for account in db.session.scalars(select(Account).where(Account.side == Side.TEAM)):
            give_password(account)
        settle()
        yield


@pytest.fixture
def notify() -> Iterator[NotifySink]:
    with notify_server() as sink:
        yield sink


def account_of(name: str) -> Account:
    return db.session.scalars(select(Account).where(Account.name == name)).one()


def the_worker_works(app: Flask, notify: NotifySink) -> None:
    """Send what waits through GOV.UK Notify, and fetch what came in."""
    settle()
    carrier = NotifyCarrier(notify.settings, timeout=5)
    worker = Worker(app, {Channel.TEXT: carrier, Channel.LETTER: carrier})
    while worker.work():
        pass


def test_a_person_who_was_nearly_turned_away_is_reached_as_they_asked(
    app: Flask,
    before_the_meeting: None,
    at_a_screen: AtAScreen,
    notify: NotifySink,
    check_axe: Look,
) -> None:
    ruth, dev = (
        at_a_screen(account_of("Ruth Okafor"), viewport=WIDE),
        at_a_screen(account_of("Dev Lal"), viewport=PHONE),
    )
    they_meet(ruth, dev)
    dev_sees_who_did_not_reach_whom(dev, check_axe)
    dev_challenges_the_plan_to_turn_her_away(ruth, dev)
    dev_writes_down_how_to_reach_her(dev, check_axe)

    mel = at_a_screen(account_of("Mel Hart"), viewport=PHONE)
    mel_would_phone_and_writes_instead(mel, check_axe)
    the_worker_works(app, notify)
    the_text_went_as_written(notify)
    a_letter_follows_in_large_print(mel, app, notify, check_axe)

    with running_from(london_instant(THE_MEETING, 17)):
        leila_answers(notify, app)
        the_picture_shows_it(at_a_screen(account_of("Mel Hart"), viewport=WIDE), check_axe)


def test_its_core_works_without_scripts_on_a_phone(
    app: Flask, before_the_meeting: None, at_a_screen: AtAScreen, notify: NotifySink
) -> None:
    dev, mel = (
        at_a_screen(account_of(name), java_script_enabled=False, viewport=PHONE) for name in ("Dev Lal", "Mel Hart")
    )
    finds_leila(dev)
    expect(picture_of(dev)).to_contain_text("6 of the 7 times we did not reach Leila were phone calls")
    fits(dev.page)
    dev_writes_down_how_to_reach_her(dev, fits)
    mel_would_phone_and_writes_instead(mel, fits)
    the_worker_works(app, notify)
    the_text_went_as_written(notify)
    a_letter_follows_in_large_print(mel, app, notify, fits)
    with running_from(london_instant(THE_MEETING, 17)):
        leila_answers(notify, app)
        the_picture_shows_it(mel.signs_in(), fits)


def they_meet(ruth: Member, dev: Member) -> None:
    for member in (ruth, dev):
        member.opens_meeting(MEETING)
        member.checks_in()
    for member in (ruth, dev):
        member.opens_discussion("Leila Haddad")
    ruth.presses("Start")
    expect(ruth.page.get_by_role("timer")).to_be_visible()


def picture_of(member: Member) -> Locator:
    return member.page.get_by_role("region", name="How we have reached Leila")


def finds_leila(member: Member) -> None:
    member.page.goto("/people?q=Leila")
    member.goes_to("Leila Haddad")


def opens_leilas(member: Member, more: str) -> None:
    """A page of Leila’s record, from whichever of her pages is open."""
    member.page.goto("/people/" + member.page.url.partition("/people/")[2].partition("/")[0] + more)


def dev_sees_who_did_not_reach_whom(dev: Member, look: Look) -> None:
    """In the discussion, before anything is said."""
    dev.page.reload()
    expect(picture_of(dev)).to_contain_text("6 of the 7 times we did not reach Leila were phone calls")
    look(dev.page)


def dev_challenges_the_plan_to_turn_her_away(ruth: Member, dev: Member) -> None:
    ruth.adds_view("Two months, seven tries. I think we close it and tell her GP.")
    challenge = "We kept phoning somebody who can’t pick up a phone. That isn’t her not engaging, that’s us."
    dev.adds_view(challenge, is_challenge=True)
    ruth.answers_challenge(challenge, "You’re right. Nobody is turned away today.")
    dev.sees("You’re right. Nobody is turned away today.")
    dev.closes_challenge(challenge, "Yes. I have asked her how.")


def dev_writes_down_how_to_reach_her(dev: Member, look: Look) -> None:
    """Text, never phone; and what is written to her in large print. From then on the top of every page says so."""
    dev.goes_to("Ask Leila")
    for way, standing, why in (
        ("Text", "Best", "I answer in four minutes."),
        ("Letter", "Fine", "Large print. Small print brings the headache."),
        ("Phone", "Never: not wanted", "I was there every time it rang. I can’t pick it up."),
    ):
        dev.page.get_by_label(way, exact=True).select_option(label=standing)
        dev.writes(f"Why, in Leila’s words ({way.lower()})", why)
    dev.page.get_by_label("Size of letters").select_option(label="20 point")
    look(dev.page)
    dev.presses("Save")
    expect(dev.page.locator(".lw-ways")).to_contain_text("Text")
    expect(dev.page.locator(".lw-ways__never")).to_contain_text("Phone")
    look(dev.page)


def mel_would_phone_and_writes_instead(mel: Member, look: Look) -> None:
    """The guard says what Leila said, and leads to a text. The call is never saved."""
    finds_leila(mel)
    opens_leilas(mel, "/contacts/new")
    mel.page.get_by_label("Phone").check()
    mel.page.get_by_label("No answer").check()
    mel.presses("Save contact")
    mel.sees("Leila asked us never to phone")
    mel.sees("I was there every time it rang.")
    look(mel.page)
    mel.goes_to("Write a text instead")
    mel.writes("Your words", "Hi Leila, it’s Mel. I’m sorry we kept ringing. Would a visit by the back door suit you?")
    mel.page.get_by_label("Ask for an answer in one press").check()
    mel.presses("Look at it")
    look(mel.page)
    mel.presses("Send it")
    mel.sees("It goes out to Leila now")


def the_text_went_as_written(notify: NotifySink) -> None:
    [text] = [each for each in notify.messages.values() if each["type"] == "sms"]
    assert text["phone_number"] == LEILAS_NUMBER
    assert text["personalisation"]["words"].startswith("Hi Leila, it’s Mel. I’m sorry we kept ringing.")


def a_letter_follows_in_large_print(mel: Member, app: Flask, notify: NotifySink, look: Look) -> None:
    """What was looked at is what goes out, byte for byte, in 20 point."""
    opens_leilas(mel, "/messages/new?way=letter")
    mel.writes("What it is about", "What we said today")
    mel.writes("Your words", "Dear Leila,\n\nNobody rings you any more. We write.\n\nMel")
    mel.presses("Look at it")
    look(mel.page)
    if not can_make_pdf():
        return
    seen = mel.page.request.get(mel.page.url + "/letter.pdf").body()
    mel.presses("Send it")
    mel.sees("It goes out to Leila now")
    the_worker_works(app, notify)
    [letter] = [each for each in notify.messages.values() if each["type"] == "letter"]
    assert letter["pdf"] == seen
    assert min(print_sizes(seen) - {IN_THE_WINDOW}) == 20


def print_sizes(content: bytes) -> set[int]:
    """How large the letters of a PDF are, in points."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        drawn = [each for page in pdf.pages for each in pikepdf.parse_content_stream(page)]
    return {round(float(each.operands[1]) * POINTS_IN_A_PIXEL) for each in drawn if str(each.operator) == "Tf"}


def leila_answers(notify: NotifySink, app: Flask) -> None:
    notify.receive(LEILAS_NUMBER.removeprefix("+"), "Yes. The back door is good", "2026-06-11T10:19:00.000000Z")
    the_worker_works(app, notify)


def the_picture_shows_it(mel: Member, look: Look) -> None:
    finds_leila(mel)
    expect(picture_of(mel)).to_contain_text("Made the way she asked, 1 of 1 reached her")
    look(mel.page)
    opens_leilas(mel, "/messages")
    mel.sees("Yes. The back door is good")
