"""Who is on the agenda, in which order, and what the person has to say to it."""

from collections.abc import Sequence
from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor, Side
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.errors import Conflict, Invalid
from livingwell.discussions.actions.changing import (
    hold_meeting,
    let_screens_know,
    require_change,
    require_not_closed,
    require_reach,
)
from livingwell.discussions.actions.said_already import carry_what_was_said, meet_requests
from livingwell.discussions.commands import Place, SayLine
from livingwell.discussions.models import (
    LONGEST_MINUTES,
    AgendaRequest,
    CaseDiscussion,
    DiscussionStamp,
    Meeting,
    PersonLine,
)
from livingwell.discussions.policy import account_of, require_in_team
from livingwell.discussions.queries.agenda import places, taken_off
from livingwell.discussions.queries.meetings import member
from livingwell.discussions.queries.own import own_team
from livingwell.extensions import db
from livingwell.identity.permissions import Permission
from livingwell.passports.actions import use_lines_in
from livingwell.passports.models import UsedIn
from livingwell.people.actions.arriving import note_arrival
from livingwell.people.queries.own_reach import require_own


@atomic()
def put_on_agenda(
    meeting: Meeting, person_id: UUID, place: Place, actor: Actor, *, carried_from_id: UUID | None = None
) -> CaseDiscussion:
    """Put a person at the end of a meeting's agenda. Whoever asked for it is answered by it.

    Raises Conflict where they are on it already, or the meeting has ended.
    """
    require_in_team(actor, Permission.RUN_MEETINGS, meeting.team_id)
    require_reach(actor, person_id)
    meeting.require_not_ended()
    _require_possible(place)
    member(meeting.team_id, place.brought_by_id)
    hold_meeting(meeting.id)
    taken = places(meeting.id)
    if any(other.person_id == person_id for other in taken):
        raise Conflict("They are on this agenda already.")
    discussion = CaseDiscussion(
        meeting_id=meeting.id,
        person_id=person_id,
        position=after(taken),
        minutes=place.minutes,
        reason=place.reason,
        reason_words=place.reason_words,
        question=place.question,
        brought_by_id=place.brought_by_id,
        is_person_told=place.is_person_told,
        carried_from_id=carried_from_id,
    )
    add_place(discussion)
    before = taken_off(meeting.id, person_id)
    if before is not None:
        carry_what_was_said(before, discussion)
    meet_requests(discussion, meeting.team_id)
    record("put_on_agenda", actor, person_id)
    return discussion


@atomic()
def change_place(discussion: CaseDiscussion, place: Place, actor: Actor) -> None:
    """Other minutes, reason, question or bringer, or the person knows now. Not once the discussion is closed."""
    require_change(discussion, actor, Permission.RUN_MEETINGS)
    require_not_closed(discussion)
    discussion.require_version(place.row_version, discussion.question)
    _require_possible(place)
    member(discussion.meeting.team_id, place.brought_by_id)
    discussion.minutes, discussion.question = place.minutes, place.question
    discussion.reason, discussion.reason_words = place.reason, place.reason_words
    discussion.brought_by_id, discussion.is_person_told = place.brought_by_id, place.is_person_told
    record("change_place", actor, discussion.person_id)


@atomic()
def move_up(discussion: CaseDiscussion, actor: Actor) -> None:
    """Take the place of the one before."""
    _swap(discussion, -1, actor)


@atomic()
def move_down(discussion: CaseDiscussion, actor: Actor) -> None:
    """Take the place of the one after."""
    _swap(discussion, 1, actor)


@atomic()
def take_off_agenda(discussion: CaseDiscussion, actor: Actor) -> None:
    """Take it off the agenda, as long as it has not begun. The row stays in the history."""
    require_change(discussion, actor, Permission.RUN_MEETINGS)
    discussion.take_off(now())
    record("take_off_agenda", actor, discussion.person_id)


@atomic()
def say_line(discussion: CaseDiscussion, said: SayLine, actor: Actor) -> PersonLine:
    """Bring the person's own line, or say why they were not asked. A later one stands beside it, never over it."""
    require_change(discussion, actor)
    member(discussion.meeting.team_id, said.brought_by_id)
    if not said.has_words and not said.not_asked_because:
        raise Invalid({"talk_about": "Write what they said, or why they were not asked"})
    if said.has_words and said.not_asked_because:
        raise Invalid({"not_asked_because": "Write what they said or why they were not asked, not both"})
    line = PersonLine(
        discussion_id=discussion.id,
        person_id=discussion.person_id,
        talk_about=said.talk_about,
        please_dont=said.please_dont,
        words=said.words,
        how=said.how,
        not_asked_because=said.not_asked_because,
        brought_by_id=said.brought_by_id,
    )
    db.session.add(line)
    record("say_line", actor, discussion.person_id)
    count_used(line, actor)
    return line


def count_used(line: PersonLine, actor: Actor) -> None:
    """What in the line stands in the passport just so is counted there as used."""
    words = "\n".join((line.talk_about, line.please_dont, line.words))
    use_lines_in(line.person_id, words, UsedIn.MEETING, line.id, actor)


@atomic()
def ask_for_discussion(person_id: UUID, team_id: UUID, asked_by: str, words: str, actor: Actor) -> AgendaRequest:
    """Ask that the team talk about a person: in whose name, and in their words. The next agenda proposes it.

    A member asks a team of theirs; the person asks a team that supports them now.
    """
    _require_may_ask(actor, person_id, team_id)
    if not words:
        raise Invalid({"words": "Write what they want the team to talk about"})
    request = add_request(person_id, team_id, asked_by, words, actor)
    note_arrival(person_id, "meeting.request", words, actor)
    record("ask_for_discussion", actor, person_id)
    return request


def add_request(person_id: UUID, team_id: UUID, asked_by: str, words: str, actor: Actor) -> AgendaRequest:
    """Have the next agenda propose the person: for an action that asks and records."""
    request = AgendaRequest(
        team_id=team_id, person_id=person_id, asked_by=asked_by, words=words, written_by_id=account_of(actor)
    )
    db.session.add(request)
    return request


def add_place(discussion: CaseDiscussion) -> None:
    """Put a place on its agenda: for an action that asks and records."""
    db.session.add(discussion)
    db.session.flush()
    db.session.add(DiscussionStamp(discussion_id=discussion.id))


def after(taken: Sequence[CaseDiscussion]) -> int:
    """The position after these."""
    return max((place.position for place in taken), default=0) + 1


def _swap(discussion: CaseDiscussion, step: int, actor: Actor) -> None:
    require_in_team(actor, Permission.RUN_MEETINGS, discussion.meeting.team_id)
    discussion.meeting.require_not_ended()
    hold_meeting(discussion.meeting_id)
    order = places(discussion.meeting_id, reached_by=actor)
    here = next((index for index, place in enumerate(order) if place.id == discussion.id), -1)
    if here < 0 or not 0 <= here + step < len(order):
        return
    one, other = order[here], order[here + step]
    ones, others = one.position, other.position
    one.position = others
    record("move_on_agenda", actor, one.person_id)
    other.position = ones
    record("move_on_agenda", actor, other.person_id)
    let_screens_know(one.id)


def _require_possible(place: Place) -> None:
    if not 1 <= place.minutes <= LONGEST_MINUTES:
        raise Invalid({"minutes": f"Minutes must be from 1 to {LONGEST_MINUTES}"})


def _require_may_ask(actor: Actor, person_id: UUID, team_id: UUID) -> None:
    if actor.side is Side.PERSON:
        require_own(actor, person_id)
        own_team(person_id, team_id)
        return
    require_in_team(actor, Permission.DISCUSS, team_id)
    require_reach(actor, person_id)
