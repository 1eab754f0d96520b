"""How often a place landed, said where it is chosen."""

from livingwell.journeys.models.landings import Landings


def often_does_not_words(landings: Landings | None) -> str:
    """What to say of a place that often doesn't land, or nothing: of one that does, or that few people told us about.

    It is said of the place, never of who went there.
    """
    if landings is None or not landings.often_does_not:
        return ""
    went = f"Of {landings.answered} people who chose this and told us, {landings.working or 'nobody'} said it works."
    gone = f" For {landings.did_not_happen} it never began." if landings.did_not_happen else ""
    return f"{went}{gone} Talk about what would make it work this time."
