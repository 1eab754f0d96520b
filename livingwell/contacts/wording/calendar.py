"""An appointment as a file for a calendar (iCalendar, RFC 5545)."""

from livingwell.contacts.models import Contact, Outcome
from livingwell.core.clock import now

MEDIA_TYPE = "text/calendar"
FILE_NAME = "appointment.ics"
PRODUCT = "-//Living Well//appointments//EN"


def appointment_file(contact: Contact, with_whom: str) -> bytes:
    """The file. Times are UTC, which every calendar shows in its own zone.

    A phone shows the title to whoever looks over a shoulder: it says with whom, and nothing about anybody's health.
    """
    from icalendar import Calendar, Event  # takes long to import, and few pages need it

    event = Event()
    event.add("uid", f"{contact.id}@livingwell")
    event.add("dtstamp", now())
    event.add("dtstart", contact.at)
    event.add("dtend", contact.until)
    event.add("summary", f"Meeting {with_whom}")
    event.add("sequence", contact.row_version)
    event.add("status", "CANCELLED" if contact.outcome in _CANCELLED else "CONFIRMED")
    if contact.place:
        event.add("location", contact.place)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


_CANCELLED = (Outcome.CANCELLED_BY_PERSON, Outcome.CANCELLED_BY_US)
