"""The engagement picture, for whatever page shows it."""

from livingwell.contacts.presenters.across import FULL, Room
from livingwell.contacts.presenters.engagement import EngagementPicture
from livingwell.contacts.queries.engagement import engagement_of
from livingwell.people.models import Person


def engagement_picture(person: Person, room: Room = FULL) -> EngagementPicture:
    """How we have reached the person, for components/engagement.html. Two statements."""
    return EngagementPicture.of(engagement_of(person.id), person.preferred_name, person.pronouns, room)
