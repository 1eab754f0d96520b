"""Reasons to talk about how we reach and support somebody: worries about us, and never about them."""

from typing import Any

from sqlalchemy import Select, Subquery, exists

from livingwell.adjustments.models import CannotDo, ReasonableAdjustment
from livingwell.adjustments.queries.adjustments import has_ended
from livingwell.contacts.queries.worries import no_contact, not_reached
from livingwell.core.clock import today
from livingwell.discussions.models import CaseDiscussion, Ground, Meeting
from livingwell.discussions.queries.grounds import in_team, reason
from livingwell.people.models import Person
from livingwell.people.queries.deaths import has_died
from livingwell.people.queries.striking import is_struck


def _cannot_do(meeting: Meeting) -> Select[Any]:
    """What we said that we can't do, with the reason, until the person was discussed after it."""
    discussed = exists().where(
        CaseDiscussion.person_id == CannotDo.person_id, CaseDiscussion.started_at > CannotDo.created_at
    )
    return (
        reason(Ground.CANNOT_DO, CannotDo.person_id, CannotDo.created_at, ReasonableAdjustment.what, CannotDo.reason)
        .join(ReasonableAdjustment, ReasonableAdjustment.id == CannotDo.adjustment_id)
        .where(
            CannotDo.lifted_at.is_(None),
            in_team(CannotDo.person_id, meeting),
            ~discussed,
            ~has_ended(),
            ~is_struck(CannotDo),
            ~is_struck(ReasonableAdjustment),
        )
        .order_by(CannotDo.created_at)
    )


def _not_reached(meeting: Meeting) -> Select[Any]:
    found = not_reached(meeting.team_id).subquery()
    counts = {"missed": found.c.missed, "attempts": found.c.attempts}
    return _of_the_living(found, reason(Ground.WORRY_ABOUT_CONTACT, found.c.person_id, found.c.since, **counts))


def _no_contact(meeting: Meeting) -> Select[Any]:
    found = no_contact(meeting.team_id, today()).subquery()
    return _of_the_living(found, reason(Ground.NO_CONTACT, found.c.person_id, found.c.since))


def _of_the_living(found: Subquery, reasons: Select[Any]) -> Select[Any]:
    return reasons.join(Person, Person.id == found.c.person_id).where(~has_died()).order_by(found.c.since)


GROUNDS_OF_REACHING = (_cannot_do, _not_reached, _no_contact)
