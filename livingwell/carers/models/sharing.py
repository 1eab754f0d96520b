"""What the person agrees that a carer may know: for each topic by itself, until a date, and taken back at any time.

Triangle of Care: general information and listening to a carer never need an agreement; the person's own history does.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.model import choice
from livingwell.core.text import LINE
from livingwell.extensions import Model
from livingwell.people.models import Topic
from livingwell.people.models.line import Line

LONGEST = timedelta(days=366)
"""How far ahead an agreement may be asked about again."""
USUAL = timedelta(weeks=26)
"""When it is asked about again, unless another day is chosen."""
SOON = timedelta(weeks=4)
"""How long before it ends a member is told that it does."""


class SharingKind(StrEnum):
    """What happened to an agreement."""

    GIVEN = "given"
    REVIEWED = "reviewed"
    WITHDRAWN = "withdrawn"


class HowTold(StrEnum):
    """How the person told us."""

    OWN_SIDE = "own_side"
    IN_PERSON = "in_person"
    PHONE = "phone"
    IN_WRITING = "in_writing"
    ANOTHER_WAY = "another_way"


class SharingAgreement(Line, Model):
    """One thing that the person said about one topic and one carer. Nothing changes it; the latest stands.

    `number` counts up for the carer and the topic. `review_on` is the last day of an agreement: unless the person is
    asked again by then, the carer sees nothing more.
    """

    __tablename__ = "sharing_agreement"
    __table_args__ = (
        CheckConstraint("(kind = 'withdrawn') = (review_on IS NULL)", name="agreed_until"),
        Index("uq_sharing_agreement_carer_id_topic_number", "carer_id", "topic", "number", unique=True),
    )

    carer_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("carer.id"))
    topic: Mapped[Topic] = mapped_column(choice(Topic))
    number: Mapped[int]
    kind: Mapped[SharingKind] = mapped_column(choice(SharingKind))
    told_on: Mapped[date]
    how: Mapped[HowTold] = mapped_column(choice(HowTold))
    said: Mapped[str] = mapped_column(String(LINE), default="")
    review_on: Mapped[date | None]


@dataclass(frozen=True)
class Sharing:
    """Where one topic stands for one carer. `since` is when it was given, `until` its last day."""

    topic: Topic
    since: date
    until: date
    latest: SharingAgreement

    def is_open(self, day: date) -> bool:
        """Whether the carer may know on that day."""
        return self.until >= day

    def is_due(self, day: date) -> bool:
        """Whether the person is to be asked again: it ends soon, or has ended because nobody asked."""
        return self.until <= day + SOON


def sharing_now(rows: Iterable[SharingAgreement]) -> Mapping[Topic, Sharing]:
    """What stands for one carer, by topic; what was withdrawn is not in it."""
    stands: dict[Topic, Sharing] = {}
    for row in sorted(rows, key=lambda each: each.number):
        before = stands.pop(row.topic, None)
        if row.review_on is not None:
            is_new = before is None or row.kind is SharingKind.GIVEN
            stands[row.topic] = Sharing(
                row.topic, row.told_on if is_new or not before else before.since, row.review_on, row
            )
    return {topic: stands[topic] for topic in Topic if topic in stands}
