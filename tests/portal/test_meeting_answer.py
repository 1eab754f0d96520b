"""You asked, we said, what happens next: on the person's own pages, after a discussion."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from livingwell.core.clock import today
from livingwell.discussions.actions.closing import close_discussion, mark_told, write_telling
from livingwell.discussions.actions.deciding import answer_decision, decide_no_change
from livingwell.discussions.actions.round import add_view
from livingwell.discussions.actions.striking import strike_decision
from livingwell.discussions.actions.taking_part import say_for_them
from livingwell.discussions.commands import AddView, Answer, SayLine, WriteTelling
from livingwell.discussions.models import Doer, Outcome
from livingwell.extensions import db
from livingwell.people.models import FromPerson, Topic
from livingwell.portal.waiting import waiting_for
from tests.factories.discussions import Room, as_member
from tests.factories.people import make_carer_account, make_own_account, make_person
from tests.harness.forms import form_with, forms_in
from tests.harness.session import settle

Counted = Callable[[], AbstractContextManager[list[str]]]


class Own:
    """Amara on her phone, after the team has talked about her and told her."""

    def __init__(self, app: Flask) -> None:
        self.room = Room()
        self.client: FlaskClient = as_member(app, make_own_account(self.room.amara))
        self.member: FlaskClient = as_member(app, self.room.ruth)

    @property
    def address(self) -> str:
        return f"/my/meetings/{self.room.discussion.id}"

    @property
    def staff_address(self) -> str:
        return f"/people/{self.room.amara.id}/discussions/{self.room.discussion.id}"

    def close(self, *, is_told: bool = True, may_read_first: bool = False) -> None:
        self.room.close()
        self.tell(is_told=is_told, may_read_first=may_read_first)

    def tell(self, *, is_told: bool = True, may_read_first: bool = False) -> None:
        told = WriteTelling(
            "You are right.\n\nAnd yes to Thursdays.",
            self.room.jo.id,
            "by text",
            today() + timedelta(days=1),
            may_read_first=may_read_first,
        )
        write_telling(self.room.discussion, told, self.room.peer)
        if is_told:
            mark_told(self.room.discussion, self.room.peer)

    def page(self) -> str:
        return self.client.get(self.address).get_data(as_text=True)

    def press(self, answer: str) -> int:
        form = next(form for form in forms_in(self.page(), self.address) if form.action.endswith("/answer"))
        return self.client.post(form.action, data=form.filled(answer=answer)).status_code

    def say_not_quite(self, words: str) -> int:
        path = f"{self.address}/answer/not-quite"
        form = form_with(self.client.get(path).get_data(as_text=True), path, "words")
        return self.client.post(form.action, data=form.filled(words=words)).status_code


@pytest.fixture
def own(app: Flask) -> Own:
    return Own(app)


def test_the_answer_reads_you_asked_we_said_what_happens_next_with_who_and_when(own: Own) -> None:
    own.close()
    shown = own.page()
    parts = [
        "You asked",
        "the call on Monday",
        "We said",
        "And yes to Thursdays.",
        "What happens next",
        "Ruth, team lead",
        "Take her number out of the reminder system",
        "By ",
        "Is that right?",
    ]
    places = [shown.index(each) for each in parts]
    assert places == sorted(places)


def test_what_was_said_after_the_team_was_done_stands_apart_and_not_as_if_it_was_answered(own: Own) -> None:
    own.close()
    late = SayLine(own.room.jo.id, talk_about="My benefits", how="by phone", who_there="Efua")
    say_for_them(own.room.discussion, late, own.room.peer)
    shown = own.page()
    parts = ["You asked", "the call on Monday", "We said", "You are right.", "Said later", "“My benefits”", "“Efua”"]
    places = [shown.index(each) for each in parts]
    assert places == sorted(places)
    assert shown.count("My benefits") == 1


def test_nothing_is_said_later_where_all_was_said_before(own: Own) -> None:
    own.close()
    assert "Said later" not in own.page()


def test_nothing_of_what_others_said_in_the_round_is_there(own: Own) -> None:
    room = own.room
    add_view(room.discussion, AddView("I worry about her sleep.", is_challenge=True), room.nurse)
    room.decide("Write instead of phoning", why="One call cost her two days")
    own.close()
    shown = own.page()
    assert "Write instead of phoning" in shown
    for others in ("I worry about her sleep", "She asked us to stop the phone", "challenge", "cost her two days"):
        assert others not in shown


def test_what_became_of_a_decision_is_told_with_why(own: Own) -> None:
    done = own.room.decide("Write instead of phoning")
    late = own.room.decide("Ask about the travel pass", doer=Doer.PERSON)
    own.close()
    answer_decision(done, Answer(Outcome.DONE, "Since Tuesday"), own.room.chair)
    answer_decision(late, Answer(Outcome.NOT_DONE, "The office was shut"), own.room.chair)
    shown = own.page()
    assert "Done, " in shown
    assert "Since Tuesday" in shown
    assert "Not done yet, " in shown
    assert "The office was shut" in shown
    assert "You, with Ruth, team lead" in shown


def test_a_decision_recorded_in_error_is_gone(own: Own) -> None:
    wrong = own.room.decide("Ring her every day")
    own.close()
    strike_decision(own.room.discussion, wrong, "Written for somebody else", own.room.chair)
    assert "Ring her every day" not in own.page()


def test_somebody_who_was_not_asked_reads_so_and_why_everywhere(own: Own) -> None:
    room = own.room
    say_for_them(room.discussion, SayLine(room.jo.id, not_asked_because="She was in hospital"), room.peer)
    room.hear_lived_experience()
    decide_no_change(room.discussion, "We wait until she is home", room.chair)
    close_discussion(room.discussion, room.chair)
    own.tell()
    shown = own.page()
    assert "We did not ask you first" in shown
    assert "She was in hospital" in shown
    assert "Nothing changes for now" in shown
    assert "Amara was not asked beforehand" in own.member.get(own.staff_address).get_data(as_text=True)
    for place in ("", "/minutes"):
        agenda = own.member.get(f"/meetings/{room.meeting.id}{place}").get_data(as_text=True)
        assert "Amara was not asked" in agenda


def test_before_they_are_told_the_person_reads_who_tells_them_and_by_when(own: Own) -> None:
    own.close(is_told=False)
    shown = own.page()
    assert "Jo Brennan will tell you what was said" in shown
    assert "And yes to Thursdays" not in shown
    assert own.client.post(f"{own.address}/answer", data={"answer": "yes"}).status_code == 404
    assert own.client.get(f"{own.address}/answer/not-quite").status_code == 404


def test_opening_the_page_says_nothing_and_a_press_says_that_it_was_read(own: Own) -> None:
    own.close(is_told=False, may_read_first=True)
    own.page()
    assert "Osei read it on their own pages" not in own.member.get(own.staff_address).get_data(as_text=True)
    assert own.press("read") == 303
    screen = own.member.get(own.staff_address).get_data(as_text=True)
    assert "Amara Osei read it on their own pages" in screen
    assert "has read this, and may say later" in screen
    assert "There is no rush to answer" in own.page()
    assert "Read our answer" in own.client.get("/my/meetings").get_data(as_text=True)


def test_yes_is_one_press_and_the_team_sees_it(own: Own) -> None:
    own.close()
    assert own.press("yes") == 303
    assert "Yes, you said." in own.page()
    assert "Amara says that this is right" in own.member.get(own.staff_address).get_data(as_text=True)
    assert "You said if it is right" in own.client.get("/my/meetings").get_data(as_text=True)


def test_not_quite_stands_beside_what_we_told_wherever_it_is_shown(own: Own) -> None:
    own.close()
    assert own.say_not_quite("") == 422
    assert own.say_not_quite("I said two stops, and not one.") == 303
    assert "I said two stops, and not one." in own.page()
    for place in ("", "/closing", "/text"):
        shown = own.member.get(f"{own.staff_address}{place}").get_data(as_text=True)
        assert "Amara says that this is not quite right" in shown
        assert "I said two stops, and not one." in shown


def test_a_carer_who_reads_what_we_told_reads_that_it_is_not_right_and_not_the_words(app: Flask, own: Own) -> None:
    carer = as_member(app, make_carer_account(own.room.amara, Topic.MEETINGS))
    own.close()
    own.say_not_quite("I said two stops")
    shown = carer.get(f"/for/{own.room.amara.id}/meetings").get_data(as_text=True)
    assert "And yes to Thursdays" in shown
    assert "Amara says this is not quite right" in shown
    assert "two stops" not in shown


def test_a_very_long_answer_is_kept_and_one_too_long_is_given_back(own: Own) -> None:
    own.close()
    assert own.say_not_quite("x" * 4001) == 422
    assert own.say_not_quite("It was loud. " * 300) == 303


def test_an_answer_that_is_none_changes_nothing(own: Own) -> None:
    own.close()
    for answer in ("", "maybe", "not_quite", "<script>"):
        assert own.client.post(f"{own.address}/answer", data={"answer": answer}).status_code == 200
    assert "Yes, you said" not in own.page()


def test_nobody_reads_what_another_was_told(app: Flask, own: Own) -> None:
    own.close()
    stranger = as_member(app, make_own_account(make_person("Kwame", "Boateng", team=own.room.team)))
    assert stranger.get(own.address).status_code == 404
    assert stranger.post(f"{own.address}/answer", data={"answer": "yes"}).status_code == 404


def test_a_member_writes_down_what_the_person_says_to_it(own: Own) -> None:
    own.close()
    path = f"{own.staff_address}/telling/answers/new"
    form = form_with(own.member.get(path).get_data(as_text=True), path, "words")
    bare = form.filled(answer="not_quite", told_how="told us by phone on 3 May")
    assert own.member.post(path, data=bare).status_code == 422
    full = form.filled(answer="not_quite", words="Two stops", told_how="told us by phone on 3 May")
    assert own.member.post(path, data=full).status_code == 303
    assert "Told us by phone on 3 May, written down by Ruth Okafor" in own.member.get(own.staff_address).text
    assert "“Two stops”" in own.page()


def test_the_answer_keeps_to_a_fixed_number_of_statements(own: Own, count_statements: Counted) -> None:
    for number in range(10):
        own.room.decide(f"Thing {number}")
    own.close()
    with count_statements() as statements:
        assert own.client.get(own.address).status_code == 200
    assert len(statements) <= 16, [each[:90] for each in statements]


def test_what_is_not_right_arrives_with_the_key_worker_and_a_yes_asks_for_nothing(own: Own) -> None:
    own.close()
    own.press("yes")
    settle()
    assert db.session.scalars(select(FromPerson)).all() == []
    own.say_not_quite("Two stops")
    settle()
    assert [(each.kind, each.words) for each in db.session.scalars(select(FromPerson))] == [
        ("meeting.not_right", "Two stops")
    ]


def test_home_is_told_of_an_answer_until_the_person_says_if_it_is_right(app: Flask, own: Own) -> None:
    own.close()

    def waiting() -> list[str]:
        with app.app_context(), app.test_request_context("/my"):
            return [each.title for each in waiting_for(own.room.amara)]

    assert waiting() == ["You asked us something. Here is our answer"]
    own.press("read")
    assert waiting() == ["You asked us something. Here is our answer"]
    own.press("yes")
    assert waiting() == []
