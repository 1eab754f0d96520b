"""What the person needs of a place, and whether it is so there: in the reader's language."""

from dataclasses import dataclass

from flask_babel import lazy_gettext, ngettext

from livingwell.directory.models import Feature
from livingwell.journeys.models.needs import Match, Meets, Need, Wish
from livingwell.portal.saying import gettext as _

FEATURES = {
    Feature.BOOK_BY_TEXT: lazy_gettext("You can book by text"),
    Feature.BOOK_BY_EMAIL: lazy_gettext("You can book by e-mail"),
    Feature.BOOK_ONLINE: lazy_gettext("You can book online"),
    Feature.NO_PHONE_NEEDED: lazy_gettext("You do not need to phone"),
    Feature.QUIET_ROOM: lazy_gettext("There is a quiet room"),
    Feature.ONE_TO_ONE: lazy_gettext("You can be seen on your own"),
    Feature.ONLINE: lazy_gettext("You can join online"),
    Feature.HOME_VISITS: lazy_gettext("They visit at home"),
    Feature.BRING_SOMEONE: lazy_gettext("You can bring someone"),
    Feature.STEP_FREE: lazy_gettext("There are no steps"),
    Feature.ACCESSIBLE_TOILET: lazy_gettext("There is a toilet for a wheelchair"),
    Feature.HEARING_LOOP: lazy_gettext("There is a hearing loop"),
    Feature.BRITISH_SIGN_LANGUAGE: lazy_gettext("They use British Sign Language"),
    Feature.INTERPRETERS: lazy_gettext("They have interpreters"),
    Feature.EASY_READ: lazy_gettext("They have Easy Read"),
    Feature.LARGE_PRINT: lazy_gettext("They have large print"),
    Feature.WOMEN_ONLY: lazy_gettext("It is for women only"),
    Feature.MEN_ONLY: lazy_gettext("It is for men only"),
    Feature.EVENINGS_OR_WEEKENDS: lazy_gettext("It is open late or at weekends"),
    Feature.NEAR_A_STOP: lazy_gettext("It is near a bus or tram stop"),
    Feature.LED_BY_PEERS: lazy_gettext("It is led by peers"),
}


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
