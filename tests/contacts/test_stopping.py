"""Nothing goes out to somebody who has died, and nothing automatic goes a way that the person said no to."""

from datetime import timedelta

import pytest

from livingwell.adjustments.models import Standing, Way
from livingwell.contacts.queries.stopping import may_still_go
from livingwell.core.clock import now, today
from livingwell.delivery.models import Channel
from livingwell.people.actions.deaths import record_death
from livingwell.people.commands import RecordDeath
from tests.factories.contacts import Desk, tell_preferences

CHANNELS = list(Channel)


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("is_automatic", [True, False])
def test_nothing_goes_after_a_death(desk: Desk, channel: Channel, is_automatic: bool) -> None:
    assert may_still_go(desk.amara.id, channel, is_automatic) == ""
    record_death(desk.amara, RecordDeath("Efe, her sister", today()), desk.nurse)
    assert "has died" in may_still_go(desk.amara.id, channel, is_automatic)


@pytest.mark.parametrize(
    ("channel", "way"),
    [
        (Channel.TEXT, Way.TEXT),
        (Channel.EMAIL, Way.EMAIL),
        (Channel.LETTER, Way.LETTER),
        (Channel.PRINT, Way.LETTER),
    ],
)
@pytest.mark.parametrize("standing", list(Standing))
def test_nothing_automatic_goes_a_never_way(desk: Desk, channel: Channel, way: Way, standing: Standing) -> None:
    tell_preferences(desk.amara, desk.nurse, {way: standing}, told_at=now() - timedelta(days=1))
    assert bool(may_still_go(desk.amara.id, channel, True)) is standing.is_never
    assert may_still_go(desk.amara.id, channel, False) == ""


def test_what_is_about_nobody_may_go() -> None:
    assert may_still_go(None, Channel.EMAIL, True) == ""
