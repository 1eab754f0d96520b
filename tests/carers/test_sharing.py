"""What a carer may know: what the person says, from the next request on, and nothing else."""

from datetime import timedelta

import pytest

from livingwell.carers.actions.sharing import say_of_carer, share, strike_carer
from livingwell.carers.commands import SayOfCarer, Share, Told
from livingwell.carers.models import Around, CarerEventKind, HowTold, SharingKind
from livingwell.carers.models.sharing import LONGEST
from livingwell.carers.queries.carers import carer_of
from livingwell.core import clock
from livingwell.core.actor import Side
from livingwell.core.clock import now, today
from livingwell.core.errors import Conflict, Forbidden, Invalid, NotFound
from livingwell.identity.models import Account
from livingwell.people.models import Topic
from livingwell.people.queries.own_reach import people_cared_for, person_cared_for, topics_shared
from tests.factories.carers import agree, make_carer, make_carer_with_account
from tests.factories.identity import actor_for, make_account_on
from tests.factories.people import make_own_account, make_person
from tests.factories.setting import Setting


def seen(account: Account, setting: Setting) -> frozenset[Topic]:
    """What the carer sees, asked as each page asks it."""
    actor = actor_for(account)
    return frozenset(topic for topic in Topic if reaches(account, setting, topic)) & topics_shared(
        actor, setting.person.id
    )


def reaches(account: Account, setting: Setting, topic: Topic | None) -> bool:
    try:
        return person_cared_for(actor_for(account), setting.person.id, topic).id == setting.person.id
    except NotFound:
        return False


def around(setting: Setting, carer_id: object) -> Around:
    return carer_of(setting.person.id, carer_id)  # type: ignore[arg-type]


def test_a_carer_sees_each_topic_that_is_agreed_and_no_other(setting: Setting) -> None:
    carer, account = make_carer_with_account(setting.person)
    assert seen(account, setting) == set()
    agree(carer, setting.nurse, Topic.APPOINTMENTS, Topic.LETTERS)
    assert seen(account, setting) == {Topic.APPOINTMENTS, Topic.LETTERS}


def test_withdrawing_one_leaves_the_others(setting: Setting) -> None:
    carer, account = make_carer_with_account(setting.person, *Topic)
    share(carer, Share({}, of=frozenset({Topic.PLAN})), setting.nurse)
    assert seen(account, setting) == set(Topic) - {Topic.PLAN}


def test_what_is_left_out_of_the_whole_is_withdrawn(setting: Setting) -> None:
    carer, account = make_carer_with_account(setting.person, *Topic)
    agree(carer, setting.nurse, Topic.MEETINGS)
    assert seen(account, setting) == {Topic.MEETINGS}


def test_an_agreement_ends_by_itself_unless_the_person_is_asked_again(setting: Setting) -> None:
    carer, account = make_carer_with_account(setting.person)
    agree(carer, setting.nurse, Topic.PLAN, days=10)
    with clock.fixed(now() + timedelta(days=10)):
        assert seen(account, setting) == {Topic.PLAN}
    with clock.fixed(now() + timedelta(days=11)):
        assert seen(account, setting) == set()
        agree(carer, setting.nurse, Topic.PLAN, days=10)
        assert seen(account, setting) == {Topic.PLAN}


def test_everything_said_is_kept_with_who_said_it_and_how(setting: Setting) -> None:
    carer = make_carer(setting.person, setting.nurse)
    agree(carer, setting.nurse, Topic.PLAN)
    agree(carer, setting.nurse, Topic.PLAN, days=30)
    share(carer, Share({}, told=Told(HowTold.IN_PERSON, today(), "We fell out")), setting.peer)
    agree(carer, setting.nurse, Topic.PLAN)
    rows = around(setting, carer.id).agreements
    kinds = [SharingKind.GIVEN, SharingKind.REVIEWED, SharingKind.WITHDRAWN, SharingKind.GIVEN]
    assert [each.kind for each in rows] == kinds
    assert (rows[2].written_by, rows[2].said, rows[2].how) == ("Jo Brennan", "We fell out", HowTold.IN_PERSON)


def test_a_review_keeps_the_day_since_when_it_is_shared(setting: Setting) -> None:
    carer = make_carer(setting.person, setting.nurse)
    before = now() - timedelta(days=60)
    with clock.fixed(before):
        agree(carer, setting.nurse, Topic.LETTERS)
    agree(carer, setting.nurse, Topic.LETTERS)
    assert around(setting, carer.id).sharing[Topic.LETTERS].since == (today() - timedelta(days=60))


@pytest.mark.parametrize("days", [-1, LONGEST.days + 1])
def test_an_agreement_is_asked_about_again_within_a_year(setting: Setting, days: int) -> None:
    with pytest.raises(Invalid):
        agree(make_carer(setting.person, setting.nurse), setting.nurse, Topic.PLAN, days=days)


def test_a_day_to_come_can_not_be_when_they_told_us(setting: Setting) -> None:
    carer = make_carer(setting.person, setting.nurse)
    told = Told(HowTold.PHONE, today() + timedelta(days=1))
    with pytest.raises(Invalid):
        share(carer, Share({Topic.PLAN: today()}, told=told), setting.nurse)


def test_the_person_says_it_themselves_there_and_now(setting: Setting) -> None:
    carer, account = make_carer_with_account(setting.person)
    own = actor_for(make_own_account(setting.person))
    told = Told(HowTold.PHONE, today() - timedelta(days=9))
    share(carer, Share({Topic.PLAN: today()}, frozenset({Topic.PLAN}), told), own)
    [row] = around(setting, carer.id).agreements
    assert (row.how, row.told_on, row.written_by) == (HowTold.OWN_SIDE, today(), own.name)
    assert seen(account, setting) == {Topic.PLAN}


def test_nobody_agrees_for_somebody_else(setting: Setting) -> None:
    carer, account = make_carer_with_account(setting.person)
    other = make_own_account(make_person("Peter", "Lyle", team=setting.team))
    for actor, refusal in (
        (actor_for(account), Forbidden),
        (actor_for(other), NotFound),
        (setting.stranger, NotFound),
    ):
        with pytest.raises(refusal):
            share(carer, Share({Topic.PLAN: today()}), actor)
    assert seen(account, setting) == set()


def test_somebody_whom_we_must_not_contact_loses_all_of_it_and_can_still_write(setting: Setting) -> None:
    carer, account = make_carer_with_account(setting.person, *Topic)
    say_of_carer(carer, SayOfCarer(CarerEventKind.DO_NOT_CONTACT, "I am afraid of him"), setting.nurse)
    assert seen(account, setting) == set()
    assert reaches(account, setting, None)
    assert around(setting, carer.id).do_not_contact is not None
    with pytest.raises(Conflict):
        agree(carer, setting.nurse, Topic.PLAN)


def test_taking_that_back_gives_nothing_back_by_itself(setting: Setting) -> None:
    carer, account = make_carer_with_account(setting.person, *Topic)
    for kind in (CarerEventKind.DO_NOT_CONTACT, CarerEventKind.MAY_CONTACT):
        say_of_carer(carer, SayOfCarer(kind), setting.nurse)
    assert seen(account, setting) == set()
    agree(carer, setting.nurse, Topic.PLAN)
    assert seen(account, setting) == {Topic.PLAN}


def test_somebody_who_no_longer_helps_is_out(setting: Setting) -> None:
    carer, account = make_carer_with_account(setting.person, *Topic)
    say_of_carer(carer, SayOfCarer(CarerEventKind.STOPPED_HELPING), setting.nurse)
    assert not reaches(account, setting, None)
    assert people_cared_for(actor_for(account)) == []
    say_of_carer(carer, SayOfCarer(CarerEventKind.HELPS_AGAIN), setting.nurse)
    assert reaches(account, setting, None)
    assert seen(account, setting) == set()


def test_what_stands_already_is_not_said_twice(setting: Setting) -> None:
    carer = make_carer(setting.person, setting.nurse)
    for kind in (CarerEventKind.MAY_CONTACT, CarerEventKind.HELPS_AGAIN):
        with pytest.raises(Conflict):
            say_of_carer(carer, SayOfCarer(kind), setting.nurse)


def test_a_carer_recorded_in_error_sees_nothing_more(setting: Setting) -> None:
    carer, account = make_carer_with_account(setting.person, *Topic)
    strike_carer(carer, "Another Amara’s sister", setting.nurse)
    assert seen(account, setting) == set()
    assert not reaches(account, setting, None)
    with pytest.raises(NotFound):
        around(setting, carer.id)


def test_a_carer_of_two_people_sees_of_each_what_each_agreed(setting: Setting) -> None:
    other = make_person("Peter", "Lyle", team=setting.team)
    _carer, account = make_carer_with_account(setting.person, Topic.PLAN)
    assert topics_shared(actor_for(account), other.id) == set()
    with pytest.raises(NotFound):
        person_cared_for(actor_for(account), other.id, None)


def test_no_account_of_another_side_is_a_carer_by_a_row(setting: Setting) -> None:
    _carer, account = make_carer_with_account(setting.person, *Topic)
    for side in (Side.TEAM, Side.PERSON):
        actor = actor_for(make_account_on(side, "Somebody")) if side is not Side.TEAM else setting.nurse
        assert people_cared_for(actor) == []
    assert [each.id for each in people_cared_for(actor_for(account))] == [setting.person.id]


def test_the_person_knows_of_whom_they_share_with(setting: Setting) -> None:
    carer = make_carer(setting.person, setting.nurse, is_known=False)
    agree(carer, setting.nurse, Topic.PLAN)
    assert around(setting, carer.id).carer.is_known_to_person
