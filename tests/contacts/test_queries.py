"""What contacts need from a member."""

from datetime import timedelta

from livingwell.adjustments.models import Way
from livingwell.contacts import actions
from livingwell.contacts.commands import RecordOutcome
from livingwell.contacts.models import Outcome
from livingwell.contacts.queries.contacts import PAGE, contact_of, contacts_of
from livingwell.contacts.queries.needs_member import appointments_without_outcome
from livingwell.core.clock import fixed, now
from tests.factories.contacts import THURSDAY, Desk, make_appointment, make_contact
from tests.factories.people import make_person
from tests.factories.worklist import support


def waiting(desk: Desk) -> list[str]:
    """Whom Priya is asked about on Sunday: what became of their appointment?"""
    with fixed(THURSDAY + timedelta(days=4)):
        return [person.preferred_name for _contact, person in appointments_without_outcome(desk.nurse)]


def test_a_members_own_appointment_waits_for_what_became_of_it_once_it_is_over(desk: Desk) -> None:
    appointment = make_appointment(desk.amara, desk.nurse)
    assert appointments_without_outcome(desk.nurse) == []
    assert waiting(desk) == ["Amara"]
    cancelled = RecordOutcome(Outcome.CANCELLED_BY_PERSON)
    actions.record_outcome(contact_of(desk.amara.id, appointment.id), cancelled, desk.nurse)
    assert waiting(desk) == []


def test_a_colleagues_appointment_is_asked_of_the_key_worker_too_and_of_nobody_else(desk: Desk) -> None:
    make_appointment(desk.amara, desk.peer)
    assert waiting(desk) == []
    support(desk.amara, desk.priya, desk.lead)
    assert waiting(desk) == ["Amara"]


def test_an_appointment_recorded_in_error_asks_nobody(desk: Desk) -> None:
    appointment = make_appointment(desk.amara, desk.nurse)
    actions.strike_contact(contact_of(desk.amara.id, appointment.id), "Another Amara", desk.nurse)
    assert waiting(desk) == []


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
