"""The person."""

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, Uuid, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.core.dates import age_on
from livingwell.core.identifiers import nhs_number_spaced
from livingwell.core.model import Identified, Instant, Timed, Versioned
from livingwell.core.text import LINE, SHORT
from livingwell.extensions import Model
from livingwell.identity.models import Account

if TYPE_CHECKING:
    from livingwell.people.models.death import Death


class Person(Identified, Timed, Versioned, Model):
    """Somebody we support.

    `preferred_name` is what the person is called; the recorded name is what other records hold. `nhs_number`
    is ten digits or none, and deliberately not unique: two rows of a file may share one until someone checks.
    """

    __tablename__ = "person"
    __table_args__ = (
        CheckConstraint("nhs_number IS NULL OR length(nhs_number) = 10", name="nhs_number_length"),
        Index("ix_person_nhs_number", "nhs_number"),
        Index("ix_person_born_on", "born_on"),
    )

    preferred_name: Mapped[str] = mapped_column(String(SHORT))
    given_name: Mapped[str] = mapped_column(String(SHORT))
    family_name: Mapped[str] = mapped_column(String(SHORT))
    pronouns: Mapped[str] = mapped_column(String(SHORT), default="")
    born_on: Mapped[date]
    nhs_number: Mapped[str | None] = mapped_column(String(10))
    nhs_number_to_check: Mapped[str] = mapped_column(String(LINE), default="")
    mobile: Mapped[str] = mapped_column(String(SHORT), default="")
    email: Mapped[str] = mapped_column(String(SHORT), default="")
    address: Mapped[str] = mapped_column(String(LINE), default="")
    postcode: Mapped[str] = mapped_column(String(20), default="")
    gp_practice: Mapped[str] = mapped_column(String(SHORT), default="")
    language: Mapped[str] = mapped_column(String(SHORT), default="")
    interpreter: Mapped[str] = mapped_column(String(SHORT), default="")

    death: Mapped["Death | None"] = relationship(
        primaryjoin="and_(Death.person_id == Person.id, Death.taken_back_at.is_(None))",
        lazy="raise_on_sql",
        uselist=False,
        viewonly=True,
    )

    @property
    def person_id(self) -> UUID:
        """Whose record the row belongs to, as every row about a person says: for the audit."""
        return self.id

    @property
    def name(self) -> str:
        """What to call the person in full: preferred first name and family name."""
        return f"{self.preferred_name} {self.family_name}"

    @property
    def recorded_name(self) -> str:
        return f"{self.given_name} {self.family_name}"

    @property
    def has_other_recorded_name(self) -> bool:
        return self.preferred_name != self.given_name

    @property
    def nhs_number_shown(self) -> str:
        return nhs_number_spaced(self.nhs_number)

    def age(self, on: date) -> int:
        return age_on(self.born_on, on)


class ImportedNote(Identified, Timed, Model):
    """What another record said about support, word for word, until someone has asked the person."""

    __tablename__ = "imported_note"
    __table_args__ = (
        Index(
            "ix_imported_note_unconfirmed",
            "person_id",
            sqlite_where=text("confirmed_at IS NULL"),
            postgresql_where=text("confirmed_at IS NULL"),
        ),
    )

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"), index=True)
    said: Mapped[str] = mapped_column(Text)
    source: Mapped[str] = mapped_column(String(SHORT))
    confirmed_at: Mapped[datetime | None] = mapped_column(Instant)
    confirmed_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))

    person: Mapped[Person] = relationship(lazy="raise_on_sql")


class Struck(Identified, Timed, Model):
    """A row struck out as recorded in error, with who and why. The row itself stays in the history."""

    __tablename__ = "struck"
    __table_args__ = (Index("uq_struck_row", "table_name", "row_id", unique=True),)

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"), index=True)
    table_name: Mapped[str] = mapped_column(String(60))
    row_id: Mapped[UUID] = mapped_column(Uuid)
    reason: Mapped[str] = mapped_column(String(LINE))
    struck_by_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))

    struck_by: Mapped[Account] = relationship(lazy="raise_on_sql")
