"""Asking another team whether a referral is about somebody they know, and answering."""

from collections.abc import Iterable
from dataclasses import asdict
from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.extensions import db
from livingwell.identity.permissions import Permission
from livingwell.people.actions.registering import refer
from livingwell.people.commands import Details, Referral, RegisterPerson
from livingwell.people.models import KnownElsewhere
from livingwell.people.policy import require_in_team, require_lead
from livingwell.people.queries.duplicates import KnownTo
from livingwell.people.queries.episodes import current_episode
from livingwell.people.queries.known import request_to_answer, waiting_request


@atomic()
def ask_whether_known(known_to: Iterable[KnownTo], command: RegisterPerson, actor: Actor) -> None:
    """Ask each team that may know the person. What was typed is kept, so that it need not be told again."""
    require_in_team(actor, Permission.REGISTER_PEOPLE, command.referral.team_id)
    for known in known_to:
        if waiting_request(known.person_id, command.referral.team_id):
            continue
        db.session.add(_request(known, command, actor))
        record("ask_whether_known", actor, known.person_id)


@atomic()
def answer_whether_known(request_id: UUID, is_same: bool, actor: Actor) -> KnownElsewhere:
    """Say whether it is the same person, who then gets a second episode, with the team that asked.

    Only a lead of the team that may know the person answers. Raises Conflict the second time.
    """
    request = request_to_answer(request_id, actor)
    require_lead(actor, Permission.CONFIRM_KNOWN_PEOPLE, request.knowing_team_id)
    request.answer(is_same, actor.account_id, now())
    if is_same and not current_episode(request.person_id, [request.asking_team_id]):
        refer(request.person_id, _referral(request))
    record("confirm_known_person" if is_same else "deny_known_person", actor, request.person_id)
    return request


def _request(known: KnownTo, command: RegisterPerson, actor: Actor) -> KnownElsewhere:
    return KnownElsewhere(
        person_id=known.person_id,
        asking_team_id=command.referral.team_id,
        knowing_team_id=known.team_id,
        asked_by_id=actor.account_id,
        referred_on=command.referral.referred_on,
        referred_by=command.referral.referred_by,
        referral_reason=command.referral.reason,
        given_details=_as_json(command.details),
    )


def _as_json(details: Details) -> dict[str, str]:
    given = {name: value for name, value in asdict(details).items() if value}
    return {**given, "born_on": details.born_on.isoformat()}


def _referral(request: KnownElsewhere) -> Referral:
    return Referral(request.asking_team_id, request.referred_on, request.referred_by, request.referral_reason)
