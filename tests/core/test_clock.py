"""The clock that everything asks."""

from datetime import UTC, date, datetime, timedelta

from livingwell.core import clock


def test_a_time_on_the_wall_in_winter_is_the_same_in_utc() -> None:
    assert clock.london_instant(date(2026, 1, 5), 10) == datetime(2026, 1, 5, 10, tzinfo=UTC)


def test_a_fixed_clock_goes_on_again_afterwards() -> None:
    with clock.fixed(datetime(2020, 1, 1, tzinfo=UTC)):
        assert clock.now().year == 2020

    assert clock.now().year > 2020


def test_a_clock_that_was_set_runs_on() -> None:
    begun = datetime(2020, 1, 1, tzinfo=UTC)
    with clock.running_from(begun):
        assert begun <= clock.now() < begun + timedelta(minutes=1)

    assert clock.now().year > 2020
