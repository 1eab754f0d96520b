"""Getting in without being staff: asked for, sent, proved, and let in.

An address that we know and one that we don't take the same steps with the same statements: what was asked for is
written down, and only the worker finds out whether anything is to be sent.
"""

import hmac
import secrets
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, cast
from uuid import UUID

from sqlalchemy import CursorResult, delete, update

from livingwell.audit import record
from livingwell.core.actor import Actor, the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.errors import Conflict, NotFound
from livingwell.extensions import db
from livingwell.identity.actions.own_accounts import hash_of_printed, normal_address
from livingwell.identity.actions.sessions import start_session
from livingwell.identity.actions.throttling import Throttle, TooManyTries, count_try, forget_failures
from livingwell.identity.models import (
    BIRTH_DATE_TRIES,
    CodePurpose,
    MayEnter,
    OneTimeCode,
    OwnSignIn,
    OwnWay,
    are_one_person,
    hash_of_token,
)
from livingwell.identity.queries.one_time_codes import asked_since, code_by_hash, code_by_id, code_half_way
from livingwell.identity.queries.own_accounts import may_enter, proved_accounts, sign_ins_at, sign_ins_of

LASTS = {CodePurpose.LINK: timedelta(minutes=60), CodePurpose.CODE: timedelta(minutes=15)}
CODE_TRIES = 5
ASKED_A_DAY = 10
"""How often one address can be written to in a day: nobody's phone is to be flooded, and few codes can be guessed."""

WHOSE_IS_IT = "We can’t tell whose page to open. Ask a member of your team."
LINK_IS_OVER = "This link can’t be used any more."
GETTING_IN = the_system("getting in")


def ask_for_way_in(typed: str, base: str, *, network: str, throttle: Throttle) -> OneTimeCode:
    """Ask for a link or a code. Raises Invalid for what is no address, TooManyTries."""
    address = normal_address(OwnWay.PASSWORD, typed)
    count_try(named(address), network, throttle)
    return _asked(address, base)


@atomic()
def _asked(address: str, base: str) -> OneTimeCode:
    if asked_since(now() - timedelta(days=1), address) >= ASKED_A_DAY:
        raise TooManyTries("This was asked for too often today. Try again tomorrow, or ask your team.")
    purpose = CodePurpose.LINK if "@" in address else CodePurpose.CODE
    code = OneTimeCode(purpose=purpose, address=address, base=base, expires_at=now() + LASTS[purpose])
    db.session.add(code)
    db.session.flush()
    return code


@atomic()
def take_to_make(code_id: UUID) -> OneTimeCode | None:
    """Take what was asked for, to send it: of several workers one gets it."""
    if not _first_to(code_id, OneTimeCode.handled_at):
        return None
    code = code_by_id(code_id)
    if code is not None:
        db.session.refresh(code)
    return code


def make_secret(code: OneTimeCode, throttle: Throttle) -> str:
    """Part of an action: the secret that is sent now and kept nowhere but in that message."""
    if code.purpose is CodePurpose.LINK:
        secret = secrets.token_urlsafe(32)
        code.secret_hash = hash_of_token(secret)
    else:
        secret = f"{secrets.randbelow(10**6):06d}"
        code.secret_hash = _hash_of_code(code.id, secret, throttle)
    return secret


def link_that_opens(token: str) -> OneTimeCode:
    """The link, as long as it can be used. Looking changes nothing. Raises Conflict."""
    code = code_by_hash(hash_of_token(token))
    if code is None or not code.is_usable:
        raise Conflict(LINK_IS_OVER)
    return code


@atomic()
def use_link(token: str) -> OneTimeCode:
    """Use it up. Raises Conflict for one that can't be used, also where somebody else was quicker."""
    code = link_that_opens(token)
    _require_first(code)
    return code


def use_code(code_id: UUID | None, typed: str, *, network: str, throttle: Throttle) -> OneTimeCode | None:
    """The code that was asked for, if what was typed is it. Used up then, and for good after five wrong ones."""
    code = code_by_id(code_id) if code_id else None
    if code is None or code.tries >= CODE_TRIES:
        return None
    count_try(named(code.address), network, throttle)
    if not _has_tries_left(code.id):
        return None
    right = hmac.compare_digest(code.secret_hash or "", _hash_of_code(code.id, _digits(typed), throttle))
    return code if right and _is_used_now(code.id) else None


def use_printed(typed: str, *, network: str, throttle: Throttle) -> OneTimeCode | None:
    """The printed code, if there is such a one; used up then."""
    count_try(f"printed {network}", network, throttle)
    code = code_by_hash(hash_of_printed(typed, throttle))
    return code if code is not None and code.is_usable and _is_used_now(code.id) else None


@atomic()
def see_who_it_is(code_id: UUID) -> None:
    """After a link or a text: an address that one account alone has, and had before, is proof enough of it.

    Whoever else has it counts, also one who signs in with a password: they may be holding the phone.
    """
    code = code_half_way(code_id)
    if code is None or code.purpose not in LASTS:
        return
    may, all_there = may_enter(code), sign_ins_at(code.address)
    if len(may) == len(all_there) == 1 and may[0].is_confirmed:
        code.may_open = [str(may[0].account_id)]


def tell_birth_date(code_id: UUID, told: date, born: Mapping[UUID, date | None]) -> bool:
    """Whether it is that of an account that the code may open. `born` has the date of each.

    Counted as wrong until it is right, so that tries sent all at once are counted too. With three wrong ones that
    way in asks for a member's help. Raises Conflict where no more tries are left, or nobody can tell whose it is.
    """
    asked = _count_birth_date(code_id)
    right = [each for each in asked if born.get(each.account_id) == told]
    if right and not are_one_person(right):
        raise Conflict(WHOSE_IS_IT)
    if right:
        _birth_date_was_right(code_id, asked, right)
    return bool(right)


def let_in(code_id: UUID, account_id: UUID, browser: str, throttle: Throttle) -> str:
    """The token of a new session for an account that was proved to be theirs. Works once for each code.

    Raises NotFound for any other.
    """
    code = code_by_id(code_id)
    token = _let_in(code_id, account_id, browser)
    forget_failures(named(code.address if code else ""), throttle)
    return token


def named(address: str) -> str:
    """What tries are counted by: never mixed with those of a member who has the same address."""
    return f"own {address}"


@atomic()
def forget_old_codes(before: timedelta) -> int:
    """Throw away what ended so long ago; returns how many. What was made for a printed code stays as long as it."""
    too_old = now() - before
    gone = db.session.execute(delete(OneTimeCode).where(OneTimeCode.expires_at <= too_old))
    return cast(CursorResult[Any], gone).rowcount


@atomic()
def _let_in(code_id: UUID, account_id: UUID, browser: str) -> str:
    entering = next((each for each in proved_accounts(code_id) if each.account_id == account_id), None)
    if entering is None or not _first_to(code_id, OneTimeCode.finished_at):
        raise NotFound
    _confirm(entering)
    return start_session(account_id, entering.name, browser)


def _confirm(entering: MayEnter) -> None:
    """The first use of an address: it is theirs, and the one before it ends."""
    sign_in = db.session.get(OwnSignIn, entering.sign_in_id) if entering.sign_in_id else None
    if sign_in is None or sign_in.is_confirmed:
        return
    sign_in.confirm()
    for each in sign_ins_of([sign_in.account_id]):
        if each is not sign_in:
            each.end()
    record("confirm_way_in", Actor(entering.account_id, entering.name, side=entering.side))


@atomic()
def _count_birth_date(code_id: UUID) -> list[MayEnter]:
    """Whoever may still try, each with one try less."""
    code = code_half_way(code_id)
    if code is None or not _has_birth_date_left(code_id):
        raise Conflict(LINK_IS_OVER)
    asked = [each for each in may_enter(code) if not each.needs_help]
    for sign_in in _sign_ins_of(asked):
        sign_in.birth_date_tries += 1
    record("ask_birth_date", GETTING_IN)
    return asked


@atomic()
def _birth_date_was_right(code_id: UUID, asked: list[MayEnter], right: list[MayEnter]) -> None:
    """Forget the wrong tries at these. With others who have the same address it counts neither for nor against."""
    code = code_half_way(code_id)
    if code is None:
        raise Conflict(LINK_IS_OVER)
    code.may_open = [str(each.account_id) for each in right]
    for sign_in in _sign_ins_of(asked):
        is_right = sign_in.id in {each.sign_in_id for each in right}
        sign_in.birth_date_tries = 0 if is_right else sign_in.birth_date_tries - 1
    record("prove_birth_date", GETTING_IN)


def _sign_ins_of(entering: list[MayEnter]) -> list[OwnSignIn]:
    found = [db.session.get(OwnSignIn, each.sign_in_id) for each in entering if each.sign_in_id]
    return [each for each in found if each is not None]


def _hash_of_code(code_id: UUID, digits: str, throttle: Throttle) -> str:
    """Keyed, because six digits alone could be looked up."""
    return throttle.hash_of(f"code {code_id} {digits}")


def _digits(typed: str) -> str:
    return "".join(each for each in typed if each.isascii() and each.isdigit())


@atomic()
def _has_tries_left(code_id: UUID) -> bool:
    """Count one more wrong code, and answer whether it may be looked at."""
    counted = (
        update(OneTimeCode)
        .where(OneTimeCode.id == code_id, OneTimeCode.tries < CODE_TRIES, OneTimeCode.expires_at > now())
        .values(tries=OneTimeCode.tries + 1)
    )
    return bool(cast(CursorResult[Any], db.session.execute(counted)).rowcount)


def _has_birth_date_left(code_id: UUID) -> bool:
    counted = (
        update(OneTimeCode)
        .where(OneTimeCode.id == code_id, OneTimeCode.birth_date_tries < BIRTH_DATE_TRIES)
        .values(birth_date_tries=OneTimeCode.birth_date_tries + 1)
    )
    return bool(cast(CursorResult[Any], db.session.execute(counted)).rowcount)


@atomic()
def _is_used_now(code_id: UUID) -> bool:
    return _first_to(code_id, OneTimeCode.used_at)


def _require_first(code: OneTimeCode) -> None:
    if not _first_to(code.id, OneTimeCode.used_at):
        raise Conflict(LINK_IS_OVER)


def _first_to(code_id: UUID, instant: Any) -> bool:
    """Set the instant if nobody has yet: of two at the same time, one gets the answer yes."""
    done = update(OneTimeCode).where(OneTimeCode.id == code_id, instant.is_(None)).values({instant: now()})
    return bool(cast(CursorResult[Any], db.session.execute(done)).rowcount)
