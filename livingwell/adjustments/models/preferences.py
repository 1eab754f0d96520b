"""How a person asked to be reached. Each time they told us is a set of its own, which nothing changes later."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Time, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.adjustments.models.ways import Background, HowWeKnow, SayingWho, Standing, TimeStanding, Way
from livingwell.core.clock import in_london
from livingwell.core.model import Identified, Instant, Timed, choice
from livingwell.core.text import LINE, SHORT
from livingwell.extensions import Model
from livingwell.identity.models import Account


class Against(StrEnum):
    """What a contact would go against."""

    NOT_SAFE = "not_safe"
    NOT_WANTED = "not_wanted"
    NOT_URGENT = "not_urgent"
    TIME = "time"
    NOTICE = "notice"


@dataclass(frozen=True)
class Objection:
    """Something that the person asked and that a contact would go against, with why in their words."""

    against: Against
    words: str


class ContactPreferences(Identified, Timed, Model):
    """What the person told us about reaching them, in force from `told_at` until they tell us again.

    `language` is the one to write in; "" is English. `font_points` is None for the usual size. `and_then` is what goes
    with the best way ("then wait a day"), `through_whom` who somebody else is, and how they are reached.
    """

    __tablename__ = "contact_preferences"
    __table_args__ = (
        CheckConstraint("notice_hours IS NULL OR notice_hours >= 0", name="notice_hours_not_negative"),
        CheckConstraint("font_points IS NULL OR font_points IN (20, 24, 28)", name="font_points_offered"),
        Index("ix_contact_preferences_person_id_told_at", "person_id", "told_at"),
    )

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"))
    told_at: Mapped[datetime] = mapped_column(Instant)
    how_we_know: Mapped[HowWeKnow] = mapped_column(choice(HowWeKnow), default=HowWeKnow.TOLD_US)
    words: Mapped[str] = mapped_column(String(LINE), default="")
    recorded_by_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))

    notice_hours: Mapped[int | None]
    comes_from: Mapped[str] = mapped_column(String(SHORT), default="")
    and_then: Mapped[str] = mapped_column(String(SHORT), default="")
    through_whom: Mapped[str] = mapped_column(String(SHORT), default="")
    asked_to_stop: Mapped[bool] = mapped_column(default=False)
    saying_who: Mapped[SayingWho] = mapped_column(choice(SayingWho), default=SayingWho.NOT_ASKED)
    may_show_health: Mapped[bool] = mapped_column(default=False)

    is_plain: Mapped[bool] = mapped_column(default=False)
    is_bulleted: Mapped[bool] = mapped_column(default=False)
    is_easy_read: Mapped[bool] = mapped_column(default=False)
    is_audio_ready: Mapped[bool] = mapped_column(default=False)
    font_points: Mapped[int | None]
    background: Mapped[Background] = mapped_column(choice(Background), default=Background.WHITE)
    language: Mapped[str] = mapped_column(String(SHORT), default="")

    recorded_by: Mapped[Account] = relationship(lazy="raise_on_sql")
    ways: Mapped[list["WayPreference"]] = relationship(lazy="raise_on_sql", order_by="WayPreference.position")
    times: Mapped[list["TimePreference"]] = relationship(lazy="raise_on_sql", order_by="TimePreference.position")
    reminders: Mapped[list["Reminder"]] = relationship(lazy="raise_on_sql", order_by="Reminder.hours_before.desc()")

    def about(self, way: Way) -> "WayPreference | None":
        return next((each for each in self.ways if each.way is way), None)

    def ways_that_are(self, *standings: Standing) -> tuple[Way, ...]:
        """The ways with one of these standings, in the person's order."""
        return tuple(each.way for each in self.ways if each.standing in standings)

    @property
    def leaves_no_way(self) -> bool:
        """Whether they said "never" to every way of reaching them directly, and no way through someone is agreed."""
        standings = {each.way: each.standing for each in self.ways}
        through = standings.pop(Way.THROUGH_SOMEONE, Standing.NOT_WANTED)
        is_told_of_all = len(standings) == len(Way) - 1
        return is_told_of_all and through.is_never and all(each.is_never for each in standings.values())

    def objections(
        self, way: Way, at: datetime, *, agreed_at: datetime | None = None, is_urgent: bool = False
    ) -> tuple[Objection, ...]:
        """What a contact in this way, at this instant, would go against; the gravest first, empty if nothing.

        `agreed_at` is when the person was told of it, by which its notice is judged; None is no notice at all.
        """
        return (*self._against_way(way, is_urgent), *self._against_time(way, at), *self._too_soon(way, at, agreed_at))

    def _against_way(self, way: Way, is_urgent: bool) -> Iterator[Objection]:
        said = self.about(way)
        if self.asked_to_stop and (said is None or said.standing is not Standing.NOT_SAFE):
            yield Objection(Against.NOT_WANTED, self.words or "They asked us to stop contacting them.")
        elif said is None:
            return
        elif said.standing is Standing.NOT_SAFE:
            yield Objection(Against.NOT_SAFE, said.why)
        elif said.standing is Standing.NOT_WANTED:
            yield Objection(Against.NOT_WANTED, said.why)
        elif said.standing is Standing.ONLY_IF_URGENT and not is_urgent:
            yield Objection(Against.NOT_URGENT, said.why)

    def _against_time(self, way: Way, at: datetime) -> Iterator[Objection]:
        if way.has_its_time:
            refused = (each for each in self.times if each.standing is TimeStanding.NOT and each.covers(at))
            yield from (Objection(Against.TIME, each.why) for each in refused)

    def _too_soon(self, way: Way, at: datetime, agreed_at: datetime | None) -> Iterator[Objection]:
        if not way.needs_notice or not self.notice_hours:
            return
        if agreed_at is None or at - agreed_at < timedelta(hours=self.notice_hours):
            yield Objection(Against.NOTICE, self.words)


class WayPreference(Identified, Model):
    """What the person said about one way, and why in their words. `position` is their order, from 0."""

    __tablename__ = "way_preference"
    __table_args__ = (Index("uq_way_preference_preferences_id_way", "preferences_id", "way", unique=True),)

    preferences_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("contact_preferences.id"))
    position: Mapped[int]
    way: Mapped[Way] = mapped_column(choice(Way))
    standing: Mapped[Standing] = mapped_column(choice(Standing))
    why: Mapped[str] = mapped_column(String(LINE), default="")


class TimePreference(Identified, Model):
    """A time that is good for the person, or that is not, on a clock in London.

    `weekdays` holds the days as digits, 1 for Monday to 7 for Sunday; "" is every day. `starts` is counted in,
    `ends` is not; None is the day's own start or end. No span runs over midnight: that takes two.
    """

    __tablename__ = "time_preference"
    __table_args__ = (
        CheckConstraint("starts IS NULL OR ends IS NULL OR starts < ends", name="starts_before_it_ends"),
        Index("ix_time_preference_preferences_id", "preferences_id"),
    )

    preferences_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("contact_preferences.id"))
    position: Mapped[int]
    standing: Mapped[TimeStanding] = mapped_column(choice(TimeStanding))
    weekdays: Mapped[str] = mapped_column(String(7), default="")
    starts: Mapped[time | None] = mapped_column(Time)
    ends: Mapped[time | None] = mapped_column(Time)
    why: Mapped[str] = mapped_column(String(LINE), default="")

    def covers(self, at: datetime) -> bool:
        there = in_london(at)
        if self.weekdays and str(there.isoweekday()) not in self.weekdays:
            return False
        clock = there.time().replace(tzinfo=None)
        return (self.starts or time.min) <= clock and (self.ends is None or clock < self.ends)


class Reminder(Identified, Model):
    """A reminder that the person wants of an appointment: how long before, and how."""

    __tablename__ = "reminder"
    __table_args__ = (
        CheckConstraint("hours_before > 0", name="hours_before_positive"),
        Index("ix_reminder_preferences_id", "preferences_id"),
    )

    preferences_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("contact_preferences.id"))
    hours_before: Mapped[int]
    way: Mapped[Way] = mapped_column(choice(Way))
