"""A member opens the person's own account, and closes it: from the person's record."""

from uuid import UUID

from livingwell.adjustments.queries.preferences import preferences_of
from livingwell.audit import record
from livingwell.contacts.queries.stopping import why_nothing_goes
from livingwell.core.actor import Actor, Side
from livingwell.core.atomic import atomic
from livingwell.core.errors import Conflict
from livingwell.delivery.commands import Outgoing
from livingwell.delivery.models import Channel
from livingwell.extensions import db
from livingwell.identity.actions.own_accounts import (
    end_own_account,
    let_try_again,
    make_printed_code,
    open_own_account,
    reopen_own_account,
    send_way_in,
    set_way_in,
)
from livingwell.identity.actions.throttling import Throttle
from livingwell.identity.models import Account, OwnWay
from livingwell.identity.permissions import Permission, require
from livingwell.identity.queries.own_accounts import language_chosen
from livingwell.people.models import OwnRecord, Person
from livingwell.people.queries.reach import person_within_reach
from livingwell.portal.access import address_on_record, why_not
from livingwell.portal.queries.getting_in import own_account_of
from livingwell.portal.way_in_words import invitation_by_email, invitation_by_text


@atomic()
def invite(person: Person, way: OwnWay, base: str, actor: Actor) -> Account:
    """Invite the person to sign in, by text or by e-mail, at what stands on their record.

    Raises Conflict for a way that they asked us not to use, and where nothing may go out to them.
    """
    _require_reach(person, actor)
    reason = why_nothing_goes(person.id) or why_not(person, way, preferences_of(person.id))
    if reason:
        raise Conflict(f"{reason} Choose another way, or print a one-time code.")
    account = _open_account(person, actor)
    sign_in = set_way_in(account.id, way, address_on_record(person, way), actor, person.id)
    send_way_in(account.id, invitation(account.id, way, sign_in.address, base, actor, person.id), actor, person.id)
    return account


@atomic()
def print_code(person: Person, throttle: Throttle, actor: Actor) -> str:
    """A one-time code on paper, for who has no phone or is being helped here. Shown once."""
    _require_reach(person, actor)
    if person.death is not None:
        raise Conflict(why_nothing_goes(person.id))
    return make_printed_code(_open_account(person, actor).id, throttle, actor, person.id)


@atomic()
def end_access(person: Person, actor: Actor) -> None:
    """Nobody signs in to the person's page from now on. Raises Conflict where nobody could."""
    _require_reach(person, actor)
    end_own_account(_account_of(person).id, actor, person.id)


@atomic()
def help_with_birth_date(person: Person, actor: Actor) -> None:
    """A member has seen that it is the person: three more tries."""
    _require_reach(person, actor)
    let_try_again(_account_of(person).id, actor, person.id)


def _require_reach(person: Person, actor: Actor) -> None:
    require(actor, Permission.CHANGE_PEOPLE)
    person_within_reach(actor, person.id)


def _account_of(person: Person) -> Account:
    account = own_account_of(person.id)
    if account is None:
        raise Conflict(f"{person.preferred_name} has no account of their own yet.")
    return account


def _open_account(person: Person, actor: Actor) -> Account:
    """The person's account: as it is, opened again, or a new one that reaches their record and no other."""
    account = own_account_of(person.id)
    if account is None:
        account = open_own_account(Side.PERSON, person.name, actor, person.id)
        db.session.add(OwnRecord(person_id=person.id, account_id=account.id))
        record("give_own_page", actor, person.id)
    elif not account.is_active:
        reopen_own_account(account.id, actor, person.id)
    return account


def invitation(
    account_id: UUID, way: OwnWay, address: str, base: str, actor: Actor, about: UUID | None = None
) -> Outgoing:
    """Where to go and how to begin. `about` is the person where it goes to them: what they asked of messages holds."""
    language = language_chosen(account_id)
    is_text = way is OwnWay.CODE
    words = invitation_by_text(base, language) if is_text else invitation_by_email(base, language)
    return Outgoing(
        channel=Channel.TEXT if is_text else Channel.EMAIL,
        to_address=address,
        subject=words.subject,
        text=words.text,
        about=about,
        asked_by_id=actor.account_id,
    )
