"""The ways in which somebody can be reached, and what a person may say about each."""

from enum import StrEnum


class Way(StrEnum):
    """A way to reach a person, in the order in which pages list them."""

    TEXT = "text"
    EMAIL = "email"
    LETTER = "letter"
    PHONE = "phone"
    VOICEMAIL = "voicemail"
    VIDEO = "video"
    VISIT = "visit"
    CLINIC = "clinic"
    THROUGH_SOMEONE = "through_someone"

    @property
    def is_written(self) -> bool:
        return self in (Way.TEXT, Way.EMAIL, Way.LETTER)

    @property
    def is_in_person(self) -> bool:
        return self in (Way.VISIT, Way.CLINIC)

    @property
    def needs_notice(self) -> bool:
        """Whether the person has to be there at that moment, so that it can come with too little notice."""
        return self in (Way.PHONE, Way.VIDEO, Way.VISIT, Way.CLINIC)

    @property
    def has_its_time(self) -> bool:
        """Whether it reaches the person at a moment that we choose. The post does not."""
        return self is not Way.LETTER


class Standing(StrEnum):
    """What the person said about a way. A way that they said nothing about has none."""

    BEST = "best"
    FINE = "fine"
    ONLY_IF_URGENT = "only_if_urgent"
    NOT_WANTED = "not_wanted"
    NOT_SAFE = "not_safe"

    @property
    def is_never(self) -> bool:
        """Not wanted, or not safe because somebody else may read or hear it."""
        return self in (Standing.NOT_WANTED, Standing.NOT_SAFE)


class TimeStanding(StrEnum):
    """What the person said about a time."""

    GOOD = "good"
    NOT = "not"


class SayingWho(StrEnum):
    """Whether we may say who we are to whoever answers."""

    ANYBODY = "anybody"
    ONLY_THE_PERSON = "only_the_person"
    NOT_ASKED = "not_asked"


class Background(StrEnum):
    """The colour of the paper or the page behind what is written to the person."""

    WHITE = "white"
    CREAM = "cream"
    YELLOW = "yellow"
    BLUE = "blue"
    GREEN = "green"
    PINK = "pink"


class HowWeKnow(StrEnum):
    """Where something about the person comes from."""

    TOLD_US = "told_us"
    CARER_TOLD_US = "carer_told_us"
    WE_NOTICED = "we_noticed"
    CAME_WITH_REFERRAL = "came_with_referral"
