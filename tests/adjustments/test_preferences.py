"""How a person asked to be reached: what each contact would go against, and what stood on any day."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

import pytest
from flask import Flask

from livingwell.adjustments.actions.preferences import record_preferences
from livingwell.adjustments.commands import RecordPreferences, ReminderSaid, TimeSaid, WaySaid
from livingwell.adjustments.models import (
    Against,
    ContactPreferences,
    Standing,
    TimePreference,
    TimeStanding,
    Way,
    WayPreference,
)
from livingwell.adjustments.queries.needs_member import ASKS
from livingwell.adjustments.queries.preferences import (
    preferences_history,
    preferences_of,
    preferences_on,
    times_told,
)
from livingwell.core.actor import Actor
from livingwell.core.clock import london_instant, now, today
from livingwell.core.errors import Forbidden, Invalid, NotFound, Stale
from livingwell.extensions import db
from livingwell.people.actions.episodes import allocate
from livingwell.people.models import AllocationRole
from livingwell.people.queries.asks import asks
from livingwell.people.queries.episodes import current_episode
from tests.factories.adjustments import make_preferences
from tests.factories.setting import Setting

Counting = Callable[[], AbstractContextManager[list[str]]]

NOON = datetime(2026, 6, 10, 11, tzinfo=UTC)  # a Wednesday, midday in London


def told(standing: Standing | None = None, **more: object) -> ContactPreferences:
    """A set about the phone alone, in nobody's record."""
    ways = [WayPreference(way=Way.PHONE, standing=standing, why="I freeze.", position=0)] if standing else []
    return ContactPreferences(**{"ways": ways, "times": [], "words": "", "asked_to_stop": False, **more})


@pytest.mark.parametrize(
    ("standing", "against", "when_urgent"),
    [
        (None, [], []),
        (Standing.BEST, [], []),
        (Standing.FINE, [], []),
        (Standing.ONLY_IF_URGENT, [Against.NOT_URGENT], []),
        (Standing.NOT_WANTED, [Against.NOT_WANTED], [Against.NOT_WANTED]),
        (Standing.NOT_SAFE, [Against.NOT_SAFE], [Against.NOT_SAFE]),
    ],
)
def test_a_contact_goes_against_what_was_said_about_its_way(
    standing: Standing | None, against: list[Against], when_urgent: list[Against]
) -> None:
    said = told(standing)
    assert [each.against for each in said.objections(Way.PHONE, NOON)] == against
    assert [each.against for each in said.objections(Way.PHONE, NOON, is_urgent=True)] == when_urgent
    assert [each.words for each in said.objections(Way.PHONE, NOON)] == ["I freeze."] * len(against)
    assert said.objections(Way.TEXT, NOON) == ()


def test_whoever_asked_us_to_stop_is_contacted_in_no_way() -> None:
    said = told(Standing.NOT_SAFE, asked_to_stop=True, words="Leave me be.")
    assert [each.against for each in said.objections(Way.PHONE, NOON)] == [Against.NOT_SAFE]
    assert [(each.against, each.words) for each in said.objections(Way.LETTER, NOON)] == [
        (Against.NOT_WANTED, "Leave me be.")
    ]


@pytest.mark.parametrize(
    ("weekdays", "starts", "ends", "covered"),
    [
        ("", None, None, True),
        ("3", None, None, True),
        ("12", None, None, False),
        ("", time(12), None, True),
        ("", None, time(12), False),
        ("", time(11, 59), time(12, 1), True),
    ],
)
def test_a_time_counts_its_start_in_and_its_end_out(
    weekdays: str, starts: time | None, ends: time | None, covered: bool
) -> None:
    span = TimePreference(standing=TimeStanding.NOT, weekdays=weekdays, starts=starts, ends=ends, why="Too early")
    assert span.covers(NOON) is covered
    found = told(times=[span]).objections(Way.TEXT, NOON)
    assert [each.words for each in found] == (["Too early"] if covered else [])
    assert told(times=[span]).objections(Way.LETTER, NOON) == ()


def test_an_hour_that_comes_twice_is_covered_twice_and_one_that_never_comes_covers_nothing() -> None:
    span = TimePreference(standing=TimeStanding.NOT, weekdays="", starts=time(1), ends=time(2))
    twice = [datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1)]
    assert [span.covers(at) for at in twice] == [True, True]
    around_the_gap = [datetime(2026, 3, 29, hour, minute, tzinfo=UTC) for hour, minute in ((0, 59), (1, 0))]
    assert [span.covers(at) for at in around_the_gap] == [False, False]


def test_notice_is_counted_from_when_the_person_was_told() -> None:
    said = told(notice_hours=48)
    ahead = {"agreed_at": NOON - timedelta(hours=48)}
    late = {"agreed_at": NOON - timedelta(hours=47, minutes=59)}
    assert said.objections(Way.VISIT, NOON, **ahead) == ()
    assert [each.against for each in said.objections(Way.VISIT, NOON, **late)] == [Against.NOTICE]
    assert [each.against for each in said.objections(Way.VISIT, NOON)] == [Against.NOTICE]
    assert said.objections(Way.TEXT, NOON) == ()


def test_what_was_said_before_stays_and_each_past_day_can_be_told(setting: Setting) -> None:
    earlier = now() - timedelta(days=30)
    first = make_preferences(setting.person, setting.nurse, told_at=earlier, words="Please write.")
    second = make_preferences(setting.person, setting.peer, best=[Way.EMAIL])
    person_id = setting.person.id
    assert preferences_of(person_id) == second
    assert preferences_on(person_id, now() - timedelta(days=1)) == first
    assert preferences_on(person_id, earlier - timedelta(seconds=1)) is None
    assert list(preferences_history(person_id)) == [second, first]
    assert (first.words, first.ways_that_are(Standing.BEST)) == ("Please write.", (Way.TEXT,))


def test_what_is_written_down_late_is_history_where_something_newer_stands(setting: Setting) -> None:
    stands = make_preferences(setting.person, setting.nurse)
    make_preferences(setting.person, setting.nurse, told_at=now() - timedelta(days=3))
    assert preferences_of(setting.person.id) == stands


def test_preferences_load_in_four_statements_however_many_there_are(
    setting: Setting, count_statements: Counting
) -> None:
    def read() -> int:
        db.session.expire_all()
        person_id = setting.person.id
        with count_statements() as statements:
            stands = preferences_of(person_id)
            history = preferences_history(person_id)
        assert stands is not None
        assert [len(each.ways) + len(each.times) + len(each.reminders) for each in history]
        assert stands.recorded_by.name
        return len(statements)

    make_preferences(setting.person, setting.nurse, reminders=(ReminderSaid(24, Way.TEXT),))
    few = read()
    for _again in range(3):
        make_preferences(
            setting.person,
            setting.nurse,
            times=(TimeSaid(TimeStanding.GOOD, "12345"), TimeSaid(TimeStanding.NOT, "", None, time(12))),
        )
    assert read() == few <= 8


def test_every_way_never_is_kept_as_it_was_said(setting: Setting) -> None:
    said = make_preferences(setting.person, setting.nurse, best=[], never=list(Way))
    assert [(each.way, each.standing) for each in said.ways] == [(way, Standing.NOT_WANTED) for way in Way]
    assert said.leaves_no_way
    agreed = (
        *(WaySaid(way, Standing.NOT_WANTED) for way in Way if way is not Way.THROUGH_SOMEONE),
        WaySaid(Way.THROUGH_SOMEONE, Standing.FINE),
    )
    through = RecordPreferences(agreed, through_whom="Efua, her sister, by text")
    assert not record_preferences(setting.person, through, setting.nurse).leaves_no_way


def test_a_way_nobody_spoke_of_may_still_be_one() -> None:
    assert not told(Standing.NOT_WANTED).leaves_no_way


@pytest.mark.parametrize(
    ("field", "command"),
    [
        ("told_on", {"told_at": datetime(2999, 1, 1, tzinfo=UTC)}),
        (
            "reminder_1_way",
            {"ways": (WaySaid(Way.PHONE, Standing.NOT_SAFE),), "reminders": (ReminderSaid(24, Way.PHONE),)},
        ),
        ("reminder_1_hours", {"asked_to_stop": True, "reminders": (ReminderSaid(24, Way.TEXT),)}),
        ("good_1_ends", {"times": (TimeSaid(TimeStanding.GOOD, "", time(14), time(12)),)}),
        ("words", {"ways": (WaySaid(Way.TEXT, Standing.BEST), WaySaid(Way.TEXT, Standing.FINE))}),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(setting: Setting, field: str, command: dict) -> None:
    with pytest.raises(Invalid) as refused:
        record_preferences(setting.person, RecordPreferences(**command), setting.nurse)
    assert list(refused.value.messages) == [field]
    assert times_told(setting.person.id) == 0


def test_of_two_at_once_the_second_is_shown_what_the_first_wrote(setting: Setting) -> None:
    stands = make_preferences(setting.person, setting.nurse, replaces=0, words="Please write.")
    with pytest.raises(Stale) as stale:
        make_preferences(setting.person, setting.peer, replaces=0)
    assert (stale.value.row_version, stale.value.row_id) == (1, stands.id)
    assert stale.value.texts["words"] == "Please write."
    make_preferences(setting.person, setting.peer, replaces=1)
    assert times_told(setting.person.id) == 2


def test_only_a_member_within_reach_writes_preferences(setting: Setting, app: Flask) -> None:
    with pytest.raises((NotFound, Forbidden)):
        make_preferences(setting.person, setting.stranger)


def test_a_day_in_london_has_its_own_midnight(setting: Setting) -> None:
    made = make_preferences(setting.person, setting.nurse, told_at=london_instant(today() - timedelta(days=2), 0))
    assert preferences_on(setting.person.id, made.told_at) == made


def test_whom_nobody_asked_is_told_to_who_supports_them(setting: Setting) -> None:
    def asked_about(actor: Actor) -> list[UUID]:
        return [each.person.id for each in asks(actor, ASKS, 5)]

    assert asked_about(setting.nurse) == []
    allocate_to(setting)
    assert asked_about(setting.nurse) == [setting.person.id]
    assert asked_about(setting.stranger) == []
    make_preferences(setting.person, setting.nurse)
    assert asked_about(setting.nurse) == []


def allocate_to(setting: Setting) -> None:
    """The nurse becomes the person's key worker."""
    episode = current_episode(setting.person.id, [setting.team.id])
    assert episode is not None
    allocate(episode, AllocationRole.KEY_WORKER, setting.nurse.account_id, setting.nurse)
