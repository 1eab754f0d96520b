"""Postcodes and distances. There is no outside map: where a postcode is follows from the entries that lie there."""

import re
from dataclasses import dataclass
from math import cos, radians, sqrt

MILES_A_DEGREE = 69.09
"""Of latitude. Of longitude it is less, the further north: times the cosine of the latitude."""

SOUTH, NORTH, WEST, EAST = 49.0, 61.0, -9.0, 2.5
"""The United Kingdom. What lies outside is a slip: one point in the sea off Africa would move a whole district."""

_WHOLE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})")
_SOUGHT = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)(?: *([0-9])[A-Z]{0,2})?")


@dataclass(frozen=True)
class Place:
    """A point on the ground, in degrees, and the scale of a degree of longitude there."""

    latitude: float
    longitude: float

    @property
    def miles_east(self) -> float:
        """How many miles a degree of longitude is here."""
        return MILES_A_DEGREE * cos(radians(self.latitude))

    def miles_to(self, latitude: float, longitude: float) -> float:
        """As the crow flies. The ground is taken to be flat: within a county nobody can tell.

        >>> round(Place(53.4875, -2.2901).miles_to(53.4794, -2.2453), 1)
        1.9
        """
        north, east = (latitude - self.latitude) * MILES_A_DEGREE, (longitude - self.longitude) * self.miles_east
        return sqrt(north * north + east * east)


def is_on_the_map(latitude: float | None, longitude: float | None) -> bool:
    """Whether it is a whole place within the United Kingdom, or none at all."""
    if latitude is None or longitude is None:
        return latitude is longitude
    return SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST


def postcode_written(typed: str) -> str:
    """The postcode as all are kept, "M6 5WX"; what is none stays as it was typed.

    >>> postcode_written("m65wx"), postcode_written("M6"), postcode_written("by the canal")
    ('M6 5WX', 'M6', 'by the canal')
    """
    whole = _WHOLE.fullmatch(re.sub(r"\s", "", typed).upper())
    if whole:
        return f"{whole[1]} {whole[2]}"
    return typed.upper() if _SOUGHT.fullmatch(typed.upper()) else typed


def beginning_of(typed: str) -> str | None:
    """How the postcodes begin that lie in the district or sector that was typed; None where it is neither.

    >>> beginning_of("m6"), beginning_of("M6 5"), beginning_of("m6 5wx"), beginning_of("Salford")
    ('M6 ', 'M6 5', 'M6 5', None)
    """
    spaced = " ".join(typed.upper().split())
    whole = _WHOLE.fullmatch(spaced.replace(" ", ""))
    if whole:
        return f"{whole[1]} {whole[2][0]}"
    sought = _SOUGHT.fullmatch(spaced)
    return f"{sought[1]} {sought[2] or ''}" if sought else None
