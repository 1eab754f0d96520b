"""Logging, planning and what became of it: judged once, and guarded."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from livingwell.adjustments.models import Against, Standing, Way
from livingwell.contacts import actions
from livingwell.contacts.commands import Because, PlanAppointment, RecordOutcome
from livingwell.contacts.models import AsAsked, Contact, ContactKind, Outcome
from livingwell.contacts.policy import GoesAgainst
from livingwell.contacts.queries.contacts import contact_of, contacts_of, earlier_notes
from livingwell.core.clock import fixed, now
from livingwell.core.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from livingwell.extensions import db
from tests.factories.contacts import THURSDAY, Desk, make_appointment, make_contact, tell_preferences
from tests.factories.identity import actor_for, make_account, make_team

NEVER = {Way.TEXT: Standing.BEST, Way.PHONE: Standing.NOT_WANTED}
NOT_SAFE = {Way.TEXT: Standing.BEST, Way.PHONE: Standing.NOT_SAFE}
BECAUSE = Because("Her mum asked us to ring at once")
EMERGENCY = Because(is_emergency=True)
SEEN = RecordOutcome(Outcome.ON_TIME)


def later(**ago: float) -> object:
    """The clock some time after that Thursday morning."""
    return fixed(THURSDAY + timedelta(**ago))


# Judged once


def test_a_contact_before_anybody_asked_says_so(desk: Desk) -> None:
    assert make_contact(desk.amara, desk.nurse, Way.PHONE).as_asked is AsAsked.BEFORE_WE_ASKED


def test_a_contact_in_the_best_way_is_as_asked(desk: Desk) -> None:
    preferences = tell_preferences(desk.amara, desk.nurse)
    contact = make_contact(desk.amara, desk.nurse, Way.TEXT, Outcome.SENT)
    assert (contact.as_asked, contact.preferences_id) == (AsAsked.AS_ASKED, preferences.id)


def test_a_contact_goes_against_what_was_asked_with_a_reason_and_keeps_their_words(desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse)
    contact = make_contact(desk.amara, desk.nurse, Way.PHONE, Outcome.NO_ANSWER, because=BECAUSE)
    assert contact.as_asked is AsAsked.NOT_AS_ASKED
    assert contact.against == (Against.NOT_WANTED,)
    assert contact.went_against == "My heart goes for an hour and I still can’t pick up. Please write."
    assert contact.reason == "Her mum asked us to ring at once"


def test_a_contact_is_judged_by_what_was_asked_at_its_time_and_not_when_it_is_logged(desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse)
    yesterday = now() - timedelta(days=1)
    assert make_contact(desk.amara, desk.nurse, Way.PHONE, at=yesterday).as_asked is AsAsked.BEFORE_WE_ASKED


def test_preferences_told_later_rewrite_nothing(desk: Desk) -> None:
    first = tell_preferences(desk.amara, desk.nurse, {Way.PHONE: Standing.BEST})
    contact = make_contact(desk.amara, desk.nurse, Way.PHONE)
    tell_preferences(desk.amara, desk.nurse, NOT_SAFE, told_at=now() - timedelta(hours=1))
    with later(days=1):
        tell_preferences(desk.amara, desk.nurse, NEVER)
        kept = contact_of(desk.amara.id, contact.id)
        assert (kept.as_asked, kept.preferences_id) == (AsAsked.AS_ASKED, first.id)


def test_the_person_contacting_us_goes_against_nothing(desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse, NOT_SAFE)
    contact = make_contact(desk.amara, desk.nurse, Way.PHONE, kind=ContactKind.FROM_THE_PERSON)
    assert contact.as_asked is AsAsked.AS_ASKED


def test_a_way_that_is_fine_when_urgent_is_as_asked_when_somebody_says_what_is_urgent(desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse, {Way.PHONE: Standing.ONLY_IF_URGENT})
    urgent = Because("The flat is to be let tomorrow", is_urgent=True)
    assert make_contact(desk.amara, desk.nurse, Way.PHONE, because=urgent).as_asked is AsAsked.AS_ASKED
    with pytest.raises(GoesAgainst):
        make_contact(desk.amara, desk.nurse, Way.PHONE, because=Because(is_urgent=True))


# The guard


def test_the_guard_carries_what_they_said(desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse)
    with pytest.raises(GoesAgainst) as refused:
        make_contact(desk.amara, desk.nurse, Way.PHONE)
    [objection] = refused.value.objections
    assert objection.words == "My heart goes for an hour and I still can’t pick up. Please write."
    assert contacts_of(desk.amara.id).rows == []


def test_an_emergency_never_waits_and_still_shows_as_not_as_asked(desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse, NOT_SAFE)
    contact = make_contact(desk.amara, desk.nurse, Way.PHONE, because=EMERGENCY)
    assert (contact.as_asked, contact.is_emergency) == (AsAsked.NOT_AS_ASKED, True)


def test_a_reason_is_not_enough_for_what_is_not_safe(desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse, NOT_SAFE)
    with pytest.raises(GoesAgainst):
        make_contact(desk.amara, desk.nurse, Way.PHONE, because=BECAUSE)


def test_a_lead_of_the_persons_team_may_go_on_with_what_is_not_safe_and_is_named(desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse, NOT_SAFE)
    contact = make_contact(desk.amara, desk.lead, Way.PHONE, because=BECAUSE)
    assert contact.allowed_by_id == desk.ruth.id


def test_a_lead_needs_a_reason_too(desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse, NOT_SAFE)
    with pytest.raises(GoesAgainst):
        make_contact(desk.amara, desk.lead, Way.PHONE)


def test_an_appointment_with_less_notice_than_asked_is_guarded(desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse, {Way.VISIT: Standing.FINE}, notice_hours=48)
    with pytest.raises(GoesAgainst) as refused:
        make_appointment(desk.amara, desk.nurse, now() + timedelta(hours=24))
    assert [each.against for each in refused.value.objections] == [Against.NOTICE]
    assert make_appointment(desk.amara, desk.nurse, now() + timedelta(hours=48)).as_asked is AsAsked.AS_ASKED


# Who may


def test_somebody_out_of_reach_is_nobody(desk: Desk) -> None:
    elsewhere = make_team()
    stranger = actor_for(make_account(team=elsewhere), elsewhere)
    with pytest.raises(NotFound):
        make_contact(desk.amara, stranger)


def test_an_account_without_a_team_logs_nothing(desk: Desk) -> None:
    with pytest.raises(Forbidden):
        make_contact(desk.amara, actor_for(desk.priya))


def test_a_contact_may_be_a_colleagues_but_not_a_strangers(desk: Desk) -> None:
    assert make_contact(desk.amara, desk.nurse, made_by_id=desk.jo.id).made_by_id == desk.jo.id
    with pytest.raises(Invalid):
        make_contact(desk.amara, desk.nurse, made_by_id=make_account("Sam Reid").id)


# What makes no sense


def test_a_contact_that_is_still_to_come_is_not_logged(desk: Desk) -> None:
    with pytest.raises(Invalid) as refused:
        make_contact(desk.amara, desk.nurse, at=now() + timedelta(minutes=1))
    assert "Plan it as an appointment" in refused.value.messages["on"]


def test_an_appointment_in_the_past_is_not_planned(desk: Desk) -> None:
    with pytest.raises(Invalid):
        make_appointment(desk.amara, desk.nurse, now() - timedelta(hours=1))


def test_an_attempt_is_never_a_missed_appointment(desk: Desk) -> None:
    with pytest.raises(Invalid):
        make_contact(desk.amara, desk.nurse, Way.PHONE, Outcome.MISSED)
    with pytest.raises(Invalid):
        make_contact(desk.amara, desk.nurse, Way.VISIT, Outcome.SPOKE, kind=ContactKind.APPOINTMENT)


# Appointments


def test_what_became_of_an_appointment_is_known_only_once_it_has_begun(desk: Desk) -> None:
    appointment = make_appointment(desk.amara, desk.nurse)
    with pytest.raises(Conflict):
        actions.record_outcome(appointment, SEEN, desk.nurse)
    with later(days=4):
        actions.record_outcome(contact_of(desk.amara.id, appointment.id), SEEN, desk.nurse)
        kept = contact_of(desk.amara.id, appointment.id)
        assert (kept.outcome, kept.outcome_at) == (Outcome.ON_TIME, now())


def test_what_became_of_it_is_written_down_once(desk: Desk) -> None:
    appointment = make_appointment(desk.amara, desk.nurse)
    cancelled = RecordOutcome(Outcome.CANCELLED_BY_US)
    actions.record_outcome(contact_of(desk.amara.id, appointment.id), cancelled, desk.nurse)
    with pytest.raises(Conflict):
        actions.record_outcome(contact_of(desk.amara.id, appointment.id), cancelled, desk.nurse)


def test_an_appointment_is_judged_by_what_was_asked_by_its_day(desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse, {Way.VISIT: Standing.FINE})
    appointment = make_appointment(desk.amara, desk.nurse)
    assert appointment.as_asked is AsAsked.AS_ASKED
    with later(days=1):
        tell_preferences(desk.amara, desk.nurse, {Way.VISIT: Standing.NOT_WANTED})
    with later(days=4):
        with pytest.raises(GoesAgainst):
            actions.record_outcome(contact_of(desk.amara.id, appointment.id), SEEN, desk.nurse)
        told_why = RecordOutcome(Outcome.ON_TIME, because=Because("Jo was on her way when she told us"))
        actions.record_outcome(contact_of(desk.amara.id, appointment.id), told_why, desk.nurse)
        assert contact_of(desk.amara.id, appointment.id).as_asked is AsAsked.NOT_AS_ASKED


def test_cancelling_is_open_to_everybody_whatever_was_asked(desk: Desk) -> None:
    appointment = make_appointment(desk.amara, desk.nurse)
    tell_preferences(desk.amara, desk.nurse, {Way.VISIT: Standing.NOT_SAFE})
    cancelled = RecordOutcome(Outcome.CANCELLED_BY_US)
    actions.record_outcome(contact_of(desk.amara.id, appointment.id), cancelled, desk.nurse)
    assert contact_of(desk.amara.id, appointment.id).outcome is Outcome.CANCELLED_BY_US


def test_a_reason_given_when_planning_still_holds(desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse, {Way.VISIT: Standing.NOT_WANTED})
    appointment = make_appointment(desk.amara, desk.nurse, because=BECAUSE)
    with later(days=4):
        actions.record_outcome(contact_of(desk.amara.id, appointment.id), SEEN, desk.nurse)
        assert contact_of(desk.amara.id, appointment.id).reason == BECAUSE.reason


def test_a_moved_appointment_stays_on_record_as_cancelled_and_leads_to_the_new_one(desk: Desk) -> None:
    appointment = make_appointment(desk.amara, desk.nurse)
    moved = actions.move_appointment(
        contact_of(desk.amara.id, appointment.id),
        PlanAppointment(Way.VISIT, now() + timedelta(days=5)),
        RecordOutcome(Outcome.CANCELLED_BY_US),
        desk.nurse,
    )
    old = contact_of(desk.amara.id, appointment.id)
    assert (old.outcome, moved.moved_from_id, moved.outcome) == (Outcome.CANCELLED_BY_US, old.id, None)


def test_moving_asks_who_wanted_it(desk: Desk) -> None:
    appointment = make_appointment(desk.amara, desk.nurse)
    plan = PlanAppointment(Way.VISIT, now() + timedelta(days=5))
    with pytest.raises(Invalid):
        actions.move_appointment(contact_of(desk.amara.id, appointment.id), plan, SEEN, desk.nurse)


# Put right afterwards


def test_a_note_put_in_other_words_keeps_how_it_read(desk: Desk) -> None:
    contact = make_contact(desk.amara, desk.nurse, note="She asked about the tram.")
    actions.change_note(contact_of(desk.amara.id, contact.id), "She asked about the pass.", 1, desk.peer)
    assert contact_of(desk.amara.id, contact.id).note == "She asked about the pass."
    assert [each.note for each in earlier_notes(contact.id)] == ["She asked about the tram."]


def test_a_note_that_somebody_else_changed_is_not_overwritten(desk: Desk) -> None:
    contact = make_contact(desk.amara, desk.nurse, note="One")
    actions.change_note(contact_of(desk.amara.id, contact.id), "Two", 1, desk.peer)
    with pytest.raises(Stale):
        actions.change_note(contact_of(desk.amara.id, contact.id), "Three", 1, desk.nurse)


def test_a_contact_recorded_in_error_is_on_no_list(desk: Desk) -> None:
    contact = make_contact(desk.amara, desk.nurse)
    actions.strike_contact(contact_of(desk.amara.id, contact.id), "This was Ada, not Amara", desk.nurse)
    assert contacts_of(desk.amara.id).rows == []
    with pytest.raises(NotFound):
        contact_of(desk.amara.id, contact.id)


def test_the_database_keeps_an_attempt_from_being_missed(app: Flask, desk: Desk) -> None:
    contact = make_contact(desk.amara, desk.nurse)
    missed = update(Contact.__table__).values(outcome="missed").where(Contact.id == contact.id)
    with pytest.raises(IntegrityError, match="outcome_fits_kind"):
        db.session.connection().execute(missed)
    db.session.rollback()


def test_a_time_is_kept_as_an_instant(desk: Desk) -> None:
    at = datetime(2026, 6, 10, 12, 0, tzinfo=UTC)
    assert contact_of(desk.amara.id, make_contact(desk.amara, desk.nurse, at=at).id).at == at
