"""Finding services by words, kind, place and what somebody needs, by the indexes that both databases have."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Float, Integer, Select, String, and_, bindparam, case, func, literal, or_, select

from livingwell.directory.models import Feature, FeatureView, Service, ServiceWord
from livingwell.directory.places import MILES_A_DEGREE, Place
from livingwell.directory.queries.features import Opinion, opinions_of
from livingwell.directory.queries.places import Located, located
from livingwell.directory.queries.services import PAGE
from livingwell.directory.sought import Sought
from livingwell.extensions import db
from livingwell.people.queries.search import begins


@dataclass(frozen=True)
class Found:
    """One service of the page: how many miles away, where that is known, and what is said of what somebody needs."""

    service: Service
    miles: float | None
    opinions: dict[Feature | UUID, Opinion]


@dataclass(frozen=True)
class FoundServices:
    """A page of what was found, how many there are in all, and where the distance is measured from.

    `located` is None where no postcode was typed, or what was typed is none.
    """

    rows: Sequence[Found]
    count: int
    page: int
    located: Located | None = None


@dataclass(frozen=True)
class _Shape:
    """What a statement looks like: its values are bound, so that each shape is put together once."""

    words: int
    has_kind: bool
    has_place: bool
    has_features: bool
    is_drop_in: bool
    is_self_referral: bool
    is_withdrawn: bool


def services_found(sought: Sought, page: int = 1) -> FoundServices:
    """The page of what fits, in as many statements for fifty thousand services as for one.

    First those with all that is needed, last those where something needed is not met, none of them hidden. Among these
    the nearest first where a place is known, those without a place after them; else those that are called so, by name.
    """
    where = located(sought.postcode) if sought.postcode.strip() else None
    place = where.place if where else None
    shape, values = _shape(sought, place), _values(sought, place, page)
    count = db.session.scalar(_number(shape), values) or 0
    services = db.session.scalars(_page(shape), values).all() if count else ()
    opinions = opinions_of(service.id for service in services)
    rows = [Found(service, _miles(place, service), opinions.get(service.id, {})) for service in services]
    return FoundServices(rows, count, page, where)


def _shape(sought: Sought, place: Place | None) -> _Shape:
    return _Shape(
        words=len(sought.folded_words),
        has_kind=sought.kind is not None,
        has_place=place is not None,
        has_features=bool(sought.features),
        is_drop_in=sought.is_drop_in,
        is_self_referral=sought.is_self_referral,
        is_withdrawn=sought.is_withdrawn,
    )


def _values(sought: Sought, place: Place | None, page: int) -> dict[str, Any]:
    values: dict[str, Any] = {f"word_{number}": word for number, word in enumerate(sought.folded_words)}
    if place is not None:
        values |= {"latitude": place.latitude, "longitude": place.longitude}
        values |= {"north": MILES_A_DEGREE, "east": place.miles_east}
    return values | {"kind": sought.kind, "features": list(sought.features), "first": (page - 1) * PAGE}


def _miles(place: Place | None, service: Service) -> float | None:
    if place is None or service.latitude is None or service.longitude is None:
        return None
    return place.miles_to(service.latitude, service.longitude)


@cache
def _number(shape: _Shape) -> Select[Any]:
    return select(func.count()).select_from(Service).where(*_fits(shape))


@cache
def _page(shape: _Shape) -> Select[Any]:
    """The ids of one page in their order, then its rows: sorting thousands of whole entries would take far longer."""
    order, ids = _order(shape), select(Service.id)
    if shape.has_features:
        known = _known()
        ids = ids.outerjoin(known, known.c.service_id == Service.id)
        order = [func.coalesce(known.c.not_met, 0) > 0, -func.coalesce(known.c.met, 0), *order]
    parts = [part.label(f"order_{number}") for number, part in enumerate(order)]
    limited = ids.add_columns(*parts).where(*_fits(shape)).order_by(*parts)
    shown = limited.offset(bindparam("first", type_=Integer())).limit(PAGE).subquery()
    return select(Service).join(shown, shown.c.id == Service.id).order_by(*(shown.c[part.name] for part in parts))


def _fits(shape: _Shape) -> list[ColumnElement[bool]]:
    fits: list[ColumnElement[bool]] = [
        Service.withdrawn_on.is_not(None) if shape.is_withdrawn else Service.withdrawn_on.is_(None)
    ]
    fits += [Service.id.in_(_with_word(number)) for number in range(shape.words)]
    if shape.has_kind:
        fits.append(Service.kind == bindparam("kind"))
    ways = [Service.is_drop_in] * shape.is_drop_in + [Service.is_self_referral] * shape.is_self_referral
    return [*fits, or_(*ways)] if ways else fits


def _with_word(number: int) -> Select[Any]:
    """The services with a word that begins so."""
    return select(ServiceWord.service_id).where(begins(ServiceWord.folded, _word(number)))


def _word(number: int) -> ColumnElement[str]:
    return bindparam(f"word_{number}", type_=String())


def _order(shape: _Shape) -> list[Any]:
    """Among services that are as good for somebody."""
    by_name = [Service.sort_name, Service.id]
    if shape.has_place:
        return [Service.latitude.is_(None), _miles_squared(), *by_name]
    if shape.words:
        return [~_is_called(), *by_name]
    return by_name


def _is_called() -> ColumnElement[bool]:
    """Whether a word of its name begins with the longest that was typed."""
    return literal(" ").concat(Service.sort_name).like(literal("% ").concat(_word(0)).concat("%"))


def _miles_squared() -> Any:
    """In the order of the distance, by sums that both databases do alike to the last digit."""
    latitude, longitude, scale_north, scale_east = (
        bindparam(name, type_=Float()) for name in ("latitude", "longitude", "north", "east")
    )
    north, east = (Service.latitude - latitude) * scale_north, (Service.longitude - longitude) * scale_east
    return north * north + east * east


def _known() -> Any:
    """For each service that somebody has told about: how many of the features are met, and how many are not.

    As `Opinion.standing`: where people differ, neither.
    """
    yes, no = func.max(case((FeatureView.is_so, 1), else_=0)), func.max(case((FeatureView.is_so, 0), else_=1))
    asked = FeatureView.feature.in_(bindparam("features", expanding=True))
    each = (
        select(FeatureView.service_id, yes.label("yes"), no.label("no"))
        .where(asked, FeatureView.replaced_at.is_(None))
        .group_by(FeatureView.service_id, FeatureView.feature)
        .subquery()
    )
    met, not_met = and_(each.c.yes == 1, each.c.no == 0), and_(each.c.yes == 0, each.c.no == 1)
    counts = [func.sum(case((met, 1), else_=0)).label("met"), func.sum(case((not_met, 1), else_=0)).label("not_met")]
    return select(each.c.service_id, *counts).group_by(each.c.service_id).subquery()
