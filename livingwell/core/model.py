"""The columns that many tables share."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import DateTime, Dialect, Enum, Integer, Uuid
from sqlalchemy.orm import Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator

from livingwell.core.clock import now
from livingwell.core.errors import Stale

__all__ = ["Identified", "Instant", "Timed", "Versioned", "choice", "date"]


class Instant(TypeDecorator[datetime]):
    """An instant: kept in UTC on both databases, always read back with its time zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        instant: datetime = value if value.tzinfo else value.replace(tzinfo=UTC)
        return instant.astimezone(UTC)


def choice(enum: type[StrEnum]) -> Enum:
    """A column that holds one of the enum's values, checked by the database too."""
    return Enum(
        enum,
        native_enum=False,
        create_constraint=True,
        length=40,
        name=enum.__name__.lower(),
        values_callable=lambda members: [member.value for member in members],
    )


class Identified:
    """A row with an id that tells nothing and can't be guessed."""

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, default=uuid4)


class Timed:
    """A row that knows when it was written."""

    created_at: Mapped[datetime] = mapped_column(Instant, default=now)


class Versioned:
    """A row that refuses a save made from an older reading of it."""

    row_version: Mapped[int] = mapped_column(Integer, nullable=False, default=1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.row_version}

    def require_version(self, expected: int | None, theirs: str | Mapping[str, str]) -> None:
        """Raise Stale, with what stands now, unless it is the version that was read.

        `theirs` is one text, or each field's by its name in the form: then the page shows them field by field.
        """
        if expected is not None and expected != self.row_version:
            raise Stale(theirs, row_version=self.row_version, row_id=getattr(self, "id", None))
