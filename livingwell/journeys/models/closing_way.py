"""The ways in which a closing letter can reach somebody: none that they said no to."""

from enum import StrEnum

from livingwell.adjustments.models import ContactPreferences, Standing, Way

_WELCOME = (Standing.BEST, Standing.FINE)


class ClosingWay(StrEnum):
    """By e-mail, by post, or printed and given to them: what is left where they said no to every written way."""

    EMAIL = "email"
    POST = "letter"
    BY_HAND = "hand"

    @property
    def way(self) -> Way:
        """How it is made."""
        return Way.EMAIL if self is ClosingWay.EMAIL else Way.LETTER


def closing_ways(preferences: ContactPreferences | None) -> tuple[ClosingWay, ...]:
    """The ways that may be used, the one that the person likes best first. By hand is always one, and the last."""
    posted = [ClosingWay.POST, ClosingWay.EMAIL]
    if preferences is not None:
        said = {each.way: each.standing for each in preferences.ways}
        liked = [way for way in preferences.ways_that_are(*_WELCOME) if way.is_written]
        posted = [each for each in posted if said.get(each.way, Standing.FINE) in _WELCOME]
        posted.sort(key=lambda each: liked.index(each.way) if each.way in liked else len(liked))
    return (*posted, ClosingWay.BY_HAND)
