"""When two names may be one person's: the same name typed, shortened or accented in another way."""

from livingwell.core.text import fold

_SHORTEST_BEGINNING = 3  # "Jol" for Jolanta, "Raf" for Rafał
_SHORTEST_MISTYPED = 4  # among shorter names one letter makes another name: Ali, Avi


def are_similar(one: tuple[str, str, str], other: tuple[str, str, str]) -> bool:
    """Whether two people's names are alike; each is the preferred, the given and the family name.

    The family names must be alike, and the given or preferred ones; or given and family name changed places.
    """
    preferred, given, family = map(_folded, one)
    other_preferred, other_given, other_family = map(_folded, other)
    if are_alike(family, other_family):
        return any(are_alike(a, b) for a in {preferred, given} for b in {other_preferred, other_given})
    return given == other_family and family == other_given


def are_alike(one: str, other: str) -> bool:
    """Whether two folded names are the same, one the beginning of the other, or one mistyped letter apart."""
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) >= _SHORTEST_BEGINNING and longer.startswith(shorter):
        return True
    return len(shorter) >= _SHORTEST_MISTYPED and _is_one_letter_apart(shorter, longer)


def _is_one_letter_apart(shorter: str, longer: str) -> bool:
    """One letter changed, left out, or two neighbours swapped."""
    if len(longer) - len(shorter) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    if len(longer) > len(shorter):
        return shorter[at:] == longer[at + 1 :]
    is_swapped = shorter[at : at + 2] == longer[at : at + 2][::-1] and shorter[at + 2 :] == longer[at + 2 :]
    return is_swapped or shorter[at + 1 :] == longer[at + 1 :]


def _folded(name: str) -> str:
    return fold(name).replace(" ", "")
