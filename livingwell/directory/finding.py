"""Words that make an entry findable, and words that say nothing to a search."""

from collections.abc import Iterable

from livingwell.directory.models import Service
from livingwell.directory.words import KINDS
from livingwell.people.models.searching import folded_parts

SAY_NOTHING = frozenset(
    "a an and are as at be by can for from in is it of on or our the this to we with you your".split()
)
"""Left out of what is kept and of what is searched, unless nothing else was typed."""


def words_of(service: Service, titles: Iterable[str] = ()) -> frozenset[str]:
    """Every word that finds the entry. `titles`: those of its courses."""
    named = folded_parts(service.name)
    told = folded_parts(
        service.summary, service.for_whom, service.how_to_join, service.address, KINDS[service.kind], *titles
    )
    return named | (told - SAY_NOTHING)
