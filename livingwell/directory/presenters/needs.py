"""Whether a service has what somebody needs: met, not met, not known, or told in two ways."""

from dataclasses import dataclass
from typing import Any

from livingwell.directory.models import Feature, Standing
from livingwell.directory.words import FEATURES


@dataclass(frozen=True)
class Need:
    """One feature with how it stands. `icon`: as components/icon.html has them."""

    icon: str
    words: str


def need(feature: Feature, opinion: Any) -> Need:
    """In words that stand without the icon. `opinion` is None where nobody has told."""
    label = FEATURES[feature]
    if opinion is None:
        return Need("open", f"{label}: not known")
    if opinion.is_disputed:
        return Need("half", f"{label}: people differ")
    if opinion.standing is Standing.MET:
        return Need("done", label)
    return Need("not_done", f"{label}: not there")
