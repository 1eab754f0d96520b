"""A course of a recovery college, or of any service that has some."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.model import Identified, Timed, Versioned
from livingwell.core.text import LINE, LONG, SHORT
from livingwell.extensions import Model


class Course(Identified, Timed, Versioned, Model):
    """What can be learned there, from when until when. Whoever wrote it down last is named.

    `places_left` is None where nobody knows; it was so on `counted_on`. `taken_off_on`: it does not take place, or was
    written down in error.
    """

    __tablename__ = "course"
    __table_args__ = (
        CheckConstraint("length(title) > 0", name="has_title"),
        CheckConstraint("places_left IS NULL OR places_left >= 0", name="places_left_are_counted"),
        CheckConstraint("(places_left IS NULL) = (counted_on IS NULL)", name="places_left_are_dated"),
        CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="ends_after_it_starts"),
        Index("ix_course_service_id_starts_on", "service_id", "starts_on"),
    )

    service_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("service.id"))
    title: Mapped[str] = mapped_column(String(SHORT))
    summary: Mapped[str] = mapped_column(String(LONG), default="")
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
    times: Mapped[str] = mapped_column(String(LINE), default="")
    place: Mapped[str] = mapped_column(String(LINE), default="")
    how_to_book: Mapped[str] = mapped_column(String(LINE), default="")
    places_left: Mapped[int | None]
    counted_on: Mapped[date | None]
    taken_off_on: Mapped[date | None]
    written_by: Mapped[str] = mapped_column(String(SHORT))

    def is_past(self, day: date) -> bool:
        """Whether its last day was before this day."""
        return (self.ends_on or self.starts_on) < day

    def count_places(self, left: int | None, day: date) -> None:
        """Keep how many places are left, and that it was so on this day. None: nobody knows."""
        self.places_left, self.counted_on = left, None if left is None else day
