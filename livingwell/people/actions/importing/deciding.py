"""What a person decides about a row that may be somebody known."""

from dataclasses import replace
from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.extensions import db
from livingwell.identity.permissions import Permission
from livingwell.people.actions.importing.entering import enter_new, enter_referral, enter_what_was_said
from livingwell.people.models import Arrival, HeldDecision, HeldRow, ImportBatch
from livingwell.people.policy import require_lead
from livingwell.people.queries.importing import has_open_episode, held_row_of_lead, is_number_on_record
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
    """It is another person, who comes in as the file says. A number that both have is marked to be checked."""
    row = held_row_of_lead(row_id, actor)
    require_lead(actor, Permission.IMPORT_CASELOAD, row.team_id)
    row.decide(HeldDecision.SOMEBODY_ELSE, actor.account_id)
    record("say_somebody_else", actor)
    (person,) = enter_new([_marked(row.arrival)], _batch(row))
    record("import_held_row", actor, person.id)
    return row


def _marked(arrival: Arrival) -> Arrival:
    if not arrival.nhs_number or arrival.number_to_check or not is_number_on_record(arrival.nhs_number):
        return arrival
    return replace(arrival, number_to_check="number on another record too: check")


def _batch(row: HeldRow) -> ImportBatch:
    return db.session.get_one(ImportBatch, row.batch_id)


def decide_held_row(row_id: UUID, decision: HeldDecision, actor: Actor) -> HeldRow:
    """Do what was decided about the row."""
    return (say_same_person if decision is HeldDecision.SAME_PERSON else say_somebody_else)(row_id, actor)
