"""Contacts in pages: three presses, the guard, appointments, and whether adjustments were met."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from html import unescape

import pytest
from flask.testing import FlaskClient

from livingwell.adjustments.models import Standing, Way
from livingwell.contacts import actions
from livingwell.contacts.commands import RecordOutcome
from livingwell.contacts.models import AsAsked, ContactKind, Outcome
from livingwell.contacts.queries.checks import checks_answered
from livingwell.contacts.queries.contacts import contact_of, contacts_of
from livingwell.core.actor import Right
from livingwell.core.clock import fixed, now
from tests.factories.contacts import THURSDAY, Desk, make_adjustment, make_appointment, make_contact, tell_preferences
from tests.factories.identity import make_account, sign_in

SAID = "My heart goes for an hour and I still can’t pick up. Please write."


@pytest.fixture
def priya(client: FlaskClient, desk: Desk) -> FlaskClient:
    sign_in(client, desk.priya)
    return client


def address(desk: Desk, more: str = "/contacts/new") -> str:
    return f"/people/{desk.amara.id}{more}"


def log(client: FlaskClient, desk: Desk, **fields: str) -> object:
    return client.post(address(desk), data={"way": "phone", "became": "no_answer", **fields})


# Logging


def test_a_contact_takes_a_way_what_happened_and_save(priya: FlaskClient, desk: Desk) -> None:
    response = log(priya, desk)
    [contact] = contacts_of(desk.amara.id).rows
    assert response.location.endswith(f"/contacts/{contact.id}")
    assert (contact.way, contact.outcome, contact.at) == (Way.PHONE, Outcome.NO_ANSWER, now())


def test_the_ways_say_what_the_person_said_about_them(priya: FlaskClient, desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse, {Way.TEXT: Standing.BEST, Way.PHONE: Standing.NOT_SAFE})
    text = priya.get(address(desk)).text
    assert "best way" in text
    assert "not safe" in text


def test_that_the_person_contacted_us_is_one_press(priya: FlaskClient, desk: Desk) -> None:
    log(priya, desk, way="text", became="from_the_person")
    [contact] = contacts_of(desk.amara.id).rows
    assert (contact.kind, contact.outcome) == (ContactKind.FROM_THE_PERSON, Outcome.REPLIED)


def test_an_appointment_that_was_never_planned_can_be_logged(priya: FlaskClient, desk: Desk) -> None:
    log(priya, desk, way="visit", became="missed")
    assert contacts_of(desk.amara.id).rows[0].kind is ContactKind.APPOINTMENT


def test_nothing_chosen_is_said_beside_each_choice(priya: FlaskClient, desk: Desk) -> None:
    response = priya.post(address(desk), data={"note": "She asked about the tram."})
    assert response.status_code == 422
    assert "Choose the way" in response.text
    assert "Choose what happened" in response.text
    assert "She asked about the tram." in response.text


def test_a_contact_to_come_is_no_contact_yet_and_keeps_the_text(priya: FlaskClient, desk: Desk) -> None:
    day = {"on-day": "11", "on-month": "6", "on-year": "2026", "time": "11pm"}
    response = log(priya, desk, note="She asked about the tram.", **day)
    assert response.status_code == 422
    assert "Plan it as an appointment" in response.text
    assert "She asked about the tram." in response.text


def test_a_time_that_the_clocks_skip_is_refused_and_keeps_the_text(priya: FlaskClient, desk: Desk) -> None:
    day = {"on-day": "29", "on-month": "3", "on-year": "2026", "time": "1:30am"}
    response = log(priya, desk, note="She asked about the tram.", **day)
    assert response.status_code == 422
    assert "The clocks go forward over this time" in response.text
    assert "She asked about the tram." in response.text


def test_a_day_needs_its_time(priya: FlaskClient, desk: Desk) -> None:
    response = log(priya, desk, **{"on-day": "10", "on-month": "6", "on-year": "2026"})
    assert response.status_code == 422
    assert "Enter the time too" in response.text


def test_sent_twice_it_is_one_contact(priya: FlaskClient, desk: Desk) -> None:
    token = "0a0a0a0a-0000-4000-8000-000000000000"
    assert log(priya, desk, submission=token).location == log(priya, desk, submission=token).location
    assert len(contacts_of(desk.amara.id).rows) == 1


# The guard


def test_the_guard_shows_their_words_before_anything_is_saved(priya: FlaskClient, desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse)
    response = log(priya, desk)
    assert response.status_code == 409
    assert "Amara asked us never to phone" in response.text
    assert SAID in response.text
    assert "Amara, 11 June 2026" in response.text
    assert contacts_of(desk.amara.id).rows == []


def test_the_main_button_is_the_way_they_asked_for_with_words_ready(priya: FlaskClient, desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse)
    text = log(priya, desk).text
    assert text.index("Write a text instead") < text.index("I need to do this anyway")
    assert "Hi Amara, it’s Priya. How are things?" in text
    link = re.search(r'href="([^"]+)"[^>]*>Write a text instead', text)
    assert link is not None
    assert "Hi Amara, it’s Priya. How are things?" in priya.get(unescape(link[1])).text


def test_what_was_typed_before_the_guard_is_saved_after_it(priya: FlaskClient, desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse)
    text = log(priya, desk, note="Her mum picked up.").text
    assert 'name="note" value="Her mum picked up."' in text
    log(priya, desk, note="Her mum picked up.", reason="Her mum asked us to", going_on="y")
    [contact] = contacts_of(desk.amara.id).rows
    assert (contact.note, contact.as_asked) == ("Her mum picked up.", AsAsked.NOT_AS_ASKED)


def test_going_back_from_the_guard_shows_the_form_with_what_was_typed(priya: FlaskClient, desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse)
    response = log(priya, desk, note="Her mum picked up.", back="y")
    assert response.status_code == 200
    assert "Save contact" in response.text
    assert "Her mum picked up." in response.text
    assert contacts_of(desk.amara.id).rows == []


def test_going_on_takes_a_reason(priya: FlaskClient, desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse)
    response = log(priya, desk, going_on="y")
    assert response.status_code == 409
    assert "Say why, in a few words" in response.text


def test_an_emergency_never_waits(priya: FlaskClient, desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse, {Way.PHONE: Standing.NOT_SAFE})
    assert log(priya, desk, is_emergency="y").status_code == 303


def test_what_is_not_safe_says_that_it_takes_a_lead(priya: FlaskClient, desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse, {Way.PHONE: Standing.NOT_SAFE})
    text = log(priya, desk, reason="I think it is all right", going_on="y").text
    assert "Phone is not safe for Amara: somebody else may read or hear it" in text
    assert "Only a team lead can go on with this" in text
    assert contacts_of(desk.amara.id).rows == []


def test_a_lead_goes_on_with_what_is_not_safe(client: FlaskClient, desk: Desk) -> None:
    sign_in(client, make_account("Rana Aziz", team=desk.team, right=Right.TEAM_LEAD))
    tell_preferences(desk.amara, desk.nurse, {Way.PHONE: Standing.NOT_SAFE})
    assert log(client, desk, reason="Jo is with her", going_on="y").status_code == 303


def test_what_is_fine_when_urgent_can_be_said_to_be_urgent(priya: FlaskClient, desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse, {Way.PHONE: Standing.ONLY_IF_URGENT})
    assert "It is urgent, for this reason" in log(priya, desk).text
    log(priya, desk, reason="The flat is let tomorrow", is_urgent="y")
    assert contacts_of(desk.amara.id).rows[0].as_asked is AsAsked.AS_ASKED


# Appointments


def plan(client: FlaskClient, desk: Desk, **fields: str) -> object:
    usual = {"way": "visit", "on-day": "16", "on-month": "6", "on-year": "2026", "time": "1pm", "minutes": "60"}
    return client.post(address(desk, "/appointments/new"), data={**usual, "place": "Weaver Street, room 2", **fields})


def test_an_appointment_has_a_time_a_place_a_way_and_an_end(priya: FlaskClient, desk: Desk) -> None:
    assert plan(priya, desk).status_code == 303
    [contact] = contacts_of(desk.amara.id).rows
    assert (contact.way, contact.place) == (Way.VISIT, "Weaver Street, room 2")
    assert contact.ends_at - contact.at == timedelta(hours=1)
    assert "Tuesday 16 June 2026, 1pm to 2pm" in priya.get(address(desk, f"/contacts/{contact.id}")).text


def test_an_appointment_against_what_they_asked_is_guarded_with_words_ready(priya: FlaskClient, desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse, {Way.TEXT: Standing.BEST, Way.VISIT: Standing.NOT_WANTED})
    response = plan(priya, desk)
    assert response.status_code == 409
    assert "I would like to find a time to meet." in response.text


def test_less_notice_than_they_asked_for_is_guarded(priya: FlaskClient, desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse, {Way.VISIT: Standing.FINE}, notice_hours=24 * 7)
    text = plan(priya, desk).text
    assert "Amara asked for more notice than this" in text
    assert "Change the time" in text
    assert "instead" not in text  # the way is fine
    agreed = {"agreed_on-day": "1", "agreed_on-month": "6", "agreed_on-year": "2026"}
    assert plan(priya, desk, **agreed).status_code == 303


def test_an_appointment_at_a_time_that_the_clocks_skip_is_refused(priya: FlaskClient, desk: Desk) -> None:
    skipped = {"on-day": "28", "on-month": "3", "on-year": "2027", "time": "1:15am"}
    assert "The clocks go forward over this time" in plan(priya, desk, **skipped).text


def test_the_calendar_file_is_in_utc_and_tells_nothing_about_health(priya: FlaskClient, desk: Desk) -> None:
    appointment = make_appointment(desk.amara, desk.nurse, place="Weaver Street, room 2")
    response = priya.get(address(desk, f"/contacts/{appointment.id}/appointment.ics"))
    lines = response.text.split("\r\n")
    assert response.mimetype == "text/calendar"
    assert "DTSTART:20260614T090000Z" in lines
    assert "SUMMARY:Meeting Priya" in lines
    assert "LOCATION:Weaver Street\\, room 2" in lines


def test_an_unplanned_attempt_has_no_calendar_file(priya: FlaskClient, desk: Desk) -> None:
    contact = make_contact(desk.amara, desk.nurse)
    assert priya.get(address(desk, f"/contacts/{contact.id}/appointment.ics")).status_code == 404


def test_before_it_has_begun_an_appointment_can_only_be_cancelled(priya: FlaskClient, desk: Desk) -> None:
    appointment = make_appointment(desk.amara, desk.nurse)
    there = address(desk, f"/contacts/{appointment.id}/outcome")
    assert 'value="missed"' not in priya.get(there).text
    assert priya.post(there, data={"became": "missed"}).status_code == 422
    assert priya.post(there, data={"became": "cancelled_by_us", "row_version": "1"}).status_code == 303


def test_an_appointment_that_is_over_asks_what_became_of_it_where_contacts_are_logged(
    priya: FlaskClient, desk: Desk
) -> None:
    appointment = make_appointment(desk.amara, desk.nurse)
    with fixed(THURSDAY + timedelta(days=4)):
        sign_in(priya, desk.priya)
        assert f"/contacts/{appointment.id}/outcome" in priya.get(address(desk)).text


def test_a_missed_appointment_proposes_the_best_way_not_tried_yet(priya: FlaskClient, desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse)
    appointment = make_appointment(desk.amara, desk.nurse)
    with fixed(THURSDAY + timedelta(days=4)):
        sign_in(priya, desk.priya)
        missed = RecordOutcome(Outcome.MISSED)
        actions.record_outcome(contact_of(desk.amara.id, appointment.id), missed, desk.nurse)
        text = priya.get(address(desk, f"/contacts/{appointment.id}")).text
    assert "Write a text instead" in text
    assert "Sorry we missed each other. That is all right." in text
    assert "(attendance 3)" in text


def test_moving_keeps_both_on_record(priya: FlaskClient, desk: Desk) -> None:
    appointment = make_appointment(desk.amara, desk.nurse)
    fields = {"way": "visit", "on-day": "18", "on-month": "6", "on-year": "2026", "time": "1pm", "minutes": "30"}
    there = address(desk, f"/contacts/{appointment.id}/move")
    assert priya.post(there, data={**fields, "row_version": "1"}).status_code == 422
    assert priya.post(there, data={**fields, "row_version": "1", "moved_by": "cancelled_by_us"}).status_code == 303
    assert [each.outcome for each in contacts_of(desk.amara.id).rows] == [None, Outcome.CANCELLED_BY_US]


def test_an_appointment_says_what_the_person_told_us_since_it_was_planned(priya: FlaskClient, desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse, {Way.VISIT: Standing.FINE}, told_at=now() - timedelta(days=1))
    appointment = make_appointment(desk.amara, desk.nurse)
    there = address(desk, f"/contacts/{appointment.id}")
    assert "since this was planned" not in priya.get(there).text
    tell_preferences(desk.amara, desk.nurse, {Way.VISIT: Standing.NOT_WANTED})
    text = priya.get(there).text
    assert "Amara has told us more since this was planned" in text
    assert "Amara asked us never to visit" in text


# Was it met?


def test_everything_was_met_is_one_press(priya: FlaskClient, desk: Desk) -> None:
    make_adjustment(desk.amara, desk.nurse, "Low light")
    make_adjustment(desk.amara, desk.nurse, "Questions the day before")
    contact = make_contact(desk.amara, desk.nurse)
    there = address(desk, f"/contacts/{contact.id}")
    assert "Everything was met" in priya.get(there).text
    priya.post(there, data={"everything": "y"})
    assert [outcome.met for outcome, _what in checks_answered(contact.id)] == ["met", "met"]
    assert "Everything was met" not in priya.get(there).text


def test_what_was_not_met_is_named_with_why(priya: FlaskClient, desk: Desk) -> None:
    light = make_adjustment(desk.amara, desk.nurse, "Low light")
    asked = make_adjustment(desk.amara, desk.nurse, "Questions the day before")
    contact = make_contact(desk.amara, desk.nurse)
    there = address(desk, f"/contacts/{contact.id}")
    answers = {f"met_{light.id.hex}": "not_met", f"met_{asked.id.hex}": "not_needed"}
    assert priya.post(there, data=answers).status_code == 422
    priya.post(there, data={**answers, f"why_{light.id.hex}": "The lamp was broken"})
    said = [(outcome.met, outcome.why) for outcome, _what in checks_answered(contact.id)]
    assert said == [("not_met", "The lamp was broken"), ("not_needed", "")]


def test_nothing_is_asked_about_what_was_cancelled_or_recorded_later(priya: FlaskClient, desk: Desk) -> None:
    contact = make_contact(desk.amara, desk.nurse, at=now() - timedelta(days=1))
    make_adjustment(desk.amara, desk.nurse, "Low light")
    assert "Everything was met" not in priya.get(address(desk, f"/contacts/{contact.id}")).text


# Put right, and read


def test_a_note_is_changed_and_keeps_how_it_read(priya: FlaskClient, desk: Desk) -> None:
    contact = make_contact(desk.amara, desk.nurse, note="About the tram")
    there = address(desk, f"/contacts/{contact.id}")
    assert priya.post(f"{there}/note", data={"note": "About the pass", "row_version": "1"}).status_code == 303
    text = priya.get(there).text
    assert "About the pass" in text
    assert "About the tram" in text


def test_what_was_recorded_in_error_leaves_the_list(priya: FlaskClient, desk: Desk) -> None:
    contact = make_contact(desk.amara, desk.nurse, note="About the tram")
    priya.post(address(desk, f"/contacts/{contact.id}/error"), data={"reason": "Another Amara"})
    assert "About the tram" not in priya.get(address(desk, "/contacts")).text


def test_five_hundred_contacts_take_no_more_statements_than_one(
    priya: FlaskClient, desk: Desk, count_statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    def statements_of(path: str) -> int:
        priya.get(path)
        with count_statements() as statements:
            assert priya.get(path).status_code == 200
        return len(statements)

    make_contact(desk.amara, desk.nurse)
    paths = [address(desk, "/contacts"), address(desk)]
    few = [statements_of(path) for path in paths]
    for hours in range(499):
        make_contact(desk.amara, desk.nurse, Way.TEXT, Outcome.SENT, at=now() - timedelta(hours=hours))
    assert [statements_of(path) for path in paths] == few
    assert max(few) <= 18
