"""What a change of a discussion or of an agenda begins with."""

from uuid import UUID

from sqlalchemy import select, update

from livingwell.core.actor import Actor, Side
from livingwell.core.errors import Conflict, NotFound
from livingwell.discussions.models import CaseDiscussion, Decision, DiscussionStamp, Meeting
from livingwell.discussions.policy import require_in_team
from livingwell.discussions.queries.discussions import has_closing
from livingwell.discussions.queries.own import own_discussion
from livingwell.extensions import db
from livingwell.identity.permissions import Permission
from livingwell.people.models import Person
from livingwell.people.queries.own_reach import require_own
from livingwell.people.queries.reach import within_reach


def require_change(discussion: CaseDiscussion, actor: Actor, permission: Permission = Permission.DISCUSS) -> None:
    """Ask again whether the actor may, and let every screen that shows the discussion know that it changes.

    Two changes of one discussion wait for each other here, so that what is asked after this line still holds
    when the change is committed.
    """
    require_in_team(actor, permission, discussion.meeting.team_id)
    require_reach(actor, discussion.person_id)
    discussion.require_on_agenda()
    let_screens_know(discussion.id)


def require_part(discussion: CaseDiscussion, actor: Actor) -> None:
    """The same for what the person may do themself: to their own discussion, of which they know."""
    if actor.side is not Side.PERSON:
        require_change(discussion, actor)
        return
    require_own(actor, discussion.person_id)
    let_screens_know(discussion.id)
    own_discussion(discussion.person_id, discussion.id)


def require_not_begun(discussion: CaseDiscussion) -> None:
    """Raise Conflict once the discussion has begun, was taken off, or its meeting is over, as it stands now."""
    db.session.refresh(discussion, ["started_at", "taken_off_at"])
    discussion.require_on_agenda()
    discussion.require_not_begun()
    discussion.meeting.require_not_ended()


def require_not_closed(discussion: CaseDiscussion) -> None:
    """Raise Conflict once the discussion was closed: it is added to, never edited."""
    if has_closing(discussion.id):
        raise Conflict("This discussion is closed. You can add to it, and nothing in it changes.")


def require_reach(actor: Actor, person_id: UUID) -> None:
    """Raise NotFound where the person is out of the actor's reach."""
    if db.session.scalar(select(Person.id).where(Person.id == person_id, within_reach(actor))) is None:
        raise NotFound


def let_screens_know(discussion_id: UUID) -> None:
    """Count the discussion's stamp up, inside the transaction of the change."""
    counted = update(DiscussionStamp).where(DiscussionStamp.discussion_id == discussion_id)
    db.session.execute(
        counted.values(number=DiscussionStamp.number + 1), execution_options={"synchronize_session": False}
    )


def hold_meeting(meeting_id: UUID) -> None:
    """Have two changes of one meeting's agenda or attendance wait for each other."""
    db.session.scalar(select(Meeting.id).where(Meeting.id == meeting_id).with_for_update())


def hold_decision(decision: Decision) -> None:
    """Have two answers to one decision wait for each other, and read how it stands now."""
    db.session.execute(select(Decision.id).where(Decision.id == decision.id).with_for_update())
    db.session.refresh(decision, ["answered_at", "settled_at"])
