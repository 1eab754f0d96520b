"""What the summary for the GP is made from: the plan as the person sees it, and what they let us share."""

from uuid import UUID

from sqlalchemy import select

from livingwell.adjustments.queries.adjustments import lives_of
from livingwell.adjustments.queries.preferences import preferences_of
from livingwell.careplans.models import CarePlan
from livingwell.careplans.queries.safety_plans import current_safety_plan
from livingwell.careplans.queries.seen import plan_as_the_person_sees_it
from livingwell.core.clock import today
from livingwell.extensions import db
from livingwell.identity.models import Account, Team
from livingwell.journeys.queries.closing_facts import places_chosen, way_back_told
from livingwell.journeys.queries.papers import practice_of
from livingwell.journeys.wording.gp_summary import GpFacts
from livingwell.people.models import Episode, Person


def gp_facts(person: Person, episode: Episode, written_by: str, *, with_safety_plan: bool) -> GpFacts:
    """All of it, in a fixed number of statements."""
    plan, practice = plan_as_the_person_sees_it(person.id, person.preferred_name), practice_of(person.id)
    return GpFacts(
        person=person,
        team=db.session.get_one(Team, episode.team_id).name,
        practice=practice.name if practice else person.gp_practice,
        started_on=episode.started_on,
        ended_on=episode.ended_on,
        written_by=written_by,
        written_on=today(),
        plan=plan,
        reviewer=_reviewer(plan.plan_id) if plan else "",
        safety_plan=current_safety_plan(person.id) if with_safety_plan else None,
        adjustments=tuple(each for each in lives_of(person.id) if each.is_active and each.objection is None),
        preferences=preferences_of(person.id),
        places=tuple(places_chosen(episode)),
        way_back=way_back_told(episode),
    )


def _reviewer(plan_id: UUID) -> str:
    """Who sees to the review, or nobody yet."""
    named = select(Account.name).join(CarePlan, CarePlan.reviewer_id == Account.id).where(CarePlan.id == plan_id)
    return db.session.scalar(named) or ""
