"""What stands at the top of every page about a person: read in one statement, because every page pays for it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CompoundSelect,
    Select,
    String,
    bindparam,
    case,
    func,
    literal,
    null,
    select,
    type_coerce,
    union_all,
)

from livingwell.adjustments.models import Asked, ContactPreferences, ReasonableAdjustment, Standing, Way, WayPreference
from livingwell.adjustments.queries.adjustments import is_to_be_met
from livingwell.adjustments.queries.preferences import LAST_TOLD
from livingwell.core.clock import now
from livingwell.core.model import Instant
from livingwell.extensions import db

SHOWN = 3
"""How many adjustments stand at the top: the first of the person's own order."""


def asked_of(person_id: UUID) -> Asked:
    """What the person asks now. One statement, however much they told us."""
    rows = db.session.execute(_STRIP, {"person_id": person_id, "at": now()}).all()
    told = next((row for row in rows if row.kind == "told"), None)
    adjustments = [row for row in rows if row.kind == "adjustment"]
    return Asked(
        told_at=told.at if told else None,
        asked_to_stop=bool(told and told.number),
        comes_from=told.first if told else "",
        and_then=told.second if told else "",
        through_whom=told.third if told else "",
        ways=tuple((Way(row.first), Standing(row.second)) for row in rows if row.kind == "way"),
        adjustments=tuple(row.first for row in adjustments),
        adjustment_count=adjustments[0].number if adjustments else 0,
    )


def _strip() -> CompoundSelect[Any]:
    """Three kinds of row in one: what was told, each way, and the first adjustments."""
    last = LAST_TOLD.with_only_columns(ContactPreferences.id).scalar_subquery()
    told = select(
        literal("told").label("kind"),
        literal(0).label("place"),
        ContactPreferences.comes_from.label("first"),
        ContactPreferences.and_then.label("second"),
        ContactPreferences.through_whom.label("third"),
        case((ContactPreferences.asked_to_stop, 1), else_=0).label("number"),
        ContactPreferences.told_at.label("at"),
    ).where(ContactPreferences.id == last)
    ways = select(
        literal("way"),
        WayPreference.position,
        type_coerce(WayPreference.way, String),
        type_coerce(WayPreference.standing, String),
        literal(""),
        literal(0),
        null().cast(Instant),
    ).where(WayPreference.preferences_id == last)
    return union_all(told, ways, select(_adjustments().subquery())).order_by("kind", "place")


def _adjustments() -> Select[str, int, str, str, str, int, datetime]:
    return (
        select(
            literal("adjustment").label("kind"),
            ReasonableAdjustment.position.label("place"),
            ReasonableAdjustment.what.label("first"),
            literal("").label("second"),
            literal("").label("third"),
            func.count().over().label("number"),
            null().cast(Instant).label("at"),
        )
        .where(ReasonableAdjustment.person_id == bindparam("person_id"), is_to_be_met())
        .order_by(ReasonableAdjustment.position, ReasonableAdjustment.created_at, ReasonableAdjustment.id)
        .limit(SHOWN)
    )


# On every page about a person, and so put together only once.
_STRIP = _strip()
