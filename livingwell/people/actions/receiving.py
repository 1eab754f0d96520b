"""Taking in a referral: of somebody new, of somebody known, or of somebody another team may know."""

from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.errors import Conflict
from livingwell.identity.permissions import Permission
from livingwell.people.actions.known import ask_whether_known
from livingwell.people.actions.registering import refer_again, register_person
from livingwell.people.commands import Answer, Decision, RegisterPerson
from livingwell.people.models import Person
from livingwell.people.policy import require_in_team
from livingwell.people.queries.duplicates import Matches, possible_matches


class MayBeKnown(Conflict):
    """It may be somebody on record: carries who, so that whoever registers them can say."""

    def __init__(self, matches: Matches) -> None:
        super().__init__("They may be on record already. Look, then choose.")
        self.matches = matches


@atomic()
def receive_referral(command: RegisterPerson, answer: Answer, actor: Actor) -> Person | None:
    """Register the person, unless they may be known: then do what was answered. None where another team was asked.

    Raises MayBeKnown, and writes nothing, as long as the answer is not about the very people whom it may be now.
    """
    require_in_team(actor, Permission.REGISTER_PEOPLE, command.referral.team_id)
    details = command.details
    names = (details.preferred_name, details.given_name, details.family_name)
    matches = possible_matches(actor, names, details.born_on, details.nhs_number)
    if matches and not matches.are_settled_by(answer):
        raise MayBeKnown(matches)
    if matches and answer.decision is Decision.ASK:
        ask_whether_known(matches.known_to, command, actor)
        return None
    if matches and answer.decision is Decision.SAME and answer.person_id:
        return refer_again(answer.person_id, command.referral, actor)
    return register_person(command, actor)
