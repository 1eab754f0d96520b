"""Somebody who helps the person without being paid for it, and somebody whom the person helps.

Triangle of Care (Carers Trust): carers are asked for at first contact. Few would call themselves one.
"""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.adjustments.models import Way
from livingwell.core.model import Versioned, choice
from livingwell.core.text import LINE, LONG, SHORT
from livingwell.extensions import Model
from livingwell.people.models.line import Line

EMAIL = 254
PHONE = 40


class TheWord(StrEnum):
    """Whether they know the word "carer", and use it of themselves."""

    USES_IT = "uses_it"
    KNOWS_IT = "knows_it"
    NOT_THEIRS = "not_theirs"
    NOT_ASKED = "not_asked"


class Carer(Line, Versioned, Model):
    """Somebody who helps the person. How to reach them, and what they need, is theirs and not the person's.

    `is_known_to_person` is False while the person has not been told that we have this on record: then it is nowhere
    on the person's own side. `ways_never` are ways by their names, with a space between. `account_id` is who they
    sign in as; whether they may come in is in `people.models.CarerLink`, and what they see in `CarerReach`.
    """

    __tablename__ = "carer"
    __table_args__ = (
        CheckConstraint("length(name) > 0", name="has_name"),
        Index("uq_carer_person_id_account_id", "person_id", "account_id", unique=True),
    )

    name: Mapped[str] = mapped_column(String(SHORT))
    relation: Mapped[str] = mapped_column(String(SHORT), default="")
    what_they_do: Mapped[str] = mapped_column(String(LONG), default="")
    the_word: Mapped[TheWord] = mapped_column(choice(TheWord), default=TheWord.NOT_ASKED)
    is_known_to_person: Mapped[bool] = mapped_column(default=True)
    account_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"), index=True)

    phone: Mapped[str] = mapped_column(String(PHONE), default="")
    email: Mapped[str] = mapped_column(String(EMAIL), default="")
    address: Mapped[str] = mapped_column(String(LINE), default="")
    best_way: Mapped[Way | None] = mapped_column(choice(Way))
    ways_never: Mapped[str] = mapped_column(String(SHORT), default="")
    way_words: Mapped[str] = mapped_column(String(LINE), default="")
    adjustments: Mapped[str] = mapped_column(String(LONG), default="")

    @property
    def nevers(self) -> tuple[Way, ...]:
        """The ways in which they are never to be reached."""
        return tuple(Way(each) for each in self.ways_never.split())

    def never_by(self, ways: tuple[Way, ...]) -> None:
        """Keep the ways in which they are never to be reached."""
        self.ways_never = " ".join(dict.fromkeys(ways))


class CarerEventKind(StrEnum):
    """What the person asked about somebody, and whether that person still helps."""

    DO_NOT_CONTACT = "do_not_contact"
    MAY_CONTACT = "may_contact"
    STOPPED_HELPING = "stopped_helping"
    HELPS_AGAIN = "helps_again"


class CarerEvent(Line, Model):
    """The person asked us not to be in touch with somebody, or that somebody no longer helps; or the contrary.

    The latest of each pair stands. `number` counts up for the carer.
    """

    __tablename__ = "carer_event"
    __table_args__ = (Index("uq_carer_event_carer_id_number", "carer_id", "number", unique=True),)

    carer_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("carer.id"))
    number: Mapped[int]
    kind: Mapped[CarerEventKind] = mapped_column(choice(CarerEventKind))
    said: Mapped[str] = mapped_column(String(LINE), default="")


class SomebodyHelped(Line, Versioned, Model):
    """Somebody whom the person helps: the person is a carer too, and may be offered what carers are."""

    __tablename__ = "somebody_helped"
    __table_args__ = (CheckConstraint("length(who) > 0", name="has_who"),)

    who: Mapped[str] = mapped_column(String(SHORT))
    what_they_do: Mapped[str] = mapped_column(String(LONG), default="")
