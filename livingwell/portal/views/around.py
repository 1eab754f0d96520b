"""Who is around the person: asked once for a page, however many of its parts show it."""

from collections.abc import Sequence
from uuid import UUID

from flask import g

from livingwell.people.models.around import SupportingTeam
from livingwell.people.queries.around import teams_around


def around(person_id: UUID) -> Sequence[SupportingTeam]:
    """The teams that support the person now."""
    if g.get("around") is None or g.around[0] != person_id:
        g.around = (person_id, teams_around(person_id))
    found: Sequence[SupportingTeam] = g.around[1]
    return found
