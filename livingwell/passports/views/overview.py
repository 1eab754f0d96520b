"""What the passport says on the person's overview."""

from livingwell.passports.models import Section
from livingwell.passports.queries.passport import part_now
from livingwell.people.models import Person


def known_first(person: Person) -> list[str]:
    """What the person wants known before anything else. For app.py to introduce. Two statements at most."""
    first = part_now(person.id, Section.FIRST)
    return [line.words for line in first.lines] if first else []
