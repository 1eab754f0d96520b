"""Where a row differs from the record of somebody who is here already. The record stays as it is."""

from collections.abc import Iterator

from livingwell.core.dates import long_date
from livingwell.core.identifiers import nhs_number_spaced
from livingwell.people.models import Arrival
from livingwell.people.queries.importing import Recorded

Difference = tuple[str, str, str]


def differences(arrival: Arrival, here: Recorded) -> list[Difference]:
    """What it is about, what the record says, what the file says. What the file leaves blank is no difference."""
    return [found for found in _compared(arrival, here) if found[2] and found[1] != found[2]]


def _compared(arrival: Arrival, here: Recorded) -> Iterator[Difference]:
    person, episode = here.person, here.episode
    yield "Name on record", person.recorded_name, f"{arrival.given_name} {arrival.family_name}"
    yield "Preferred name", person.preferred_name, arrival.preferred_name
    yield "Pronouns", person.pronouns, arrival.pronouns
    yield "Date of birth", long_date(person.born_on), long_date(arrival.born_on)
    yield "NHS number", person.nhs_number_shown, nhs_number_spaced(arrival.nhs_number)
    yield "Mobile", person.mobile, arrival.mobile
    yield "E-mail", person.email, arrival.email
    yield "Postcode", person.postcode, arrival.postcode
    yield "GP practice", person.gp_practice, arrival.gp_practice
    if episode:
        yield "Referred on", long_date(episode.referred_on), long_date(arrival.referred_on)
        yield "Referred by", episode.referred_by, arrival.referred_by
        yield "Reason for the referral", episode.referral_reason, arrival.referral_reason
    if arrival.comms_needs not in here.notes:
        yield "Comms needs", "; ".join(sorted(here.notes)), arrival.comms_needs
