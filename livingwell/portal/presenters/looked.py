"""Who opened the person's record, in their own words' language: by day, with why they could."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from flask import url_for

from livingwell.core.actor import Right, Side
from livingwell.core.clock import in_london
from livingwell.identity.models import Account
from livingwell.passports.models.share import VISITOR_NAME
from livingwell.people.models import LookedQuestion
from livingwell.people.models.looking import Reading, TeamThen
from livingwell.portal.dates import clock_time, day_and_date, long_date
from livingwell.portal.presenters.around import calling_words
from livingwell.portal.saying import gettext as _
from livingwell.portal.waiting import Waiting


@dataclass(frozen=True)
class AskedLine:
    """What the person asked about a day, and the answer. `is_new`: they have not said that they saw it."""

    id: UUID
    words: str
    about: str
    state: str
    answer: str
    is_new: bool


@dataclass(frozen=True)
class LookedLine:
    """One reader of one day."""

    name: str
    calling: str
    did: tuple[str, ...]
    why: tuple[str, ...]
    ask_href: str


@dataclass(frozen=True)
class LookedDay:
    """One day: who read, and what the person asked about it."""

    on: str
    heading: str
    lines: tuple[LookedLine, ...]
    asked: tuple[AskedLine, ...]


def looked_days(readings: Sequence[Reading], questions: Iterable[LookedQuestion]) -> list[LookedDay]:
    """The latest day first, each with its questions."""
    asked = list(questions)
    return [
        LookedDay(
            on=on.isoformat(),
            heading=day_and_date(on),
            lines=tuple(_line(each) for each in found),
            asked=tuple(_asked(each) for each in asked if each.looked_on == on),
        )
        for on, found in groupby(readings, key=lambda each: each.on)
    ]


def reader_name(reading: Reading) -> str:
    """Jo Brennan; for a command of the service, the service."""
    if _is_visitor(reading):
        return _("Someone with a link from you")
    return reading.account.name if reading.account else _("The computer, for the service")


def _is_visitor(reading: Reading) -> bool:
    """Whether it was read by a link to the passport, by somebody who has no account."""
    return reading.account is None and reading.label == VISITOR_NAME


def _line(reading: Reading) -> LookedLine:
    return LookedLine(
        name=reader_name(reading),
        calling=_calling(reading.account),
        did=tuple(_did(reading)),
        why=tuple(_why(reading)),
        ask_href=_ask_href(reading),
    )


def _ask_href(reading: Reading) -> str:
    on = reading.on.isoformat()
    if reading.account_id is None:
        return url_for("portal.ask_about_day", looked_on=on)
    return url_for("portal.ask_about_reader", looked_on=on, account_id=reading.account_id)


def _calling(account: Account | None) -> str:
    if account is None:
        return ""
    if account.side is Side.CARER:
        return _("someone who helps you")
    return calling_words(account.profession and account.profession.value)


def _did(reading: Reading) -> Iterable[str]:
    if _is_visitor(reading):
        yield _("Opened your passport at %(time)s.", time=clock_time(reading.first_at))
    elif reading.opened:
        yield _("Opened your record at %(time)s.", time=clock_time(reading.first_at))
    if reading.listed:
        yield _("Saw your name in a list.")


def _why(reading: Reading) -> Iterable[str]:
    """Why they had access that day; where we can't tell, that too."""
    reasons = [_of_team(team) for team in reading.teams]
    if reading.is_named:
        reasons.append(_("They are named as someone who may see your record."))
    if reading.is_carer:
        reasons.append(_("You share something with them."))
    if _is_visitor(reading):
        reasons.append(_("They have a link to your passport, and its PIN. You can stop it."))
    elif reading.account is None:
        reasons.append(_("This was done by the service, not by a person."))
    return reasons or [_("We can not tell why from here. You can ask.")]


def _of_team(team: TeamThen) -> str:
    told = {"team": team.name, "since": long_date(team.since_on)}
    if team.until_on is not None:
        until = long_date(team.until_on)
        return _("They work in %(team)s. It worked with you from %(since)s to %(until)s.", until=until, **told)
    if team.right is Right.TEAM_LEAD:
        return _("They lead %(team)s. It has worked with you since %(since)s.", **told)
    return _("They work in %(team)s. It has worked with you since %(since)s.", **told)


def _asked(question: LookedQuestion) -> AskedLine:
    at = question.answered_at
    if at is None:
        state = _("You asked this. Nobody has answered yet.")
    else:
        day = long_date(in_london(at).date())
        state = _("%(name)s answered on %(day)s:", name=question.answered_by, day=day)
    is_new = at is not None and question.seen_at is None
    return AskedLine(question.id, question.words, question.about, state, question.answer, is_new)


def answers_waiting(questions: Iterable[LookedQuestion]) -> list[Waiting]:
    """Answers about who looked that the person has not seen yet."""
    return [
        Waiting(
            title=_("You asked who looked. Here is the answer"),
            note=_("About %(day)s.", day=day_and_date(each.looked_on)),
            href=url_for("portal.list_who_looked", until=each.looked_on.isoformat(), _anchor=f"asked-{each.id}"),
            since=each.answered_at or each.created_at,
        )
        for each in questions
    ]
