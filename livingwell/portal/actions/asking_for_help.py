"""Somebody gave a wrong date of birth three times: the person's team is told, and helps."""

from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor, Side
from livingwell.core.atomic import atomic
from livingwell.identity.models import BIRTH_DATE_TRIES, MayEnter
from livingwell.identity.queries.one_time_codes import code_half_way
from livingwell.identity.queries.own_accounts import may_enter
from livingwell.people.actions.arriving import note_arrival
from livingwell.people.models import Person
from livingwell.portal.queries.getting_in import person_of

KIND = "getting_in.help"
SOMEBODY = Actor(None, "somebody who was signing in", side=Side.PERSON)
WORDS = "The date of birth was not the one on the record, three times. Ask whether it was them, and help them in."


def ask_for_help(code_id: UUID) -> bool:
    """Whether no tries are left after one that was wrong; then whoever it may be about has it on their team's Today."""
    code = code_half_way(code_id)
    may = may_enter(code) if code else []
    is_over = code is None or code.birth_date_tries >= BIRTH_DATE_TRIES
    if not is_over and not (may and all(each.needs_help for each in may)):
        return False
    for person in _people(may):
        _tell_team(person)
    return True


def _people(may: list[MayEnter]) -> list[Person]:
    """Those whose way in is shut now, or whose paper was used."""
    shut = [each.account_id for each in may if each.needs_help or each.sign_in_id is None]
    return [person for account_id in shut if (person := person_of(account_id)) is not None]


@atomic()
def _tell_team(person: Person) -> None:
    note_arrival(person.id, KIND, WORDS, SOMEBODY)
    record("ask_for_help", SOMEBODY, person.id)
