"""What the person needs of a place, and whether it is so there: in the reader's language."""

from dataclasses import dataclass

from flask_babel import ngettext

from livingwell.journeys.models.needs import Match, Meets, Need, Wish
from livingwell.portal.saying import gettext as _
from livingwell.portal.service_words import FEATURES


@dataclass(frozen=True)
class NeedLine:
    """One need: the person's words for it, and what is known of it there."""

    need: str
    known: str
    is_met: bool


def need_line(match: Match) -> NeedLine:
    """You asked not to be phoned. You can book by text. 3 people in the team say so."""
    return NeedLine(_need(match.need), _known(match), match.meets is Meets.MET)


def _need(need: Need) -> str:
    if need.wish is Wish.NOT_PHONED:
        return _("You asked not to be phoned.")
    if need.wish is Wish.LANGUAGE:
        return _("You asked for this language: %(language)s.", language=need.words)
    if need.wish is Wish.EASY_READ:
        return _("You asked for Easy Read.")
    if need.wish is Wish.LARGE_PRINT:
        return _("You asked for large print.")
    return _("You need: %(need)s.", need=need.words)


def _known(match: Match) -> str:
    feature = FEATURES[match.feature]
    if match.meets is Meets.MET:
        said = ngettext("%(num)s person in the team says so.", "%(num)s people in the team say so.", match.yes)
        return _("%(feature)s. %(said)s", feature=feature, said=said)
    if match.meets is Meets.NOT_MET:
        return _("No, it is not so there. Ask us what we can do.")
    return _("We do not know yet. Ask us to find out.")
