"""My line in the meeting on an old phone, without scripts; and the team's screen that it opens."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from livingwell.core.clock import today
from livingwell.discussions.actions.agenda import change_place
from livingwell.discussions.actions.closing import close_discussion, mark_told, start_discussion, write_telling
from livingwell.discussions.actions.taking_part import say_own_part, say_way
from livingwell.discussions.commands import Place, WriteTelling
from livingwell.discussions.models import LinePart, Reason, Way
from livingwell.discussions.queries.discussions import discussion
from tests.factories.discussions import Room, address
from tests.factories.identity import actor_for
from tests.factories.people import make_own_account
from tests.harness.phone import OLD_PHONE, sign_in_browser
from tests.harness.session import settle
from tests.stories.telling import NewContext

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("database_kind", ["sqlite"], scope="session")]

LARGEST = "size=largest&spacing=wider&font=broad&layout=plain"
LOOKS = ("", LARGEST, "background=dark&contrast=strong")
WIDTHS = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"


@pytest.fixture
def room(app: Flask) -> Room:
    """A room in which Amara was told that she will be talked about."""
    room = Room(is_started=False)
    told = Place(Reason.REVIEW, room.jo.id, question="What would help?", is_person_told=True)
    change_place(room.discussion, told, room.chair)
    return room


def close_and_tell(room: Room) -> None:
    """The team talks about Amara, and tells her."""
    start_discussion(discussion(room.chair, room.amara.id, room.discussion.id), room.chair)
    room.hear_lived_experience()
    room.decide()
    close_discussion(room.discussion, room.chair)
    told = WriteTelling("You are right.", room.jo.id, "by text", today() + timedelta(days=1))
    write_telling(room.discussion, told, room.peer)
    mark_told(room.discussion, room.peer)
    settle()


def test_everything_can_be_said_and_answered_without_scripts(
    app: Flask, room: Room, new_context: NewContext, live_server: str
) -> None:
    account = make_own_account(room.amara)
    settle()
    context = sign_in_browser(app, new_context(java_script_enabled=False, **OLD_PHONE), live_server, account)
    phone = context.new_page()
    phone.goto("/my/meetings")
    phone.get_by_role("link", name="Say what you want said").click()
    phone.get_by_role("link", name="What would you rather we did not talk about?").click()
    phone.get_by_label("What would you rather we did not talk about?").fill("My mum")
    phone.get_by_role("button", name="Save").click()
    expect(phone.get_by_text("“My mum”")).to_be_visible()
    phone.get_by_role("link", name="Will you come?").click()
    phone.get_by_label("No, someone speaks for me").check()
    phone.get_by_label("Who speaks for you, if someone does?").fill("Efua Osei")
    phone.get_by_role("button", name="Save").click()
    expect(phone.get_by_text("Efua Osei speaks for me")).to_be_visible()
    settle()
    close_and_tell(room)
    phone.goto("/my/meetings")
    phone.get_by_role("link", name="Read our answer").click()
    expect(phone.get_by_role("heading", name="You asked. Here is our answer")).to_be_visible()
    phone.get_by_role("link", name="Not quite").click()
    phone.get_by_label("What is not quite right?").fill("I said two stops.")
    phone.get_by_role("button", name="Send").click()
    expect(phone.get_by_text("“I said two stops.”")).to_be_visible()
    phone.get_by_role("button", name="Yes, that’s right").click()
    expect(phone.get_by_text("Yes, you said.")).to_be_visible()


def test_axe_finds_nothing_on_any_of_the_pages_however_they_are_read(
    app: Flask, room: Room, new_context: NewContext, live_server: str, check_axe: Callable[[Page], None]
) -> None:
    account = make_own_account(room.amara)
    settle()
    phone = sign_in_browser(app, new_context(**OLD_PHONE), live_server, account).new_page()
    mine = f"/my/meetings/{room.discussion.id}"
    before = ("/my/meetings", mine, f"{mine}/say/words", f"{mine}/say/way", f"/my/teams/{room.team.id}/asking")
    say_own_part(room.discussion, LinePart.WORDS, "w" * 300 + " I sleep by day. " * 20, actor_for(account))
    settle()
    for path in before:
        look_at(phone, path, check_axe)
    close_and_tell(room)
    for path in ("/my/meetings", mine, f"{mine}/answer/not-quite"):
        look_at(phone, path, check_axe)


def look_at(phone: Page, path: str, check_axe: Callable[[Page], None]) -> None:
    phone.goto(path)
    for look in LOOKS:
        phone.context.add_cookies([{"name": "reading", "value": look, "url": phone.url}])
        phone.goto(path)
        wide, there = phone.evaluate(WIDTHS)
        assert wide <= there, (path, look)
        check_axe(phone)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_persons_words_open_the_teams_screen(
    app: Flask,
    room: Room,
    new_context: NewContext,
    live_server: str,
    check_axe: Callable[[Page], None],
    width: int,
) -> None:
    amara = actor_for(make_own_account(room.amara))
    say_own_part(room.discussion, LinePart.PLEASE_DONT, "My mum", amara)
    say_way(room.discussion, Way.SEND_WORDS, "", "", amara)
    settle()
    context = new_context(viewport={"width": width, "height": 900})
    screen = sign_in_browser(app, context, live_server, room.ruth).new_page()
    screen.goto(address(room))
    line, question = screen.locator("#line"), screen.locator("#question")
    there, then = line.bounding_box(), question.bounding_box()
    assert there is not None
    assert then is not None
    assert (there["y"], there["x"]) <= (then["y"], then["x"])
    expect(screen.get_by_text("Amara asked us not to talk about:")).to_be_visible()
    expect(screen.get_by_text("Amara sends words and does not come.")).to_be_visible()
    check_axe(screen)
    for path in ("/line", "/telling/answers/new"):
        screen.goto(address(room, path))
        wide, client = screen.evaluate(WIDTHS)
        assert wide <= client
        check_axe(screen)
