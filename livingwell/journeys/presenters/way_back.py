"""The way back of each episode, and whether it was used."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from livingwell.adjustments.labels import WAYS
from livingwell.adjustments.models import ContactPreferences
from livingwell.core.clock import in_london
from livingwell.core.dates import long_date
from livingwell.journeys.models import ComingBack, Support, WayBack
from livingwell.people.models import Episode

ENDS_SOON = timedelta(days=60)
"""While support goes on, a way back that ends sooner than this would be short once support has ended."""


@dataclass(frozen=True)
class WayBackCard:
    """One episode. `kind` and `state` are an icon and its words; `versions` what was agreed before, in sentences."""

    episode_id: UUID
    title: str
    kind: str
    state: str
    facts: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]
    versions: tuple[str, ...]
    may_agree: bool
    may_tell: bool
    may_come_back: bool


def way_back_card(
    support: Support, name: str, preferences: ContactPreferences | None, team_ids: Collection[UUID], today: date
) -> WayBackCard:
    """The card of an episode of the person who is called `name`. Only members of its team change it."""
    way_back, is_ours = support.way_back, support.episode.team_id in team_ids
    kind, state = _state(support, name, today)
    is_used = support.left_by is not None
    return WayBackCard(
        episode_id=support.episode.id,
        title=f"{support.episode.team.name}, {when(support.episode)}",
        kind=kind,
        state=state,
        facts=tuple(_facts(way_back)) if way_back else (),
        warnings=tuple(_warnings(support, name, preferences, today)),
        versions=tuple(_version(each) for each in support.versions[1:]),
        may_agree=is_ours and not is_used and support.episode.turned_away_on is None,
        may_tell=is_ours and not is_used and way_back is not None and way_back.told_on is None,
        may_come_back=is_ours and support.is_open_for(today),
    )


def when(episode: Episode) -> str:
    """3 January 2026 to 4 June 2026; since 4 June 2026."""
    first = episode.started_on or episode.accepted_on or episode.referred_on
    return f"{long_date(first)} to {long_date(episode.ended_on)}" if episode.ended_on else f"since {long_date(first)}"


def came_back_words(coming_back: ComingBack, before: Episode) -> str:
    """Came back on 9 July 2026. Before: 3 January 2026 to 4 June 2026."""
    return f"Came back on {_day(coming_back)}. Before: {when(before)}."


def _state(support: Support, name: str, today: date) -> tuple[str, str]:
    way_back = support.way_back
    if support.left_by is not None:
        return "done", f"{name} came back on {_day(support.left_by)}{_pressed(support.left_by)}"
    if way_back is None:
        return "open", "No way back is agreed"
    if support.is_over and not support.is_open_for(today):
        return "", f"The way back ran until {long_date(way_back.until_on)}"
    if way_back.told_on is None or way_back.told_how is None:
        return "open", f"{name} has not been told yet"
    return "done", f"{name} was told on {long_date(way_back.told_on)}, {way_back.told_how.value}"


def _pressed(coming_back: ComingBack) -> str:
    how = f" {coming_back.told_how.value}" if coming_back.told_how else ""
    return f", told{how} to {coming_back.written_by}" if how else ""


def _facts(way_back: WayBack) -> Sequence[tuple[str, str]]:
    return [
        ("Until", long_date(way_back.until_on)),
        ("Reaches", way_back.to_whom),
        ("We answer by", WAYS[way_back.way]),
        ("How it works", way_back.how),
    ]


def _warnings(support: Support, name: str, preferences: ContactPreferences | None, today: date) -> Sequence[str]:
    way_back, warnings = support.way_back, []
    if way_back is None or support.left_by is not None:
        return ()
    said = preferences.about(way_back.way) if preferences else None
    if said is not None and said.standing.is_never:
        warnings.append(f"{name} has said since that we must never use this way. Agree another one.")
    if support.episode.ended_on is None and way_back.until_on < today + ENDS_SOON:
        warnings.append("It ends soon, and support goes on. Agree a later day before support ends.")
    return warnings


def _version(way_back: WayBack) -> str:
    day, until = long_date(in_london(way_back.created_at).date()), long_date(way_back.until_on)
    how = f" {way_back.how}" if way_back.how else ""
    return f"{way_back.written_by}, {day}: until {until}, reaches {way_back.to_whom}, {WAYS[way_back.way]}.{how}"


def _day(coming_back: ComingBack) -> str:
    return long_date(in_london(coming_back.created_at).date())
