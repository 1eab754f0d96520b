"""A carer with agreement for appointments only: sees them and nothing else, and nothing once it is withdrawn."""

import pytest
from flask import Flask
from playwright.sync_api import expect

from livingwell.carers.models import Carer
from livingwell.identity.models import Account
from livingwell.people.models import Topic
from tests.factories.careplans import make_full_plan
from tests.factories.carers import agree, make_carer_with_account
from tests.factories.contacts import make_appointment
from tests.factories.discussions import Room
from tests.factories.people import make_own_account
from tests.harness.phone import sign_in_browser
from tests.harness.session import settle
from tests.stories.at_a_phone import AtAPhone
from tests.stories.telling import NewContext

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("database_kind", ["sqlite"], scope="session"),
    pytest.mark.parametrize("has_script", [True, False], ids=["with JavaScript", "without JavaScript"]),
]


@pytest.fixture
def room(app: Flask, morning: None) -> Room:
    """Amara has a plan, an appointment, and a discussion today."""
    room = Room(is_started=False)
    make_full_plan(room.amara, room.peer)
    make_appointment(room.amara, room.nurse, place="The small room")
    return room


@pytest.fixture
def efua(room: Room) -> tuple[Carer, Account]:
    """Amara said that her sister may know of appointments."""
    carer, account = make_carer_with_account(room.amara)
    agree(carer, room.peer, Topic.APPOINTMENTS)
    settle()
    return carer, account


def test_a_carer_sees_appointments_and_nothing_else_until_amara_stops_it(
    app: Flask,
    room: Room,
    efua: tuple[Carer, Account],
    new_context: NewContext,
    live_server: str,
    has_script: bool,
) -> None:
    _carer, account = efua
    sister = AtAPhone(new_context, has_script=has_script)
    sign_in_browser(app, sister.page.context, live_server, account)
    amara = AtAPhone(new_context, has_script=has_script)
    sign_in_browser(app, amara.page.context, live_server, make_own_account(room.amara))
    settle()

    she_sees_when_and_nothing_else(sister, room)
    amara_stops_it_while_the_page_is_open(amara)
    nothing_is_left_but_to_tell_us(sister)


def she_sees_when_and_nothing_else(sister: AtAPhone, room: Room) -> None:
    sister.opens("/for")
    sister.goes_to("Amara")
    shared = sister.page.get_by_role("region", name="What you may see")
    expect(shared.get_by_role("link")).to_have_count(1)
    for page in ("plan", "safety-plan", "letters", "meetings"):
        answer = sister.page.request.get(f"/for/{room.amara.id}/{page}")
        assert answer.status == 404, page
    for page in (f"/people/{room.amara.id}", f"/people/{room.amara.id}/plan", "/my", "/my/plan"):
        assert sister.page.request.get(page).status == 403, page
    sister.goes_to("Appointments", shared)
    sister.sees("The small room")


def amara_stops_it_while_the_page_is_open(amara: AtAPhone) -> None:
    amara.opens("/my/people")
    amara.sees("Efua Osei")
    amara.page.locator("a[href$='/may-know/appointments']").click()
    amara.presses("No, stop it now")


def nothing_is_left_but_to_tell_us(sister: AtAPhone) -> None:
    """At the very next request, without a word about why."""
    sister.page.reload()
    sister.does_not_see("The small room")
    sister.opens("/for")
    sister.goes_to("Amara")
    sister.sees("Nothing is shared with you now.")
    sister.goes_to("Write to the team")
    sister.writes("Your words", "She has gone quiet in the evenings.")
    sister.page.get_by_role("radio").first.check()
    sister.presses("Send")
    sister.sees("She has gone quiet in the evenings.")
