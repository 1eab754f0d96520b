"""The staying-well plan: the person's, written with them, for after our support."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.careplans.models import HowSaid
from livingwell.core.model import choice
from livingwell.core.text import LONG
from livingwell.extensions import Model
from livingwell.people.models.line import Line


class StayingPart(StrEnum):
    """What it can say, in the order in which it is read, each by the name of its column."""

    KEEPS_ME_WELL = "keeps_me_well"
    EARLY_SIGNS = "early_signs"
    TRIGGERS = "triggers"
    WHAT_HELPS = "what_helps"
    WHO_TO_CALL = "who_to_call"
    WHAT_SHOULD_HAPPEN = "what_should_happen"

    @property
    def key(self) -> str:
        """What stands for it in an address."""
        return self.value.replace("_", "-")


Parts = dict[StayingPart, str]

Said = Mapping[StayingPart, Sequence[str]]
"""For each part, lines that the person has said already, elsewhere in their record."""

NOTHING_SAID: Parts = dict.fromkeys(StayingPart, "")


class StayingWellPlan(Line, Model):
    """One version of it. Saving makes the next; none is changed. All of its parts are optional.

    It is agreed where the person said that it is theirs (`agreed_on`, `agreed_how`).
    """

    __tablename__ = "staying_well_plan"
    __table_args__ = (Index("uq_staying_well_plan_person_id_number", "person_id", "number", unique=True),)

    number: Mapped[int]
    keeps_me_well: Mapped[str] = mapped_column(String(LONG), default="")
    early_signs: Mapped[str] = mapped_column(String(LONG), default="")
    triggers: Mapped[str] = mapped_column(String(LONG), default="")
    what_helps: Mapped[str] = mapped_column(String(LONG), default="")
    who_to_call: Mapped[str] = mapped_column(String(LONG), default="")
    what_should_happen: Mapped[str] = mapped_column(String(LONG), default="")
    agreed_on: Mapped[date | None]
    agreed_how: Mapped[HowSaid | None] = mapped_column(choice(HowSaid))
    saved_on: Mapped[date]

    def part(self, part: StayingPart) -> str:
        """What it says in this part; nothing where it was left out."""
        words: str = getattr(self, part.value)
        return words

    @property
    def parts(self) -> Parts:
        """All of it, also what was left out."""
        return {part: self.part(part) for part in StayingPart}

    @property
    def is_agreed(self) -> bool:
        """Whether the person said that this very version is theirs."""
        return self.agreed_on is not None
