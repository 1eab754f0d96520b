"""Ways in for the accounts of people and carers."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor, Side, the_system
from livingwell.core.atomic import atomic
from livingwell.extensions import db
from livingwell.identity.actions.getting_in import (
    ask_for_way_in,
    let_in,
    make_secret,
    see_who_it_is,
    take_to_make,
    tell_birth_date,
    use_code,
)
from livingwell.identity.actions.own_accounts import open_own_account, set_way_in
from livingwell.identity.actions.throttling import Throttle
from livingwell.identity.models import Account, OneTimeCode, OwnAccess, OwnWay

THROTTLE = Throttle(per_account=8, per_address=100, window=timedelta(minutes=15), key="k" * 40)
MOBILE = "+447700900123"
EMAIL = "amara@example.com"
BORN_ON = date(1997, 3, 14)
BASE = "https://livingwell.example"
NETWORK = "192.0.2.1"
A_MEMBER = the_system("a member of the tests")


def make_invited_account(
    side: Side = Side.PERSON,
    name: str = "Amara Osei",
    *,
    way: OwnWay = OwnWay.CODE,
    address: str = MOBILE,
    actor: Actor = A_MEMBER,
) -> Account:
    """An account that was given a way in and has not used it yet."""
    account = open_own_account(side, name, actor)
    set_way_in(account.id, way, address, actor)
    return account


@atomic()
def give_way_in(
    account: Account, way: OwnWay = OwnWay.CODE, address: str = MOBILE, *, born_on: date | None = None
) -> Account:
    """A way in for an account that there is. `born_on`: a carer's date of birth."""
    set_way_in(account.id, way, address, A_MEMBER)
    if born_on is not None:
        db.session.add(OwnAccess(account_id=account.id, born_on=born_on))
        record("give_way_in", A_MEMBER)
    return account


@dataclass(frozen=True)
class Asked:
    """What was asked for, and the secret that was sent."""

    id: UUID
    secret: str


def ask(address: str = MOBILE, throttle: Throttle = THROTTLE, network: str = NETWORK) -> Asked:
    """Ask for a link or a code, and make it as the worker does."""
    code = ask_for_way_in(address, BASE, network=network, throttle=throttle)
    return Asked(code.id, send(code.id, throttle))


@atomic()
def send(code_id: UUID, throttle: Throttle = THROTTLE) -> str:
    """Make the secret of what was asked for."""
    code = take_to_make(code_id)
    assert code is not None
    return make_secret(code, throttle)


def use(asked: Asked, typed: str | None = None, throttle: Throttle = THROTTLE) -> OneTimeCode | None:
    """Type the code that was sent, or another."""
    code = use_code(asked.id, asked.secret if typed is None else typed, network=NETWORK, throttle=throttle)
    if code is not None:
        see_who_it_is(code.id)
    return code


def come_in(account: Account, address: str = MOBILE, born_on: date = BORN_ON) -> str:
    """The whole way in, for the first time: the token of the session."""
    asked = ask(address)
    assert use(asked) is not None
    assert tell_birth_date(asked.id, born_on, {account.id: born_on})
    return let_in(asked.id, account.id, "Firefox", THROTTLE)


def kept(code_id: UUID) -> OneTimeCode:
    """The code as it stands in the database."""
    db.session.expire_all()
    code = db.session.get(OneTimeCode, code_id)
    assert code is not None
    return code
