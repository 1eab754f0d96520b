"""Nothing goes out to somebody who has died, and nothing automatic goes a way that the person said no to."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from livingwell.adjustments.actions.preferences import record_preferences
from livingwell.adjustments.commands import RecordPreferences
from livingwell.adjustments.models import Standing, Way
from livingwell.contacts.queries.contacts import contacts_of
from livingwell.contacts.queries.stopping import may_still_go
from livingwell.core.clock import now, today
from livingwell.delivery.models import Channel, DeliveryState
from livingwell.delivery.queries import states_of
from livingwell.people.actions.deaths import record_death
from livingwell.people.commands import RecordDeath
from livingwell.people.queries.striking import struck_of
from tests.factories.contacts import Desk, tell_preferences
from tests.factories.letters import make_reachable, make_sent

CHANNELS = list(Channel)
Stop = Callable[[Desk], None]


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


def die(desk: Desk) -> None:
    record_death(desk.amara, RecordDeath("Efe, her sister", today()), desk.nurse)


def ask_to_stop(desk: Desk) -> None:
    record_preferences(desk.amara, RecordPreferences(asked_to_stop=True), desk.nurse)


@pytest.mark.parametrize(("stop", "why"), [(die, "the death"), (ask_to_stop, "asked us to stop")])
@pytest.mark.parametrize("way", [Way.TEXT, Way.EMAIL, Way.LETTER])
def test_what_waited_is_cancelled_and_is_no_contact(desk: Desk, stop: Stop, why: str, way: Way) -> None:
    make_reachable(desk.amara)
    sent = make_sent(desk.amara, desk.nurse, way)
    stop(desk)
    assert states_of([sent.message_id])[sent.message_id].state is DeliveryState.CANCELLED
    assert contacts_of(desk.amara.id).rows == []
    assert why in struck_of(desk.amara.id)[sent.contact_id].reason
