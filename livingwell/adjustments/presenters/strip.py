"""How to reach and support the person, as the top of every page about them says it."""

from collections.abc import Collection
from dataclasses import dataclass

from livingwell.adjustments.labels import WAYS
from livingwell.adjustments.models import Asked, Standing, Way
from livingwell.core.clock import in_london
from livingwell.core.dates import long_date


@dataclass(frozen=True)
class Strip:
    """The best way, what is never to be done (not safe first), and the first adjustments; each in words.

    `best` is empty where there is none to name, and `why_none` says why. `told` is when they told us.
    """

    best: str
    why_none: str
    nevers: tuple[str, ...]
    told: str
    adjustments: tuple[str, ...]
    adjustment_count: int
    is_asked: bool
    needs_someone: bool
    ask_href: str
    all_href: str
    adjustments_href: str

    @classmethod
    def of(cls, asked: Asked, name: str, **hrefs: str) -> "Strip":
        best = _best(asked)
        return cls(
            best=best,
            why_none="" if best else _why_none(asked, name),
            nevers=tuple(_nevers(asked)),
            told=f"{name} told us on {long_date(in_london(asked.told_at).date())}" if asked.told_at else "",
            adjustments=asked.adjustments,
            adjustment_count=asked.adjustment_count,
            is_asked=asked.told_at is not None,
            needs_someone=_needs_someone(asked),
            **hrefs,
        )


def _best(asked: Asked) -> str:
    """Text or letter from Jo, then wait a day. Where nothing is best, what is fine, or what is only if urgent."""
    if asked.asked_to_stop:
        return ""
    for standing, note in (
        (Standing.BEST, ""),
        (Standing.FINE, " (fine)"),
        (Standing.ONLY_IF_URGENT, ", only if urgent"),
    ):
        ways = _with(asked, standing)
        if ways:
            whom = f" ({asked.through_whom})" if Way.THROUGH_SOMEONE in ways and asked.through_whom else ""
            sender = f" from {asked.comes_from}" if asked.comes_from else ""
            then = f", {asked.and_then}" if asked.and_then else ""
            return f"{ways_in_words(ways)}{whom}{sender}{then}{note}"
    return ""


def _why_none(asked: Asked, name: str) -> str:
    if asked.told_at is None:
        return f"Nobody has asked {name} yet"
    if asked.asked_to_stop:
        return f"{name} asked us to stop contacting them"
    return "Not agreed yet"


def _nevers(asked: Asked) -> list[str]:
    """Phone or voicemail: not safe. Then what is not wanted."""
    unsafe, unwanted = _with(asked, Standing.NOT_SAFE), _with(asked, Standing.NOT_WANTED)
    return [
        *([f"{ways_in_words(unsafe)}: not safe"] if unsafe else []),
        *([ways_in_words(unwanted)] if unwanted else []),
    ]


def _needs_someone(asked: Asked) -> bool:
    """Whether every way is a "never", so that a way through someone else is to be agreed."""
    return (
        not asked.asked_to_stop and len(asked.ways) >= len(Way) - 1 and all(each.is_never for _way, each in asked.ways)
    )


def _with(asked: Asked, standing: Standing) -> list[Way]:
    return [way for way, said in asked.ways if said is standing]


def ways_in_words(ways: Collection[Way]) -> str:
    """Text, letter or visit."""
    words = [WAYS[way].lower() for way in ways]
    listed = f"{', '.join(words[:-1])} or {words[-1]}" if len(words) > 1 else words[0]
    return listed[0].upper() + listed[1:]
