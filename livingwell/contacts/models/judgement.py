"""How a contact matches what the person asked. Judged once, and kept with the contact."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from livingwell.adjustments.models import Against, ContactPreferences, Objection, Way
from livingwell.contacts.models.outcome import ContactKind


class AsAsked(StrEnum):
    """How a contact matched what the person had asked, judged once, by what was in force when it was made."""

    AS_ASKED = "as_asked"
    NOT_AS_ASKED = "not_as_asked"
    BEFORE_WE_ASKED = "before_we_asked"


@dataclass(frozen=True)
class Judgement:
    """What the person had asked by then, and what of it a contact goes against."""

    preferences: ContactPreferences | None
    objections: tuple[Objection, ...]

    @property
    def as_asked(self) -> AsAsked:
        if self.preferences is None:
            return AsAsked.BEFORE_WE_ASKED
        return AsAsked.NOT_AS_ASKED if self.objections else AsAsked.AS_ASKED

    @property
    def is_not_safe(self) -> bool:
        return any(each.against is Against.NOT_SAFE for each in self.objections)

    @property
    def words(self) -> str:
        """What the person said, as it stands now: one thing a line."""
        return "\n".join(dict.fromkeys(each.words for each in self.objections if each.words))


def judge(
    preferences: ContactPreferences | None,
    kind: ContactKind,
    way: Way,
    at: datetime,
    *,
    agreed_at: datetime | None = None,
    is_urgent: bool = False,
) -> Judgement:
    """Judge a contact by the preferences in force at its time. The person contacting us goes against nothing."""
    if preferences is None or kind is ContactKind.FROM_THE_PERSON:
        return Judgement(preferences, ())
    return Judgement(preferences, preferences.objections(way, at, agreed_at=agreed_at, is_urgent=is_urgent))
