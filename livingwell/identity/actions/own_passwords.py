"""Passwords of those who are not staff."""

from uuid import UUID

from livingwell.audit import record
from livingwell.core.atomic import atomic, let_go
from livingwell.core.clock import now
from livingwell.core.errors import Invalid
from livingwell.extensions import db
from livingwell.identity.actions.getting_in import named
from livingwell.identity.actions.own_accounts import normal_address
from livingwell.identity.actions.sessions import end_sessions
from livingwell.identity.actions.throttling import Throttle, count_try, forget_failures
from livingwell.identity.models import CodePurpose, MayEnter, OneTimeCode, OwnSignIn, OwnWay, are_one_person
from livingwell.identity.models.password import is_right, problem_with
from livingwell.identity.queries.own_accounts import own_side_account, passwords_at, sign_ins_of
from livingwell.identity.queries.sessions import SignedIn

CHECKED = 2
"""How many hashes are checked at least, so that the time tells neither of one account nor of a couple's two."""


def prove_own_password(typed: str, password: str, *, network: str, throttle: Throttle) -> OneTimeCode | None:
    """What goes on as after a link, where the two belong together; none where they don't.

    Raises TooManyTries, Invalid for what is no address. No lock is held while the password is hashed.
    """
    address = normal_address(OwnWay.PASSWORD, typed)
    count_try(named(address), network, throttle)
    kept = passwords_at(address)
    let_go()
    hashes = [*(each for _id, each in kept), *[None] * (CHECKED - len(kept))]
    right = [is_right(password, each) for each in hashes]
    proved = [entering for (entering, _hash), is_theirs in zip(kept, right, strict=False) if is_theirs]
    return _proved(address, proved) if are_one_person(proved) else None


def is_own_password(signed_in: SignedIn, password: str, *, network: str, throttle: Throttle) -> bool:
    """Whether it is the password of whoever is signed in. Raises TooManyTries."""
    account = own_side_account(signed_in.actor.account_id)
    count_try(named(str(account.id)), network, throttle)
    kept = account.password_hash
    let_go()
    if not is_right(password, kept):
        return False
    forget_failures(named(str(signed_in.actor.account_id)), throttle)
    return True


@atomic()
def choose_own_password(signed_in: SignedIn, password: str, typed: str = "") -> None:
    """Sign in by a password from now on, and be signed out everywhere else.

    `typed` is the e-mail address or number to go with it, for an account that has none yet. Nothing is ever sent
    there. Raises Invalid.
    """
    account = own_side_account(signed_in.actor.account_id)
    sign_in = _sign_in_to_keep(account.id, typed)
    problem = problem_with(password, sign_in.address, account.name)
    if problem:
        raise Invalid({"password": problem})
    account.choose_password(password)
    sign_in.way = OwnWay.PASSWORD
    sign_in.confirm()
    for each in sign_ins_of([account.id]):
        if each is not sign_in:
            each.end()
    end_sessions(account.id, but=signed_in.session_id)
    record("choose_own_password", signed_in.actor)


@atomic()
def _proved(address: str, entering: list[MayEnter]) -> OneTimeCode:
    code = OneTimeCode(
        purpose=CodePurpose.PASSWORD,
        address=address,
        expires_at=now(),
        handled_at=now(),
        used_at=now(),
        may_open=[str(each.account_id) for each in entering],
    )
    db.session.add(code)
    db.session.flush()
    return code


def _sign_in_to_keep(account_id: UUID, typed: str) -> OwnSignIn:
    """The one that is theirs already, or a new one for what was typed."""
    proved = next((each for each in sign_ins_of([account_id]) if each.is_confirmed), None)
    if proved is not None:
        return proved
    sign_in = OwnSignIn(
        account_id=account_id, way=OwnWay.PASSWORD, address=normal_address(OwnWay.PASSWORD, typed), birth_date_tries=0
    )
    db.session.add(sign_in)
    return sign_in
