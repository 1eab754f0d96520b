"""What the overview of a person shows of carers: a question, until somebody has asked it."""

from livingwell.carers.queries.carers import is_known_who_helps
from livingwell.people.models import Person


def is_who_helps_known(person: Person) -> bool:
    """Whether the person was asked who helps them, or somebody is on record already."""
    return is_known_who_helps(person.id)
