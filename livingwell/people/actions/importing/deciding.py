"""What a person decides about a row that may be somebody known."""

from dataclasses import replace
from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.errors import Conflict
from livingwell.extensions import db
from livingwell.identity.permissions import Permission
from livingwell.people.actions.importing.entering import enter_new, enter_referral, enter_what_was_said
from livingwell.people.actions.known import ask_whether_known
from livingwell.people.commands import Details, Referral, RegisterPerson
from livingwell.people.models import Arrival, HeldDecision, HeldRow, ImportBatch
from livingwell.people.policy import require_lead
from livingwell.people.queries.duplicates import known_to
from livingwell.people.queries.importing import (
    has_open_episode,
    held_row_of_lead,
    is_number_on_record,
    people_reached,
    questions_asked,
)
from livingwell.people.queries.reach import person_within_reach


@atomic()
def say_same_person(row_id: UUID, actor: Actor) -> HeldRow:
    """It is the person on record, who stays as they are; they get a second episode unless one is open.

    Raises NotFound where that person is out of the actor's reach: then their own team is asked first.
    """
    row = held_row_of_lead(row_id, actor)
    require_lead(actor, Permission.IMPORT_CASELOAD, row.team_id)
    person = person_within_reach(actor, row.person_id)
    row.decide(HeldDecision.SAME_PERSON, actor.account_id)
    if not has_open_episode(person.id, row.team_id):
        enter_referral(person.id, row.arrival, row.team_id)
    enter_what_was_said(person.id, row.arrival, _batch(row))
    record("say_same_person", actor, person.id)
    return row


@atomic()
def say_somebody_else(row_id: UUID, actor: Actor) -> HeldRow:
    """It is another person, who comes in as the file says. A number that both have is marked to be checked.

    Raises Conflict where the person on record is out of reach and their own team has not said so.
    """
    row = held_row_of_lead(row_id, actor)
    require_lead(actor, Permission.IMPORT_CASELOAD, row.team_id)
    _require_answer(row, actor)
    row.decide(HeldDecision.SOMEBODY_ELSE, actor.account_id)
    record("say_somebody_else", actor)
    (person,) = enter_new([_marked(row.arrival)], _batch(row))
    record("import_held_row", actor, person.id)
    return row


def _marked(arrival: Arrival) -> Arrival:
    if not arrival.nhs_number or arrival.number_to_check or not is_number_on_record(arrival.nhs_number):
        return arrival
    return replace(arrival, number_to_check="number on another record too: check")


@atomic()
def ask_about_held_row(row_id: UUID, actor: Actor) -> None:
    """Ask the team that may know the person. If it does, they get a second episode, and the row can be compared."""
    row = held_row_of_lead(row_id, actor)
    require_lead(actor, Permission.IMPORT_CASELOAD, row.team_id)
    if not people_reached([row.person_id], actor):
        ask_whether_known(known_to([row.person_id]), _as_registration(row), actor)


def _require_answer(row: HeldRow, actor: Actor) -> None:
    if people_reached([row.person_id], actor) or not any(team.leads for team in known_to([row.person_id])):
        return
    asked = questions_asked([row.person_id], [row.team_id]).get(row.person_id)
    if asked is None or asked.is_same_person is not False:
        raise Conflict("Ask the team that may know this person first, and wait for its answer.")


def _as_registration(row: HeldRow) -> RegisterPerson:
    arrival = row.arrival
    return RegisterPerson(
        details=Details(
            preferred_name=arrival.preferred_name,
            given_name=arrival.given_name,
            family_name=arrival.family_name,
            born_on=arrival.born_on,
            pronouns=arrival.pronouns,
            nhs_number=arrival.nhs_number or None,
            mobile=arrival.mobile,
            email=arrival.email,
            postcode=arrival.postcode,
            gp_practice=arrival.gp_practice,
        ),
        referral=Referral(row.team_id, arrival.referred_on, arrival.referred_by, arrival.referral_reason),
    )


def _batch(row: HeldRow) -> ImportBatch:
    return db.session.get_one(ImportBatch, row.batch_id)


def decide_held_row(row_id: UUID, decision: HeldDecision, actor: Actor) -> HeldRow:
    """Do what was decided about the row."""
    return (say_same_person if decision is HeldDecision.SAME_PERSON else say_somebody_else)(row_id, actor)
