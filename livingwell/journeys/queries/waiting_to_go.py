"""What of the onward journey is still to go, or still to be asked."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import exists, select

from livingwell.contacts.models import Contact
from livingwell.contacts.queries.contacts import appointments_ahead
from livingwell.extensions import db
from livingwell.identity.queries.teams import members_of
from livingwell.journeys.models import HandOverAnswer, HandOverSending, LandingAnswer, LandingCheck
from livingwell.people.models import Episode
from livingwell.people.queries.striking import is_struck


def sendings_to_answer(person_id: UUID) -> Sequence[HandOverSending]:
    """What receivers were sent, or are to be, and have not answered."""
    answered = exists().where(HandOverAnswer.sending_id == HandOverSending.id)
    found = select(HandOverSending).where(
        HandOverSending.person_id == person_id, HandOverSending.stopped_at.is_(None), ~answered
    )
    return db.session.scalars(found.order_by(HandOverSending.created_at)).all()


def checks_to_come(person_id: UUID) -> Sequence[LandingCheck]:
    """Times to ask whether it landed that nobody has answered or cancelled."""
    answered = exists().where(LandingAnswer.check_id == LandingCheck.id)
    found = select(LandingCheck).where(
        LandingCheck.person_id == person_id, LandingCheck.cancelled_at.is_(None), ~answered
    )
    return db.session.scalars(found.order_by(LandingCheck.due_on)).all()


def appointments_of_team(episode: Episode) -> Sequence[Contact]:
    """Appointments still to come in this episode: all of them, or its team's own while another team goes on."""
    ahead = appointments_ahead(episode.person_id)
    others = select(Episode.id).where(
        Episode.person_id == episode.person_id,
        Episode.id != episode.id,
        Episode.ended_on.is_(None),
        ~is_struck(Episode),
    )
    if db.session.scalar(others.limit(1)) is None:
        return ahead
    members = {member.account_id for member in members_of([episode.team_id])}
    return [contact for contact in ahead if contact.made_by_id in members]
