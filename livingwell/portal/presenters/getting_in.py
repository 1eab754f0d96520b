"""Accounts and sessions, as their owners are told of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask_babel import gettext as _

from livingwell.core.actor import Side
from livingwell.core.clock import in_london
from livingwell.identity.models import LoginSession, MayEnter, OwnSignIn, OwnWay
from livingwell.identity.presenters import BROWSERS
from livingwell.web.dates import clock_time, long_date

DEVICES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def pages_to_choose(proved: Sequence[MayEnter]) -> list[tuple[str, str]]:
    """Each page by what it is, never by whose it is. Several that carers have are numbered, the oldest first."""
    told: Counter[Side] = Counter()
    several = Counter(each.side for each in proved)
    choices = []
    for each in proved:
        told[each.side] += 1
        choices.append((str(each.account_id), _page(each.side, told[each.side], several[each.side] > 1)))
    return choices


def way_in_words(sign_in: OwnSignIn | None) -> str:
    """How somebody signs in."""
    if sign_in is None:
        return str(_("With a code on paper that your team gives you."))
    if sign_in.way is OwnWay.LINK:
        return str(_("We send a link by e-mail to %(address)s.", address=sign_in.address_shown))
    if sign_in.way is OwnWay.CODE:
        return str(_("We send a code by text to %(number)s.", number=sign_in.address_shown))
    return str(_("With a password, and %(address)s.", address=sign_in.address_shown))


@dataclass(frozen=True)
class Place:
    """Somewhere the account is signed in."""

    where: str
    when: str
    is_here: bool

    @classmethod
    def of(cls, session: LoginSession, here: UUID) -> "Place":
        return cls(
            where=_browser(session.browser),
            when=_last_used(session.last_seen_at),
            is_here=session.id == here,
        )


def _browser(told: str) -> str:
    """What the browser says of itself, in words that people use; their names are the same in every language."""
    browser = next((name for sign, name in BROWSERS if sign in told), "")
    device = next((name for sign, name in DEVICES if sign in told), "")
    if browser and device:
        return str(_("%(browser)s on %(device)s", browser=browser, device=device))
    return browser or device or str(_("A browser"))


def _last_used(instant: datetime) -> str:
    day = long_date(in_london(instant).date())
    return str(_("Last used on %(day)s at %(time)s", day=day, time=clock_time(instant)))


def _page(side: Side, number: int, is_one_of_several: bool) -> str:
    if side is Side.PERSON:
        return str(_("My own page"))
    if is_one_of_several:
        return str(_("The page for somebody I help (%(number)s)", number=number))
    return str(_("The page for somebody I help"))
