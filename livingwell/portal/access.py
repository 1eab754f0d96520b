"""Who has access without being staff: the facts that a member is shown, and which ways in may be offered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from livingwell.adjustments.models import ContactPreferences, Standing, Way
from livingwell.carers.models import Carer
from livingwell.core.contact import is_email, is_phone
from livingwell.identity.models import Account, OneTimeCode, OwnInvitation, OwnSignIn, OwnWay
from livingwell.people.models import Person, Topic

CONTACT_WAY = {OwnWay.CODE: Way.TEXT, OwnWay.LINK: Way.EMAIL}


@dataclass(frozen=True)
class OwnAccount:
    """The person's account, and all that shows how they get in."""

    account: Account
    sign_ins: Sequence[OwnSignIn]
    invitations: Sequence[OwnInvitation]
    printed: Sequence[OneTimeCode]
    signed_in_at: datetime | None
    refused: str


@dataclass(frozen=True)
class CarerWithAccess:
    """A carer's account: what it sees today, and until when the first of these ends."""

    name: str
    topics: tuple[Topic, ...]
    until: date | None


def why_not(person: Person, way: OwnWay, preferences: ContactPreferences | None) -> str:
    """Why the person is not invited in this way, in words for a member; nothing where they may be."""
    missing = _missing(person, way)
    said = preferences.about(CONTACT_WAY[way]) if preferences else None
    if missing or said is None:
        return missing
    if said.standing is Standing.NOT_SAFE:
        return f"{person.preferred_name} said that this is not safe."
    if said.standing is Standing.NOT_WANTED:
        return f"{person.preferred_name} asked us never to use this way."
    if said.standing is Standing.ONLY_IF_URGENT:
        return f"{person.preferred_name} asked us to use this way only if it is urgent."
    return ""


def ways_in_order(preferences: ContactPreferences | None) -> tuple[OwnWay, ...]:
    """The ways of inviting, what the person likes best first."""
    liked = preferences.ways_that_are(Standing.BEST, Standing.FINE) if preferences else ()
    places = {way: liked.index(contact) for way, contact in CONTACT_WAY.items() if contact in liked}
    return tuple(sorted(CONTACT_WAY, key=lambda way: places.get(way, len(liked))))


def address_on_record(person: Person, way: OwnWay) -> str:
    """Where it goes."""
    return person.mobile if way is OwnWay.CODE else person.email


def _missing(person: Person, way: OwnWay) -> str:
    if way is OwnWay.CODE and not is_phone(person.mobile):
        return "No mobile number that can be used is on the record."
    if way is OwnWay.LINK and not is_email(person.email):
        return "No e-mail address that can be used is on the record."
    return ""


def why_not_carer(carer: Carer, way: OwnWay) -> str:
    """Why a carer is not invited in this way, in words for a member; nothing where they may be."""
    if CONTACT_WAY[way] in carer.nevers:
        return f"{carer.name} asked us never to use this way."
    if way is OwnWay.CODE and not is_phone(carer.phone):
        return "No mobile number that can be used is written down for them."
    if way is OwnWay.LINK and not is_email(carer.email):
        return "No e-mail address that can be used is written down for them."
    return ""


def address_of_carer(carer: Carer, way: OwnWay) -> str:
    """Where an invitation to a carer goes."""
    return carer.phone if way is OwnWay.CODE else carer.email
