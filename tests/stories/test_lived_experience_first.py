"""With the lived-experience place empty nothing unfolds and nothing closes."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.factories.discussions import Room, address
from tests.stories.conftest import TODAY
from tests.stories.telling import LIVE, Member

pytestmark = pytest.mark.browser

AtAScreen = Callable[..., Member]
NURSES_VIEW = "Her sleep is at three hours"


@pytest.fixture
def nearly_done(room: Room) -> Room:
    """All that closing needs is there, but for the lived-experience view."""
    room.hear_line()
    room.decide()
    return room


def at_the_discussion(room: Room, *members: Member) -> None:
    for member in members:
        member.page.goto(address(room))


def cannot_close(member: Member) -> None:
    member.goes_to_closing()
    member.sees("1 thing missing")
    member.sees("The lived-experience view is missing")
    member.closes("We talked about you today.", TODAY, teller=member)
    member.sees("1 thing missing")
    expect(member.page.get_by_label("In plain words")).to_have_value("We talked about you today.")


def closes_now(member: Member) -> None:
    member.goes_to_closing()
    member.sees("Nothing is missing")
    member.page.locator("button[name=then][value=close]").click()
    member.sees("Closed. Everybody was discussed.")


def test_others_views_stay_folded_and_closing_refuses_until_a_peer_is_heard(
    nearly_done: Room, at_a_screen: AtAScreen
) -> None:
    ruth, priya, jo = (at_a_screen(each) for each in (nearly_done.ruth, nearly_done.priya, nearly_done.jo))
    at_the_discussion(nearly_done, ruth, priya, jo)

    priya.adds_view(NURSES_VIEW)
    for other in (ruth, jo):
        other.sees("1 view is folded")
        other.unfolds("1 view is folded")
        other.does_not_see(NURSES_VIEW)
        assert NURSES_VIEW not in other.page.content()
    cannot_close(ruth)
    cannot_close(priya)

    jo.adds_view("She asked us to stop the phone")
    jo.sees(NURSES_VIEW)
    at_the_discussion(nearly_done, ruth)
    ruth.sees(NURSES_VIEW)
    closes_now(ruth)


def test_where_no_peer_is_there_the_chair_alone_says_why(nearly_done: Room, at_a_screen: AtAScreen) -> None:
    ruth, priya = at_a_screen(nearly_done.ruth), at_a_screen(nearly_done.priya)
    at_the_discussion(nearly_done, ruth, priya)
    ruth.adds_view("She missed her first two appointments")
    priya.sees("1 view is folded")
    priya.does_not_see("No lived-experience view today: say why")
    cannot_close(priya)
    at_the_discussion(nearly_done, priya)

    ruth.unfolds("No lived-experience view today: say why")
    ruth.writes("There is no lived-experience view, because", "Jo and Kezia are both away; Jo reads it on Thursday")
    ruth.presses("Say why, and unfold the others")

    priya.sees("She missed her first two appointments")
    expect(priya.round).to_contain_text("Jo and Kezia are both away", timeout=LIVE)
    at_the_discussion(nearly_done, ruth)
    closes_now(ruth)
