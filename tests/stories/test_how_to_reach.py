"""Somebody was nearly turned away for not engaging. What a peer support worker saw changes how they are reached."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from flask import Flask
from playwright.sync_api import Locator, Page, expect
from sqlalchemy import select

from livingwell.core.clock import london_instant, running_from
from livingwell.demo.telling import tell_demo
from livingwell.extensions import db
from livingwell.identity.models import Account
from tests.factories.identity import give_password
from tests.harness.session import settle
from tests.stories.telling import Member

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("database_kind", ["sqlite"], scope="session")]

THE_MEETING = date(2026, 6, 11)
OPENED = THE_MEETING + timedelta(days=14)
"""The demo's meeting about Leila is two weeks before the day when it is opened."""

MEETING = "Thursday 11 June 2026"
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}

AtAScreen = Callable[..., Member]


@pytest.fixture
def before_the_meeting(app: Flask) -> Iterator[None]:
    """The demo as it stood when the team met to talk about turning Leila’s referral away."""
    begins = london_instant(THE_MEETING, 10)
    with running_from(london_instant(OPENED, 9)):
        tell_demo(until=begins)
    with running_from(begins):
        for account in db.session.scalars(select(Account)):
            give_password(account)
        settle()
        yield


def account_of(name: str) -> Account:
    return db.session.scalars(select(Account).where(Account.name == name)).one()


def test_a_person_who_was_nearly_turned_away_is_reached_as_they_asked(
    before_the_meeting: None, at_a_screen: AtAScreen, check_axe: Callable[[Page], None]
) -> None:
    ruth, dev = (
        at_a_screen(account_of("Ruth Okafor"), viewport=WIDE),
        at_a_screen(account_of("Dev Lal"), viewport=PHONE),
    )
    they_meet(ruth, dev)
    dev_sees_who_did_not_reach_whom(dev)
    dev_challenges_the_plan_to_turn_her_away(ruth, dev)


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


def dev_sees_who_did_not_reach_whom(dev: Member) -> None:
    discussion = dev.page.url
    dev.page.goto(discussion.partition("/discussions")[0])
    expect(picture_of(dev)).to_contain_text("6 of the 7 times we did not reach Leila were phone calls")
    dev.page.goto(discussion)


def dev_challenges_the_plan_to_turn_her_away(ruth: Member, dev: Member) -> None:
    ruth.adds_view("Two months, seven tries. I think we close it and tell her GP.")
    challenge = "We kept phoning somebody who can’t pick up a phone. That isn’t her not engaging, that’s us."
    dev.adds_view(challenge, is_challenge=True)
    ruth.answers_challenge(challenge, "You’re right. Nobody is turned away today.")
    dev.sees("You’re right. Nobody is turned away today.")
    dev.closes_challenge(challenge, "Yes. I have asked her how.")
