"""A carer's own account: invited by a member, with an agreement or with none, and never against what anybody asked."""

from collections.abc import Mapping
from datetime import date

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from livingwell.adjustments.models import Way
from livingwell.carers.actions.sharing import say_of_carer
from livingwell.carers.commands import CarerWishes, SayOfCarer
from livingwell.carers.models import Carer, CarerEventKind
from livingwell.delivery.models import Message
from livingwell.extensions import db
from livingwell.identity.models import Account, OwnWay
from livingwell.people.models import Topic
from livingwell.people.queries.own_reach import people_cared_for, topics_shared
from livingwell.portal.queries.getting_in import birth_dates
from tests.factories.carers import agree, make_carer
from tests.factories.identity import actor_for, sign_in
from tests.factories.setting import Setting

REACHABLE = CarerWishes(phone="07700 900618", email="efua@example.com")
BORN = {"born_on-day": "2", "born_on-month": "11", "born_on-year": "1993"}


@pytest.fixture
def carer(setting: Setting) -> Carer:
    return make_carer(setting.person, setting.nurse, wishes=REACHABLE)


def where(setting: Setting, carer: Carer, more: str = "") -> str:
    return f"/people/{setting.person.id}/carers/{carer.id}/access{more}"


def invite(client: FlaskClient, setting: Setting, carer: Carer, sent: Mapping[str, str]) -> TestResponse:
    sign_in(client, setting.priya)
    return client.post(where(setting, carer, "/invitation"), data=sent)


def account_of(carer: Carer) -> Account | None:
    db.session.refresh(carer)
    return db.session.get(Account, carer.account_id) if carer.account_id else None


def test_somebody_invited_sees_what_is_agreed_already(client: FlaskClient, setting: Setting, carer: Carer) -> None:
    agree(carer, setting.nurse, Topic.APPOINTMENTS)
    assert invite(client, setting, carer, {"way": OwnWay.CODE.value, **BORN}).status_code == 303
    account = account_of(carer)
    assert account is not None
    assert topics_shared(actor_for(account), setting.person.id) == {Topic.APPOINTMENTS}


def test_somebody_invited_without_an_agreement_may_only_write(
    client: FlaskClient, setting: Setting, carer: Carer
) -> None:
    sign_in(client, setting.priya)
    assert "may only write to us" in client.get(where(setting, carer, "/invitation")).get_data(as_text=True)
    invite(client, setting, carer, {"way": OwnWay.LINK.value, **BORN})
    account = account_of(carer)
    assert account is not None
    assert [each.id for each in people_cared_for(actor_for(account))] == [setting.person.id]
    assert topics_shared(actor_for(account), setting.person.id) == set()


def test_the_invitation_names_nobody_and_says_nothing_of_health(
    client: FlaskClient, setting: Setting, carer: Carer
) -> None:
    invite(client, setting, carer, {"way": OwnWay.LINK.value, **BORN})
    [message] = db.session.scalars(select(Message)).all()
    assert message.to_address == "efua@example.com"
    for word in ("Amara", "Osei", "Efua", "health", "plan", "carer"):
        assert word not in f"{message.subject} {message.text}"


def test_a_new_account_needs_a_date_of_birth(client: FlaskClient, setting: Setting, carer: Carer) -> None:
    answer = invite(client, setting, carer, {"way": OwnWay.CODE.value})
    assert answer.status_code == 422
    assert "Enter their date of birth" in answer.get_data(as_text=True)
    assert account_of(carer) is None


def test_a_way_that_they_never_want_is_not_offered(client: FlaskClient, setting: Setting) -> None:
    wishes = CarerWishes(phone="07700 900618", email="efua@example.com", nevers=(Way.TEXT,))
    carer = make_carer(setting.person, setting.nurse, wishes=wishes)
    sign_in(client, setting.priya)
    assert "asked us never to use this way" in client.get(where(setting, carer, "/invitation")).get_data(as_text=True)
    assert invite(client, setting, carer, {"way": OwnWay.CODE.value, **BORN}).status_code == 422
    assert account_of(carer) is None


@pytest.mark.parametrize("kind", [CarerEventKind.DO_NOT_CONTACT, CarerEventKind.STOPPED_HELPING])
def test_nobody_is_invited_against_what_the_person_asked(
    client: FlaskClient, setting: Setting, carer: Carer, kind: CarerEventKind
) -> None:
    say_of_carer(carer, SayOfCarer(kind), setting.nurse)
    answer = invite(client, setting, carer, {"way": OwnWay.CODE.value, **BORN})
    assert answer.status_code == 422
    assert account_of(carer) is None
    assert db.session.scalars(select(Message)).all() == []


def test_an_account_that_was_ended_lets_nobody_in_until_they_are_invited_again(
    client: FlaskClient, setting: Setting, carer: Carer
) -> None:
    invite(client, setting, carer, {"way": OwnWay.CODE.value, **BORN})
    first = account_of(carer)
    assert client.post(where(setting, carer, "/end")).status_code == 303
    assert "it was ended" in client.get(where(setting, carer)).get_data(as_text=True)
    invite(client, setting, carer, {"way": OwnWay.CODE.value})
    again = account_of(carer)
    assert first is not None
    assert again is not None
    assert (again.id, again.is_active) == (first.id, True)


def test_a_carer_of_two_people_has_an_account_for_each(client: FlaskClient, setting: Setting, carer: Carer) -> None:
    """So that nothing of one person ever stands beside something of the other."""
    other = make_carer(setting.person, setting.nurse, "Efua Osei again", wishes=REACHABLE)
    for each in (carer, other):
        invite(client, setting, each, {"way": OwnWay.CODE.value, **BORN})
    first, second = account_of(carer), account_of(other)
    assert first is not None
    assert second is not None
    assert first.id != second.id


def test_the_date_of_birth_is_kept_for_the_first_use(client: FlaskClient, setting: Setting, carer: Carer) -> None:
    invite(client, setting, carer, {"way": OwnWay.CODE.value, **BORN})
    account = account_of(carer)
    assert account is not None
    assert birth_dates([account.id])[account.id] == date(1993, 11, 2)
