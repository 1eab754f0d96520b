"""What a carer is offered for themselves: support, and the council's assessment of what they need.

Care Act 2014 s.10: a council must assess any carer who appears to need support, whatever the person's own needs.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.errors import Conflict
from livingwell.core.model import choice
from livingwell.core.text import LINE
from livingwell.extensions import Model
from livingwell.people.models.line import Line


class OfferKind(StrEnum):
    """What is offered."""

    SUPPORT = "support"
    COUNCIL_ASSESSMENT = "council_assessment"


class OfferStage(StrEnum):
    """How far it has come. Whoever declined may be offered it again."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    REFERRED = "referred"
    OUTCOME = "outcome"

    @property
    def needs_words(self) -> bool:
        """Whether it says nothing without words: to whom they were referred, what came of it."""
        return self in (OfferStage.REFERRED, OfferStage.OUTCOME)


FOLLOWS: dict[OfferStage | None, tuple[OfferStage, ...]] = {
    None: (OfferStage.OFFERED,),
    OfferStage.OFFERED: (OfferStage.ACCEPTED, OfferStage.DECLINED),
    OfferStage.ACCEPTED: (OfferStage.REFERRED, OfferStage.OUTCOME),
    OfferStage.DECLINED: (OfferStage.OFFERED, OfferStage.ACCEPTED),
    OfferStage.REFERRED: (OfferStage.OUTCOME,),
    OfferStage.OUTCOME: (OfferStage.OFFERED,),
}
"""What may come next after each."""


class CarerOffer(Line, Model):
    """One dated step of an offer, to a carer or, as a carer of somebody else, to the person. `number` counts up."""

    __tablename__ = "carer_offer"
    __table_args__ = (
        CheckConstraint("(carer_id IS NULL) <> (helped_id IS NULL)", name="is_to_one"),
        CheckConstraint("stage NOT IN ('referred', 'outcome') OR length(said) > 0", name="has_words"),
        Index("uq_carer_offer_carer_id_kind_number", "carer_id", "kind", "number", unique=True),
        Index("uq_carer_offer_helped_id_kind_number", "helped_id", "kind", "number", unique=True),
    )

    carer_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("carer.id"))
    helped_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("somebody_helped.id"))
    kind: Mapped[OfferKind] = mapped_column(choice(OfferKind))
    number: Mapped[int]
    stage: Mapped[OfferStage] = mapped_column(choice(OfferStage))
    happened_on: Mapped[date]
    said: Mapped[str] = mapped_column(String(LINE), default="")


def next_stages(steps: Iterable[CarerOffer]) -> tuple[OfferStage, ...]:
    """What may come next, from the steps so far."""
    latest = max(steps, key=lambda each: each.number, default=None)
    return FOLLOWS[latest.stage if latest else None]


def require_next(steps: Iterable[CarerOffer], stage: OfferStage) -> None:
    """Raise Conflict where this can't come next."""
    if stage not in next_stages(steps):
        raise Conflict("This can’t come next. Look at what is on record before you go on.")
