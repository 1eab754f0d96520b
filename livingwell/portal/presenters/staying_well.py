"""The plan for staying well in the person's own voice."""

from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from livingwell.journeys.models import StayingPart, StayingWellPlan
from livingwell.portal.dates import long_date
from livingwell.portal.saying import gettext as _

HEADINGS = {
    StayingPart.KEEPS_ME_WELL: _l("What keeps me well"),
    StayingPart.EARLY_SIGNS: _l("My first signs"),
    StayingPart.TRIGGERS: _l("What makes things harder"),
    StayingPart.WHAT_HELPS: _l("What helps me then"),
    StayingPart.WHO_TO_CALL: _l("Who I can call"),
    StayingPart.WHAT_SHOULD_HAPPEN: _l("What should happen then"),
}
HINTS = {
    StayingPart.KEEPS_ME_WELL: _l("Things you do, people you see, how your days go. Small things count."),
    StayingPart.EARLY_SIGNS: _l("What you see first when things get harder. Or what others see."),
    StayingPart.TRIGGERS: _l("Times, places or news that can bring a bad time on."),
    StayingPart.WHAT_HELPS: _l("What you can do by yourself, and what others can do."),
    StayingPart.WHO_TO_CALL: _l("Names and numbers. They go on your card too. Ask them first."),
    StayingPart.WHAT_SHOULD_HAPPEN: _l("What people should do if it gets bad. And what they should not do."),
}


@dataclass(frozen=True)
class MyPart:
    """One part: its key in addresses, what it is called, and the person's words."""

    key: str
    heading: str
    words: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The words line by line, for paper: one thing on each, without the sign of a list."""
        lines = (line.strip().removeprefix("-").strip() for line in self.words.split("\n"))
        return tuple(line for line in lines if line)


@dataclass(frozen=True)
class MyStayingWell:
    """One version, or how it is before the first: then `number` is 0. All the parts, also those left out.

    `mine_since`: the day on which they said that this very version is theirs.
    """

    number: int
    parts: tuple[MyPart, ...]
    saved: str
    agreed: str
    mine_since: str

    @property
    def is_agreed(self) -> bool:
        """Whether they said that this very version is theirs."""
        return bool(self.mine_since)

    @property
    def is_empty(self) -> bool:
        return not any(part.words for part in self.parts)

    @property
    def written(self) -> tuple[MyPart, ...]:
        """The parts that say something."""
        return tuple(part for part in self.parts if part.words)

    def part(self, part: StayingPart) -> MyPart:
        return next(each for each in self.parts if each.key == part.key)


def my_staying_well(plan: StayingWellPlan | None, agreed: StayingWellPlan | None = None) -> MyStayingWell:
    """A version. `agreed`: the one of which the person last said that it is theirs."""
    parts = (MyPart(part.key, str(heading), plan.part(part) if plan else "") for part, heading in HEADINGS.items())
    return MyStayingWell(
        number=plan.number if plan else 0,
        parts=tuple(parts),
        saved=_("Written by %(who)s, %(day)s", who=plan.written_by, day=long_date(plan.saved_on)) if plan else "",
        agreed=_agreed(plan, agreed),
        mine_since=long_date(plan.agreed_on) if plan and plan.agreed_on else "",
    )


def _agreed(plan: StayingWellPlan | None, agreed: StayingWellPlan | None) -> str:
    if plan is not None and plan.agreed_on is not None:
        return _("You said on %(day)s: this is mine.", day=long_date(plan.agreed_on))
    if agreed is not None and agreed.agreed_on is not None:
        return _("You said on %(day)s: this is mine. It has changed since then.", day=long_date(agreed.agreed_on))
    return ""
