"""What contacts need from a member, and the list of contacts."""

from datetime import timedelta

from livingwell.adjustments.models import Way
from livingwell.contacts import actions
from livingwell.contacts.commands import RecordOutcome
from livingwell.contacts.models import Outcome
from livingwell.contacts.models.asking import CHECK_TO_ANSWER, OUTCOME_OF_APPOINTMENT
from livingwell.contacts.queries.contacts import PAGE, contact_of, contacts_of
from livingwell.contacts.queries.needs_member import ASKS
from livingwell.core.actor import Actor
from livingwell.core.clock import fixed, now
from livingwell.people.four_week_wait import ClockPart, parts_of
from livingwell.people.queries.asks import asks
from tests.factories.contacts import THURSDAY, Desk, make_adjustment, make_appointment, make_contact
from tests.factories.people import make_person
from tests.factories.worklist import support


def asked(actor: Actor, days: int = 4) -> list[tuple[str, str]]:
    """What the member is asked, some days later, and about whom."""
    with fixed(THURSDAY + timedelta(days=days)):
        return [(each.kind, each.person.preferred_name) for each in asks(actor, ASKS, 20)]


def test_a_members_own_appointment_asks_what_became_of_it_once_it_is_over(desk: Desk) -> None:
    appointment = make_appointment(desk.amara, desk.nurse)
    assert asked(desk.nurse, days=0) == []
    assert asked(desk.nurse) == [(OUTCOME_OF_APPOINTMENT, "Amara")]
    cancelled = RecordOutcome(Outcome.CANCELLED_BY_PERSON)
    actions.record_outcome(contact_of(desk.amara.id, appointment.id), cancelled, desk.nurse)
    assert asked(desk.nurse) == []


def test_a_colleagues_appointment_is_asked_of_the_key_worker_too_and_of_nobody_else(desk: Desk) -> None:
    make_appointment(desk.amara, desk.peer)
    assert asked(desk.nurse) == []
    support(desk.amara, desk.priya, desk.lead)
    assert asked(desk.nurse) == [(OUTCOME_OF_APPOINTMENT, "Amara")]


def test_an_appointment_recorded_in_error_asks_nobody(desk: Desk) -> None:
    appointment = make_appointment(desk.amara, desk.nurse)
    actions.strike_contact(contact_of(desk.amara.id, appointment.id), "Another Amara", desk.nurse)
    assert asked(desk.nurse) == []


def test_a_contact_that_reached_asks_whether_adjustments_were_met(desk: Desk) -> None:
    make_contact(make_person("Ada", team=desk.team), desk.nurse)  # who needs nothing done otherwise
    make_adjustment(desk.amara, desk.nurse)
    contact = make_contact(desk.amara, desk.nurse)
    make_contact(desk.amara, desk.nurse, Way.TEXT, Outcome.SENT)
    assert asked(desk.nurse) == [(CHECK_TO_ANSWER, "Amara")]
    assert asked(desk.peer) == []
    assert asked(desk.nurse, days=15) == []
    actions.answer_checks(contact_of(desk.amara.id, contact.id), (), desk.nurse)
    assert asked(desk.nurse) == []


def test_the_first_contact_of_the_four_week_wait_is_one_that_reached(desk: Desk) -> None:
    make_contact(desk.amara, desk.nurse, Way.PHONE, Outcome.NO_ANSWER)
    assert ClockPart.FIRST_CONTACT not in parts_of([desk.amara.id])[desk.amara.id]
    reached = make_contact(desk.amara, desk.nurse, Way.TEXT, Outcome.REPLIED)
    assert ClockPart.FIRST_CONTACT in parts_of([desk.amara.id])[desk.amara.id]
    actions.strike_contact(contact_of(desk.amara.id, reached.id), "It was Ada", desk.nurse)
    assert ClockPart.FIRST_CONTACT not in parts_of([desk.amara.id])[desk.amara.id]


def test_contacts_come_by_pages_the_latest_first(desk: Desk) -> None:
    for hours in range(PAGE + 1):
        make_contact(desk.amara, desk.nurse, Way.TEXT, Outcome.SENT, at=now() - timedelta(hours=hours))
    first, second = contacts_of(desk.amara.id), contacts_of(desk.amara.id, page=2)
    assert (len(first.rows), first.has_more) == (PAGE, True)
    assert (len(second.rows), second.has_more) == (1, False)
    assert first.rows[0].at == now()


def test_another_persons_contacts_are_not_among_them(desk: Desk) -> None:
    make_contact(make_person("Ada", team=desk.team), desk.nurse)
    assert contacts_of(desk.amara.id).rows == []
