"""A numbered version of the plan, what the person answered to it, and who signed it off."""

from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.careplans.models.line import PlanLine
from livingwell.careplans.models.voice import HowSaid
from livingwell.core.errors import Invalid
from livingwell.core.model import choice
from livingwell.core.text import LINE, LONG, SHORT
from livingwell.extensions import Model
from livingwell.people.models.line import Line


class VersionReason(StrEnum):
    """Why the plan was numbered then."""

    ASKED = "asked"
    DISCUSSION = "discussion"


class Answer(StrEnum):
    """What the person answered, or that nobody could ask, or that they said not yet (`Agreement.is_not_yet`)."""

    YES = "yes"
    NO = "no"
    COULD_NOT_ASK = "could not ask"


NOT_YET = "Not yet"
"""What the table keeps as why nobody asked where the person said not yet. These are no words of theirs: never shown."""


class Agreement(Line, Model):
    """The person's answer to one version. It is an event, with a date; a later answer is another row."""

    __tablename__ = "agreement"
    __table_args__ = (
        CheckConstraint("answer <> 'no' OR length(not_right) > 0", name="no_says_what"),
        CheckConstraint(
            "answer <> 'could not ask' OR (length(why_not_asked) > 0 AND ask_by IS NOT NULL)",
            name="not_asked_says_when",
        ),
        Index("uq_agreement_version_id_number", "version_id", "number", unique=True),
    )

    version_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("plan_version.id"))
    number: Mapped[int]
    answer: Mapped[Answer] = mapped_column(choice(Answer))
    answered_on: Mapped[date]
    how: Mapped[HowSaid | None] = mapped_column(choice(HowSaid))
    words: Mapped[str] = mapped_column(String(LONG), default="")
    not_right: Mapped[str] = mapped_column(String(LONG), default="")
    why_not_asked: Mapped[str] = mapped_column(String(LINE), default="")
    ask_by: Mapped[date | None]
    answered_by: Mapped[str] = mapped_column(String(SHORT), default="")

    @property
    def is_not_yet(self) -> bool:
        """Whether the person, asked on a screen, said not yet. Where nobody could ask, nothing says how."""
        return self.answer is Answer.COULD_NOT_ASK and self.how is HowSaid.ON_THIS_SCREEN

    def require_complete(self) -> None:
        """Raise Invalid where a no does not say what is wrong, or nobody asked and it does not say why and by when."""
        if self.answer is Answer.NO and not self.not_right:
            raise Invalid({"not_right": "Write down what is not right, in the person’s words if you can."})
        if self.answer is Answer.COULD_NOT_ASK and not self.why_not_asked:
            raise Invalid({"why_not_asked": "Say why the person could not be asked."})
        if self.answer is Answer.COULD_NOT_ASK and self.ask_by is None:
            raise Invalid({"ask_by": "Enter the date by which the person will be asked."})


class SignOff(Line, Model):
    """A member signs a version off. It is never the person's agreement."""

    __tablename__ = "sign_off"
    __table_args__ = (Index("uq_sign_off_version_id_written_by_id", "version_id", "written_by_id", unique=True),)

    version_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("plan_version.id"))
    signed_on: Mapped[date]


class PlanVersion(PlanLine, Model):
    """The whole plan as it stood, so that every version can be read. Never changed."""

    __tablename__ = "plan_version"
    __table_args__ = (Index("uq_plan_version_plan_id_number", "plan_id", "number", unique=True),)

    number: Mapped[int]
    why: Mapped[VersionReason] = mapped_column(choice(VersionReason))
    made_on: Mapped[date]
    snapshot: Mapped[Any] = mapped_column(JSON, deferred=True, deferred_raiseload=True)

    agreements: Mapped[list[Agreement]] = relationship(order_by=Agreement.number, lazy="raise_on_sql")
    sign_offs: Mapped[list[SignOff]] = relationship(order_by=SignOff.created_at, lazy="raise_on_sql")

    @property
    def agreement(self) -> Agreement | None:
        """The last answer to this version, or none where the person has not been asked."""
        return self.agreements[-1] if self.agreements else None

    def take(self, agreement: Agreement) -> None:
        """Add the person's answer."""
        agreement.require_complete()
        agreement.number = len(self.agreements) + 1
        agreement.person_id = self.person_id
        self.agreements.append(agreement)
