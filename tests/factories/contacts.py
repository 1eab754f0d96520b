"""Contacts, and what people asked of us, for tests."""

from datetime import UTC, datetime, timedelta
from typing import Any

from livingwell.adjustments.actions.adding import add_adjustments
from livingwell.adjustments.commands import AddAdjustments, NewAdjustment
from livingwell.adjustments.models import (
    ContactPreferences,
    HowWeKnow,
    ReasonableAdjustment,
    Reminder,
    Standing,
    TimePreference,
    Way,
    WayPreference,
)
from livingwell.audit import record
from livingwell.contacts import actions
from livingwell.contacts.commands import LogContact, PlanAppointment
from livingwell.contacts.models import AppointmentReminder, Contact, Outcome
from livingwell.contacts.queries.reminders import reminders_of
from livingwell.core.actor import Actor, Right
from livingwell.core.atomic import atomic
from livingwell.core.clock import fixed, now
from livingwell.extensions import db
from livingwell.people.models import Person
from tests.factories.discussions import Room
from tests.factories.identity import actor_for

THURSDAY = datetime(2026, 6, 11, 9, 0, tzinfo=UTC)
"""10am in London."""


class Desk(Room):
    """A team and Amara, whom it supports: Priya is a nurse, Jo a peer support worker, and Ruth leads the team."""

    def __init__(self) -> None:
        super().__init__(is_started=False)
        self.lead = actor_for(self.ruth, self.team, Right.TEAM_LEAD)


def make_contact(
    person: Person, actor: Actor, way: Way = Way.TEXT, outcome: Outcome = Outcome.SPOKE, **given: Any
) -> Contact:
    """A contact that was logged: an unplanned attempt that reached the person, unless told otherwise."""
    return actions.log_contact(person, LogContact(way, outcome, **given), actor)


def make_appointment(person: Person, actor: Actor, at: datetime | None = None, **given: Any) -> Contact:
    """An appointment to come: a visit in three days."""
    wanted = {"way": Way.VISIT, "at": at or now() + timedelta(days=3), **given}
    return actions.plan_appointment(person, PlanAppointment(**wanted), actor)


@atomic()
def tell_preferences(
    person: Person,
    actor: Actor,
    ways: dict[Way, Standing] | None = None,
    *,
    why: str = "My heart goes for an hour and I still can’t pick up. Please write.",
    times: tuple[TimePreference, ...] = (),
    reminders: dict[Way, int] | None = None,
    **told: Any,
) -> ContactPreferences:
    """What the person told us, as rows: text best and the phone never, unless told otherwise."""
    asked = {Way.TEXT: Standing.BEST, Way.PHONE: Standing.NOT_WANTED} if ways is None else ways
    preferences = ContactPreferences(
        person_id=person.id,
        recorded_by_id=actor.account_id,
        ways=[
            WayPreference(way=way, standing=standing, position=position, why=why if standing.is_never else "")
            for position, (way, standing) in enumerate(asked.items())
        ],
        times=list(times),
        reminders=[Reminder(way=way, hours_before=hours) for way, hours in (reminders or {}).items()],
        **{"told_at": now(), **told},
    )
    db.session.add(preferences)
    record("tell_preferences", actor, person.id)
    return preferences


def make_adjustment(person: Person, actor: Actor, what: str = "Low light") -> ReasonableAdjustment:
    """An adjustment in the person's own words, on record since an hour ago."""
    with fixed(now() - timedelta(hours=1)):
        command = AddAdjustments((NewAdjustment(own_words=what),), HowWeKnow.TOLD_US)
        [made] = add_adjustments(person, command, actor)
    return made


def make_reminder(person: Person, actor: Actor) -> AppointmentReminder:
    """A reminder that a member gives: they asked to be phoned the day before."""
    tell_preferences(person, actor, {Way.PHONE: Standing.BEST}, reminders={Way.PHONE: 24})
    [(reminder, _state)] = reminders_of(make_appointment(person, actor).id)
    return reminder
