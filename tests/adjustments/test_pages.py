"""The pages about adjustments, as a member uses them."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from html import unescape
from uuid import UUID, uuid4

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from livingwell.adjustments.catalogue import CHOICES
from livingwell.adjustments.models import AnsweredNote, NoteOutcome, NothingNeeded, ReasonableAdjustment
from livingwell.adjustments.queries.adjustments import adjustment_of, adjustments_of
from livingwell.core.clock import today
from livingwell.extensions import db
from livingwell.people.queries.episodes import unconfirmed_notes
from tests.factories.adjustments import make_adjustment, make_adjustments
from tests.factories.identity import sign_in
from tests.factories.people import make_note
from tests.factories.setting import Setting

Counting = Callable[[], AbstractContextManager[list[str]]]
MOST_STATEMENTS = 16


@pytest.fixture
def nurse(client: FlaskClient, setting: Setting) -> FlaskClient:
    sign_in(client, setting.priya)
    return client


def of(setting: Setting, rest: str = "") -> str:
    return f"/people/{setting.person.id}/adjustments{rest}"


def whats(setting: Setting) -> list[str]:
    return [each.what for each in adjustments_of(setting.person.id)]


def text_of(response: TestResponse) -> str:
    return unescape(response.get_data(as_text=True))


class TestAdding:
    def test_several_are_picked_and_written_on_one_page_and_then_asked_about(
        self, nurse: FlaskClient, setting: Setting
    ) -> None:
        data = {
            "picked": ["text", "large-print-24-point"],
            "own_words": "Ring the side bell\n\nNo perfume please",
            "how_we_know": "told_us",
        }
        response = nurse.post(of(setting, "/new"), data=data)
        assert response.status_code == 303
        assert whats(setting) == ["Text", "Large print, 24 point", "Ring the side bell", "No perfume please"]
        shown = text_of(nurse.get(response.location))
        assert all(what in shown for what in whats(setting))
        assert "Why it matters, in Amara’s words" in shown

    def test_the_page_asks_only_about_those_just_picked(self, nurse: FlaskClient, setting: Setting) -> None:
        make_adjustment(setting.person, setting.nurse, "There since long ago")
        response = nurse.post(of(setting, "/new"), data={"own_words": "Low light", "how_we_know": "we_noticed"})
        shown = text_of(nurse.get(response.location))
        assert "Low light" in shown
        asked = shown.split("What does it mean in practice?", 1)[1]
        assert "There since long ago" not in asked  # at the top of the page it stands

    def test_what_they_mean_in_practice_is_saved_for_each(self, nurse: FlaskClient, setting: Setting) -> None:
        text, light = make_adjustments(setting.person, setting.nurse, ["Text", "Low light"])
        fields = wording(text, "Text, then wait a day", "Calls frighten me") | wording(light, "", "")
        response = nurse.post(of(setting, f"/wording?of={text.id}&of={light.id}"), data=fields)
        assert response.status_code == 303
        db.session.expire_all()
        saved = adjustment_of(setting.person.id, text.id)
        assert (saved.in_practice, saved.why_it_matters) == ("Text, then wait a day", "Calls frighten me")

    def test_nothing_picked_says_what_to_do(self, nurse: FlaskClient, setting: Setting) -> None:
        response = nurse.post(of(setting, "/new"), data={"how_we_know": "told_us"})
        assert response.status_code == 422
        assert "Choose at least one, or write one in words of your own" in text_of(response)

    def test_how_we_know_is_asked_and_what_was_picked_stays(self, nurse: FlaskClient, setting: Setting) -> None:
        response = nurse.post(of(setting, "/new"), data={"picked": "text", "own_words": "Ring the bell"})
        assert response.status_code == 422
        shown = text_of(response)
        assert 'value="text" checked' in shown
        assert "Ring the bell" in shown
        assert whats(setting) == []

    def test_every_choice_is_there_without_a_script(self, nurse: FlaskClient, setting: Setting) -> None:
        shown = text_of(nurse.get(of(setting, "/new")))
        ticks = [each.key for each in CHOICES if not each.language]
        languages = [each.language for each in CHOICES if each.language]
        assert [key for key in ticks if f'value="{key}"' not in shown] == []
        assert [language for language in languages if f">{language}<" not in shown] == []

    def test_an_interpreter_is_chosen_from_the_box_of_languages(self, nurse: FlaskClient, setting: Setting) -> None:
        nurse.post(of(setting, "/new"), data={"picked": ["text", "Polish"], "how_we_know": "told_us"})
        assert whats(setting) == ["Text", "An interpreter who speaks Polish"]

    def test_the_box_of_languages_may_be_left(self, nurse: FlaskClient, setting: Setting) -> None:
        nurse.post(of(setting, "/new"), data={"picked": ["text", ""], "how_we_know": "told_us"})
        assert whats(setting) == ["Text"]

    def test_looking_for_a_choice_saves_nothing_and_keeps_what_is_picked(
        self, nurse: FlaskClient, setting: Setting
    ) -> None:
        data = {"sought": "quiet", "picked": "text", "own_words": "Ring the bell", "find": "1"}
        response = nurse.post(of(setting, "/new"), data=data)
        shown = text_of(response)
        assert response.status_code == 200
        assert "A quiet place" in shown
        assert 'value="text" checked' in shown
        assert "Ring the bell" in shown
        assert "Polish<" not in shown
        assert whats(setting) == []

    def test_what_nothing_fits_can_be_written(self, nurse: FlaskClient, setting: Setting) -> None:
        response = nurse.post(of(setting, "/new"), data={"sought": "zeppelin", "find": "1"})
        assert "Nothing fits. Write it in words of your own." in text_of(response)

    def test_adding_what_is_there_already_is_a_conflict_that_says_so(
        self, nurse: FlaskClient, setting: Setting
    ) -> None:
        make_adjustment(setting.person, setting.nurse, "Ring the bell")
        response = nurse.post(of(setting, "/new"), data={"own_words": "Ring the bell", "how_we_know": "told_us"})
        assert response.status_code == 409
        assert "on the list already" in text_of(response)

    def test_sent_twice_it_is_there_once(self, nurse: FlaskClient, setting: Setting) -> None:
        data = {"own_words": "Ring the bell", "how_we_know": "told_us", "submission": str(uuid4())}
        for _time in range(2):
            assert nurse.post(of(setting, "/new"), data=data).status_code == 303
        assert whats(setting) == ["Ring the bell"]

    def test_that_nothing_is_needed_is_one_press(self, nurse: FlaskClient, setting: Setting) -> None:
        assert nurse.post(of(setting, "/nothing-needed")).status_code == 303
        assert db.session.scalars(select(NothingNeeded.person_id)).all() == [setting.person.id]
        assert "Priya Mistry asked on" in text_of(nurse.get(of(setting)))


def wording(adjustment: ReasonableAdjustment, in_practice: str, why: str) -> Mapping[str, str]:
    return {
        f"in_practice-{adjustment.id}": in_practice,
        f"why-{adjustment.id}": why,
        f"how-{adjustment.id}": "told_us",
        f"version-{adjustment.id}": str(adjustment.row_version),
    }


class TestTheList:
    def test_forty_take_as_many_statements_as_four(
        self, nurse: FlaskClient, setting: Setting, count_statements: Counting
    ) -> None:
        make_adjustments(setting.person, setting.nurse, [f"Number {number}" for number in range(4)])
        with count_statements() as few:
            nurse.get(of(setting))
        make_adjustments(setting.person, setting.nurse, [f"Number {number}" for number in range(4, 40)])
        with count_statements() as many:
            shown = text_of(nurse.get(of(setting)))
        assert "Number 39" in shown
        assert len(few) == len(many) <= MOST_STATEMENTS

    def test_it_shows_the_six_steps_of_each(self, nurse: FlaskClient, setting: Setting) -> None:
        make_adjustment(setting.person, setting.nurse)
        shown = text_of(nurse.get(of(setting)))
        for words in ("Identify", "Record", "not yet on the national flag", "with nobody outside the team yet"):
            assert words in shown
        assert "nobody has said yet whether it was met" in shown

    def test_the_order_is_the_persons(self, nurse: FlaskClient, setting: Setting) -> None:
        a, b, c = make_adjustments(setting.person, setting.nurse, ["A", "B", "C"])
        places = {f"place-{a.id}": "2", f"place-{b.id}": "3", f"place-{c.id}": "1"}
        response = nurse.post(of(setting, "/order"), data={"read": f"{a.id} {b.id} {c.id}", **places})
        assert response.status_code == 303
        assert whats(setting) == ["C", "A", "B"]

    def test_one_that_is_moved_to_a_place_comes_before_the_one_that_is_there(
        self, nurse: FlaskClient, setting: Setting
    ) -> None:
        a, b, c = make_adjustments(setting.person, setting.nurse, ["A", "B", "C"])
        places = {f"place-{a.id}": "1", f"place-{b.id}": "2", f"place-{c.id}": "1"}
        nurse.post(of(setting, "/order"), data={"read": f"{a.id} {b.id} {c.id}", **places})
        assert whats(setting) == ["C", "A", "B"]

    def test_an_order_made_from_an_older_list_is_a_conflict(self, nurse: FlaskClient, setting: Setting) -> None:
        a, b = make_adjustments(setting.person, setting.nurse, ["A", "B"])
        make_adjustment(setting.person, setting.peer, "C")
        places = {f"place-{a.id}": "2", f"place-{b.id}": "1"}
        response = nurse.post(of(setting, "/order"), data={"read": f"{a.id} {b.id}", **places})
        assert response.status_code in (409, 422)
        assert whats(setting) == ["A", "B", "C"]


class TestOne:
    def act(self, nurse: FlaskClient, setting: Setting, adjustment_id: UUID, rest: str, **data: str) -> TestResponse:
        return nurse.post(of(setting, f"/{adjustment_id}/{rest}"), data=data, follow_redirects=True)

    @pytest.mark.parametrize(
        ("happening", "said", "shown"),
        [
            ("shared", "the GP", "the GP"),
            ("flagged", "", "On the national flag"),
            ("informed", "", "Amara knows that this is on record"),
            ("objected", "Not my GP", "Amara objects to our sharing it"),
            ("reviewed", "Still right", "Looked at again"),
            ("ended", "Has new glasses", "Has new glasses"),
        ],
    )
    def test_what_happens_stands_in_its_history(
        self, nurse: FlaskClient, setting: Setting, happening: str, said: str, shown: str
    ) -> None:
        adjustment = make_adjustment(setting.person, setting.nurse)
        response = self.act(nurse, setting, adjustment.id, f"happened/{happening}", said=said, **today_in_boxes())
        assert shown in text_of(response)

    def test_sharing_needs_somebody_to_share_with(self, nurse: FlaskClient, setting: Setting) -> None:
        adjustment = make_adjustment(setting.person, setting.nurse)
        response = self.act(nurse, setting, adjustment.id, "happened/shared", **today_in_boxes())
        assert response.status_code == 422
        assert "Say with whom it was shared" in text_of(response)

    def test_sharing_against_an_objection_is_refused_and_keeps_the_words(
        self, nurse: FlaskClient, setting: Setting
    ) -> None:
        adjustment = make_adjustment(setting.person, setting.nurse)
        self.act(nurse, setting, adjustment.id, "happened/objected", said="No", **today_in_boxes())
        response = self.act(nurse, setting, adjustment.id, "happened/shared", said="the GP", **today_in_boxes())
        assert response.status_code == 409
        assert "the GP" in text_of(response)

    def test_met_or_not_is_said_by_hand(self, nurse: FlaskClient, setting: Setting) -> None:
        adjustment = make_adjustment(setting.person, setting.nurse)
        missed = self.act(nurse, setting, adjustment.id, "outcomes/new", met="not_met", **today_in_boxes())
        assert missed.status_code == 422
        why = {"met": "not_met", "why": "No printer", **today_in_boxes()}
        assert "No printer" in text_of(self.act(nurse, setting, adjustment.id, "outcomes/new", **why))

    def test_we_cannot_says_why_and_what_instead_and_can_be_taken_back(
        self, nurse: FlaskClient, setting: Setting
    ) -> None:
        adjustment = make_adjustment(setting.person, setting.nurse)
        told = {"reason": "The lift is broken", "instead": "We come to you", **today_in_boxes()}
        shown = text_of(self.act(nurse, setting, adjustment.id, "cannot-do", **told))
        assert "The lift is broken" in shown
        assert "We come to you" in shown
        assert whats(setting) == []
        self.act(nurse, setting, adjustment.id, "can-do")
        assert whats(setting) == ["Questions on paper first"]

    def test_a_diagnosis_may_be_left_unsaid(self, nurse: FlaskClient, setting: Setting) -> None:
        adjustment = make_adjustment(setting.person, setting.nurse)
        told = {"disclosure": "prefers_not_to_say", "diagnosis": "typed by mistake", "row_version": "1"}
        shown = text_of(self.act(nurse, setting, adjustment.id, "behind", **told))
        assert "Amara prefers not to say" in shown
        assert "typed by mistake" not in shown

    def test_two_people_at_once_are_shown_both_texts(self, nurse: FlaskClient, setting: Setting) -> None:
        adjustment = make_adjustment(setting.person, setting.nurse)
        mine = {"in_practice": "Mine", "why_it_matters": "", "how_we_know": "told_us", "row_version": "1"}
        self.act(nurse, setting, adjustment.id, "edit", **{**mine, "in_practice": "Theirs"})
        response = self.act(nurse, setting, adjustment.id, "edit", **mine)
        assert response.status_code == 409
        assert "Theirs" in text_of(response)
        assert "Mine" in text_of(response)

    def test_what_was_recorded_in_error_is_struck_out(self, nurse: FlaskClient, setting: Setting) -> None:
        adjustment = make_adjustment(setting.person, setting.nurse)
        self.act(nurse, setting, adjustment.id, "error", reason="Somebody else’s")
        assert whats(setting) == []
        assert nurse.get(of(setting, f"/{adjustment.id}")).status_code == 404

    def test_what_cannot_happen_has_no_page(self, nurse: FlaskClient, setting: Setting) -> None:
        adjustment = make_adjustment(setting.person, setting.nurse)
        assert nurse.get(of(setting, f"/{adjustment.id}/happened/exploded")).status_code == 404


class TestNotes:
    SAID = "Prefers text - does not answer calls <script>alert(1)</script>"

    def test_a_note_is_offered_word_for_word_with_likely_choices(self, nurse: FlaskClient, setting: Setting) -> None:
        note = make_note(setting.person, self.SAID)
        assert self.SAID in text_of(nurse.get(of(setting)))
        shown = text_of(nurse.get(f"/people/{setting.person.id}/notes/{note.id}/answer"))
        assert self.SAID in shown
        assert shown.index('value="text"') < shown.index('value="lip-reads-face-them-and-speak-clearly"')
        assert whats(setting) == []

    def test_confirmed_it_becomes_what_was_picked_and_waits_no_more(self, nurse: FlaskClient, setting: Setting) -> None:
        note = make_note(setting.person, self.SAID)
        data = {"outcome": "confirmed", "picked": ["text", "never-phone"], **today_in_boxes("talked_on")}
        response = nurse.post(f"/people/{setting.person.id}/notes/{note.id}/answer", data=data)
        assert response.status_code == 303
        assert whats(setting) == ["Text", "Never phone"]
        assert unconfirmed_notes(setting.person.id) == []

    def test_declined_it_keeps_why_and_adds_nothing(self, nurse: FlaskClient, setting: Setting) -> None:
        note = make_note(setting.person, self.SAID)
        data = {"outcome": "declined", "why": "I like a call", "picked": "text", **today_in_boxes("talked_on")}
        assert nurse.post(f"/people/{setting.person.id}/notes/{note.id}/answer", data=data).status_code == 303
        answered = db.session.scalars(select(AnsweredNote)).one()
        assert (answered.outcome, answered.why) == (NoteOutcome.DECLINED, "I like a call")
        shown = text_of(nurse.get(of(setting)))
        assert self.SAID in shown
        assert "I like a call" in shown
        assert whats(setting) == []
        assert unconfirmed_notes(setting.person.id) == []

    @pytest.mark.parametrize("outcome", ["confirmed", "changed", "declined"])
    def test_an_answer_that_says_nothing_is_asked_for_more(
        self, nurse: FlaskClient, setting: Setting, outcome: str
    ) -> None:
        note = make_note(setting.person, self.SAID)
        data = {"outcome": outcome, **today_in_boxes("talked_on")}
        assert nurse.post(f"/people/{setting.person.id}/notes/{note.id}/answer", data=data).status_code == 422
        assert len(unconfirmed_notes(setting.person.id)) == 1


def today_in_boxes(name: str = "on") -> dict[str, str]:
    return {f"{name}-day": str(today().day), f"{name}-month": str(today().month), f"{name}-year": str(today().year)}
