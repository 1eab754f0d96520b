"""How the plan stands with the person, in sentences. Staff sign-off is told apart from agreement."""

from collections.abc import Sequence
from dataclasses import dataclass

from livingwell.careplans.models import Agreement, Answer, HowSaid, SignOff
from livingwell.careplans.models.differences import Difference
from livingwell.careplans.models.needs import PlanNeeds
from livingwell.careplans.models.standing import ChangeSince, Standing
from livingwell.core.clock import in_london
from livingwell.core.dates import long_date, short_date
from livingwell.core.text import possessive


@dataclass(frozen=True)
class AgreementBadge:
    """For components/agreement.html: `kind` is "yes" for a yes alone."""

    kind: str
    heading: str
    quote: str
    how: str
    on: str = ""


@dataclass(frozen=True)
class ChangeLine:
    """One change, as a sentence: {verb} {about}: “{new}” was “{old}”, and who made it."""

    verb: str
    about: str
    new: str
    old: str
    by: str
    read_by_them: str = ""

    @property
    def sentence(self) -> str:
        """The same without marks, for plain text."""
        now, was = (f": “{self.new}”" if self.new else ""), (f" was “{self.old}”" if self.old else "")
        return f"{self.verb} {self.about}{now}{was}. {self.by}".strip()


@dataclass(frozen=True)
class AgreementSide:
    """All that the side of the page says about agreement.

    `asking` is what waits: a no, nobody could ask, or nobody has asked; `asking_quote` is what the person finds
    wrong, `not_yet_quote` what they said with a not yet. `not_seen`: what was held back at
    their yes, for members alone.
    """

    badge: AgreementBadge
    asking: str
    asking_quote: str
    not_yet_quote: str
    changes_heading: str
    changes: tuple[ChangeLine, ...]
    progress: tuple[ChangeLine, ...]
    line: str
    version: str
    is_settled: bool
    not_seen: str


def agreement_side(standing: Standing, name: str) -> AgreementSide:
    """How the plan stands with the person, who is called `name`."""
    count = len(standing.changes)
    return AgreementSide(
        badge=badge_of(standing, name),
        asking=_asking(standing, name),
        asking_quote=standing.answer.not_right if standing.answer else "",
        not_yet_quote=standing.answer.words if standing.answer and standing.answer.is_not_yet else "",
        changes_heading=f"{_count(count)} since" + ("" if standing.agreed else f" version {_number(standing)}"),
        changes=change_lines(standing.changes, name),
        progress=change_lines(standing.progress, name),
        line=summary_line(standing, name),
        version=_version(standing),
        is_settled=standing.is_settled,
        not_seen=_not_seen(standing, name),
    )


def badge_of(standing: Standing, name: str) -> AgreementBadge:
    """Agreed with Amara on 3 May 2026, version 4; or that there was no yes yet."""
    if standing.agreed is None or standing.yes is None:
        return AgreementBadge("none", _not_agreed(name), "", _signed(standing.sign_offs))
    on = long_date(standing.yes.answered_on)
    heading = _agreed(name, on, standing.agreed.number)
    how = [_given(standing.yes), _signed(standing.sign_offs)]
    return AgreementBadge("yes", heading, standing.yes.words, " ".join(part for part in how if part), on)


@dataclass(frozen=True)
class AgreementLine:
    """For components/agreement.html on one line: the badge's kind and heading, and how much changed since."""

    kind: str
    heading: str
    changes: str


def agreement_line(needs: PlanNeeds | None, name: str) -> AgreementLine | None:
    """The same beside another page's matter; nothing before the plan was started."""
    if needs is None:
        return None
    if needs.agreed_on is None or needs.agreed_version is None:
        return AgreementLine("none", _not_agreed(name), "")
    heading = _agreed(name, long_date(needs.agreed_on), needs.agreed_version)
    return AgreementLine("yes", heading, f"{_count(needs.changes)} since" if needs.changes else "")


def summary_line(standing: Standing, name: str) -> str:
    """Agreed with Amara on 3 May 2026, version 4. 2 changes since."""
    if standing.agreed is None:
        return badge_of(standing, name).heading
    since = f" {_count(len(standing.changes))} since." if standing.changes else ""
    return f"{badge_of(standing, name).heading}.{since}"


def change_lines(changes: Sequence[ChangeSince], name: str) -> tuple[ChangeLine, ...]:
    """Each change with who made it, when, and whose idea it was."""
    return tuple(change_line(each.difference, _by(each, name)) for each in changes)


def change_line(difference: Difference, by: str) -> ChangeLine:
    return ChangeLine(difference.verb, difference.about, difference.new, difference.old, by, difference.read_by_them)


def answer_of(agreement: Agreement, name: str) -> str:
    """The person's answer to one version, in a sentence."""
    on = long_date(agreement.answered_on)
    if agreement.answer is Answer.YES:
        return f"{name} agreed on {on}. {_given(agreement)}"
    if agreement.answer is Answer.NO:
        return f"{name} said no on {on}. {_given(agreement)}"
    if agreement.is_not_yet:
        again = f" To be asked again by {long_date(agreement.ask_by)}." if agreement.ask_by else ""
        return f"{name} said not yet on {on}. {_given(agreement)}{again}"
    by = f" To be asked by {long_date(agreement.ask_by)}." if agreement.ask_by else ""
    return f"Nobody could ask {name} on {on}: {agreement.why_not_asked}.{by} Written down by {agreement.written_by}."


def _by(since: ChangeSince, name: str) -> str:
    change = since.change
    if change is None:
        return "Struck out as recorded in error" if since.difference.verb == "Taken out" else ""
    on = short_date(in_london(change.created_at).date())
    told = f"{change.written_by}, {on}"
    if change.idea_of:
        told = f"{possessive(change.idea_of)} idea, written by {told}"
    return f"{told}. {name} was asked" if change.answered_on else told


def _asking(standing: Standing, name: str) -> str:
    """What waits for the person's answer, in a sentence; nothing where all is settled."""
    if standing.latest is None:
        return f"{name} has not been asked about this plan yet."
    if standing.answer is not None and standing.answer.answer is not Answer.YES:
        return f"Version {standing.latest.number}: {answer_of(standing.answer, name)}"
    if standing.answer is None:
        return f"Version {standing.latest.number} waits for {possessive(name)} answer."
    return f"{name} has not been asked about these yet." if standing.changes else ""


def _given(agreement: Agreement) -> str:
    """By text to Jo Brennan."""
    if agreement.how is HowSaid.ON_THIS_SCREEN and agreement.answered_by == agreement.written_by:
        return f"{agreement.written_by} answered on their own pages."
    who = f" {agreement.answered_by}," if agreement.answered_by else ""
    how = f"{agreement.how} to {agreement.written_by}" if agreement.how else f"written down by {agreement.written_by}"
    return f"Answered by{who} {how}." if who else f"{how[0].upper()}{how[1:]}."


def _signed(sign_offs: Sequence[SignOff]) -> str:
    """Staff sign-off: Priya Mistry, 4 May."""
    told = "; ".join(f"{each.written_by}, {short_date(each.signed_on)}" for each in sign_offs)
    return f"Staff sign-off: {told}." if told else ""


def _not_seen(standing: Standing, name: str) -> str:
    """Amara did not see 2 lines, which were held back then."""
    if not standing.held_then:
        return ""
    lines = "1 line, which was" if standing.held_then == 1 else f"{standing.held_then} lines, which were"
    return f"{name} did not see {lines} held back then."


def _agreed(name: str, on: str, number: int) -> str:
    return f"Agreed with {name} on {on}, version {number}"


def _not_agreed(name: str) -> str:
    return f"{name} has not agreed to this plan yet"


def _count(count: int) -> str:
    return "1 change" if count == 1 else f"{count} changes"


def _version(standing: Standing) -> str:
    """Version 6, 9 June 2026"""
    return (
        f"version {standing.latest.number}, {long_date(standing.latest.made_on)}"
        if standing.latest
        else "not numbered yet"
    )


def _number(standing: Standing) -> int:
    return standing.latest.number if standing.latest else 0
