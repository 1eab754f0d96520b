"""A discussion on several screens at once, in a real browser."""

import re
from collections.abc import Callable
from itertools import count
from threading import Thread

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Page, Response, expect

from livingwell.config import ROOT
from livingwell.discussions.actions.round import add_view
from livingwell.discussions.commands import AddView
from livingwell.identity.models import Account
from tests.factories.discussions import Room, address, as_member
from tests.harness.session import settle

pytestmark = pytest.mark.browser

NewContext = Callable[..., BrowserContext]
TYPED = "The noise at the stop is harder than the ride, and the 1:40pm tram is half empty. " * 3


def is_poll(response: Response) -> bool:
    return "/live" in response.url


def screen_of(app: Flask, new_context: NewContext, account: Account, room: Room) -> Page:
    """The discussion on the account's own browser."""
    client = as_member(app, account)
    cookie = client.get_cookie("session")
    assert cookie is not None
    context = new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto("/sign-in")
    context.add_cookies([{"name": "session", "value": cookie.value, "url": page.url}])
    page.goto(address(room))
    return page


def test_what_another_adds_shows_with_the_next_poll_and_polls_come_every_second_and_a_half(
    app: Flask, live_server: str, new_context: NewContext
) -> None:
    """Within two seconds, counted in polls: the wall clock of a busy machine would be another test."""
    assert re.search(r"const EVERY = 1500;", (ROOT / "static" / "js" / "live.js").read_text(encoding="utf-8"))
    room = Room()
    ruth = screen_of(app, new_context, room.ruth, room)
    ruth.wait_for_event("response", is_poll)
    add_view(room.discussion, AddView(text="Three stops in a month, at a pace she set."), room.peer)
    settle()
    polls: list[Response] = []
    ruth.on("response", lambda response: polls.append(response) if is_poll(response) else None)
    expect(ruth.get_by_text("Three stops in a month, at a pace she set.")).to_be_visible(timeout=15_000)
    assert [poll.status for poll in polls].count(200) == 1
    assert len(polls) <= 2  # one may have been on its way before the view was saved


def test_others_views_unfold_on_every_screen_when_lived_experience_is_heard(
    app: Flask, live_server: str, new_context: NewContext
) -> None:
    room = Room()
    add_view(room.discussion, AddView(text="Her sleep is at three."), room.nurse)
    ruth = screen_of(app, new_context, room.ruth, room)
    expect(ruth.get_by_text("1 view is folded")).to_be_visible()
    assert "Her sleep is at three." not in ruth.content()
    room.hear_lived_experience()
    settle()
    expect(ruth.get_by_text("Her sleep is at three.")).to_be_visible(timeout=15_000)


def test_while_ten_others_save_typing_loses_nothing(app: Flask, live_server: str, new_context: NewContext) -> None:
    room = Room()
    ruth = screen_of(app, new_context, room.ruth, room)
    box = ruth.get_by_label("Add your view")
    box.click()
    before = box.bounding_box()
    clients = [as_member(app, room.jo) for _each in range(10)]
    stop, number = [False], count()

    def save() -> None:
        for client in clients:
            if stop[0]:
                return
            client.post(address(room, "/views"), data={"view-text": f"View {next(number)}"})

    others = Thread(target=save)
    others.start()
    box.press_sequentially(TYPED[:200], delay=25)
    stop[0] = True
    others.join()
    expect(box).to_have_value(TYPED[:200])
    expect(box).to_be_focused()
    assert box.evaluate("box => box.selectionStart") == 200
    after = box.bounding_box()
    assert before is not None
    assert after is not None
    assert abs(after["y"] - before["y"]) < 2
    expect(ruth.get_by_text("View 0", exact=True)).to_be_attached(timeout=15_000)
