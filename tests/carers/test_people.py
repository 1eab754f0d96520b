"""Who helps, whom the person helps, what carers are offered, and how to reach them."""

from datetime import timedelta

import pytest

from livingwell.adjustments.models import Way
from livingwell.carers.actions.offers import take_step_with_carer, take_step_with_person
from livingwell.carers.actions.people import (
    add_carer,
    add_somebody_helped,
    answer_who_helps,
    change_own_wishes,
    edit_carer,
)
from livingwell.carers.commands import AnswerWhoHelps, CarerDetails, CarerWishes, HelpedDetails, TakeStep
from livingwell.carers.models import OfferKind, OfferStage, WhoHelps
from livingwell.carers.queries.carers import carer_of, carers_of, helped_by, last_asked
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from tests.factories.carers import make_carer, make_carer_with_account, make_helped
from tests.factories.identity import actor_for
from tests.factories.people import make_own_account, make_person
from tests.factories.setting import Setting

ASSESSMENT = OfferKind.COUNCIL_ASSESSMENT


def test_nobody_is_an_answer_with_its_day(setting: Setting) -> None:
    assert last_asked(setting.person.id) is None
    answer_who_helps(setting.person, AnswerWhoHelps(WhoHelps.NOBODY, "I like it so"), setting.nurse)
    asked = last_asked(setting.person.id)
    assert asked is not None
    assert (asked.answer, asked.asked_on, asked.written_by) == (WhoHelps.NOBODY, today(), "Priya Mistry")


def test_the_latest_answer_stands(setting: Setting) -> None:
    own = actor_for(make_own_account(setting.person))
    earlier = today() - timedelta(days=30)
    answer_who_helps(setting.person, AnswerWhoHelps(WhoHelps.SOMEBODY), own)
    answer_who_helps(setting.person, AnswerWhoHelps(WhoHelps.NOBODY, on=earlier), setting.nurse)
    asked = last_asked(setting.person.id)
    assert asked is not None
    assert asked.answer is WhoHelps.SOMEBODY
    with pytest.raises(Invalid):
        answer_who_helps(setting.person, AnswerWhoHelps(WhoHelps.NOBODY, on=today() + timedelta(days=1)), own)


def test_whom_the_person_names_themselves_is_known_to_them(setting: Setting) -> None:
    own = actor_for(make_own_account(setting.person))
    carer = add_carer(setting.person, CarerDetails("Efua", is_known_to_person=False), own)
    assert carer.is_known_to_person
    assert not make_carer(setting.person, setting.nurse, is_known=False).is_known_to_person


def test_no_carer_writes_down_another(setting: Setting) -> None:
    _carer, account = make_carer_with_account(setting.person)
    with pytest.raises(Forbidden):
        add_carer(setting.person, CarerDetails("A friend"), actor_for(account))


def test_a_carer_needs_a_name(setting: Setting) -> None:
    with pytest.raises(Invalid):
        add_carer(setting.person, CarerDetails(" "), setting.nurse)
    with pytest.raises(Invalid):
        add_somebody_helped(setting.person, HelpedDetails(" "), setting.nurse)


def test_how_to_reach_a_carer_is_the_carers(setting: Setting) -> None:
    carer, account = make_carer_with_account(setting.person)
    wishes = CarerWishes(best_way=Way.TEXT, nevers=(Way.PHONE, Way.VISIT), adjustments="Large print")
    change_own_wishes(setting.person, wishes, carer.row_version, actor_for(account))
    kept = carer_of(setting.person.id, carer.id).carer
    assert (kept.best_way, kept.nevers, kept.adjustments) == (Way.TEXT, (Way.PHONE, Way.VISIT), "Large print")
    with pytest.raises(Invalid):
        change_own_wishes(setting.person, CarerWishes(best_way=Way.TEXT, nevers=(Way.TEXT,)), None, actor_for(account))


def test_two_who_write_at_once_see_both(setting: Setting) -> None:
    carer = make_carer(setting.person, setting.nurse)
    read = carer.row_version
    edit_carer(carer, CarerDetails("Efua Osei", "Sister", row_version=read), setting.nurse)
    with pytest.raises(Stale):
        edit_carer(carer, CarerDetails("Efua Mensah", row_version=read), setting.peer)


def test_another_persons_carer_is_nobodys(setting: Setting) -> None:
    other = make_person("Peter", "Lyle", team=setting.team)
    carer = make_carer(other, setting.nurse)
    with pytest.raises(NotFound):
        carer_of(setting.person.id, carer.id)
    assert carers_of(setting.person.id) == []


def test_an_assessment_goes_its_way_step_by_step(setting: Setting) -> None:
    carer = make_carer(setting.person, setting.nurse)
    for stage in (
        OfferStage.OFFERED,
        OfferStage.DECLINED,
        OfferStage.ACCEPTED,
        OfferStage.REFERRED,
        OfferStage.OUTCOME,
    ):
        take_step_with_carer(carer, TakeStep(ASSESSMENT, stage, "To the council"), setting.nurse)
    steps = carer_of(setting.person.id, carer.id).offers
    assert [each.number for each in steps] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("stage", [OfferStage.ACCEPTED, OfferStage.REFERRED, OfferStage.OUTCOME, OfferStage.DECLINED])
def test_nothing_comes_before_the_offer(setting: Setting, stage: OfferStage) -> None:
    carer = make_carer(setting.person, setting.nurse)
    with pytest.raises(Conflict):
        take_step_with_carer(carer, TakeStep(ASSESSMENT, stage, "Words"), setting.nurse)


def test_a_referral_says_to_whom_and_no_step_is_of_a_day_to_come(setting: Setting) -> None:
    carer = make_carer(setting.person, setting.nurse)
    tomorrow = today() + timedelta(days=1)
    with pytest.raises(Invalid):
        take_step_with_carer(carer, TakeStep(ASSESSMENT, OfferStage.OFFERED, on=tomorrow), setting.nurse)
    for stage in (OfferStage.OFFERED, OfferStage.ACCEPTED):
        take_step_with_carer(carer, TakeStep(ASSESSMENT, stage), setting.nurse)
    with pytest.raises(Invalid):
        take_step_with_carer(carer, TakeStep(ASSESSMENT, OfferStage.REFERRED), setting.nurse)


def test_the_person_is_offered_the_same_as_the_carer_of_somebody_else(setting: Setting) -> None:
    helped = make_helped(setting.person, actor_for(make_own_account(setting.person)))
    take_step_with_person(helped, TakeStep(OfferKind.SUPPORT, OfferStage.OFFERED), setting.nurse)
    [(found, offers)] = helped_by(setting.person.id)
    assert (found.id, [each.stage for each in offers]) == (helped.id, [OfferStage.OFFERED])
