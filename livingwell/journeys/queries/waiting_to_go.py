"""What is still to go, or still to come, when support ends."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import exists, select

from livingwell.contacts.models import Contact
from livingwell.contacts.queries.contacts import appointments_ahead
from livingwell.extensions import db
from livingwell.identity.queries.teams import members_of
from livingwell.journeys.models import HandOverAnswer, HandOverSending
from livingwell.people.models import Episode
from livingwell.people.queries.striking import is_struck


def sendings_to_answer(person_id: UUID) -> Sequence[HandOverSending]:
    """What receivers were sent, or are to be, and have not answered."""
    answered = exists().where(HandOverAnswer.sending_id == HandOverSending.id)
    found = select(HandOverSending).where(
        HandOverSending.person_id == person_id, HandOverSending.stopped_at.is_(None), ~answered
    )
    return db.session.scalars(found.order_by(HandOverSending.created_at)).all()


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
