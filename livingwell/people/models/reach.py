"""Who does not see a record that they otherwise would."""

from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.core.model import Identified, Timed
from livingwell.core.text import LINE
from livingwell.extensions import Model
from livingwell.identity.models import Account


class RecordLimit(Identified, Timed, Model):
    """A person's record is limited to named members: for everybody else it does not exist."""

    __tablename__ = "record_limit"

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"), unique=True)
    reason: Mapped[str] = mapped_column(String(LINE))
    limited_by_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))

    limited_by: Mapped[Account] = relationship(lazy="raise_on_sql")


class NamedMember(Identified, Timed, Model):
    """A member who still sees a limited record."""

    __tablename__ = "named_member"
    __table_args__ = (Index("uq_named_member_person_account", "person_id", "account_id", unique=True),)

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"))
    account_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"), index=True)

    account: Mapped[Account] = relationship(lazy="raise_on_sql")


class OwnRecord(Identified, Timed, Model):
    """This account belongs to this person, who therefore never reaches the record by the staff door."""

    __tablename__ = "own_record"
    __table_args__ = (Index("uq_own_record_person_account", "person_id", "account_id", unique=True),)

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"))
    account_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"), index=True)

    account: Mapped[Account] = relationship(lazy="raise_on_sql")
