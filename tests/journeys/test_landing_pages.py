"""The pages of whether it landed: for members, and behind the links of an e-mail."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from livingwell.adjustments.models import Standing, Way
from livingwell.contacts.actions.replying import file_text
from livingwell.core.actor import Right
from livingwell.core.clock import fixed, today
from livingwell.journeys.actions.landing import answer_landing, cancel_landing_checks
from livingwell.journeys.actions.landing_asking import ask
from livingwell.journeys.landing_commands import AnswerLanding
from livingwell.journeys.models import Landed, LandingCheck
from livingwell.journeys.models.landing_today import LANDING_BACK, LANDING_REPLY, LANDING_SAID, LANDING_TO_ASK
from livingwell.journeys.queries.landing import checks_of
from livingwell.journeys.queries.landing_asks import ASKS
from livingwell.people.queries.asks import asks
from tests.factories.contacts import THURSDAY, Desk, tell_preferences
from tests.factories.discussions import as_member
from tests.factories.identity import actor_for, make_account
from tests.factories.landing import make_chosen, make_landing_link, make_last_key_worker, plan_checks
from tests.factories.letters import make_reachable, make_received
from tests.factories.people import make_own_account

Counting = Callable[[], AbstractContextManager[list[str]]]
MOST_STATEMENTS = 17
"""However many checks there are: most are of every page about a person."""

TWO_WEEKS_ON = THURSDAY + timedelta(weeks=2)
BASE = "https://livingwell.example"


@pytest.fixture
def desk(app: Flask) -> Iterator[Desk]:
    """Amara, whose support ended two weeks ago: Priya was her key worker."""
    with fixed(THURSDAY):
        desk = Desk()
        make_reachable(desk.amara)
        make_last_key_worker(desk.amara, desk.nurse)
        make_chosen(desk.amara, desk.nurse)
        plan_checks(desk.amara, desk.nurse)
    with fixed(TWO_WEEKS_ON):
        yield desk


def first(desk: Desk) -> LandingCheck:
    return checks_of(desk.amara.id)[0]


def asked_of(desk: Desk, who: object = None) -> list[tuple[str, str]]:
    """What Today asks of Priya, or of somebody else."""
    return [(each.kind, each.by) for each in asks(who or desk.nurse, ASKS, 20)]  # type: ignore[arg-type]


def asked_by_hand(desk: Desk, ways: dict[Way, Standing] | None = None) -> None:
    tell_preferences(desk.amara, desk.nurse, {Way.PHONE: Standing.BEST} if ways is None else ways)
    for check in checks_of(desk.amara.id):
        ask(check.id, BASE)


def page_of(app: Flask, desk: Desk, path: str = "") -> str:
    answer = as_member(app, desk.priya).get(f"/people/{desk.amara.id}/landing{path}")
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.get_data(as_text=True)).split())


def send(app: Flask, desk: Desk, path: str, fields: Mapping[str, str] | None = None) -> TestResponse:
    return as_member(app, desk.priya).post(f"/people/{desk.amara.id}/landing{path}", data=fields or {})


def day() -> dict[str, str]:
    return {"on-day": str(today().day), "on-month": str(today().month), "on-year": str(today().year)}


def test_who_was_key_worker_asks_by_hand(desk: Desk) -> None:
    assert asked_of(desk) == []
    asked_by_hand(desk)
    assert asked_of(desk) == [(LANDING_TO_ASK, "phone")]
    assert asked_of(desk, desk.peer) == []
    assert asked_of(desk, desk.lead) == []


def test_without_a_key_worker_it_is_the_leads_to_ask(app: Flask) -> None:
    with fixed(THURSDAY):
        desk = Desk()
        plan_checks(desk.amara, desk.nurse)
    with fixed(TWO_WEEKS_ON):
        lead = make_account("Lena Fox", team=desk.team, right=Right.TEAM_LEAD)
        asked_by_hand(desk, {})
        assert asked_of(desk) == []
        assert asked_of(desk, actor_for(lead, desk.team, Right.TEAM_LEAD)) == [(LANDING_TO_ASK, "")]


def test_after_two_working_days_the_leads_see_it_too(desk: Desk) -> None:
    asked_by_hand(desk)
    with fixed(TWO_WEEKS_ON + timedelta(days=4)):
        assert asked_of(desk, desk.lead) == [(LANDING_TO_ASK, "phone")]


def test_nobody_is_to_ask_any_more_what_was_cancelled(app: Flask, desk: Desk) -> None:
    asked_by_hand(desk)
    cancel_landing_checks(desk.amara.id, "They have come back.", desk.nurse)
    page = page_of(app, desk)
    assert "Not asked any more. They have come back." in page
    assert "A member is to ask" not in page


def test_several_places_are_one_thing_on_today(app: Flask) -> None:
    with fixed(THURSDAY):
        desk = Desk()
        make_last_key_worker(desk.amara, desk.nurse)
        for name in ("Ancoats Photo Walks", "Salford Bikes"):
            make_chosen(desk.amara, desk.nurse, name)
        plan_checks(desk.amara, desk.nurse)
    with fixed(TWO_WEEKS_ON):
        asked_by_hand(desk)
        assert asked_of(desk) == [(LANDING_TO_ASK, "phone")]


def test_a_member_writes_down_that_they_asked_and_then_what_was_said(app: Flask, desk: Desk) -> None:
    asked_by_hand(desk)
    assert "A member is to ask, by phone" in page_of(app, desk)
    assert send(app, desk, f"/{first(desk).id}/asked", {"way": "phone"}).status_code == 303
    assert asked_of(desk) == []
    assert "Asked by phone on 25 June 2026, by Priya Mistry" in page_of(app, desk)
    said = {"landed": "not_working", "change_needed": "It is too loud", "way": "phone", **day()}
    assert send(app, desk, f"/{first(desk).id}/answer", said).status_code == 303
    shown = page_of(app, desk)
    assert "It is not working" in shown
    assert "It is too loud" in shown
    assert "Amara said this by phone on 25 June 2026, written down by Priya Mistry." in shown
    assert asked_of(desk) == []


def test_a_letter_is_written_and_printed_by_a_member(app: Flask, desk: Desk) -> None:
    asked_by_hand(desk, {Way.LETTER: Standing.BEST})
    shown = as_member(app, desk.priya).get(f"/people/{desk.amara.id}/landing").get_data(as_text=True)
    address = f"/people/{desk.amara.id}/messages/new?way=letter&amp;template=in-touch"
    assert address in shown
    assert as_member(app, desk.priya).get(address.replace("&amp;", "&")).status_code == 200


def test_the_second_try_by_hand_is_another_way_and_the_last(app: Flask, desk: Desk) -> None:
    asked_by_hand(desk, {Way.PHONE: Standing.BEST, Way.VISIT: Standing.FINE})
    send(app, desk, f"/{first(desk).id}/asked", {"way": "phone"})
    for days, expected in ((7, [(LANDING_TO_ASK, "visit")]), (8, [(LANDING_TO_ASK, "visit")])):
        with fixed(TWO_WEEKS_ON + timedelta(days=days)):
            ask(first(desk).id, BASE)
            assert asked_of(desk) == expected
    with fixed(TWO_WEEKS_ON + timedelta(days=8)):
        send(app, desk, f"/{first(desk).id}/asked", {"way": "visit"})
        assert send(app, desk, f"/{first(desk).id}/asked", {"way": "visit"}).status_code == 409
    with fixed(TWO_WEEKS_ON + timedelta(days=20)):
        ask(first(desk).id, BASE)
        assert asked_of(desk) == []
        assert "Not answered. Amara can still answer at any time" in page_of(app, desk)


@pytest.mark.parametrize(
    ("command", "kinds"),
    [
        (AnswerLanding(Landed.WORKING), []),
        (AnswerLanding(Landed.PARTLY), []),
        (AnswerLanding(Landed.PARTLY, "Another day"), [(LANDING_SAID, "partly")]),
        (AnswerLanding(Landed.NOT_WORKING), [(LANDING_SAID, "not_working")]),
        (AnswerLanding(Landed.DID_NOT_HAPPEN), [(LANDING_SAID, "did_not_happen")]),
        (AnswerLanding(Landed.NOT_WORKING, wants_to_come_back=True), [(LANDING_BACK, "not_working")]),
    ],
)
def test_what_needs_somebody_stands_until_somebody_has_looked(
    app: Flask, desk: Desk, command: AnswerLanding, kinds: list[tuple[str, str]]
) -> None:
    given = answer_landing(desk.amara.id, first(desk).id, command, actor_for(make_own_account(desk.amara)))
    assert asked_of(desk) == kinds
    assert as_member(app, desk.priya).get("/today").status_code == 200
    assert send(app, desk, f"/answers/{given.id}/looked").status_code == 303
    assert asked_of(desk) == []


def test_words_that_came_back_are_read_and_written_down(app: Flask, desk: Desk) -> None:
    make_account("Lena Fox", team=desk.team, right=Right.TEAM_LEAD)
    asked_by_hand(desk, {Way.TEXT: Standing.BEST})
    file_text(make_received("It is good but far"))
    assert asked_of(desk) == [(LANDING_REPLY, "")]
    assert "It is good but far" in page_of(app, desk, f"/{first(desk).id}/answer")
    send(app, desk, f"/{first(desk).id}/answer", {"landed": "partly", "way": "text", **day()})
    assert asked_of(desk) == []


def test_the_page_says_who_is_not_to_be_asked_and_why(app: Flask, desk: Desk) -> None:
    assert send(app, desk, "/not-asking", {"why": ""}).status_code == 422
    send(app, desk, "/not-asking", {"why": "Let me be now"})
    assert "Not asked any more. Let me be now" in page_of(app, desk)


def test_it_takes_as_many_statements_for_one_place_as_for_four(
    app: Flask, desk: Desk, count_statements: Counting
) -> None:
    client = as_member(app, desk.priya)
    with count_statements() as statements:
        client.get(f"/people/{desk.amara.id}/landing")
    with fixed(THURSDAY):
        room = Desk()
        for number in range(4):
            make_chosen(room.amara, room.nurse, f"Place {number}")
        plan_checks(room.amara, room.nurse)
    other = as_member(app, room.priya)
    with count_statements() as for_four:
        other.get(f"/people/{room.amara.id}/landing")
    assert len(statements) == len(for_four) <= MOST_STATEMENTS


class TestPressing:
    """The links of an e-mail. Whoever opens one may be a mail filter, or look over a shoulder."""

    @pytest.fixture
    def link(self, desk: Desk) -> str:
        return f"/landing/{make_landing_link(desk.amara, desk.nurse)}"

    def test_opening_a_link_answers_nothing_and_tells_nothing(self, app: Flask, desk: Desk, link: str) -> None:
        shown = app.test_client().get(f"{link}/not_working").get_data(as_text=True)
        assert first(desk).answers == []
        assert "Your answer: It is not going well" in shown
        for private in ("Amara", "Osei", desk.team.name, "Ancoats"):
            assert private not in shown

    def test_a_press_answers_once_and_offers_the_way_back(self, app: Flask, desk: Desk, link: str) -> None:
        client = app.test_client()
        assert client.get(link).status_code == 404
        thanks = client.post(f"{link}/not_working", follow_redirects=True).get_data(as_text=True)
        assert "I would like to come back" in thanks
        assert client.post(f"{link}/working").status_code == 409
        again = client.post(f"{link}/coming-back", follow_redirects=True).get_data(as_text=True)
        assert "You asked to come back" in again
        assert asked_of(desk) == [(LANDING_BACK, "not_working")]

    def test_where_it_goes_well_nobody_is_offered_to_come_back(self, app: Flask, link: str) -> None:
        thanks = app.test_client().post(f"{link}/working", follow_redirects=True).get_data(as_text=True)
        assert "come back" not in thanks

    def test_one_of_them_ends_the_asking(self, app: Flask, desk: Desk, link: str) -> None:
        app.test_client().post(f"{link}/stop")
        assert all(check.cancelled_at for check in checks_of(desk.amara.id))

    @pytest.mark.parametrize("where", ["/working", "", "/stop"])
    def test_a_link_that_leads_nowhere_says_no_more(self, app: Flask, desk: Desk, where: str) -> None:
        assert app.test_client().get(f"/landing/made-up{where}").status_code == 404

    def test_what_no_link_answers_is_not_there(self, app: Flask, link: str) -> None:
        assert app.test_client().post(f"{link}/perhaps").status_code == 404
