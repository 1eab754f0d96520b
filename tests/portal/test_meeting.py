"""My line in the meeting, on the person's own pages: before a discussion, one question a page."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from livingwell.core.clock import today
from livingwell.core.text import LINE, LONG
from livingwell.discussions.actions.agenda import change_place, put_on_agenda, take_off_agenda
from livingwell.discussions.actions.closing import start_discussion
from livingwell.discussions.actions.taking_part import say_for_them, say_own_part, say_way
from livingwell.discussions.commands import Place, SayLine
from livingwell.discussions.models import LinePart, Reason, Way
from livingwell.discussions.queries.lines import lines
from livingwell.discussions.queries.taking_part import wishes
from livingwell.extensions import db
from livingwell.people.actions.registering import refer_again
from livingwell.people.commands import Referral
from livingwell.people.models import FromPerson
from livingwell.portal.questions import PARTS
from livingwell.portal.waiting import waiting_for
from tests.factories.closing import end_support
from tests.factories.discussions import Room, as_member
from tests.factories.identity import actor_for
from tests.factories.people import make_own_account, make_person
from tests.harness.forms import form_with, forms_in
from tests.harness.session import settle

Counted = Callable[[], AbstractContextManager[list[str]]]


class Own:
    """Amara on her phone, a week before the team talks about her."""

    def __init__(self, app: Flask, *, is_told: bool = True) -> None:
        self.room = Room(is_started=False)
        if is_told:
            self.tell()
        self.account = make_own_account(self.room.amara)
        self.client: FlaskClient = as_member(app, self.account)

    @property
    def address(self) -> str:
        return f"/my/meetings/{self.room.discussion.id}"

    def tell(self) -> None:
        told = Place(Reason.WORRY, self.room.jo.id, question="What would help?", is_person_told=True)
        change_place(self.room.discussion, told, self.room.chair)

    def say(self, key: str, **typed: str) -> int:
        path = f"{self.address}/say/{key}"
        page = self.client.get(path).get_data(as_text=True)
        form = form_with(page, path, "words") if "words" in typed else forms_in(page, path)[-1]
        return self.client.post(form.action, data=form.filled(**typed)).status_code

    def page(self, path: str = "") -> str:
        return self.client.get(path or self.address).get_data(as_text=True)


@pytest.fixture
def own(app: Flask) -> Own:
    return Own(app)


def test_a_meeting_that_nobody_told_the_person_of_is_nowhere(app: Flask) -> None:
    untold = Own(app, is_told=False)
    assert "No one has told you of a meeting" in untold.page("/my/meetings")
    for path in ("", "/say/talk-about", "/answer/not-quite"):
        assert untold.client.get(f"{untold.address}{path}").status_code == 404
    untold.tell()
    assert untold.client.get(untold.address).status_code == 200


def test_the_page_says_when_and_what_the_team_asks_and_never_why_it_talks(own: Own) -> None:
    shown = own.page()
    assert "What would help?" in shown
    assert "Weaver Street" in shown
    assert "worry" not in shown.lower()


def test_each_question_stands_on_a_page_of_its_own_and_none_has_to_be_answered(own: Own) -> None:
    for key, asks in (
        ("talk-about", "What would you like us to talk about?"),
        ("please-dont", "What would you rather we did not talk about?"),
        ("words", "What else should we hear from you?"),
        ("who-there", "Who would you like there?"),
        ("way", "Will you come?"),
    ):
        page = own.page(f"{own.address}/say/{key}")
        assert f"<h1>{asks}</h1>" in page
    assert own.say("words", words="") == 303
    assert lines([own.room.discussion.id]) == []
    assert own.client.get(f"{own.address}/say/anything").status_code == 404


def test_what_is_said_shows_on_my_page_and_to_the_team_in_my_words(app: Flask, own: Own) -> None:
    assert own.say("please-dont", words="My mum") == 303
    assert own.say("who-there", words="Efua") == 303
    assert own.say("way", way="speaker", speaker="Efua Osei") == 303
    mine = own.page()
    assert all(words in mine for words in ("“My mum”", "“Efua”", "Efua Osei speaks for me"))
    member = as_member(app, own.room.ruth)
    screen = member.get(f"/people/{own.room.amara.id}/discussions/{own.room.discussion.id}").get_data(as_text=True)
    assert all(words in screen for words in ("My mum", "Amara would like there: Efua", "Efua Osei speaks for Amara"))
    assert "Amara asked us not to talk about:" in screen
    assert screen.index("My mum") < screen.index("Question to answer")
    for place in (f"/meetings/{own.room.meeting.id}", f"/meetings/{own.room.meeting.id}/minutes"):
        shown = member.get(place).get_data(as_text=True)
        assert "Please don’t talk about: My mum" in shown
        assert "Efua Osei speaks for Amara" in shown


def test_an_answer_is_changed_where_it_stands_and_taken_back_by_emptying_it(own: Own) -> None:
    own.say("talk-about", words="Sleep")
    assert ">\nSleep</textarea>" in own.page(f"{own.address}/say/talk-about")
    own.say("talk-about", words="Sleep and noise")
    settle()
    assert [line.talk_about for line in lines([own.room.discussion.id])] == ["Sleep and noise"]
    own.say("talk-about", words="")
    settle()
    assert lines([own.room.discussion.id]) == []


def test_what_a_member_wrote_down_says_so_and_can_be_taken_back(own: Own) -> None:
    said = SayLine(own.room.jo.id, please_dont="My mum", how="told us by phone on 3 May")
    say_for_them(own.room.discussion, said, own.room.peer)
    shown = own.page()
    assert "Jo Brennan wrote this down on" in shown
    assert "told us by phone on 3 May" in shown
    [taking_back] = [form for form in forms_in(shown, own.address) if form.action.endswith("/taking-back")]
    assert own.client.post(taking_back.action, data=taking_back.fields).status_code == 303
    settle()
    assert lines([own.room.discussion.id]) == []


@pytest.mark.parametrize("gone", ["talk_about", "please_dont", "words"])
def test_one_answer_of_a_line_is_taken_back_and_its_others_stand(own: Own, gone: str) -> None:
    answers = {"talk_about": "The phone", "please_dont": "My mum", "words": "Less noise"}
    say_for_them(own.room.discussion, SayLine(own.room.jo.id, **answers, how="by phone on 3 May"), own.room.peer)
    settle()
    [before] = lines([own.room.discussion.id])
    written_at = before.created_at
    ways = [form for form in forms_in(own.page(), own.address) if form.action.endswith("/taking-back")]
    assert len({form.action for form in ways}) == 3
    key = next(key for key, part in PARTS.items() if part.value == gone)
    [way] = [form for form in ways if form.action.endswith(f"/{key}/taking-back")]
    assert own.client.post(way.action, data=way.fields).status_code == 303
    settle()
    [line] = lines([own.room.discussion.id])
    assert {part.value: line.part(part) for part in LinePart} == answers | {gone: ""}
    assert (line.how, line.brought_by_id, line.created_at) == ("by phone on 3 May", own.room.jo.id, written_at)
    shown = own.page()
    assert answers.pop(gone) not in shown
    assert all(f"“{words}”" in shown for words in answers.values())


def test_all_of_a_line_is_gone_once_each_of_its_answers_is_taken_back(own: Own) -> None:
    said = SayLine(own.room.jo.id, talk_about="The phone", please_dont="My mum", how="by phone")
    say_for_them(own.room.discussion, said, own.room.peer)
    for left in (2, 1):
        ways = [form for form in forms_in(own.page(), own.address) if form.action.endswith("/taking-back")]
        assert len(ways) == left
        assert own.client.post(ways[0].action, data=ways[0].fields).status_code == 303
    settle()
    assert lines([own.room.discussion.id]) == []


def test_an_answer_that_the_line_does_not_give_is_nothing_to_take_back(own: Own) -> None:
    say_for_them(own.room.discussion, SayLine(own.room.jo.id, please_dont="My mum", how="by phone"), own.room.peer)
    settle()
    [line] = lines([own.room.discussion.id])
    line_id = line.id
    for key in ("talk-about", "way", "anything"):
        assert own.client.post(f"{own.address}/lines/{line_id}/{key}/taking-back").status_code == 404
    settle()
    assert [line.please_dont for line in lines([own.room.discussion.id])] == ["My mum"]


def test_a_long_answer_is_kept_whole_and_one_too_long_is_given_back(own: Own) -> None:
    words = "It is loud. " * 333
    assert own.say("words", words=words.strip()) == 303
    settle()
    assert lines([own.room.discussion.id])[0].words == words.strip()
    assert own.say("words", words="x" * (LONG + 1)) == 422


def test_whoever_speaks_has_to_be_named_and_a_way_has_to_be_one_of_those_offered(own: Own) -> None:
    path = f"{own.address}/say/way"
    refused = own.client.post(path, data={"way": "speaker"})
    assert refused.status_code == 422
    assert "Write the name of the person who speaks for you" in refused.get_data(as_text=True)
    assert own.client.post(path, data={"way": "shout"}).status_code == 422
    assert own.client.post(path, data={}).status_code == 422
    settle()
    assert wishes([own.room.discussion.id])[own.room.discussion.id].way is None


def test_i_can_say_that_i_do_not_know_yet(own: Own) -> None:
    own.say("way", way="come")
    own.say("way", way="not_sure")
    settle()
    standing = wishes([own.room.discussion.id])[own.room.discussion.id].way
    assert standing is not None
    assert standing.way is Way.NOT_SURE


def test_what_is_sent_after_the_team_began_is_given_back_with_why(own: Own) -> None:
    path = f"{own.address}/say/words"
    form = form_with(own.page(path), path, "words")
    start_discussion(own.room.discussion, own.room.chair)
    refused = own.client.post(form.action, data=form.filled(words="I can’t do mornings."))
    shown = refused.get_data(as_text=True)
    assert refused.status_code == 409
    assert "I can’t do mornings." in shown
    assert "The team has begun to talk" in shown
    assert "The team is not done yet" in own.page()


def test_what_i_sent_stays_to_be_read_once_the_team_has_begun_and_says_where_to_write_now(own: Own) -> None:
    own.say("please-dont", words="My mum")
    own.say("way", way="come")
    start_discussion(own.room.discussion, own.room.chair)
    shown = own.page()
    assert "this can’t change now" in shown
    assert 'href="/my/messages/new"' in shown
    assert shown.index("this can’t change now") < shown.index("“My mum”") < shown.index("Yes, I will come")
    assert not [form for form in forms_in(shown, own.address) if own.address in form.action]
    assert f"{own.address}/say/" not in shown


def test_a_meeting_that_has_not_begun_says_nothing_of_what_can_not_change(own: Own) -> None:
    own.say("please-dont", words="My mum")
    take_off_agenda(own.room.discussion, own.room.chair)
    shown = own.page()
    assert "this can’t change now" not in shown
    assert "“My mum”" in shown


@pytest.mark.parametrize("key", ["talk-about", "please-dont", "words", "who-there", "way"])
def test_no_question_is_asked_once_the_team_has_begun(own: Own, key: str) -> None:
    path = f"{own.address}/say/{key}"
    start_discussion(own.room.discussion, own.room.chair)
    shown = own.page(path)
    assert "The team has begun to talk, so this can’t change now." in shown
    assert 'href="/my/messages/new"' in shown
    assert ">Save</button>" not in shown
    assert "<textarea" not in shown


def test_what_i_typed_and_did_not_save_is_not_lost_once_the_team_has_begun(own: Own) -> None:
    path = f"{own.address}/say/words"
    form = form_with(own.page(path), path, "words")
    typed = form.filled(words="I can’t do mornings.")
    assert own.client.post("/drafts", data=typed).status_code < 400
    start_discussion(own.room.discussion, own.room.chair)
    shown = own.page(path)
    assert "You wrote this and did not save it" in shown
    assert "“I can’t do mornings.”" in shown


def test_what_is_sent_after_it_was_closed_is_given_back_with_why(own: Own) -> None:
    path = f"{own.address}/say/words"
    form = form_with(own.page(path), path, "words")
    start_discussion(own.room.discussion, own.room.chair)
    own.room.close()
    refused = own.client.post(form.action, data=form.filled(words="I can’t do mornings."))
    shown = refused.get_data(as_text=True)
    assert refused.status_code == 409
    assert "I can’t do mornings." in shown
    assert "The team has begun to talk" in shown
    assert 'href="/my/messages/new"' in shown


def test_what_is_sent_after_it_was_taken_off_the_agenda_is_given_back_with_why(own: Own) -> None:
    path = f"{own.address}/say/words"
    form = form_with(own.page(path), path, "words")
    take_off_agenda(own.room.discussion, own.room.chair)
    refused = own.client.post(form.action, data=form.filled(words="I can’t do mornings."))
    shown = refused.get_data(as_text=True)
    assert refused.status_code == 409
    assert "I can’t do mornings." in shown
    assert "The team will not talk about you at this meeting now" in shown
    assert "The team will not talk about you that day" in own.page()


def test_another_persons_meeting_is_not_there(app: Flask, own: Own) -> None:
    stranger = as_member(app, make_own_account(make_person("Kwame", "Boateng", team=own.room.team)))
    for path in (own.address, f"{own.address}/say/words", f"{own.address}/say/way"):
        assert stranger.get(path).status_code == 404
        assert stranger.post(path, data={"words": "Hello"}).status_code in (404, 405)
    assert own.room.amara.preferred_name not in stranger.get("/my/meetings").get_data(as_text=True)


def test_staff_have_no_business_on_these_pages(app: Flask, own: Own) -> None:
    assert as_member(app, own.room.ruth).get(own.address).status_code == 403


def test_asking_to_be_talked_about_reaches_the_next_agenda_in_my_words(app: Flask) -> None:
    own = Own(app, is_told=False)
    path = f"/my/teams/{own.room.team.id}/asking"
    assert path in own.page("/my/meetings")
    assert own.client.post(path, data={"words": ""}).status_code == 422
    assert own.client.post(path, data={"words": "x" * (LINE + 1)}).status_code == 422
    form = form_with(own.page(path), path, "words")
    assert own.client.post(path, data=form.filled(words="My flat is cold")).status_code == 303
    assert own.client.post(path, data=form.filled(words="My flat is cold")).status_code == 303
    assert own.page("/my/meetings").count("My flat is cold") == 1


def test_what_i_asked_is_my_line_once_i_am_on_an_agenda(app: Flask) -> None:
    own = Own(app)
    kwame = make_person("Kwame", "Boateng", team=own.room.team)
    client = as_member(app, make_own_account(kwame))
    client.post(f"/my/teams/{own.room.team.id}/asking", data={"words": "My flat is cold"})
    settle()
    proposed = as_member(app, own.room.ruth).get(f"/meetings/{own.room.meeting.id}?all=1").get_data(as_text=True)
    assert "Kwame Boateng asked on" in proposed
    place = put_on_agenda(own.room.meeting, kwame.id, Place(Reason.OTHER, own.room.jo.id), own.room.chair)
    assert "My flat is cold" in client.get(f"/my/meetings/{place.id}").get_data(as_text=True)


def test_somebody_with_two_teams_asks_each_by_its_name(app: Flask, own: Own) -> None:
    other = Room(is_started=False)
    both = replace(own.room.chair, rights={**own.room.chair.rights, **other.chair.rights})
    refer_again(own.room.amara.id, Referral(other.team.id, today(), "GP"), both)
    shown = own.page("/my/meetings")
    assert f"Ask {other.team.name} to talk about you" in shown
    assert own.client.get(f"/my/teams/{Room(is_started=False).team.id}/asking").status_code == 404


def test_every_page_keeps_to_a_fixed_number_of_statements(own: Own, count_statements: Counted) -> None:
    room = own.room
    for number in range(12):
        say_for_them(room.discussion, SayLine(room.jo.id, talk_about=f"Thing {number}", who_there="Efua"), room.peer)
    for path, most in (("/my/meetings", 11), (own.address, 11), (f"{own.address}/say/words", 12)):
        with count_statements() as statements:
            assert own.client.get(path).status_code == 200
        assert len(statements) <= most, (path, *(each[:90] for each in statements))


def test_what_i_say_arrives_with_my_key_worker_until_somebody_has_read_it(own: Own) -> None:
    own.say("talk-about", words="Sleep")
    own.say("way", way="come")
    own.client.post(f"/my/teams/{own.room.team.id}/asking", data={"words": "My flat is cold"})
    settle()
    found = {(each.kind, each.words) for each in db.session.scalars(select(FromPerson))}
    assert found == {("meeting.line", "Sleep"), ("meeting.way", ""), ("meeting.request", "My flat is cold")}


def test_home_shows_no_question_of_a_team_that_supports_them_no_more(own: Own) -> None:
    asked = ("What your team wants to talk about", "What would you like said?")
    assert all(words in own.page("/my") for words in asked)
    end_support(own.room.amara)
    assert not any(words in own.page("/my") for words in asked)


def test_home_is_told_of_a_meeting_until_the_person_has_said_something(app: Flask, own: Own) -> None:
    with app.app_context(), app.test_request_context("/my"):
        [waiting] = waiting_for(own.room.amara)
    assert "What would you like said?" in waiting.title
    assert waiting.href == own.address
    own.say("way", way="come")
    settle()
    with app.app_context(), app.test_request_context("/my"):
        assert waiting_for(own.room.amara) == []


def test_whoever_helps_to_write_is_named_as_helping(own: Own) -> None:
    amara = actor_for(own.account)
    helped = replace(amara, name="Amara Osei, helped by Tom Reid")
    say_own_part(own.room.discussion, LinePart.WORDS, "I sleep by day.", helped)
    say_way(own.room.discussion, Way.COME, "", "", helped)
    assert own.page().count("Written by Amara Osei, helped by Tom Reid on") == 2
    own.say("please-dont", words="My mum")
    assert own.page().count("You wrote this on") == 1
