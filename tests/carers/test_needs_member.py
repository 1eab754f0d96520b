"""What of carers stands on Today: the question nobody asked, what carers told us, what is to be asked again."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from livingwell.carers.actions.notes import acknowledge
from livingwell.carers.actions.people import answer_who_helps
from livingwell.carers.actions.sharing import share
from livingwell.carers.commands import AnswerWhoHelps, Share
from livingwell.carers.models import CARER_MESSAGE_TO_READ, SHARING_TO_REVIEW, WHO_HELPS_NEVER_ASKED, WhoHelps
from livingwell.carers.queries.needs_member import ASK_WITHIN, ASKS
from livingwell.core import clock
from livingwell.core.actor import Actor, Right
from livingwell.core.clock import now
from livingwell.people.models import Ask, Topic
from livingwell.people.queries.asks import asks
from tests.factories.carers import agree, make_carer, make_helped, make_note
from tests.factories.identity import actor_for, make_account
from tests.factories.setting import Setting
from tests.factories.worklist import support


@pytest.fixture
def supported(setting: Setting) -> Setting:
    support(setting.person, setting.priya, setting.nurse)
    return setting


def asked(actor: Actor, *kinds: str, later: timedelta = timedelta()) -> Sequence[Ask]:
    with clock.fixed(now() + later):
        return [each for each in asks(actor, ASKS, 50) if each.kind in kinds]


def test_after_four_weeks_nobody_having_asked_stands_there(supported: Setting) -> None:
    assert asked(supported.nurse, WHO_HELPS_NEVER_ASKED, later=ASK_WITHIN - timedelta(minutes=1)) == []
    [row] = asked(supported.nurse, WHO_HELPS_NEVER_ASKED, later=ASK_WITHIN + timedelta(minutes=1))
    assert row.person.id == supported.person.id
    assert asked(supported.peer, WHO_HELPS_NEVER_ASKED, later=ASK_WITHIN * 2) == []


@pytest.mark.parametrize("how", ["nobody", "a carer", "somebody helped"])
def test_any_answer_takes_it_away(supported: Setting, how: str) -> None:
    if how == "nobody":
        answer_who_helps(supported.person, AnswerWhoHelps(WhoHelps.NOBODY), supported.nurse)
    elif how == "a carer":
        make_carer(supported.person, supported.nurse)
    else:
        make_helped(supported.person, supported.nurse)
    assert asked(supported.nurse, WHO_HELPS_NEVER_ASKED, later=ASK_WITHIN * 2) == []


def test_what_a_carer_told_us_waits_until_it_is_read(supported: Setting) -> None:
    carer = make_carer(supported.person, supported.nurse)
    first, second = (make_note(carer, supported.peer, words) for words in ("A secret", "Another"))
    [row] = asked(supported.nurse, CARER_MESSAGE_TO_READ)
    assert (row.row_id, row.by, row.words) == (carer.id, "Efua Osei", "")
    for note in (first, second):
        acknowledge(note, "", supported.nurse)
    assert asked(supported.nurse, CARER_MESSAGE_TO_READ) == []


def test_what_ends_soon_is_to_be_asked_again_once_for_a_carer(supported: Setting) -> None:
    carer = make_carer(supported.person, supported.nurse)
    agree(carer, supported.nurse, Topic.PLAN, Topic.LETTERS, days=60)
    assert asked(supported.nurse, SHARING_TO_REVIEW) == []
    [row] = asked(supported.nurse, SHARING_TO_REVIEW, later=timedelta(days=33))
    assert (row.row_id, row.by) == (carer.id, "Efua Osei")


def test_what_was_asked_again_or_withdrawn_is_not(supported: Setting) -> None:
    carer = make_carer(supported.person, supported.nurse)
    agree(carer, supported.nurse, Topic.PLAN, days=10)
    assert len(asked(supported.nurse, SHARING_TO_REVIEW)) == 1
    agree(carer, supported.nurse, Topic.PLAN, days=90)
    assert asked(supported.nurse, SHARING_TO_REVIEW) == []
    agree(carer, supported.nurse, Topic.PLAN, days=10)
    share(carer, Share({}), supported.nurse)
    assert asked(supported.nurse, SHARING_TO_REVIEW) == []


def test_without_a_key_worker_it_is_the_leads_to_read(setting: Setting) -> None:
    lead = make_account("Lena Lead", team=setting.team, right=Right.TEAM_LEAD)
    make_note(make_carer(setting.person, setting.nurse), setting.peer)
    assert len(asked(actor_for(lead, setting.team, Right.TEAM_LEAD), CARER_MESSAGE_TO_READ)) == 1


def test_after_two_working_days_the_leads_see_it_too(supported: Setting) -> None:
    lead = actor_for(make_account("Lena Lead", team=supported.team, right=Right.TEAM_LEAD), supported.team)
    make_note(make_carer(supported.person, supported.nurse), supported.peer)
    assert asked(lead, CARER_MESSAGE_TO_READ) == []
    assert len(asked(lead, CARER_MESSAGE_TO_READ, later=timedelta(days=6))) == 1
