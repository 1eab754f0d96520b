"""The way back, said to the person: until when, whom it reaches, and how; and what happens once they came."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from flask_babel import lazy_gettext as _l

from livingwell.adjustments.models import ContactPreferences, Standing, Way
from livingwell.core.clock import in_london
from livingwell.journeys.models import ComingBack, Support, WayBack
from livingwell.people.models import AllocationRole
from livingwell.people.models.around import SupportingTeam
from livingwell.portal.dates import day_and_date, long_date
from livingwell.portal.saying import gettext as _

ANSWERS = {
    Way.TEXT: _l("We answer you by text."),
    Way.EMAIL: _l("We answer you by e-mail."),
    Way.LETTER: _l("We answer you by letter."),
    Way.PHONE: _l("We call you on the phone."),
    Way.VOICEMAIL: _l("We leave you a voice message."),
    Way.VIDEO: _l("We meet you on a video call."),
    Way.VISIT: _l("We come to see you."),
    Way.CLINIC: _l("We meet you at our place."),
    Way.THROUGH_SOMEONE: _l("We tell someone you trust."),
}


@dataclass(frozen=True)
class MyWayBack:
    """One agreement: `until` is a day, `answer` and `how` are sentences, `how` in the words that were agreed."""

    episode_id: UUID
    team: str
    until: str
    to_whom: str
    answer: str
    how: str
    is_known: bool

    @classmethod
    def of(cls, support: Support, way_back: WayBack, preferences: ContactPreferences | None) -> "MyWayBack":
        return cls(
            episode_id=support.episode.id,
            team=support.episode.team.name,
            until=long_date(way_back.until_on),
            to_whom=way_back.to_whom,
            answer=answer_words(way_back.way, preferences),
            how=way_back.how,
            is_known=way_back.told_on is not None,
        )


@dataclass(frozen=True)
class WhatNext:
    """They came back: since when, and sentences on what happens next, by whom and when."""

    since: str
    steps: tuple[str, ...]


@dataclass(frozen=True)
class WaysBack:
    """All that the page says. `over` are days on which ways back ended that can't be used any more."""

    can_use: tuple[MyWayBack, ...]
    later: tuple[MyWayBack, ...]
    over: tuple[str, ...]
    next: WhatNext | None
    is_supported: bool


def ways_back(
    supports: Sequence[Support], preferences: ContactPreferences | None, today: date, what_next: WhatNext | None
) -> WaysBack:
    """Of everybody's episodes with their ways back, what holds today."""
    teams = {each.episode.team_id for each in supports if each.episode.ended_on is None}
    ended = [each for each in supports if each.is_over and each.left_by is None and each.episode.team_id not in teams]
    return WaysBack(
        can_use=_told([each for each in ended if each.is_open_for(today)], preferences),
        later=_told([each for each in supports if each.episode.ended_on is None], preferences),
        over=tuple(
            long_date(each.way_back.until_on) for each in ended if each.way_back and not each.is_open_for(today)
        ),
        next=what_next,
        is_supported=bool(teams),
    )


def what_next(
    coming_back: ComingBack,
    way: Way,
    preferences: ContactPreferences | None,
    team: SupportingTeam,
    meets_at: datetime | None,
) -> WhatNext:
    """Who reads it and when, when the team talks about it, and in which way it gets in touch."""
    keys = [each.account.name for each in team.supporters if each.role is AllocationRole.KEY_WORKER]
    meets = (
        _("Your team talks about how to go on when it next meets: %(day)s.", day=_day(meets_at))
        if meets_at
        else _("Your team talks about how to go on when it next meets.")
    )
    read = (
        _("%(name)s reads this. If nobody has read it after 2 working days, the team lead is told.", name=keys[0])
        if keys
        else _("The team lead reads this, and finds out who can work with you.")
    )
    steps = (
        read,
        answer_words(way, preferences),
        meets,
        _("Your plan, your passport and what helps you are all still there. You do not have to tell it again."),
    )
    return WhatNext(_day(coming_back.created_at), tuple(filter(None, steps)))


def answer_words(way: Way, preferences: ContactPreferences | None) -> str:
    """How we answer: in the way that was agreed, or, once they have said never to it, in the one they like best."""
    if preferences is None:
        return str(ANSWERS[way])
    said = preferences.about(way)
    if said is None or not said.standing.is_never:
        return str(ANSWERS[way])
    liked = preferences.ways_that_are(Standing.BEST, Standing.FINE)
    return str(ANSWERS[liked[0]]) if liked else ""


def _told(supports: Sequence[Support], preferences: ContactPreferences | None) -> tuple[MyWayBack, ...]:
    return tuple(MyWayBack.of(each, each.way_back, preferences) for each in supports if each.way_back)


def _day(at: datetime) -> str:
    return day_and_date(in_london(at).date())
