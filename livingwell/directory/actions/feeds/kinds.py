"""Which kind of service it is, told by the words of the feed's own taxonomy and of its name."""

import re
from collections.abc import Iterable

from livingwell.directory.models import ServiceKind

_WORDS = (
    (ServiceKind.CRISIS_LINE, r"crisis (?:line|text|call)|helpline|24 hour line|samaritans"),
    (ServiceKind.CRISIS_HOUSE, r"crisis (?:house|cafe|café|haven|sanctuary|centre|bed)"),
    (ServiceKind.RECOVERY_COLLEGE, r"recovery college|recovery academy|wellbeing college"),
    (ServiceKind.TALKING_THERAPIES, r"talking therap|iapt|counselling|psychotherap|cbt"),
    (ServiceKind.COMMUNITY_MENTAL_HEALTH, r"community mental health team|cmht"),
    (ServiceKind.GP, r"gp surgery|gp practice|general practice|doctors? surgery"),
    (ServiceKind.HOUSING, r"housing|homeless|tenan(?:t|cy)|accommodation"),
    (ServiceKind.VOLUNTEERING, r"volunteering|volunteer (?:centre|bureau)"),
    (ServiceKind.WORK, r"employment|job ?centre|careers?|back to work"),
    (ServiceKind.MONEY, r"debt|benefits? advice|welfare rights|money advice|food ?bank"),
    (ServiceKind.LEARNING, r"adult learning|adult education|courses?|libraries|library|literacy"),
)
_PATTERNS = tuple((kind, re.compile(rf"\b(?:{words})", re.IGNORECASE)) for kind, words in _WORDS)


def kind_of(texts: Iterable[str]) -> ServiceKind:
    """The first kind, in this order, that any of the texts speaks of; a crisis line is never missed for a course."""
    found = " / ".join(texts)
    return next((kind for kind, pattern in _PATTERNS if pattern.search(found)), ServiceKind.OTHER)
