"""Whether a letter still is as the person asks: what they change after it was made has it made again."""

from livingwell.contacts.models import Letter, LetterFormat
from livingwell.contacts.wording.addresses import address_for
from livingwell.core.errors import Conflict
from livingwell.people.models import Person


def why_made_again(letter: Letter, person: Person, wanted: LetterFormat) -> str:
    """What has changed since it was made, as a sentence; nothing where it can go as it is."""
    if wanted != letter.format:
        return f"{person.preferred_name} has asked for another format since this was made."
    if letter.is_by_hand:
        return ""
    try:
        address = address_for(person, letter.way)
    except Conflict as missing:
        return str(missing)
    return (
        "" if address in (letter.to_address, letter.address_lines) else "The address has changed since this was made."
    )
