"""How it is going since our support ended, as the person reads it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from livingwell.core.clock import in_london
from livingwell.journeys.models import Landed, LandingAnswer, LandingCheck
from livingwell.portal.dates import long_date
from livingwell.portal.saying import gettext as _


@dataclass(frozen=True)
class OwnAnswer:
    """What the person said, and whether somebody has seen it."""

    words: str
    change_needed: str
    source: str
    seen: str


@dataclass(frozen=True)
class OwnCheck:
    """One question: about which place, when it is asked, and what the person answered last."""

    id: UUID
    about: str
    due: str
    is_about_a_place: bool
    is_now: bool
    answer: OwnAnswer | None


@dataclass(frozen=True)
class OwnLanding:
    """What is asked now, what will be asked, and what was answered."""

    now: tuple[OwnCheck, ...]
    later: tuple[OwnCheck, ...]
    answered: tuple[OwnCheck, ...]


def own_landing(checks: Sequence[LandingCheck], today: date) -> OwnLanding:
    """Each check where it belongs. What is not to be asked any more is left out, and so is one whose next has come."""
    shown = [own_check(each, today) for each in checks if each.answers or each.cancelled_at is None]
    asked = [each for each in shown if each.answer is None]
    return OwnLanding(
        now=tuple(_last_of_each(each for each in asked if each.is_now)),
        later=tuple(each for each in asked if not each.is_now),
        answered=tuple(each for each in reversed(shown) if each.answer is not None),
    )


def own_check(check: LandingCheck, today: date) -> OwnCheck:
    """One question."""
    return OwnCheck(
        id=check.id,
        about=about_words(check),
        due=long_date(check.due_on),
        is_about_a_place=check.destination is not None,
        is_now=check.due_on <= today,
        answer=_answer(check.answer, check) if check.answer else None,
    )


def about_words(check: LandingCheck) -> str:
    """The place that was chosen, or how things are."""
    return check.destination.name if check.destination else _("How things are for you")


def _last_of_each(checks: Iterable[OwnCheck]) -> list[OwnCheck]:
    """Of several about one place the one that fell due last."""
    return list({check.about: check for check in checks}.values())


def _answer(answer: LandingAnswer, check: LandingCheck) -> OwnAnswer:
    on = long_date(answer.answered_on)
    by_member = answer.written_by_id is not None and answer.way is not None
    seen_on = long_date(in_london(answer.dealt_with_at).date()) if answer.dealt_with_at and not by_member else ""
    return OwnAnswer(
        words=_landed_words(answer.landed),
        change_needed=answer.change_needed,
        source=(
            _("%(name)s wrote this down on %(day)s.", name=answer.written_by, day=on)
            if by_member
            else _("You said this on %(day)s.", day=on)
        ),
        seen=_("Someone in the team saw it on %(day)s.", day=seen_on) if seen_on else "",
    )


def _landed_words(landed: Landed) -> str:
    return {
        Landed.WORKING: _("It is going well"),
        Landed.PARTLY: _("Some of it is good, some of it is not"),
        Landed.NOT_WORKING: _("It is not going well"),
        Landed.DID_NOT_HAPPEN: _("It has not happened"),
    }[landed]
