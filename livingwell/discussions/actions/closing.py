"""Beginning and closing a discussion, and telling the person."""

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.errors import Conflict, Invalid
from livingwell.discussions.actions.changing import require_change, require_not_closed
from livingwell.discussions.actions.plan import number_version
from livingwell.discussions.actions.said_already import meet_requests
from livingwell.discussions.actions.telling_answers import let_read_first
from livingwell.discussions.commands import WriteTelling
from livingwell.discussions.models import CaseDiscussion, Closing, Telling
from livingwell.discussions.policy import account_of
from livingwell.discussions.queries.discussions import readiness, telling_of
from livingwell.discussions.queries.meetings import member
from livingwell.extensions import db
from livingwell.identity.permissions import Permission


@atomic()
def start_discussion(discussion: CaseDiscussion, actor: Actor) -> None:
    """Begin: the timer runs, and with the first discussion the meeting."""
    require_change(discussion, actor, Permission.RUN_MEETINGS)
    discussion.start(now())
    meet_requests(discussion, discussion.meeting.team_id)
    record("start_discussion", actor, discussion.person_id)


@atomic()
def close_discussion(discussion: CaseDiscussion, actor: Actor) -> Closing:
    """Close it, and number the plan's version where the talk changed the plan.

    Raises NotReadyToClose with what is missing, and Conflict where it was closed already.
    """
    require_change(discussion, actor)
    require_not_closed(discussion)
    if discussion.started_at is None:
        raise Conflict("This discussion hasn’t begun. Begin it first.")
    readiness(discussion.id).require_ready()
    closing = Closing(discussion_id=discussion.id, person_id=discussion.person_id, closed_by_id=actor.account_id)
    db.session.add(closing)
    record("close_discussion", actor, discussion.person_id)
    number_version(discussion, actor)
    return closing


@atomic()
def write_telling(discussion: CaseDiscussion, command: WriteTelling, actor: Actor) -> Telling:
    """Write what we'll tell the person, by whom, how and by when. Raises Stale where somebody else saved first."""
    require_change(discussion, actor)
    if not command.text:
        raise Invalid({"text": "Write what we’ll tell them, in plain words"})
    member(discussion.meeting.team_id, command.teller_id)
    telling = telling_of(discussion.id)
    if telling is None:
        telling = Telling(discussion_id=discussion.id, person_id=discussion.person_id)
        db.session.add(telling)
    else:
        telling.require_not_told()
        telling.require_version(command.row_version or 0, telling.text)
    telling.text, telling.how = command.text, command.how
    telling.teller_id, telling.by_on = command.teller_id, command.by_on
    telling.written_by_id, telling.written_at = account_of(actor), now()
    db.session.flush()
    let_read_first(telling, is_let=command.may_read_first, actor=actor)
    record("write_telling", actor, discussion.person_id)
    return telling


@atomic()
def mark_told(discussion: CaseDiscussion, actor: Actor) -> None:
    """The person was told."""
    require_change(discussion, actor)
    telling = telling_of(discussion.id)
    if telling is None:
        raise Conflict("Write first what we’ll tell them.")
    telling.tell(actor.account_id, now())
    record("mark_told", actor, discussion.person_id)
