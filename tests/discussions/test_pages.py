"""The pages of meetings and discussions, as a member opens and sends them."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from livingwell.core.clock import fixed, now, today
from livingwell.discussions.actions.closing import write_telling
from livingwell.discussions.actions.round import add_view
from livingwell.discussions.commands import AddView, WriteTelling
from livingwell.discussions.models import Challenge, CheckIn
from livingwell.discussions.queries.discussions import has_closing
from livingwell.discussions.queries.round import contributions
from livingwell.extensions import db
from tests.factories.discussions import Room, address, as_member, make_meeting
from tests.factories.engagement import AMARA, make_contacts
from tests.factories.people import make_person
from tests.harness.forms import form_with, forms_in

Counted = Callable[[], AbstractContextManager[list[str]]]


def test_every_page_opens_before_during_and_after(app: Flask) -> None:
    room = Room(is_started=False)
    ruth = as_member(app, room.ruth)
    pages = [
        "/meetings",
        "/meetings/new",
        f"/meetings/{room.meeting.id}",
        f"/meetings/{room.meeting.id}/edit",
        f"/meetings/{room.meeting.id}/follow-through",
        f"/meetings/{room.meeting.id}/minutes",
        "/decisions",
        "/decisions?mine",
        f"/people/{room.amara.id}/discussions",
        address(room),
        address(room, "/place"),
        address(room, "/line"),
        address(room, "/closing"),
        address(room, "/live"),
    ]
    assert [(page, ruth.get(page).status_code) for page in pages] == [(page, 200) for page in pages]
    assert ruth.post(address(room, "/start")).status_code == 303
    db.session.refresh(room.discussion)
    db.session.refresh(room.meeting)
    room.close()
    assert [(page, ruth.get(page).status_code) for page in pages] == [(page, 200) for page in pages]


def test_with_the_lived_experience_place_empty_nothing_unfolds_and_nothing_closes(app: Flask) -> None:
    room = Room()
    room.hear_line()
    room.decide()
    nurse, ruth, jo = (as_member(app, each) for each in (room.priya, room.ruth, room.jo))
    nurse.post(address(room, "/views"), data={"view-text": "Her sleep is at three"})
    assert "Her sleep is at three" in nurse.get(address(room)).text
    assert "Her sleep is at three" not in ruth.get(address(room)).text
    assert "Her sleep is at three" not in ruth.get(address(room, "/live")).text
    assert "1 view is folded" in ruth.get(address(room)).text
    refused = ruth.post(address(room, "/closing"), data={"then": "close"})
    assert refused.status_code == 409
    assert "The lived-experience view is missing" in refused.text
    assert not has_closing(room.discussion.id)
    jo.post(address(room, "/views"), data={"view-text": "Rest first"})
    assert "Her sleep is at three" in ruth.get(address(room)).text
    assert ruth.post(address(room, "/closing"), data={"then": "close"}).status_code == 303
    assert has_closing(room.discussion.id)


def test_closing_keeps_what_was_typed_and_says_what_is_missing(app: Flask) -> None:
    room = Room()
    ruth = as_member(app, room.ruth)
    told = {
        "text": "Hi Amara, it’s Jo.",
        "teller": str(room.jo.id),
        "how": "text",
        "by-day": "4",
        "by-month": "7",
        "by-year": "2027",
        "then": "close",
    }
    refused = ruth.post(address(room, "/closing"), data=told)
    assert refused.status_code == 409
    assert "3 things missing" in refused.text
    assert "Hi Amara, it’s Jo." in refused.text
    again = ruth.post(address(room, "/closing"), data={**told, "teller": "", "row_version": "1"})
    assert again.status_code == 422
    assert "Choose who tells them" in again.text


def test_one_press_saves_what_well_tell_and_closes_and_a_second_press_does_nothing_more(app: Flask) -> None:
    room = Room()
    room.hear_line()
    room.hear_lived_experience()
    room.decide()
    ruth = as_member(app, room.ruth)
    form = form_with(ruth.get(address(room, "/closing")).text, address(room, "/closing"), "text")
    told = form.filled(text="Hi Amara, it’s Jo.", teller=str(room.jo.id), how="text", then="close")
    assert [ruth.post(form.action, data=told).status_code for _press in range(2)] == [303, 303]
    assert has_closing(room.discussion.id)
    assert "Hi Amara, it’s Jo." in ruth.get(address(room)).text


def test_a_double_press_on_a_button_does_it_once_and_accuses_nobody(app: Flask) -> None:
    room = Room()
    room.put_on(make_person("Kwame", team=room.team))
    room.hear_lived_experience()
    raised = add_view(room.discussion, AddView(text="We still ring her.", is_challenge=True), room.peer)
    challenge_id = db.session.scalars(select(Challenge.id).where(Challenge.contribution_id == raised.id)).one()
    write_telling(room.discussion, WriteTelling("Hi", room.jo.id, "text", today()), room.peer)
    jo, meeting = as_member(app, room.jo), f"/meetings/{room.meeting.id}"
    jo.post(f"{meeting}/check-ins")
    check_in_id = db.session.scalars(select(CheckIn.id)).one()
    place = form_with(jo.get(address(room, "/place")).text, address(room, "/place"), "question").filled(question="Why?")
    edit = form_with(jo.get(f"{meeting}/edit").text, f"{meeting}/edit", "place").filled(place="Room 3")
    pressed = {"submission": str(uuid4())}
    presses = [
        (address(room, "/place"), place),
        (address(room, "/told"), pressed),
        (address(room, f"/challenges/{challenge_id}/next-meeting"), pressed),
        (address(room, f"/challenges/{challenge_id}/closing"), pressed),
        (f"{meeting}/check-ins/{check_in_id}/leaving", pressed),
        (f"{meeting}/edit", edit),
        (f"{meeting}/end", pressed),
    ]
    answers = [(path, jo.post(path, data=data).status_code) for path, data in presses for _press in range(2)]
    assert [each for each in answers if each[1] != 303] == []


def test_the_meetings_page_proposes_and_one_press_adds(app: Flask) -> None:
    room = Room()
    kwame = make_person("Kwame", "Boateng", team=room.team)
    ruth = as_member(app, room.ruth)
    shown = ruth.get(f"/meetings/{room.meeting.id}").text
    assert "never discussed" in shown
    added = ruth.post(f"/meetings/{room.meeting.id}/agenda/{kwame.id}", data={"reason": "new"}, follow_redirects=True)
    assert "Kwame Boateng" in added.text
    assert "Nobody else is waiting" in added.text


def test_somebody_is_found_by_the_beginning_of_a_name_and_the_term_is_in_no_address(app: Flask) -> None:
    room = Room()
    make_person("Siân", "O’Neill", team=room.team)
    ruth = as_member(app, room.ruth)
    found = ruth.post(f"/meetings/{room.meeting.id}/find", data={"term": "oneill"})
    assert "Siân O’Neill" in found.text
    assert ruth.post(f"/meetings/{room.meeting.id}/find", data={"term": ""}).status_code == 422


def test_it_says_so_when_nobody_with_lived_experience_is_here(app: Flask) -> None:
    room = Room()
    jo = as_member(app, room.jo)
    meeting = f"/meetings/{room.meeting.id}"
    assert "Nobody with lived experience is here" not in jo.get(meeting).text
    as_member(app, room.priya).post(f"{meeting}/check-ins")
    assert "Nobody with lived experience is here" in jo.get(meeting).text
    jo.post(f"{meeting}/check-ins")
    assert "Lived experience is in the room" in jo.get(meeting).text
    jo.post(f"{meeting}/guests", data={"guest-name": "Lena Fox", "guest-role": "housing officer"})
    jo.post(f"{meeting}/visitors/{room.amara.id}")
    jo.post(f"{meeting}/visitors/{room.amara.id}/carers", data={f"carer-{room.amara.id}-carer": "Grace Osei"})
    shown = jo.get(meeting).text
    assert all(name in shown for name in ("Lena Fox", "guest, housing officer", "Grace Osei", "the person"))


def test_a_challenge_is_answered_and_closed_on_the_screen(app: Flask) -> None:
    room = Room()
    jo, ruth = as_member(app, room.jo), as_member(app, room.ruth)
    jo.post(address(room, "/views"), data={"view-text": "Are we keeping our side?", "view-is_challenge": "y"})
    screen = ruth.get(address(room)).text
    assert "Challenge from Jo Brennan, open until Jo says it is answered" in screen
    challenge_id = screen.split('id="challenge-')[1].split('"')[0]
    one = address(room, f"/challenges/{challenge_id}")
    refused = ruth.post(f"{one}/answers", data={f"answer-{challenge_id}-words": ""})
    assert refused.status_code == 422
    ruth.post(f"{one}/answers", data={f"answer-{challenge_id}-words": "No. I am on it"})
    assert ruth.post(f"{one}/closing").status_code == 403
    assert jo.post(f"{one}/closing", data={f"closing-{challenge_id}-words": "Yes"}).status_code == 303
    assert "Closed by Jo Brennan" in ruth.get(address(room)).text


def test_a_decision_is_one_line_a_person_and_a_date(app: Flask) -> None:
    room = Room()
    ruth = as_member(app, room.ruth)
    decided = {
        "decision-what": "Take her number out",
        "decision-who": str(room.ruth.id),
        "decision-by-day": "12",
        "decision-by-month": "6",
        "decision-by-year": "2027",
    }
    assert ruth.post(address(room, "/decisions"), data=decided).status_code == 303
    assert "Take her number out" in ruth.get(address(room)).text
    assert "12 June 2027" in ruth.get(address(room)).text
    refused = ruth.post(address(room, "/decisions"), data={**decided, "decision-by-day": "31"})
    assert refused.status_code == 422
    assert "Take her number out" in refused.text
    assert "must be a real date" in refused.text


def test_sending_the_same_form_twice_saves_it_once(app: Flask) -> None:
    room = Room()
    jo = as_member(app, room.jo)
    token = jo.get(address(room)).text.split('name="submission" value="')[1].split('"')[0]
    sent = {"view-text": "Rest first", "submission": token}
    assert [jo.post(address(room, "/views"), data=sent).status_code for _twice in range(2)] == [303, 303]
    assert len(contributions(room.discussion.id)) == 1


def test_an_over_long_view_is_refused_with_its_words_kept(app: Flask) -> None:
    room = Room()
    jo = as_member(app, room.jo)
    refused = jo.post(address(room, "/views"), data={"view-text": "x" * 4001})
    assert refused.status_code == 422
    assert "x" * 4001 in refused.text


def test_a_poll_costs_three_statements_and_leaves_no_entry(app: Flask, count_statements: Counted) -> None:
    room = Room()
    jo = as_member(app, room.jo)
    screen = jo.get(address(room)).text
    version = screen.split('data-live-version="')[1].split('"')[0]
    with count_statements() as statements:
        assert jo.get(address(room, f"/live?v={version}")).status_code == 204
    assert len(statements) <= 3
    assert not any("audit_entry" in statement for statement in statements)


def test_a_poll_brings_what_another_added(app: Flask) -> None:
    room = Room()
    jo, ruth = as_member(app, room.jo), as_member(app, room.ruth)
    version = ruth.get(address(room)).text.split('data-live-version="')[1].split('"')[0]
    jo.post(address(room, "/views"), data={"view-text": "Rest first"})
    news = ruth.get(address(room, f"/live?v={version}"))
    assert news.status_code == 200
    assert "Rest first" in news.text


def test_an_open_screen_of_a_running_meeting_keeps_whoever_watches_signed_in(app: Flask) -> None:
    room = Room()
    began, jo = now(), as_member(app, room.jo)
    for minutes in range(0, 60, 10):
        with fixed(began + timedelta(minutes=minutes)):
            answer = jo.post(address(room, "/presence"), data={"writing": ""})
            assert (answer.status_code, answer.headers.get("X-Session-Active")) == (204, "1")


def test_presence_shows_who_is_writing_where(app: Flask) -> None:
    room = Room()
    jo, ruth = as_member(app, room.jo), as_member(app, room.ruth)
    assert jo.post(address(room, "/presence"), data={"writing": "decisions"}).status_code == 204
    assert "Jo is writing here" in ruth.get(address(room)).text
    assert "Jo is writing here" not in jo.get(address(room)).text
    answer = jo.post(address(room, "/presence"), data={"writing": "<b>nonsense"})
    assert answer.headers["X-Session-Active"] == "1"
    assert "writing here" not in ruth.get(address(room)).text


def fill(room: Room, count: int) -> None:
    for number in range(count):
        add_view(room.discussion, AddView(text=f"View {number}", is_challenge=number % 5 == 0), room.peer)
        room.decide(f"Decision {number}")


@pytest.mark.parametrize(("shown", "most"), [("", 20), ("/closing", 22), ("/live", 16)])
def test_the_screen_asks_the_same_number_of_statements_however_much_was_said(
    app: Flask, count_statements: Counted, shown: str, most: int
) -> None:
    room = Room()
    fill(room, 1)
    jo = as_member(app, room.jo)
    jo.get(address(room, shown))
    with count_statements() as few:
        jo.get(address(room, shown))
    fill(room, 60)
    with count_statements() as many:
        jo.get(address(room, shown))
    assert len(few) <= most, "\n".join(few)
    assert len(many) == len(few), "\n".join(many)


@pytest.mark.parametrize(
    ("shown", "most"), [("/meetings", 8), ("/decisions", 8), ("meeting", 16), ("minutes", 12), ("follow-through", 9)]
)
def test_lists_ask_a_fixed_number_of_statements(app: Flask, count_statements: Counted, shown: str, most: int) -> None:
    room = Room()
    address = shown if shown.startswith("/") else f"/meetings/{room.meeting.id}/{shown}".removesuffix("/meeting")
    ruth = as_member(app, room.ruth)
    with count_statements() as few:
        assert ruth.get(address).status_code == 200
    for number in range(12):
        room.put_on(make_person(f"Person{number}", "Test", team=room.team))
        room.decide(f"Decision {number}")
    with count_statements() as many:
        ruth.get(address)
    assert len(few) <= most, "\n".join(few)
    assert len(many) == len(few), "\n".join(many)


def test_what_is_typed_into_an_answer_or_a_view_is_kept_and_comes_back(app: Flask) -> None:
    room = Room()
    add_view(room.discussion, AddView(text="Are we?", is_challenge=True), room.peer)
    ruth = as_member(app, room.ruth)
    shown = ruth.get(address(room)).text
    challenge_id = shown.split('id="challenge-')[1].split('"')[0]
    subject = f"person:{room.amara.id}"
    for form, about, field in (
        ("answer", challenge_id, f"answer-{challenge_id}-words"),
        ("view", room.discussion.id, "view-text"),
    ):
        typed = {"draft_form": form, "draft_subject": f"{subject}:{about}", "submission": str(uuid4())}
        assert ruth.post("/drafts", data={**typed, field: f"Half of my {form}"}).status_code in (200, 303)
    again = ruth.get(address(room)).text
    assert "Half of my answer" in again
    assert "Half of my view" in again
    assert "Half of my answer" in ruth.get(address(room, "/live")).text
    assert "Half of my" not in as_member(app, room.jo).get(address(room)).text
    reading = again.split(f'{challenge_id}"><input type="hidden" name="draft_reading" value="')[1].split('"')[0]
    answer = {f"answer-{challenge_id}-words": "No.", "draft_reading": reading}
    ruth.post(address(room, f"/challenges/{challenge_id}/answers"), data=answer)
    assert "Half of my answer" not in ruth.get(address(room)).text


def test_anybody_asks_for_a_discussion_in_the_persons_own_words(app: Flask) -> None:
    room = Room()
    ellis = make_person("Ellis", "Grant", team=room.team)
    jo = as_member(app, room.jo)
    requests = f"/people/{ellis.id}/discussions/requests"
    assert jo.post(requests, data={"asked_by": "Ellis"}).status_code == 422
    assert jo.post(requests, data={"asked_by": "Ellis", "words": "what happens in August?"}).status_code == 303
    assert "what happens in August?" in jo.get(f"/meetings/{room.meeting.id}").text


def test_the_meeting_opens_with_what_was_decided_and_anybody_answers(app: Flask) -> None:
    room = Room()
    decided = room.decide("Ring the supplier", member_id=room.ruth.id)
    room.close()
    later = make_meeting(room, now() + timedelta(days=7))
    jo = as_member(app, room.jo)
    opening = f"/meetings/{later.id}/follow-through"
    assert "Ring the supplier" in jo.get(opening).text
    answer = f"/people/{room.amara.id}/decisions/{decided.id}/answer"
    assert jo.post(answer, data={"outcome": "done", "meeting": str(later.id)}).status_code == 422
    answered = jo.post(answer, data={"outcome": "done", "why": "Off since 12 June", "meeting": str(later.id)})
    assert answered.status_code == 303
    assert answered.location.endswith(opening)
    assert "Ring the supplier" not in jo.get(opening).text
    assert "Ring the supplier" not in jo.get("/decisions").text
    assert jo.post(answer, data={"outcome": "done", "why": "Again"}).status_code == 409


def test_next_weeks_meeting_and_the_end_of_this_one(app: Flask) -> None:
    room = Room()
    room.put_on(make_person("Kwame", "Boateng", team=room.team))
    ruth = as_member(app, room.ruth)
    held = f"/meetings/{room.meeting.id}"
    following = ruth.post(f"{held}/next")
    assert following.status_code == 303
    assert ruth.post(f"{held}/next").status_code == 409
    ended = ruth.post(f"{held}/end", follow_redirects=True)
    assert "Whoever was not reached is on the next one" in ended.text
    assert "carried over" in ruth.get(following.location).text
    assert ruth.post(f"{held}/end").status_code == 409


def test_a_meeting_is_planned_and_changed_and_mistakes_are_said_beside_the_field(app: Flask) -> None:
    room = Room()
    ruth = as_member(app, room.ruth)
    sent = {
        "on-day": "11",
        "on-month": "6",
        "on-year": "2027",
        "starts": "10am",
        "ends": "11.30am",
        "place": "Weaver Street",
        "chair": str(room.ruth.id),
        "expected": [str(room.jo.id)],
    }
    made = ruth.post("/meetings/new", data=sent)
    assert made.status_code == 303
    assert "Friday 11 June 2027, 10am to 11:30am, Weaver Street" in ruth.get(made.location).text
    for wrong, message in (
        ({"starts": "ten"}, "must be a time"),
        ({"ends": "9am"}, "must end after it starts"),
        ({"on-day": "31"}, "must be a real date"),
        ({"chair": str(room.amara.id)}, "Choose from what is offered"),
        ({"link": "javascript:alert(1)"}, "must begin with https"),
        ({"link": "https://meet.example.nhs.uk@elsewhere.example/room"}, "no name or password in it"),
        ({"link": "https://user:pass@meet.example.nhs.uk"}, "no name or password in it"),
        ({"link": "https://[broken"}, "must begin with https"),
    ):
        refused = ruth.post("/meetings/new", data={**sent, **wrong})
        assert refused.status_code == 422
        assert message in refused.text
    edit = made.location.rstrip("/") + "/edit"
    version = {"row_version": "1"}
    assert ruth.post(edit, data={**sent, **version, "place": "By video"}).status_code == 303
    assert ruth.post(edit, data={**sent, **version, "place": "Elsewhere"}).status_code == 409


def test_the_page_that_strikes_a_view_out_shows_it_only_to_whoever_said_it_and_as_said_about_this_person(
    app: Flask,
) -> None:
    room = Room()
    view = add_view(room.discussion, AddView(text="Her sleep is at three"), room.nurse)
    kwame = make_person("Kwame", team=room.team)
    strike = f"/discussions/{room.discussion.id}/views/{view.id}/strike"
    nurse, jo = as_member(app, room.priya), as_member(app, room.jo)
    assert "Her sleep is at three" in nurse.get(f"/people/{room.amara.id}{strike}").text
    assert nurse.get(f"/people/{kwame.id}{strike}").status_code == 404
    folded = jo.get(f"/people/{room.amara.id}{strike}")
    assert (folded.status_code, "Her sleep is at three" in folded.text) == (403, False)


def begin_a_decision(client: FlaskClient, room: Room, **typed: str) -> None:
    """Type into the decision form, and be called away."""
    about = {"draft_form": "decision", "draft_subject": f"person:{room.amara.id}:{room.discussion.id}"}
    fields = {f"decision-{name}": words for name, words in typed.items()}
    assert client.post("/drafts", data={**about, **fields, "submission": str(uuid4())}).status_code in (200, 303)


def test_a_decision_that_was_begun_is_missing_until_it_is_added_or_left_out(app: Flask) -> None:
    room = Room()
    ruth, jo = as_member(app, room.ruth), as_member(app, room.jo)
    room.hear_line()
    room.hear_lived_experience()
    room.decide()
    begin_a_decision(ruth, room, what="Rest after each trip")
    assert 'value="Rest after each trip"' in ruth.get(address(room)).text
    refused = ruth.post(address(room, "/closing"), data={"then": "close"})
    assert (refused.status_code, has_closing(room.discussion.id)) == (409, False)
    assert all(words in refused.text for words in ("1 thing missing", "Rest after each trip", "no person and no date"))
    assert "Rest after each trip" not in jo.get(address(room, "/closing")).text
    [left_out] = [form for form in forms_in(refused.text, "") if form.action == "/drafts/removal"]
    assert ruth.post(left_out.action, data=left_out.filled()).location.endswith(address(room, "/closing"))
    assert "Rest after each trip" not in ruth.get(address(room)).text
    assert ruth.post(address(room, "/closing"), data={"then": "close"}).status_code == 303


def test_a_decision_that_is_added_leaves_no_draft_behind(app: Flask) -> None:
    room = Room()
    ruth = as_member(app, room.ruth)
    begin_a_decision(ruth, room, what="Rest after each trip")
    form = form_with(ruth.get(address(room)).text, address(room, "/decisions"), "decision-what")
    assert ruth.post(form.action, data=form.filled(**{"decision-who": str(room.ruth.id)})).status_code == 303
    closing = ruth.get(address(room, "/closing")).text
    assert "One decision has a person and a date" in closing
    assert "leave it out" not in closing


def test_of_others_the_closing_says_only_that_they_write(app: Flask) -> None:
    room = Room()
    ruth, jo = as_member(app, room.ruth), as_member(app, room.jo)
    jo.post(address(room, "/presence"), data={"writing": "decisions"})
    begin_a_decision(jo, room, what="Rest after each trip")
    closing = ruth.get(address(room, "/closing")).text
    assert "Jo is writing here" in closing
    assert "Rest after each trip" not in closing


def test_how_to_reach_and_support_the_person_stands_at_the_top_of_the_discussion(app: Flask) -> None:
    room = Room()
    shown = as_member(app, room.jo).get(address(room)).text
    top = shown[shown.index("lw-top") : shown.index('id="round"')]
    assert f"/people/{room.amara.id}/reaching" in top


def test_the_discussion_shows_how_the_person_was_reached_in_sentences_first(app: Flask) -> None:
    room = Room()
    make_contacts(room.amara, room.nurse, AMARA)
    shown = as_member(app, room.jo).get(address(room)).text
    assert "How we have reached Amara" in shown
    assert "5 of the 6 times we did not reach Amara were phone calls." in shown
    assert (
        shown.index("5 of the 6 times")
        < shown.index("Contacts with Amara, by way, over time")
        < shown.index("2. The round")
    )
    assert "The picture as a table" in shown
    assert f'href="/people/{room.amara.id}/contacts"' in shown
