"""A member gives a carer an account of their own, and ends it. By itself it only lets them write to us."""

from datetime import date
from uuid import UUID

from livingwell.audit import record
from livingwell.carers import policy
from livingwell.carers.actions.sharing import let_in, require_welcome
from livingwell.carers.queries.carers import carer_of
from livingwell.core.actor import Actor, Side
from livingwell.core.atomic import atomic
from livingwell.core.errors import Conflict
from livingwell.identity.actions.own_accounts import (
    end_own_account,
    let_try_again,
    open_own_account,
    reopen_own_account,
    send_way_in,
    set_way_in,
)
from livingwell.identity.models import Account, OwnWay
from livingwell.identity.queries.own_accounts import own_side_account
from livingwell.people.models import Person
from livingwell.people.queries.locking import hold_person
from livingwell.portal.access import address_of_carer, why_not_carer
from livingwell.portal.actions.access import invitation


@atomic()
def invite_carer(person: Person, carer_id: UUID, way: OwnWay, born_on: date | None, base: str, actor: Actor) -> Account:
    """Invite a carer: they may write to us, and see what the person has agreed to and nothing else.

    Each carer has an account for each person whom they help, apart from any record of their own. `born_on` is what is
    asked at the first use. Raises Conflict for a way that they never want used, and where the person asked us not to be
    in touch with them.
    """
    policy.require_change(actor, person.id)
    hold_person(person.id)
    around = carer_of(person.id, carer_id)
    require_welcome(around)
    carer = around.carer
    reason = why_not_carer(carer, way)
    if reason:
        raise Conflict(reason)
    if carer.account_id is None:
        account = open_own_account(Side.CARER, carer.name, actor, person.id, born_on=born_on)
        let_in(carer, account.id, actor)
        record("let_carer_in", actor, person.id)
    else:
        account = own_side_account(carer.account_id)
        if not account.is_active:
            reopen_own_account(account.id, actor, person.id)
    sign_in = set_way_in(account.id, way, address_of_carer(carer, way), actor, person.id)
    send_way_in(account.id, invitation(account.id, way, sign_in.address, base, actor), actor, person.id)
    return account


@atomic()
def end_carer_access(person: Person, carer_id: UUID, actor: Actor) -> None:
    """The carer can't sign in any more, from the next request on. What they told us stays."""
    policy.require_change(actor, person.id)
    end_own_account(_account_id(person, carer_id), actor, person.id)


@atomic()
def help_carer_with_birth_date(person: Person, carer_id: UUID, actor: Actor) -> None:
    """A member has seen or heard that it is the carer: three more tries."""
    policy.require_change(actor, person.id)
    let_try_again(_account_id(person, carer_id), actor, person.id)


def _account_id(person: Person, carer_id: UUID) -> UUID:
    account_id = carer_of(person.id, carer_id).carer.account_id
    if account_id is None:
        raise Conflict("They have no account of their own yet.")
    return account_id
