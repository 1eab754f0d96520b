"""The safety plan, part by part, in the order in which it is used."""

from dataclasses import dataclass
from datetime import date

from livingwell.careplans.models import SafetyPlan
from livingwell.core.dates import long_date


@dataclass(frozen=True)
class SafetyPage:
    """One version of it. `parts` are pairs of heading and words; parts that say nothing are left out."""

    id: str
    number: int
    parts: tuple[tuple[str, str], ...]
    agreed: str
    saved: str
    review: str
    is_review_due: bool


def safety_page(plan: SafetyPlan, name: str, today: date) -> SafetyPage:
    """The safety plan of the person who is called `name`."""
    parts = (
        (f"What can make things worse for {name}", plan.triggers),
        ("The first signs", plan.early_signs),
        (f"What helps {name}", plan.what_helps),
        ("What should happen, and what should not", plan.what_should_happen),
        ("Who to contact", plan.who_to_contact),
        (f"What {name} wishes, for a time when saying it is too hard", plan.advance_wishes),
    )
    on = f" on {long_date(plan.agreed_on)}" if plan.agreed_on else ""
    return SafetyPage(
        id=str(plan.id),
        number=plan.number,
        parts=tuple((heading, words) for heading, words in parts if words),
        agreed=f"Agreed with {plan.agreed_with}{on}"
        if plan.agreed_with
        else "It does not say yet with whom it was agreed",
        saved=f"Version {plan.number}, written by {plan.written_by}, {long_date(plan.saved_on)}",
        review=long_date(plan.review_on) if plan.review_on else "",
        is_review_due=plan.review_on is not None and plan.review_on <= today,
    )
