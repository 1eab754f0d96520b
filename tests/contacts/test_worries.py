"""Worries about how we reach somebody."""

from datetime import timedelta

from livingwell.adjustments.models import Standing, Way
from livingwell.contacts import actions
from livingwell.contacts.commands import Because
from livingwell.contacts.models import ContactKind, Outcome
from livingwell.contacts.models.worry import Worry, WorryKind
from livingwell.contacts.presenters.worry import worry_words
from livingwell.contacts.queries.contacts import contact_of
from livingwell.contacts.queries.worries import worries
from livingwell.core.clock import now, today
from livingwell.people.actions.deaths import record_death
from livingwell.people.commands import RecordDeath
from tests.factories.contacts import Desk, make_contact, tell_preferences
from tests.factories.identity import actor_for, make_account, make_team
from tests.factories.people import make_person


def tried(desk: Desk, days_ago: float, outcome: Outcome = Outcome.NO_ANSWER, **given: object) -> object:
    """Something that was tried with Amara some days ago."""
    kind = ContactKind.APPOINTMENT if outcome.attendance_code else ContactKind.ATTEMPT
    at = now() - timedelta(days=days_ago)
    return make_contact(desk.amara, desk.nurse, Way.PHONE, outcome, **{"kind": kind, "at": at, **given})


def worried(desk: Desk, kind: WorryKind = WorryKind.NOT_REACHED) -> list[tuple[int, int]]:
    """How many missed and how many in vain, for each worry of the kind about Amara."""
    return [
        (each.missed, each.attempts)
        for each in worries(desk.nurse, desk.team.id)
        if each.kind is kind and each.person_id == desk.amara.id
    ]


def test_two_missed_appointments_are_a_worry_and_one_is_not(desk: Desk) -> None:
    tried(desk, 9, Outcome.MISSED)
    assert worried(desk) == []
    tried(desk, 3, Outcome.MISSED)
    assert worried(desk) == [(2, 0)]
    assert worries(desk.nurse, desk.team.id)[-1].since == today() - timedelta(days=9)


def test_four_attempts_that_did_not_reach_are_a_worry_and_three_are_not(desk: Desk) -> None:
    for days_ago in (4, 3, 2):
        tried(desk, days_ago)
    assert worried(desk) == []
    tried(desk, 1, Outcome.MESSAGE_LEFT)
    assert worried(desk) == [(0, 4)]


def test_what_we_cancelled_never_counts(desk: Desk) -> None:
    tried(desk, 9, Outcome.MISSED)
    for days_ago in (8, 7, 6):
        tried(desk, days_ago, Outcome.CANCELLED_BY_US)
        tried(desk, days_ago, Outcome.CANCELLED_BY_PERSON)
    assert worried(desk) == []


def test_what_was_sent_may_yet_reach(desk: Desk) -> None:
    for days_ago in range(1, 6):
        tried(desk, days_ago, Outcome.SENT)
    assert worried(desk) == []


def test_once_reached_counting_begins_anew(desk: Desk) -> None:
    tried(desk, 9, Outcome.MISSED)
    tried(desk, 5, Outcome.SPOKE)
    tried(desk, 3, Outcome.MISSED)
    assert worried(desk) == []


def test_a_contact_from_the_person_ends_the_run(desk: Desk) -> None:
    tried(desk, 9, Outcome.MISSED)
    tried(desk, 8, Outcome.MISSED)
    tried(desk, 1, Outcome.REPLIED, kind=ContactKind.FROM_THE_PERSON)
    assert worried(desk) == []


def test_what_was_recorded_in_error_counts_neither_way(desk: Desk) -> None:
    tried(desk, 9, Outcome.MISSED)
    tried(desk, 8, Outcome.MISSED)
    reached = tried(desk, 1, Outcome.SPOKE)
    actions.strike_contact(contact_of(desk.amara.id, reached.id), "It was Ada", desk.nurse)
    assert worried(desk) == [(2, 0)]
    missed = tried(desk, 2, Outcome.MISSED)
    actions.strike_contact(contact_of(desk.amara.id, missed.id), "It was Ada", desk.nurse)
    assert worried(desk) == [(2, 0)]


def test_nothing_as_asked_for_four_weeks_is_a_worry(desk: Desk) -> None:
    assert worried(desk, WorryKind.NO_CONTACT) == [(0, 0)]  # support began 35 days ago
    tried(desk, 28, Outcome.SPOKE)
    assert worried(desk, WorryKind.NO_CONTACT) == [(0, 0)]
    tried(desk, 27, Outcome.SPOKE)
    assert worried(desk, WorryKind.NO_CONTACT) == []


def test_reaching_somebody_against_what_they_asked_does_not_end_that_worry(desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse, told_at=now() - timedelta(days=30))
    tried(desk, 2, Outcome.SPOKE, because=Because("Her mum asked us to"))
    assert worried(desk, WorryKind.NO_CONTACT) == [(0, 0)]
    make_contact(desk.amara, desk.nurse, Way.TEXT, Outcome.REPLIED)
    assert worried(desk, WorryKind.NO_CONTACT) == []


def test_nobody_worries_about_somebody_whose_support_has_just_begun(desk: Desk) -> None:
    person = make_person("Ada", team=desk.team, referred_days_ago=20)
    assert person.id not in {each.person_id for each in worries(desk.nurse, desk.team.id)}


def test_worries_stay_within_reach(desk: Desk) -> None:
    tried(desk, 9, Outcome.MISSED)
    tried(desk, 8, Outcome.MISSED)
    elsewhere = make_team()
    assert worries(actor_for(make_account(team=elsewhere), elsewhere), desk.team.id) == []


def test_the_words_are_about_how_we_reach_somebody(desk: Desk) -> None:
    worry = Worry(WorryKind.NOT_REACHED, desk.amara.id, today(), missed=1, attempts=4)
    assert worry_words(worry, "Amara") == (
        "Are we reaching Amara as asked? 1 appointment missed and 4 attempts that did not reach since 11 June 2026."
    )


def test_preferences_that_change_in_between_leave_what_was_judged(desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse, {Way.PHONE: Standing.BEST}, told_at=now() - timedelta(days=30))
    tried(desk, 5, Outcome.SPOKE)
    tell_preferences(desk.amara, desk.nurse, {Way.PHONE: Standing.NOT_WANTED}, told_at=now() - timedelta(days=1))
    assert worried(desk, WorryKind.NO_CONTACT) == []


def test_nobody_worries_about_reaching_somebody_who_has_died(desk: Desk) -> None:
    tried(desk, 9, Outcome.MISSED)
    tried(desk, 8, Outcome.MISSED)
    record_death(desk.amara, RecordDeath("Efe, her sister", today()), desk.nurse)
    assert worried(desk) == []
