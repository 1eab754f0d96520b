"""A person's staying-well plan, its earlier versions, and what they said already that could stand in it."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, func, select

from livingwell.careplans.queries.safety_plans import current_safety_plan
from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.journeys.models import StayingPart, StayingWellPlan
from livingwell.journeys.models.staying_well import NOTHING_SAID, Parts, Said
from livingwell.passports.models import Section
from livingwell.passports.queries.passport import passport_now

FROM_SAFETY_PLAN = {
    StayingPart.EARLY_SIGNS: "early_signs",
    StayingPart.TRIGGERS: "triggers",
    StayingPart.WHAT_HELPS: "what_helps",
    StayingPart.WHO_TO_CALL: "who_to_contact",
    StayingPart.WHAT_SHOULD_HAPPEN: "what_should_happen",
}
"""Where the safety plan says the same thing, by the name of its column."""

FROM_PASSPORT = {
    StayingPart.KEEPS_ME_WELL: (Section.WELLNESS, Section.IMPORTANT),
    StayingPart.EARLY_SIGNS: (Section.WELLNESS,),
    StayingPart.TRIGGERS: (Section.DO_AND_DONT,),
    StayingPart.WHAT_HELPS: (Section.WELLNESS, Section.SUPPORT, Section.DO_AND_DONT),
    StayingPart.WHO_TO_CALL: (Section.PEOPLE,),
    StayingPart.WHAT_SHOULD_HAPPEN: (Section.SUPPORT,),
}
"""Under which headings the passport may say it."""


MOST_VERSIONS = 2**31 - 1  # what a column of whole numbers holds


def staying_well_now(person_id: UUID) -> StayingWellPlan | None:
    """What it says now, or none before anything was written. One statement."""
    return db.session.scalar(_of(person_id).limit(1))


def staying_well_versions(person_id: UUID) -> Sequence[StayingWellPlan]:
    """Every version, the newest first. One statement."""
    return db.session.scalars(_of(person_id)).all()


def staying_well_version(person_id: UUID, number: int) -> StayingWellPlan:
    """One version. Raises NotFound for a number that it never had."""
    plan = _numbered(person_id, number)
    if plan is None:
        raise NotFound
    return plan


def staying_well_parts(person_id: UUID, number: int) -> Parts:
    """What was said in that version; nothing for a number that it never had."""
    plan = _numbered(person_id, number)
    return plan.parts if plan else NOTHING_SAID


def staying_well_agreed(person_id: UUID) -> StayingWellPlan | None:
    """The version that the person last said was theirs, whether or not it was changed since. One statement."""
    return db.session.scalar(_of(person_id).where(StayingWellPlan.agreed_on.is_not(None)).limit(1))


def next_staying_well_number(person_id: UUID) -> int:
    """The number of the version that is being made."""
    latest = select(func.max(StayingWellPlan.number)).where(StayingWellPlan.person_id == person_id)
    return (db.session.scalar(latest) or 0) + 1


def said_already(person_id: UUID) -> Said:
    """For each part, what the person's safety plan and passport say of it, line by line and word for word.

    Five statements, however much there is.
    """
    found: dict[StayingPart, dict[str, None]] = defaultdict(dict)
    safety = current_safety_plan(person_id)
    for part, column in FROM_SAFETY_PLAN.items() if safety else ():
        found[part].update(dict.fromkeys(_lines(getattr(safety, column))))
    passport = passport_now(person_id)
    for part, sections in FROM_PASSPORT.items():
        found[part].update({line.words: None for section in sections for line in passport.lines_in(section)})
    return {part: tuple(lines) for part, lines in found.items() if lines}


def _lines(words: str) -> list[str]:
    """Each line by itself, without the sign of a list."""
    lines = (line.strip().removeprefix("-").strip() for line in words.split("\n"))
    return [line for line in lines if line]


def _numbered(person_id: UUID, number: int) -> StayingWellPlan | None:
    """The version, or none; a number that no database could hold is none."""
    if not 0 < number <= MOST_VERSIONS:
        return None
    return db.session.scalar(_of(person_id).where(StayingWellPlan.number == number))


def _of(person_id: UUID) -> Select[StayingWellPlan]:
    found = select(StayingWellPlan).where(StayingWellPlan.person_id == person_id)
    return found.order_by(StayingWellPlan.number.desc())
