"""What a service is like, told by those who know it."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.model import Identified, Timed, choice
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


class FeatureView(Identified, Timed, Model):
    """One member's view of one feature: it is so, or it is not. Somebody's later view takes the place of the earlier.

    `feature` is None for what somebody says in words of their own.
    """

    __tablename__ = "feature_view"
    __table_args__ = (Index("ix_feature_view_service_id_feature", "service_id", "feature"),)

    service_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("service.id"))
    feature: Mapped[Feature | None] = mapped_column(choice(Feature))
    is_so: Mapped[bool]
    words: Mapped[str] = mapped_column(String(LINE), default="")
    said_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    said_by: Mapped[str] = mapped_column(String(SHORT))
