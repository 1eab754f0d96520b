"""The accounts of the people we support, and of carers: opened, given a way in, closed.

These are parts of actions: whoever calls them has asked whether the actor may. `person_id` is the record that the
audit files it with: the person's own, or that of whom the carer helps.
"""

import secrets
from datetime import date, timedelta
from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor, Side
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.contact import is_email, is_phone, normal_number
from livingwell.core.errors import Conflict, Invalid
from livingwell.delivery.actions import put_in_outbox
from livingwell.delivery.commands import Outgoing
from livingwell.extensions import db
from livingwell.identity.actions.sessions import end_sessions
from livingwell.identity.actions.throttling import Throttle
from livingwell.identity.models import (
    Account,
    CodePurpose,
    OneTimeCode,
    OwnAccess,
    OwnInvitation,
    OwnSignIn,
    OwnWay,
    fold_email,
)
from livingwell.identity.queries.own_accounts import own_side_account, printed_codes_of, sign_ins_of

PRINTED_LASTS = timedelta(days=14)
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that look like another on paper
PRINTED_LENGTH = 12


@atomic()
def open_own_account(
    side: Side, name: str, actor: Actor, person_id: UUID | None = None, *, born_on: date | None = None
) -> Account:
    """An account that reaches nothing yet. `born_on` is a carer's; a person's is on their record."""
    if side is Side.TEAM:
        raise Conflict("A member’s account is made by the account administrator.")
    account = Account(side=side, name=name)
    db.session.add(account)
    db.session.flush()
    db.session.add(OwnAccess(account_id=account.id, born_on=born_on, opened_by_id=actor.account_id))
    record("open_own_account", actor, person_id)
    return account


@atomic()
def set_way_in(
    account_id: UUID,
    way: OwnWay,
    address: str,
    actor: Actor,
    person_id: UUID | None = None,
    *,
    keep_the_one_before: bool = False,
) -> OwnSignIn:
    """How the account signs in from now on. Another address starts again: it asks for the date of birth once more.

    Where the one before is not kept (a phone was lost), it ends now, and with it every session. Raises Invalid for
    an address that this way can't use.
    """
    address = normal_address(way, address)
    standing = sign_ins_of([own_side_account(account_id).id])
    same = next((each for each in standing if each.address == address and _is_proved(each, way)), None)
    for each in standing:
        if each is not same and (not each.is_confirmed or same or not keep_the_one_before):
            each.end()
    if same is None:
        same = OwnSignIn(account_id=account_id, way=way, address=address, set_by_id=actor.account_id)
        db.session.add(same)
        if not keep_the_one_before:
            end_sessions(account_id)
    same.way = way
    record("set_way_in", actor, person_id)
    return same


@atomic()
def send_way_in(account_id: UUID, outgoing: Outgoing, actor: Actor, person_id: UUID | None = None) -> OwnInvitation:
    """Send an invitation: where to go and how to begin, and no secret."""
    account = own_side_account(account_id)
    _require_open(account)
    message = put_in_outbox(outgoing)
    invitation = OwnInvitation(
        account_id=account.id, channel=outgoing.channel, message_id=message.id, sent_by_id=actor.account_id
    )
    db.session.add(invitation)
    record("invite_to_own_account", actor, person_id)
    return invitation


@atomic()
def make_printed_code(account_id: UUID, throttle: Throttle, actor: Actor, person_id: UUID | None = None) -> str:
    """A code to hand over, shown once: only its hash is kept. Those printed before open nothing any more."""
    account = own_side_account(account_id)
    _require_open(account)
    withdraw_printed_codes(account.id)
    secret = "".join(secrets.choice(LETTERS) for _each in range(PRINTED_LENGTH))
    db.session.add(
        OneTimeCode(
            purpose=CodePurpose.PRINTED,
            account_id=account.id,
            made_by_id=actor.account_id,
            secret_hash=hash_of_printed(secret, throttle),
            expires_at=now() + PRINTED_LASTS,
            handled_at=now(),
        )
    )
    record("print_own_code", actor, person_id)
    return secret


@atomic()
def let_try_again(account_id: UUID, actor: Actor, person_id: UUID | None = None) -> None:
    """A member has seen who it is: the date of birth may be tried three times more."""
    for sign_in in sign_ins_of([own_side_account(account_id).id]):
        sign_in.birth_date_tries = 0
    record("let_try_again", actor, person_id)


@atomic()
def end_own_account(account_id: UUID, actor: Actor, person_id: UUID | None = None) -> Account:
    """Nobody signs in by it any more, and whoever is signed in is not, from the next request on."""
    account = own_side_account(account_id)
    account.deactivate()
    end_sessions(account.id)
    withdraw_printed_codes(account.id)
    record("end_own_account", actor, person_id)
    return account


@atomic()
def reopen_own_account(account_id: UUID, actor: Actor, person_id: UUID | None = None) -> Account:
    """Let it be used again. Every way in that it had starts again: somebody else may have the number by now."""
    account = own_side_account(account_id)
    account.reactivate()
    account.password_hash = None
    for sign_in in sign_ins_of([account.id]):
        sign_in.end()
    record("reopen_own_account", actor, person_id)
    return account


def normal_address(way: OwnWay, typed: str) -> str:
    """The address as it is kept and compared. Raises Invalid for one that the way can't use."""
    if way is not OwnWay.CODE and is_email(typed.strip()):
        return fold_email(typed)
    if way is not OwnWay.LINK and is_phone(typed):
        return normal_number(typed)
    raise Invalid({"address": _HOW_TO_WRITE[way]})


def hash_of_printed(typed: str, throttle: Throttle) -> str:
    """What is kept of a printed code. Spaces, dashes and small letters are as good as what was printed."""
    plain = "".join(letter for letter in typed.upper() if letter.isalnum())
    return throttle.hash_of(f"printed:{plain}")


def withdraw_printed_codes(account_id: UUID) -> None:
    """Part of an action: paper that was handed out opens nothing any more."""
    for code in printed_codes_of([account_id]):
        code.used_at = code.used_at or now()


def _is_proved(standing: OwnSignIn, way: OwnWay) -> bool:
    """Whether nothing has to be proved anew. Nothing was ever sent to an address that a password goes with."""
    return standing.is_confirmed and (standing.way is not OwnWay.PASSWORD or way is OwnWay.PASSWORD)


def _require_open(account: Account) -> None:
    if not account.is_active:
        raise Conflict("This account was closed. Open it again first.")


_HOW_TO_WRITE = {
    OwnWay.LINK: "Write the e-mail address like name@example.com",
    OwnWay.CODE: "Write the mobile number like 07700 900123",
    OwnWay.PASSWORD: "Write an e-mail address like name@example.com, or a mobile number like 07700 900123",
}
