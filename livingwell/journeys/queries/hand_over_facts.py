"""What can be told to a receiver, as the record says it now."""

from livingwell.adjustments.queries.adjustments import lives_of
from livingwell.adjustments.queries.preferences import preferences_of
from livingwell.extensions import db
from livingwell.journeys.models import HandOver
from livingwell.journeys.queries.hand_overs import episode_of_hand_over
from livingwell.journeys.queries.staying_well import staying_well_now
from livingwell.journeys.wording.telling import Facts
from livingwell.passports.queries.passport import passport_now
from livingwell.people.models import Person


def facts_for(hand_over: HandOver) -> Facts:
    """Everything that may be told, if the person wishes. Never a diagnosis, the safety plan, or a line of the plan.

    Adjustments that ended, or that the person objects to our sharing, are not in it. Fifteen statements at most.
    """
    person_id = hand_over.person_id
    staying_well = staying_well_now(person_id)
    lives = [each for each in lives_of(person_id) if each.is_active]
    return Facts(
        person=db.session.get_one(Person, person_id),
        team=episode_of_hand_over(hand_over).team.name,
        destination=hand_over.destination.name,
        adjustments=tuple(each for each in lives if each.objection is None),
        objected_count=sum(1 for each in lives if each.objection is not None),
        preferences=preferences_of(person_id),
        passport=passport_now(person_id),
        staying_well=staying_well if staying_well is not None and staying_well.is_agreed else None,
    )
