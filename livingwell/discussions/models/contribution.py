"""What somebody says in the round, and from which perspective."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.core.model import Identified, Timed, choice
from livingwell.core.text import SHORT
from livingwell.extensions import Model
from livingwell.identity.models import Account, Membership, Profession


class Perspective(StrEnum):
    """Where somebody speaks from. The first two come first, and open the round."""

    OWN_WORDS = "own_words"
    LIVED_EXPERIENCE = "lived_experience"
    CARER = "carer"
    PROFESSION = "profession"
    GUEST = "guest"

    @property
    def is_heard_first(self) -> bool:
        return self in (Perspective.OWN_WORDS, Perspective.LIVED_EXPERIENCE)


class Contribution(Identified, Timed, Model):
    """A view that somebody gave: before the discussion, in it, or after it was closed. Never edited.

    `said_by` is the member whose view it is; for the person, a carer or a guest, `said_by_name` is. Whoever
    typed it is `written_by`, so that both are named when one writes down what another said.
    """

    __tablename__ = "contribution"
    __table_args__ = (
        CheckConstraint("said_by_id IS NOT NULL OR said_by_name <> ''", name="said_by_somebody"),
        Index("ix_contribution_discussion_id_created_at", "discussion_id", "created_at"),
    )

    discussion_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("case_discussion.id"))
    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"))
    perspective: Mapped[Perspective] = mapped_column(choice(Perspective))
    profession: Mapped[Profession | None] = mapped_column(choice(Profession))
    said_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    said_by_name: Mapped[str] = mapped_column(String(SHORT), default="")
    how: Mapped[str] = mapped_column(String(SHORT), default="")
    text: Mapped[str] = mapped_column(Text)
    written_by_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))

    said_by: Mapped[Account | None] = relationship(foreign_keys=[said_by_id], lazy="raise_on_sql")
    written_by: Mapped[Account] = relationship(foreign_keys=[written_by_id], lazy="raise_on_sql")

    def speak_as(self, membership: Membership) -> None:
        """Take the place of this member of the team: lived experience, or a profession."""
        self.said_by_id = membership.account_id
        if membership.brings_lived_experience:
            self.perspective = Perspective.LIVED_EXPERIENCE
        else:
            self.perspective = Perspective.PROFESSION
        self.profession = membership.account.profession

    def is_by(self, account_id: UUID | None) -> bool:
        """Said or written by this account."""
        return account_id in (self.said_by_id, self.written_by_id)


class ViewConfirmation(Identified, Timed, Model):
    """Whoever is named as having said it says that a view, which somebody else wrote down, is right."""

    __tablename__ = "view_confirmation"

    contribution_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("contribution.id"), unique=True)
    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"))
    confirmed_by_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))


WORDS_OF_YOURS = "discussions.words_of_yours"
"""The kind of Ask: somebody wrote down what a member is to have said, who was not checked in to the meeting then."""


class LivedExperienceAbsence(Identified, Timed, Model):
    """The chair says why this discussion has no lived-experience view."""

    __tablename__ = "lived_experience_absence"

    discussion_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("case_discussion.id"), unique=True)
    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"))
    reason: Mapped[str] = mapped_column(Text)
    said_by_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))

    said_by: Mapped[Account] = relationship(lazy="raise_on_sql")
