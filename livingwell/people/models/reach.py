"""Who sees a record: who does not although they otherwise would, and who does although they are not staff."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.core.model import Identified, Timed, choice
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
    """This account belongs to this person.

    On the person's side it is what they reach their record by. On the team's side it keeps them out: a member never
    reaches their own record by the staff door.
    """

    __tablename__ = "own_record"
    __table_args__ = (Index("uq_own_record_person_account", "person_id", "account_id", unique=True),)

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"))
    account_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"), index=True)

    account: Mapped[Account] = relationship(lazy="raise_on_sql")


class Topic(StrEnum):
    """What a person may agree to share with a carer, each by itself."""

    PLAN = "plan"
    APPOINTMENTS = "appointments"
    SAFETY_PLAN = "safety_plan"
    LETTERS = "letters"
    MEETINGS = "meetings"


class CarerLink(Identified, Timed, Model):
    """A carer's account belongs with this person: the carer may write to the team, which shares nothing.

    Listening to a carer never needs the person's agreement (Triangle of Care); to see a topic takes a `CarerReach` too.
    Written and taken away by `carers`.
    """

    __tablename__ = "carer_link"
    __table_args__ = (Index("uq_carer_link_account_id_person_id", "account_id", "person_id", unique=True),)

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"), index=True)
    account_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))


class CarerReach(Identified, Timed, Model):
    """A carer's account sees a topic of a person's record, because the person agreed.

    Written and taken away by `carers`, where the agreement itself stands with its history. Without such a row the
    carer sees nothing, from the next request on.
    """

    __tablename__ = "carer_reach"
    __table_args__ = (Index("uq_carer_reach_account_person_topic", "account_id", "person_id", "topic", unique=True),)

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"), index=True)
    account_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))
    topic: Mapped[Topic] = mapped_column(choice(Topic))
    until_on: Mapped[date]
