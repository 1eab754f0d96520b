"""The staying-well plan, part by part, in the order in which it is read."""

from dataclasses import dataclass

from livingwell.core.dates import long_date
from livingwell.journeys.models import StayingPart, StayingWellPlan

HEADINGS = {
    StayingPart.KEEPS_ME_WELL: "What keeps {name} well",
    StayingPart.EARLY_SIGNS: "The first signs that things get harder",
    StayingPart.TRIGGERS: "What can make things harder",
    StayingPart.WHAT_HELPS: "What helps {name} then",
    StayingPart.WHO_TO_CALL: "Who {name} can call",
    StayingPart.WHAT_SHOULD_HAPPEN: "What should happen then, and what should not",
}


@dataclass(frozen=True)
class StayingWellPage:
    """One version. `parts` are pairs of heading and words; `missing` are the headings of what was left out."""

    number: int
    parts: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    agreed: str
    is_agreed: bool
    saved: str


def staying_well_page(plan: StayingWellPlan, name: str, agreed: StayingWellPlan | None = None) -> StayingWellPage:
    """A version of the person's who is called `name`. `agreed`: the version that they last said was theirs."""
    parts = [(heading.replace("{name}", name), plan.part(part)) for part, heading in HEADINGS.items()]
    return StayingWellPage(
        number=plan.number,
        parts=tuple((heading, words) for heading, words in parts if words),
        missing=tuple(heading for heading, words in parts if not words),
        agreed=_agreed(plan, name, agreed),
        is_agreed=plan.is_agreed,
        saved=f"Version {plan.number}, written by {plan.written_by}, {long_date(plan.saved_on)}",
    )


def _agreed(plan: StayingWellPlan, name: str, agreed: StayingWellPlan | None) -> str:
    if plan.agreed_on and plan.agreed_how:
        return f"{name} said on {long_date(plan.agreed_on)}, {plan.agreed_how.value}: this is mine"
    if agreed is not None and agreed.agreed_on:
        said = f"{name} said of version {agreed.number} on {long_date(agreed.agreed_on)}: this is mine"
        return f"{said}. It was changed since"
    return f"{name} has not said yet that it is theirs"
