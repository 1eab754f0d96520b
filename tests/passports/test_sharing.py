"""A link opens the passport to whoever has its PIN too, until its time or until it is stopped."""

from datetime import timedelta

import pytest

from livingwell.core import clock
from livingwell.core.errors import Conflict, NotFound
from livingwell.extensions import db
from livingwell.passports.actions import open_share, share_passport, stop_share
from livingwell.passports.commands import MakeShare
from livingwell.passports.models import PassportShare, ShareLasting, WhyStopped
from livingwell.passports.queries.shares import open_share_with, shares_of
from livingwell.people.actions.deaths import record_death, take_death_back
from livingwell.people.commands import RecordDeath
from tests.factories.passports import make_share, write

WRONG = "not it"


def wrong_pin(made):
    return "000000" if made.pin != "000000" else "000001"


def test_link_and_pin_open_it(person, herself):
    made = make_share(person, herself)
    assert len(made.pin) == 6
    assert open_share(made.token, made.pin, "Safari on an iPhone").id == made.id
    assert [(each.is_right, each.browser) for each in shares_of(person.id)[0].openings] == [
        (True, "Safari on an iPhone")
    ]


def test_neither_link_nor_pin_is_kept(person, herself):
    made = make_share(person, herself)
    kept = str({name: getattr(db.session.get(PassportShare, made.id), name) for name in ("token_hash", "pin_hash")})
    assert made.token not in kept
    assert made.pin not in kept


def test_a_wrong_pin_opens_nothing_and_is_shown_to_the_person(person, herself):
    made = make_share(person, herself)
    assert open_share(made.token, wrong_pin(made), "") is None
    assert [each.is_right for each in shares_of(person.id)[0].openings] == [False]


def test_five_wrong_pins_in_a_row_stop_the_link_for_the_right_one_too(person, herself):
    made = make_share(person, herself)
    for _ in range(5):
        assert open_share(made.token, wrong_pin(made), "") is None
    with pytest.raises(NotFound):
        open_share(made.token, made.pin, "")
    assert shares_of(person.id)[0].stop.why is WhyStopped.WRONG_PINS


def test_a_pin_can_be_mistyped_now_and_then(person, herself):
    made = make_share(person, herself)
    for _ in range(3):
        for _ in range(4):
            open_share(made.token, wrong_pin(made), "")
        assert open_share(made.token, made.pin, "")


@pytest.mark.parametrize("lasting", list(ShareLasting))
def test_it_ends_by_itself(person, herself, lasting):
    made = make_share(person, herself, lasting)
    with clock.fixed(clock.now() + lasting.time - timedelta(minutes=1)):
        assert open_share_with(made.token)
    with clock.fixed(clock.now() + lasting.time):
        with pytest.raises(NotFound):
            open_share_with(made.token)
        with pytest.raises(NotFound):
            open_share(made.token, made.pin, "")


def test_the_person_stops_it_at_once(person, herself):
    made = make_share(person, herself)
    stop_share(person.id, made.id, herself)
    stop_share(person.id, made.id, herself)
    with pytest.raises(NotFound):
        open_share(made.token, made.pin, "")
    assert shares_of(person.id)[0].stop.why is WhyStopped.ASKED


def test_it_ends_with_the_death_of_the_person(person, herself, jo):
    made = make_share(person, herself)
    record_death(person, RecordDeath("Her sister", clock.today()), jo)
    with pytest.raises(NotFound):
        open_share(made.token, made.pin, "")
    take_death_back(person, "It was somebody else.", jo)
    assert open_share(made.token, made.pin, "")


def test_a_member_can_make_and_stop_one_with_the_person(person, jo, stranger):
    made = make_share(person, jo)
    with pytest.raises(NotFound):
        stop_share(person.id, made.id, stranger)
    stop_share(person.id, made.id, jo)


def test_an_empty_passport_is_not_shared(person, herself):
    with pytest.raises(Conflict):
        share_passport(person.id, MakeShare(ShareLasting.DAY), herself)
    write(person, herself, "Hello")
    assert share_passport(person.id, MakeShare(ShareLasting.DAY), herself)


def test_a_stopped_an_ended_and_a_made_up_link_ask_the_database_the_same(person, herself, count_statements):
    made = make_share(person, herself)
    stop_share(person.id, made.id, herself)
    asked = []
    for token in (made.token, "made-up"):
        with count_statements() as statements, pytest.raises(NotFound):
            open_share_with(token)
        asked.append(len(statements))
    assert asked == [1, 1]
