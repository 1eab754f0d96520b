"""Who is around the person, and when they meet: asked once for a page, however many of its parts show it."""

from collections.abc import Sequence
from uuid import UUID

from flask import g

from livingwell.discussions.models import OwnDiscussion
from livingwell.discussions.queries.own import own_discussions
from livingwell.people.models.around import SupportingTeam
from livingwell.people.queries.around import teams_around


def meetings_of(person_id: UUID) -> Sequence[OwnDiscussion]:
    """The meetings about the person that they know of."""
    if g.get("meetings") is None or g.meetings[0] != person_id:
        g.meetings = (person_id, own_discussions(person_id))
    found: Sequence[OwnDiscussion] = g.meetings[1]
    return found


def around(person_id: UUID) -> Sequence[SupportingTeam]:
    """The teams that support the person now."""
    if g.get("around") is None or g.around[0] != person_id:
        g.around = (person_id, teams_around(person_id))
    found: Sequence[SupportingTeam] = g.around[1]
    return found
