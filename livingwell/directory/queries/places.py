"""Where a postcode is, by the entries that lie there."""

from dataclasses import dataclass

from sqlalchemy import String, bindparam, case, func, select

from livingwell.directory.models import Service
from livingwell.directory.places import Place, beginning_of
from livingwell.extensions import db
from livingwell.people.queries.search import begins

DECIMALS = 4  # ten metres: so that both databases, which add up in orders of their own, come to the same point


@dataclass(frozen=True)
class Located:
    """Where distances are measured from. `name`: the sector or district; no place: the data knows nothing there."""

    name: str
    place: Place | None = None


def located(typed: str) -> Located | None:
    """The middle of the entries in the sector that was typed, or of its district where the sector has none.

    None where it is no beginning of a postcode.
    """
    beginning = beginning_of(typed)
    if beginning is None:
        return None
    district = beginning.partition(" ")[0]
    values = {"district": f"{district} ", "sector": beginning}
    row = db.session.execute(_MIDDLE, values).one()
    if row.sector_latitude is not None:
        return Located(beginning.strip(), _place(row.sector_latitude, row.sector_longitude))
    if row.latitude is not None:
        return Located(district, _place(row.latitude, row.longitude))
    return Located(beginning.strip())


def _place(latitude: float, longitude: float) -> Place:
    return Place(round(latitude, DECIMALS), round(longitude, DECIMALS))


_in_sector = begins(Service.postcode, bindparam("sector", type_=String()))
_MIDDLE = select(
    func.avg(case((_in_sector, Service.latitude))).label("sector_latitude"),
    func.avg(case((_in_sector, Service.longitude))).label("sector_longitude"),
    func.avg(Service.latitude).label("latitude"),
    func.avg(Service.longitude).label("longitude"),
).where(begins(Service.postcode, bindparam("district", type_=String())), Service.latitude.is_not(None))
