"""Which way to try next, once others did not reach."""

from collections.abc import Collection

from livingwell.adjustments.models import ContactPreferences, Standing, Way

NOT_OFFERED = (Standing.NOT_WANTED, Standing.NOT_SAFE, Standing.ONLY_IF_URGENT)


def next_way(preferences: ContactPreferences | None, tried: Collection[Way]) -> Way | None:
    """The best way by the person's own word that is not tried yet: best, then fine, then one they said nothing about.

    Never one that they said no to. None where every way was tried, so that a way through somebody else is to be found.
    """
    best: tuple[Way, ...] = ()
    refused: tuple[Way, ...] = ()
    if preferences is not None:
        best = (*preferences.ways_that_are(Standing.BEST), *preferences.ways_that_are(Standing.FINE))
        refused = preferences.ways_that_are(*NOT_OFFERED)
    unspoken = (way for way in Way if way not in best and way not in refused)
    return next((way for way in (*best, *unspoken) if way not in tried), None)
