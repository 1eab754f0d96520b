"""What a service is like, told by those who know it."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.model import Identified, Instant, Timed, choice
from livingwell.core.text import LINE, SHORT
from livingwell.extensions import Model


class Feature(StrEnum):
    """What somebody may need of a place, in the order in which pages list them."""

    BOOK_BY_TEXT = "book_by_text"
    BOOK_BY_EMAIL = "book_by_email"
    BOOK_ONLINE = "book_online"
    NO_PHONE_NEEDED = "no_phone_needed"
    QUIET_ROOM = "quiet_room"
    ONE_TO_ONE = "one_to_one"
    ONLINE = "online"
    HOME_VISITS = "home_visits"
    BRING_SOMEONE = "bring_someone"
    STEP_FREE = "step_free"
    ACCESSIBLE_TOILET = "accessible_toilet"
    HEARING_LOOP = "hearing_loop"
    BRITISH_SIGN_LANGUAGE = "british_sign_language"
    INTERPRETERS = "interpreters"
    EASY_READ = "easy_read"
    LARGE_PRINT = "large_print"
    WOMEN_ONLY = "women_only"
    MEN_ONLY = "men_only"
    EVENINGS_OR_WEEKENDS = "evenings_or_weekends"
    NEAR_A_STOP = "near_a_stop"
    LED_BY_PEERS = "led_by_peers"


class Standing(StrEnum):
    """What the views of a feature come to. Where there are none, or people differ, nobody knows: it has none."""

    MET = "met"
    NOT_MET = "not_met"


class FeatureView(Identified, Timed, Model):
    """One member's view of one feature: it is so, or it is not.

    Somebody's later view takes the place of the earlier, which stays, with `replaced_at`. `is_lived`: it is a view
    from lived experience. Without a `feature` it is about something in words of somebody's own: `about_id` is the row
    that says it, None for that row itself. With a feature, `words` may say more.
    """

    __tablename__ = "feature_view"
    __table_args__ = (
        Index("ix_feature_view_service_id_feature", "service_id", "feature"),
        Index("ix_feature_view_feature_service_id", "feature", "service_id"),
    )

    service_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("service.id"))
    feature: Mapped[Feature | None] = mapped_column(choice(Feature))
    about_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("feature_view.id"))
    is_so: Mapped[bool]
    words: Mapped[str] = mapped_column(String(LINE), default="")
    is_lived: Mapped[bool] = mapped_column(default=False)
    said_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    said_by: Mapped[str] = mapped_column(String(SHORT))
    replaced_at: Mapped[datetime | None] = mapped_column(Instant)

    @property
    def topic(self) -> Feature | UUID:
        """What it is about: views with the same topic are counted together."""
        return self.feature or self.about_id or self.id
