"""What the record shows of whether contact is lost."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Select, exists, func, select

from livingwell.adjustments.models import AdjustmentOutcome, Met
from livingwell.adjustments.queries.preferences import preferences_of
from livingwell.contacts.models import Contact
from livingwell.core.actor import Side
from livingwell.core.clock import london_instant
from livingwell.discussions.models import AgendaRequest, Contribution, Perspective
from livingwell.extensions import db
from livingwell.identity.models import Account
from livingwell.journeys.models import ClosurePoint, WayBack
from livingwell.journeys.models.lost_contact import Contacts, LostContact
from livingwell.people.models import Episode, FromPerson
from livingwell.people.queries.striking import is_struck


def lost_contact_of(episode: Episode, answered: Collection[ClosurePoint]) -> LostContact:
    """The facts of one episode. Six statements, however many contacts there are."""
    signs = db.session.execute(_signs(episode)).one()
    return LostContact(
        wishes=preferences_of(episode.person_id),
        contacts=_contacts(episode),
        viewed_at=signs.viewed_at,
        heard_at=signs.heard_at,
        unmet=signs.unmet,
        has_way_back=signs.has_way_back,
        answered=frozenset(answered),
    )


def is_view_asked_for(episode: Episode) -> bool:
    """Whether somebody has asked that the team talk about the person, and the next agenda proposes it."""
    asked = exists().where(
        AgendaRequest.person_id == episode.person_id,
        AgendaRequest.team_id == episode.team_id,
        AgendaRequest.met_at.is_(None),
        ~is_struck(AgendaRequest),
    )
    return bool(db.session.scalar(select(asked)))


def _contacts(episode: Episode) -> Sequence[Contacts]:
    """Counted by way, verdict and outcome, from the day of the referral on. One that is still ahead is none yet."""
    rows = db.session.execute(
        select(Contact.way, Contact.kind, Contact.as_asked, Contact.outcome, func.count(), func.max(Contact.at))
        .where(
            Contact.person_id == episode.person_id,
            Contact.at >= london_instant(episode.referred_on, 0),
            Contact.outcome.is_not(None),
            ~is_struck(Contact),
        )
        .group_by(Contact.way, Contact.kind, Contact.as_asked, Contact.outcome)
        .order_by(func.max(Contact.at))
    )
    return [Contacts(*row) for row in rows]  # type: ignore[arg-type]  # only those with an outcome


def _signs(episode: Episode) -> Select[Any]:
    """The last lived-experience view, the last that they sent us themselves, lapses in adjustments, the way back."""
    person_id = episode.person_id
    viewed = select(func.max(Contribution.created_at)).where(
        Contribution.person_id == person_id,
        Contribution.perspective == Perspective.LIVED_EXPERIENCE,
        ~is_struck(Contribution),
    )
    heard = (
        select(func.max(FromPerson.arrived_at))
        .join(Account, Account.id == FromPerson.written_by_id)
        .where(FromPerson.person_id == person_id, Account.side == Side.PERSON)
    )
    unmet = select(func.count()).where(
        AdjustmentOutcome.person_id == person_id,
        AdjustmentOutcome.met == Met.NOT_MET,
        AdjustmentOutcome.happened_on >= episode.referred_on,
        ~is_struck(AdjustmentOutcome),
    )
    return select(
        viewed.scalar_subquery().label("viewed_at"),
        heard.scalar_subquery().label("heard_at"),
        unmet.scalar_subquery().label("unmet"),
        exists().where(WayBack.episode_id == episode.id).label("has_way_back"),
    )
