"""What a discussion agreed that the team does otherwise for the person."""

from uuid import UUID

from sqlalchemy import ForeignKey, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.model import Identified, Timed
from livingwell.extensions import Model


class AgreedAdjustment(Identified, Timed, Model):
    """An adjustment that was agreed in a discussion. It lives among the person's others, and says here where from."""

    __tablename__ = "agreed_adjustment"

    case_discussion_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("case_discussion.id"), index=True)
    adjustment_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("reasonable_adjustment.id"), unique=True)
    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"), index=True)
