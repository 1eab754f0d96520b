"""Keeping a record from those who must not see it."""

from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.text import clean
from livingwell.extensions import db
from livingwell.identity.permissions import Permission, require
from livingwell.people.commands import LimitRecord
from livingwell.people.models import NamedMember, OwnRecord, Person, RecordLimit
from livingwell.people.policy import require_lead_of_any
from livingwell.people.queries.limits import (
    leads_who_may_see,
    limit_of,
    limited_in,
    members_to_name,
    named_on,
    own_record_of,
    teams_of,
)
from livingwell.people.queries.reach import person_within_reach


@atomic()
def limit_record(person: Person, command: LimitRecord, actor: Actor) -> RecordLimit:
    """Limit the record to these members, with the reason: for everybody else it no longer exists. Again to change it.

    Raises Invalid without a reason, or where no lead is named: then nobody could change it again.
    """
    _require_lead(person, actor)
    _require_somebody(person, command)
    limit = limit_of(person.id) or RecordLimit(person_id=person.id, limited_by_id=actor.account_id)
    limit.reason = clean(command.reason)
    db.session.add(limit)
    before = {named.account_id: named for named in named_on(person.id)}
    for account_id in before.keys() - command.account_ids:
        db.session.delete(before[account_id])
    for account_id in sorted(command.account_ids - before.keys()):
        db.session.add(NamedMember(person_id=person.id, account_id=account_id))
    record("limit_record", actor, person.id)
    return limit


@atomic()
def lift_limit(person: Person, actor: Actor) -> None:
    """Let the person's teams see the record again."""
    _require_lead(person, actor)
    limit = limit_of(person.id)
    if limit is None:
        raise Conflict("This record isn’t limited any more.")
    for row in (limit, *named_on(person.id)):
        db.session.delete(row)
    record("lift_limit", actor, person.id)


@atomic()
def mark_own_record(person: Person, account_id: UUID, actor: Actor) -> OwnRecord:
    """Say that the record is that of somebody who works here, who from now on never reaches it by the staff door."""
    _require_lead(person, actor)
    if account_id not in {member.account_id for member in members_to_name(person.id)}:
        raise Invalid({"account_id": "Choose somebody who works in one of the person’s teams"})
    if own_record_of(person.id):
        raise Conflict("This is marked already as somebody’s own record.")
    own = OwnRecord(person_id=person.id, account_id=account_id)
    db.session.add(own)
    record("mark_own_record", actor, person.id)
    if limit_of(person.id):
        _keep_a_lead(person.id, actor)
    return own


@atomic()
def unmark_own_record(person: Person, actor: Actor) -> None:
    """It was a mistake: the record is not that of the account."""
    _require_lead(person, actor)
    own = own_record_of(person.id)
    if own is None:
        raise Conflict("This isn’t marked as anybody’s own record.")
    db.session.delete(own)
    record("unmark_own_record", actor, person.id)


@atomic()
def keep_leads(team_ids: frozenset[UUID], actor: Actor) -> None:
    """Every limited record of these teams is still seen by a lead: for whenever somebody left one of them.

    Otherwise nobody could open such a record any more, nor lift its limit (docs/decisions/0018).
    """
    for person_id in limited_in(team_ids):
        _keep_a_lead(person_id, actor)


def _keep_a_lead(person_id: UUID, actor: Actor) -> None:
    """Name the leads of the person's teams, where no lead is among those who were named."""
    named = {each.account_id for each in named_on(person_id)}
    leads = leads_who_may_see(person_id)
    if not leads or leads & named:
        return
    db.session.add_all(NamedMember(person_id=person_id, account_id=account_id) for account_id in sorted(leads))
    record("name_leads", actor, person_id)


def _require_lead(person: Person, actor: Actor) -> None:
    require(actor, Permission.LIMIT_RECORDS)
    person_within_reach(actor, person.id)
    require_lead_of_any(actor, teams_of(person.id))


def _require_somebody(person: Person, command: LimitRecord) -> None:
    if not clean(command.reason):
        raise Invalid({"reason": "Say why the record is limited"})
    may_be_named = {member.account_id for member in members_to_name(person.id)}
    if not command.account_ids:
        raise Invalid({"account_ids": "Choose at least one member who still sees the record"})
    if not command.account_ids <= may_be_named:
        raise Invalid({"account_ids": "Choose from the members of the person’s teams"})
    if not command.account_ids & leads_who_may_see(person.id):
        raise Invalid({"account_ids": "Choose at least one team lead, who can change this again"})
