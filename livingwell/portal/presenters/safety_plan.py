"""The safety plan, said to the person, in the order in which it is used."""

from dataclasses import dataclass

from livingwell.careplans.models import SafetyPlan
from livingwell.portal.dates import long_date
from livingwell.portal.saying import gettext as _


@dataclass(frozen=True)
class MySafetyPlan:
    """`parts` are pairs of heading and words; what says nothing is left out."""

    parts: tuple[tuple[str, str], ...]
    agreed: str
    saved: str
    review: str


def my_safety_plan(plan: SafetyPlan) -> MySafetyPlan:
    """The version that holds now."""
    parts = (
        (_("What can make things worse for me"), plan.triggers),
        (_("The first signs"), plan.early_signs),
        (_("What helps me"), plan.what_helps),
        (_("What should happen, and what should not"), plan.what_should_happen),
        (_("Who to contact"), plan.who_to_contact),
        (_("What I want, for a time when it is hard to say"), plan.advance_wishes),
    )
    return MySafetyPlan(
        parts=tuple((heading, words) for heading, words in parts if words),
        agreed=_("Agreed with %(who)s", who=plan.agreed_with) if plan.agreed_with else "",
        saved=_("Written by %(who)s, %(day)s", who=plan.written_by, day=long_date(plan.saved_on)),
        review=_("We look at it again on %(day)s.", day=long_date(plan.review_on)) if plan.review_on else "",
    )
