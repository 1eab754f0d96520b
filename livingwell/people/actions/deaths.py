"""Writing down that somebody has died."""

from collections.abc import Callable

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.text import clean
from livingwell.delivery.actions import cancel_waiting
from livingwell.extensions import db
from livingwell.identity.actions.own_accounts import end_own_account
from livingwell.identity.permissions import Permission, require
from livingwell.people.commands import RecordDeath
from livingwell.people.models import Death, Person
from livingwell.people.queries.deaths import death_of
from livingwell.people.queries.own_reach import own_accounts_of
from livingwell.people.queries.reach import person_within_reach

when_somebody_died: list[Callable[[Person, Actor], None]] = []
"""What else stops then: told by the packages above."""


@atomic()
def record_death(person: Person, command: RecordDeath, actor: Actor) -> Death:
    """Write down that the person has died, cancel everything that waits to go out to them or about them, and end the
    access to their own page.

    Raises Conflict where it is written down already, Invalid for a day that can't be.
    """
    require(actor, Permission.CHANGE_PEOPLE)
    person_within_reach(actor, person.id)
    _require_days(person, command)
    if death_of(person.id):
        raise Conflict(f"It is written down already that {person.preferred_name} has died.")
    death = Death(person_id=person.id, told_by=clean(command.told_by), told_on=command.told_on, died_on=command.died_on)
    death.sign(actor)
    db.session.add(death)
    cancel_waiting(person.id, "We heard of the death.", actor)
    _close_own_account(person, actor)
    record("record_death", actor, person.id)
    for stop in when_somebody_died:
        stop(person, actor)
    return death


@atomic()
def take_death_back(person: Person, why: str, actor: Actor) -> None:
    """It was recorded in error, with why. Raises Conflict where it doesn't stand."""
    require(actor, Permission.CHANGE_PEOPLE)
    person_within_reach(actor, person.id)
    if not clean(why):
        raise Invalid({"why": "Say how it came to be recorded in error"})
    death = death_of(person.id)
    if death is None:
        raise Conflict("This was taken back already.")
    death.take_back(clean(why), actor.account_id)
    record("take_death_back", actor, person.id)


def _close_own_account(person: Person, actor: Actor) -> None:
    """Nobody signs in as somebody who has died, whoever has their phone now."""
    for account in own_accounts_of(person.id):
        if account.is_active:
            end_own_account(account.id, actor, person.id)


def _require_days(person: Person, command: RecordDeath) -> None:
    if not clean(command.told_by):
        raise Invalid({"told_by": "Say who told us"})
    if command.told_on > today():
        raise Invalid({"told_on": "The day when we were told must be today or in the past"})
    if command.died_on and not person.born_on <= command.died_on <= command.told_on:
        raise Invalid({"died_on": "The day can’t be before they were born or after we were told"})
