"""Why somebody is on the watch list, in words. The fault is ours, never theirs."""

from livingwell.core.dates import long_date
from livingwell.core.text import LINE
from livingwell.journeys.models import Missed, Watched, Why

WE_HAVE_NOT = {
    Missed.CONTACT: "We have not been in touch as asked.",
    Missed.PLAN: "We have not agreed a plan.",
    Missed.DECISION: "We have not done what we decided.",
    Missed.HAND_OVER: "We have not heard a yes to a hand-over.",
    Missed.LANDING: "We have not heard how it is going.",
    Missed.ADJUSTMENT: "We have not met what was asked for.",
}


def detail(why: Why) -> str:
    """What it is about, and since when."""
    since = long_date(why.since)
    return {
        Missed.CONTACT: f"Nothing as asked since {since}.",
        Missed.PLAN: f"The referral came on {since}. A plan is due within four weeks.",
        Missed.DECISION: f"“{why.about}” was for {since}. Two meetings have gone by.",
        Missed.HAND_OVER: f"{why.about} has had it since {since}.",
        Missed.LANDING: f"It was to be asked on {since}.",
        Missed.ADJUSTMENT: f"“{why.about}”, since {since}.",
    }[why.missed]


def as_request(watched: Watched) -> str:
    """All of it, for the agenda."""
    words = " ".join(dict.fromkeys(f"{WE_HAVE_NOT[why.missed]} {detail(why)}" for why in watched.whys))
    return words if len(words) <= LINE else f"{words[: LINE - 1].rsplit(None, 1)[0]}…"
