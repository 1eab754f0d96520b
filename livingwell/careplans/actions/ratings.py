"""How close the person says they are."""

from datetime import date

from livingwell.careplans import policy
from livingwell.careplans.actions.changing import changing
from livingwell.careplans.models import CarePlan, Goal, Rating
from livingwell.careplans.queries.plans import plan_for_change
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Invalid
from livingwell.extensions import db
from livingwell.people.actions.arriving import note_arrival
from livingwell.people.actions.striking import strike_own


@atomic()
def rate_goal(goal: Goal, value: int, on: date, actor: Actor) -> Rating:
    """Write down the person's own number, 0 to 10. The first takes one of the three places where goals are rated.

    Raises Conflict where no place is free or that day has a rating already, Invalid for what can't be.
    """
    with changing("rate_goal", goal, actor) as plan:
        rating = rating_by(goal, plan, value, on, actor)
        goal.ratings.append(rating)
        goal.ratings.sort(key=lambda each: each.rated_on)
        db.session.flush()
        return rating


@atomic()
def rate_own_goal(goal: Goal, value: int, actor: Actor) -> Rating:
    """The person's own number for today. A second one on the same day takes the first one's place, which is kept.

    Raises Conflict where the goal is not rated and no place is free, Invalid for what can't be.
    """
    with changing("rate_goal", goal, actor, allow=policy.require_part) as plan:
        for each in goal.ratings:
            if each.rated_on == today():
                strike_own(each, "Another number the same day", actor)
        plan_for_change(plan.id)  # read again, without it
        rating = rating_by(goal, plan, value, today(), actor)
        goal.ratings.append(rating)
        db.session.flush()
        note_arrival(goal.person_id, "plan.rating", f"Goal {goal.number}: {value} of 10", actor, rating.id)
        return rating


def rating_by(goal: Goal, plan: CarePlan, value: int, on: date, actor: Actor) -> Rating:
    """A rating that may be added to the goal."""
    if not 0 <= value <= 10:
        raise Invalid({"value": "Choose a number from 0 to 10."})
    if on > today():
        raise Invalid({"on": "The date must be today or in the past."})
    if any(each.rated_on == on for each in goal.ratings):
        raise Conflict("This goal was rated on that day already. Strike that rating out first if it was a mistake.")
    if not goal.is_rated:
        place = plan.free_place()
        goal.require_rateable(place)
        goal.rated_place = place
    rating = Rating(person_id=goal.person_id, plan_id=plan.id, value=value, rated_on=on)
    rating.sign(actor)
    return rating
