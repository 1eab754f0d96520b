"""Somebody on the way in: one row of a caseload file, read and found fit."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Arrival:
    """What a row says, each cell read into what it means. `comms_needs` is word for word.

    `nhs_number` is ten digits or empty; `number_to_check` says why the number is in doubt.
    """

    line: int
    fingerprint: str
    given_name: str
    family_name: str
    preferred_name: str
    born_on: date
    referred_on: date
    nhs_number: str = ""
    number_to_check: str = ""
    pronouns: str = ""
    mobile: str = ""
    email: str = ""
    postcode: str = ""
    gp_practice: str = ""
    referred_by: str = ""
    referral_reason: str = ""
    key_worker: str = ""
    comms_needs: str = ""
    resembles_line: int | None = None
    """A line higher in the file that may be the same person."""
    is_repeat: bool = False
    """That line says the very same."""

    @property
    def names(self) -> tuple[str, str, str]:
        return self.preferred_name, self.given_name, self.family_name

    def as_json(self) -> dict[str, Any]:
        """For keeping in a JSON column; what is empty is left out."""
        kept = {name: value for name, value in asdict(self).items() if value not in ("", None, False)}
        return kept | {"born_on": self.born_on.isoformat(), "referred_on": self.referred_on.isoformat()}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> "Arrival":
        """The same again."""
        born_on, referred_on = (date.fromisoformat(kept[name]) for name in ("born_on", "referred_on"))
        return cls(**{**kept, "born_on": born_on, "referred_on": referred_on})
