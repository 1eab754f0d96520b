"""Whom the team might talk about next, and why: what the agenda proposes of itself."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, exists, func, or_, select, union_all
from sqlalchemy.orm import aliased

from livingwell.careplans.models import (
    AnsweredSuggestion,
    CarePlan,
    Goal,
    Rating,
    Suggestion,
    SuggestionAnswer,
)
from livingwell.core.actor import Actor
from livingwell.core.clock import now, today
from livingwell.discussions.models import (
    CaseDiscussion,
    Challenge,
    Closing,
    Contribution,
    Decision,
    Ground,
    Meeting,
    Proposal,
    Why,
)
from livingwell.discussions.queries.grounds import in_team, reason
from livingwell.discussions.queries.grounds_of_asking import GROUNDS_OF_ASKING
from livingwell.discussions.queries.grounds_of_reaching import GROUNDS_OF_REACHING
from livingwell.extensions import db
from livingwell.identity.models import Account
from livingwell.people.models import Episode, Person
from livingwell.people.queries.reach import within_reach
from livingwell.people.queries.striking import is_struck

UNMOVED_FOR = timedelta(weeks=8)
MOST_OF_EACH = 100


def proposals(actor: Actor, meeting: Meeting) -> Sequence[Proposal]:
    """Everybody in the team, or asked for, within reach and not on this agenda, whom there is a reason to talk about.

    Longest wait first, each person once. One statement.
    """
    sources = [ground(meeting).limit(MOST_OF_EACH).subquery() for ground in GROUNDS]
    everything = union_all(*(select(source) for source in sources)).subquery()
    rows = db.session.execute(
        select(everything, Person)
        .join(Person, Person.id == everything.c.person_id)
        .where(within_reach(actor), ~_on_agenda(meeting), or_(_with_team(meeting), _is_asked_for(everything)))
        .order_by(everything.c.since, Person.preferred_name, everything.c.ground)
    )
    people: dict[UUID, tuple[str, list[Why]]] = {}
    for row in rows:
        _name, whys = people.setdefault(row.Person.id, (row.Person.name, []))
        whys.append(Why(Ground(row.ground), row.since, row.words or "", row.by or "", row.missed, row.attempts))
    return [Proposal(person_id, name, tuple(whys)) for person_id, (name, whys) in people.items()]


def _never_discussed(meeting: Meeting) -> Select[Any]:
    begun = exists().where(CaseDiscussion.person_id == Episode.person_id, CaseDiscussion.started_at.is_not(None))
    return (
        reason(Ground.NEVER_DISCUSSED, Episode.person_id, Episode.accepted_on)
        .where(
            Episode.team_id == meeting.team_id,
            Episode.ended_on.is_(None),
            Episode.accepted_on.is_not(None),
            ~begun,
            ~is_struck(Episode),
        )
        .order_by(Episode.accepted_on)
    )


def _not_reached(meeting: Meeting) -> Select[Any]:
    later = aliased(CaseDiscussion)
    carried = exists().where(later.carried_from_id == CaseDiscussion.id)
    return (
        _of_earlier_meetings(Ground.NOT_REACHED, meeting)
        .where(CaseDiscussion.started_at.is_(None), ~carried)
        .order_by(Meeting.starts_at)
    )


def _not_closed(meeting: Meeting) -> Select[Any]:
    closed = exists().where(Closing.discussion_id == CaseDiscussion.id)
    return (
        _of_earlier_meetings(Ground.NOT_CLOSED, meeting)
        .where(CaseDiscussion.started_at.is_not(None), ~closed)
        .order_by(Meeting.starts_at)
    )


def _of_earlier_meetings(ground: Ground, meeting: Meeting) -> Select[Any]:
    return (
        reason(ground, CaseDiscussion.person_id, Meeting.starts_at, CaseDiscussion.question)
        .join(Meeting, Meeting.id == CaseDiscussion.meeting_id)
        .where(
            Meeting.team_id == meeting.team_id,
            Meeting.starts_at < meeting.starts_at,
            or_(Meeting.ended_at.is_not(None), Meeting.ends_at < now()),
            CaseDiscussion.taken_off_at.is_(None),
        )
    )


def _decision_overdue(meeting: Meeting) -> Select[Any]:
    return (
        reason(Ground.DECISION_OVERDUE, Decision.person_id, Decision.by_on, Decision.what, Account.name)
        .join(Account, Account.id == Decision.member_id)
        .where(
            Decision.team_id == meeting.team_id,
            Decision.settled_at.is_(None),
            Decision.by_on < today(),
            ~is_struck(Decision),
        )
        .order_by(Decision.by_on)
    )


def _review_due(meeting: Meeting) -> Select[Any]:
    return (
        reason(Ground.REVIEW_DUE, CarePlan.person_id, CarePlan.review_on)
        .where(CarePlan.ended_on.is_(None), CarePlan.review_on <= today(), in_team(CarePlan.person_id, meeting))
        .order_by(CarePlan.review_on)
    )


def _rating_unmoved(meeting: Meeting) -> Select[Any]:
    """Goals that are rated, whose rating of eight weeks ago or more no later rating differs from."""
    long_ago = today() - UNMOVED_FOR
    older, newer = aliased(Rating), aliased(Rating)
    stood = (
        select(older.value)
        .where(older.goal_id == Goal.id, older.rated_on <= long_ago, ~is_struck(older))
        .order_by(older.rated_on.desc(), older.created_at.desc())
        .limit(1)
        .correlate(Goal)
        .scalar_subquery()
    )
    since = (
        select(func.max(older.rated_on))
        .where(older.goal_id == Goal.id, older.rated_on <= long_ago, ~is_struck(older))
        .correlate(Goal)
        .scalar_subquery()
    )
    moved = exists().where(newer.goal_id == Goal.id, newer.rated_on > long_ago, newer.value != stood, ~is_struck(newer))
    return (
        reason(Ground.RATING_UNMOVED, Goal.person_id, since, Goal.words)
        .where(
            Goal.rated_place.is_not(None),
            in_team(Goal.person_id, meeting),
            since.is_not(None),
            ~moved,
            ~is_struck(Goal),
        )
        .order_by(since)
    )


def _suggestion(meeting: Meeting) -> Select[Any]:
    answer, newer = aliased(AnsweredSuggestion), aliased(AnsweredSuggestion)
    overtaken = exists().where(newer.suggestion_id == Suggestion.id, newer.number > answer.number)
    return (
        reason(Ground.SUGGESTION, Suggestion.person_id, answer.answered_on, Suggestion.words, Account.name)
        .join(answer, answer.suggestion_id == Suggestion.id)
        .join(Account, Account.id == Suggestion.written_by_id)
        .where(
            answer.answer == SuggestionAnswer.TAKEN_TO_MEETING,
            ~overtaken,
            in_team(Suggestion.person_id, meeting),
            ~is_struck(Suggestion),
        )
        .order_by(answer.answered_on)
    )


def _challenge(meeting: Meeting) -> Select[Any]:
    return (
        reason(Ground.CHALLENGE, Challenge.person_id, Challenge.taken_on_at, None, Account.name)
        .join(Contribution, Contribution.id == Challenge.contribution_id)
        .outerjoin(Account, Account.id == Contribution.said_by_id)
        .where(
            Challenge.team_id == meeting.team_id,
            Challenge.closed_at.is_(None),
            Challenge.taken_on_at.is_not(None),
            ~is_struck(Contribution),
        )
        .order_by(Challenge.taken_on_at)
    )


GROUNDS = (
    _never_discussed,
    _not_reached,
    _not_closed,
    _decision_overdue,
    _review_due,
    _rating_unmoved,
    _suggestion,
    _challenge,
    *GROUNDS_OF_ASKING,
    *GROUNDS_OF_REACHING,
)


def _on_agenda(meeting: Meeting) -> Any:
    return exists().where(
        CaseDiscussion.person_id == Person.id,
        CaseDiscussion.meeting_id == meeting.id,
        CaseDiscussion.taken_off_at.is_(None),
    )


def _with_team(meeting: Meeting) -> Any:
    return in_team(Person.id, meeting)


def _is_asked_for(everything: Any) -> Any:
    """Somebody asked for it: that stands also once support has ended, as it has when a lead ended it anyway."""
    return everything.c.ground == Ground.REQUEST.value
