"""After a contact: was each adjustment met?"""

from collections.abc import Iterable
from uuid import UUID

from livingwell.adjustments.actions.outcomes import record_outcomes
from livingwell.adjustments.commands import OutcomeOf
from livingwell.adjustments.models import Met
from livingwell.contacts.actions.judging import require_reach
from livingwell.contacts.commands import CheckOf
from livingwell.contacts.models import Contact
from livingwell.contacts.queries.checks import adjustments_to_check, checks_answered
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import in_london
from livingwell.core.errors import Conflict


@atomic()
def answer_checks(contact: Contact, exceptions: Iterable[CheckOf], actor: Actor) -> None:
    """Say of each adjustment that could have applied whether it was met: it was, unless it is among the exceptions.

    Raises Conflict the second time, and Invalid where one was not met without why.
    """
    person = require_reach(contact.person_id, actor)
    if checks_answered(contact.id):
        raise Conflict("Somebody has said already whether these were met. Look at the contact again.")
    said = {each.adjustment_id: each for each in exceptions}
    asked = [each.id for each in adjustments_to_check(contact)]
    record_outcomes(person, [_outcome(contact, each, said.get(each)) for each in asked], actor)


def _outcome(contact: Contact, adjustment_id: UUID, said: CheckOf | None) -> OutcomeOf:
    on = in_london(contact.at).date()
    if said is None:
        return OutcomeOf(adjustment_id, Met.MET, on, occasion_id=contact.id)
    return OutcomeOf(adjustment_id, said.met, on, said.why, contact.id)
