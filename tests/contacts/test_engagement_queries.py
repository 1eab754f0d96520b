"""The engagement picture is counted by the database. Every number here was worked out by hand."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta

import pytest

from livingwell.adjustments.models import Standing, Way
from livingwell.audit import record
from livingwell.contacts.models import ContactKind, Outcome
from livingwell.contacts.models.engagement import DID_NOT_REACH, SLOTS, TRIED, Result
from livingwell.contacts.queries.engagement import engagement_of
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import fixed, now
from livingwell.people.actions.arriving import note_arrival
from livingwell.people.actions.episodes import allocate_workers
from livingwell.people.actions.striking import strike
from livingwell.people.models import AllocationRole, Person
from livingwell.people.queries.episodes import episodes_of
from tests.factories.contacts import Desk, make_appointment, tell_preferences
from tests.factories.engagement import (
    AMARA,
    AS_ASKED,
    BEFORE,
    NOT_AS_ASKED,
    make_contacts,
    noon,
    years_of_contacts,
)
from tests.factories.identity import actor_for
from tests.factories.people import make_own_account, make_person

Counting = Callable[[], AbstractContextManager[list[str]]]
MOST_STATEMENTS = 2

TEXT_NEVER_PHONE = {Way.TEXT: Standing.BEST, Way.VISIT: Standing.FINE, Way.PHONE: Standing.NOT_WANTED}


@atomic()
def send(person: Person, actor: Actor) -> None:
    note_arrival(person.id, "message", "I will come on Thursday.", actor)
    record("send", actor, person.id)


def test_amaras_spring_is_counted_by_way_and_verdict(desk: Desk) -> None:
    make_contacts(desk.amara, desk.nurse, AMARA)
    seen = engagement_of(desk.amara.id)
    assert seen.total == 17
    assert (seen.count(Result.REACHED), seen.count(*DID_NOT_REACH)) == (11, 6)
    assert seen.count(*DID_NOT_REACH, way=Way.PHONE) == 5
    assert (seen.count(Result.REACHED, way=Way.TEXT), seen.count(*TRIED, way=Way.TEXT)) == (7, 7)
    assert (seen.count(Result.REACHED, as_asked=AS_ASKED), seen.count(*TRIED, as_asked=AS_ASKED)) == (11, 11)
    assert (seen.count(Result.REACHED, as_asked=NOT_AS_ASKED), seen.count(*TRIED, as_asked=NOT_AS_ASKED)) == (0, 6)


def test_a_missed_appointment_and_an_attempt_that_did_not_reach_are_two_numbers(desk: Desk) -> None:
    make_contacts(desk.amara, desk.nurse, AMARA)
    seen = engagement_of(desk.amara.id)
    assert (seen.count(Result.MISSED), seen.count(Result.NO_REPLY)) == (1, 5)


@pytest.mark.parametrize(
    ("outcome", "result"),
    [
        (Outcome.CANCELLED_BY_US, Result.CANCELLED_BY_US),
        (Outcome.CANCELLED_BY_PERSON, Result.CANCELLED_BY_PERSON),
        (Outcome.SENT, Result.WAITING),
    ],
)
def test_what_was_cancelled_or_still_waits_counts_neither_way(desk: Desk, outcome: Outcome, result: Result) -> None:
    make_contacts(desk.amara, desk.nurse, [(date(2026, 6, 1), Way.CLINIC, outcome, AS_ASKED)])
    seen = engagement_of(desk.amara.id)
    assert seen.count(*TRIED) == 0
    assert seen.count(result) == seen.total == 1


def test_somebody_who_came_late_and_was_not_seen_did_not_miss_it(desk: Desk) -> None:
    make_contacts(desk.amara, desk.nurse, [(date(2026, 6, 1), Way.CLINIC, Outcome.LATE_AND_NOT_SEEN, AS_ASKED)])
    seen = engagement_of(desk.amara.id)
    assert (seen.count(Result.MISSED), seen.count(Result.NOT_SEEN)) == (0, 1)


def test_when_the_person_contacts_us_it_is_not_we_who_reached_them(desk: Desk) -> None:
    told = [(date(2026, 6, 1), Way.PHONE, Outcome.SPOKE, AS_ASKED)]
    make_contacts(desk.amara, desk.nurse, told, kind=ContactKind.FROM_THE_PERSON)
    seen = engagement_of(desk.amara.id)
    assert (seen.count(Result.FROM_THE_PERSON), seen.count(Result.REACHED)) == (1, 0)
    assert Way.PHONE not in seen.ways_tried


def test_what_was_struck_out_counts_nowhere(desk: Desk) -> None:
    first, *_rest = make_contacts(desk.amara, desk.nurse, AMARA)
    strike(first, "That was her sister", desk.nurse)
    seen = engagement_of(desk.amara.id)
    assert (seen.total, seen.count(Result.REACHED, way=Way.VISIT)) == (16, 3)
    assert sum(mark.count for mark in seen.marks) == 16


def test_an_appointment_to_come_is_not_in_the_picture(desk: Desk) -> None:
    make_appointment(desk.amara, desk.nurse)
    assert engagement_of(desk.amara.id).total == 0


def test_nobody_elses_contacts_are_counted(desk: Desk) -> None:
    make_contacts(make_person("Kwame", "Boateng", team=desk.team), desk.nurse, AMARA)
    assert engagement_of(desk.amara.id).total == 0


def test_a_change_in_between_leaves_each_contact_as_it_was_judged(desk: Desk) -> None:
    """A call before anybody asked, one when the phone was fine, one when it was not: three verdicts for one way."""
    tell_preferences(desk.amara, desk.peer, {Way.PHONE: Standing.BEST}, told_at=noon(date(2026, 3, 1)))
    tell_preferences(desk.amara, desk.peer, TEXT_NEVER_PHONE, told_at=noon(date(2026, 4, 1)))
    days = [(date(2026, 2, 20), BEFORE), (date(2026, 3, 20), AS_ASKED), (date(2026, 4, 20), NOT_AS_ASKED)]
    make_contacts(desk.amara, desk.nurse, [(day, Way.PHONE, Outcome.NO_ANSWER, verdict) for day, verdict in days])
    seen = engagement_of(desk.amara.id)
    assert [seen.count(Result.NO_REPLY, way=Way.PHONE, as_asked=each) for each in (BEFORE, AS_ASKED, NOT_AS_ASKED)] == [
        1,
        1,
        1,
    ]
    assert [asked.at for asked in seen.asked] == [noon(date(2026, 3, 1)), noon(date(2026, 4, 1))]
    assert (seen.asked[0].best, seen.asked[1].never) == ((Way.PHONE,), (Way.PHONE,))


def test_what_is_asked_now_dates_from_when_it_was_first_asked(desk: Desk) -> None:
    for day in (date(2026, 3, 3), date(2026, 5, 5)):
        tell_preferences(desk.amara, desk.peer, TEXT_NEVER_PHONE, told_at=noon(day))
    assert engagement_of(desk.amara.id).asked_since.at == noon(date(2026, 3, 3))


def test_preferences_that_were_struck_out_were_never_told(desk: Desk) -> None:
    strike(tell_preferences(desk.amara, desk.peer), "This was about her sister", desk.peer)
    assert engagement_of(desk.amara.id).in_force is None


def test_the_peers_name_comes_with_it(desk: Desk) -> None:
    [episode] = episodes_of(desk.amara.id)
    assert engagement_of(desk.amara.id).peer == ""
    allocate_workers(episode, {AllocationRole.PEER: desk.jo.id}, desk.lead)
    assert engagement_of(desk.amara.id).peer == "Jo Brennan"


def test_each_slot_of_the_time_line_says_how_many_stand_in_it(desk: Desk) -> None:
    """Two texts on one day are one mark that says two; a text and a call are two marks."""
    day = date(2026, 3, 3)
    text, call = (day, Way.TEXT, Outcome.REPLIED, AS_ASKED), (day, Way.PHONE, Outcome.NO_ANSWER, NOT_AS_ASKED)
    make_contacts(desk.amara, desk.nurse, [text, text, call])
    marks = engagement_of(desk.amara.id).marks
    assert sorted((mark.way, mark.count, mark.slot) for mark in marks) == [(Way.PHONE, 1, 0), (Way.TEXT, 2, 0)]


def test_the_line_reaches_from_the_first_contact_until_now(desk: Desk) -> None:
    """80 days in 40 slots: two days each, and a few seconds so that now is in the last."""
    told = (Way.TEXT, Outcome.REPLIED, AS_ASKED)
    first = date(2026, 6, 11) - timedelta(days=80)
    make_contacts(desk.amara, desk.nurse, [(first, *told), (date(2026, 6, 10), *told)])
    seen = engagement_of(desk.amara.id)
    assert [mark.slot for mark in seen.marks] == [0, SLOTS - 1]
    assert timedelta(days=2) - timedelta(hours=2) < seen.slot_length < timedelta(days=2) + timedelta(hours=2)


def test_one_contact_today_is_a_line_of_forty_days(desk: Desk) -> None:
    make_contacts(desk.amara, desk.nurse, [(date(2026, 6, 10), Way.TEXT, Outcome.REPLIED, AS_ASKED)])
    assert engagement_of(desk.amara.id).slot_length == timedelta(days=1)


def test_an_appointment_that_was_cancelled_beforehand_stands_at_the_end_of_the_line(desk: Desk) -> None:
    make_contacts(desk.amara, desk.nurse, [(date(2026, 7, 1), Way.CLINIC, Outcome.CANCELLED_BY_US, AS_ASKED)])
    seen = engagement_of(desk.amara.id)
    assert seen.until > now()
    assert [mark.slot for mark in seen.marks] == [0]


def test_nothing_is_shown_of_somebody_without_contacts(desk: Desk) -> None:
    seen = engagement_of(desk.amara.id)
    assert (seen.total, list(seen.marks), list(seen.asked)) == (0, [], [])


def test_what_the_person_sends_from_their_own_side_is_counted_beside_our_contacts(desk: Desk) -> None:
    own = actor_for(make_own_account(desk.amara))
    for day in (3, 4):
        with fixed(noon(date(2026, 6, day))):
            send(desk.amara, own)
    send(desk.amara, desk.nurse)  # written down by a member: somebody was in contact, and logs that
    seen = engagement_of(desk.amara.id)
    assert (seen.sent, seen.sent_last_at, seen.total) == (2, noon(date(2026, 6, 4)), 0)


@pytest.mark.parametrize("count", [1, 500])
def test_it_takes_two_statements_however_many_contacts(desk: Desk, count_statements: Counting, count: int) -> None:
    tell_preferences(desk.amara, desk.peer, TEXT_NEVER_PHONE, told_at=noon(date(2026, 3, 3)))
    make_contacts(desk.amara, desk.nurse, years_of_contacts(count, date(2026, 6, 10)))
    with count_statements() as statements:
        seen = engagement_of(desk.amara.id)
    assert (len(statements), seen.total) == (MOST_STATEMENTS, count)
    assert len(seen.marks) <= 5 * SLOTS


def test_summer_time_moves_no_contact(desk: Desk) -> None:
    """Clocks went forward on 29 March 2026: midday on either side keeps its own day."""
    days = (date(2026, 3, 28), date(2026, 3, 30))
    make_contacts(desk.amara, desk.nurse, [(day, Way.TEXT, Outcome.REPLIED, AS_ASKED) for day in days])
    tallies = engagement_of(desk.amara.id).tallies
    assert [(tally.first_at.hour, tally.last_at.hour) for tally in tallies] == [(12, 11)]
