"""What every contact goes through before it is saved: who made it, and whether it may be."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from livingwell.adjustments.models import Way
from livingwell.adjustments.queries.preferences import preferences_on
from livingwell.contacts.commands import Because
from livingwell.contacts.models import Contact, ContactKind, Judgement, judge
from livingwell.contacts.policy import require_may_go_on
from livingwell.core.actor import Actor
from livingwell.core.errors import Forbidden, Invalid
from livingwell.core.text import LONG, clean
from livingwell.identity.permissions import Permission, require
from livingwell.people.models import Person
from livingwell.people.queries.episodes import current_episode
from livingwell.people.queries.members import member_of_persons_team
from livingwell.people.queries.reach import person_within_reach


@dataclass(frozen=True)
class Occasion:
    """What a contact is judged by."""

    kind: ContactKind
    way: Way
    at: datetime
    agreed_at: datetime | None = None


def require_reach(person_id: UUID, actor: Actor) -> Person:
    """The person. Raises Forbidden without the right to log contacts, NotFound out of reach."""
    require(actor, Permission.LOG_CONTACTS)
    return person_within_reach(actor, person_id)


def let_through(person_id: UUID, occasion: Occasion, because: Because, actor: Actor) -> Judgement:
    """How it is judged. Raises GoesAgainst where what the person asked keeps it from being saved."""
    judgement = judged(person_id, occasion, because)
    require_may_go_on(judgement, because, is_lead=leads_for(actor, person_id))
    return judgement


def judged(person_id: UUID, occasion: Occasion, because: Because) -> Judgement:
    """By what the person had asked by the time of the contact. What is urgent is said, or it isn't."""
    is_urgent = because.is_emergency or (because.is_urgent and bool(because.reason))
    preferences = preferences_on(person_id, occasion.at)
    return judge(
        preferences, occasion.kind, occasion.way, occasion.at, agreed_at=occasion.agreed_at, is_urgent=is_urgent
    )


def keep_verdict(contact: Contact, judgement: Judgement, because: Because, actor: Actor) -> None:
    """Keep how it was judged and why it was made all the same; with what is not safe, which lead went on with it."""
    contact.keep(judgement)
    contact.reason, contact.is_emergency = clean(because.reason), because.is_emergency
    contact.is_urgent = because.is_urgent and bool(because.reason)
    is_allowed = judgement.is_not_safe and not because.is_emergency
    contact.allowed_by_id = actor.account_id if is_allowed else None


def leads_for(actor: Actor, person_id: UUID) -> bool:
    """Whether the actor leads a team that supports the person now."""
    return bool(actor.led_team_ids) and current_episode(person_id, actor.led_team_ids) is not None


def account_of(actor: Actor) -> UUID:
    """The account that acts: what nobody does is no contact."""
    if actor.account_id is None:
        raise Forbidden("A contact is somebody’s.")
    return actor.account_id


def who_makes_it(person_id: UUID, wanted_id: UUID | None, actor: Actor) -> UUID:
    """Whoever has the contact: a member of the person's teams, or the actor where nobody is named."""
    own_id = account_of(actor)
    if wanted_id is None or wanted_id == own_id:
        return own_id
    if member_of_persons_team(person_id, wanted_id) is None:
        raise Invalid({"made_by": "Choose somebody of the team"})
    return wanted_id


def noted(note: str) -> str:
    """The note as it is kept. Raises Invalid where it is too long."""
    if len(clean(note)) > LONG:
        raise Invalid({"note": f"The note must be {LONG:,} characters or fewer"})
    return clean(note)
