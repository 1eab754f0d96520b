"""How ready an ending is, as a list: a shape with its word, the claim, what the record shows, and where to do it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from livingwell.contacts.presenters.ways import listed
from livingwell.core.dates import long_date
from livingwell.journeys.models import HandOverAnswerKind, Paper, ReadyKind
from livingwell.journeys.models.readiness import Onward, Readiness, ReadyPoint, Stands

SAID = {
    ReadyKind.YES: "Yes",
    ReadyKind.NO: "No",
    ReadyKind.NOT_YET: "Not yet",
    ReadyKind.COULD_NOT_ASK: "Could not be asked",
}

WORDS = {Stands.DONE: "Done", Stands.HALF: "Under way", Stands.NOT_DONE: "Not done", Stands.OPEN: "Open"}

CLAIMS = {
    ReadyPoint.GOALS: "Goals looked at and rated with {name}",
    ReadyPoint.CHOSEN: "{name} has chosen where next",
    ReadyPoint.ACCEPTED: "Those who take over have said yes",
    ReadyPoint.ADJUSTMENTS: "What we do otherwise is passed on",
    ReadyPoint.STAYING_WELL: "{name} has a staying-well plan",
    ReadyPoint.WAY_BACK: "{name} knows how to come back",
    ReadyPoint.CARERS: "Carers told what they may know",
    ReadyPoint.GP: "The GP knows",
    ReadyPoint.LETTER: "The letter is written, in {name}’s format",
    ReadyPoint.DISCUSSED: "Discussed, with a lived-experience view",
    ReadyPoint.ANSWER: "{name} is ready for this",
}

ACTIONS = {
    ReadyPoint.GOALS: "Rate goals together",
    ReadyPoint.CHOSEN: "Look at where next",
    ReadyPoint.ACCEPTED: "See the hand-over",
    ReadyPoint.ADJUSTMENTS: "Pass them on",
    ReadyPoint.STAYING_WELL: "Write it together",
    ReadyPoint.WAY_BACK: "Agree the way back",
    ReadyPoint.CARERS: "Tell carers",
    ReadyPoint.GP: "Write to the GP",
    ReadyPoint.LETTER: "Write the letter",
    ReadyPoint.DISCUSSED: "See discussions",
    ReadyPoint.ANSWER: "Ask {name}",
}


@dataclass(frozen=True)
class ReadyLine:
    """One point. `icon` is a kind of components/icon.html, `word` says the same in a word."""

    icon: str
    word: str
    claim: str
    shows: str
    action: str
    href: str


def ready_lines(
    ready: Readiness, name: str, links: Mapping[ReadyPoint, str], *, is_proposed: bool = True
) -> tuple[ReadyLine, ...]:
    """Every point. One that is done needs no link; nor has one whose page is not there.

    While nobody has proposed an end nothing is missed: what is not done is open then.
    """
    return tuple(
        ReadyLine(
            icon=stands.value,
            word=WORDS[stands],
            claim=CLAIMS[point].format(name=name),
            shows=_SHOWS[point](ready, name),
            action=ACTIONS[point].format(name=name),
            href="" if stands.is_done else links.get(point, ""),
        )
        for point, so_far in ready.points.items()
        for stands in [so_far if is_proposed or so_far is not Stands.NOT_DONE else Stands.OPEN]
    )


def _goals(ready: Readiness, _name: str) -> str:
    if not ready.signs.goals:
        return "No goal is being rated."
    return f"{ready.signs.rated} of {ready.signs.goals} rated in the last four weeks."


def _chosen(ready: Readiness, name: str) -> str:
    if ready.chosen:
        return f"{listed([each.name for each in ready.chosen])}."
    if ready.onward:
        return f"{len(ready.onward)} looked at. {name} has not chosen yet."
    return "Nobody has talked about it yet."


def _accepted(ready: Readiness, _name: str) -> str:
    if not ready.chosen:
        return "Nothing is chosen yet."
    if not ready.handed_over:
        return "No hand-over was begun: nobody has to say yes."
    return " ".join(f"{each.name}: {_answered(each)}." for each in ready.handed_over)


def _answered(onward: Onward) -> str:
    if onward.answer is HandOverAnswerKind.ACCEPTED:
        return "accepted"
    return "declined" if onward.answer is HandOverAnswerKind.DECLINED else "no answer yet"


def _adjustments(ready: Readiness, _name: str) -> str:
    signs = ready.signs
    if not signs.adjustments:
        return "None is on record that may be shared."
    if signs.passed_on:
        return f"Passed on in {_times(signs.passed_on, 'hand-over')}."
    return f"{signs.shared} of {signs.adjustments} shared."


def _staying_well(ready: Readiness, name: str) -> str:
    signs = ready.signs
    if signs.staying_well_agreed_on:
        return f"{name} agreed it on {long_date(signs.staying_well_agreed_on)}."
    return f"Written. {name} has not agreed it yet." if signs.staying_well else "Not written yet."


def _way_back(ready: Readiness, name: str) -> str:
    way = ready.way_back
    if way is None:
        return "Not written yet."
    until = f"To {way.to_whom}, until {long_date(way.until_on)}."
    return f"{until} Told on {long_date(way.told_on)}." if way.told_on else f"{until} {name} has not been told yet."


def _carers(ready: Readiness, name: str) -> str:
    if not ready.carers:
        return f"{name} lets no carer know anything."
    settled = sum(each.is_settled for each in ready.carers)
    return f"{settled} of {len(ready.carers)} told, or {name} doesn’t want it."


def _gp(ready: Readiness, _name: str) -> str:
    gone = [each.gone_on for paper in Paper if paper.is_for_gp and (each := ready.papers[paper]).is_gone]
    if gone and gone[0]:
        return f"Written to on {long_date(gone[0])}."
    if all(ready.papers[paper].is_not_wanted for paper in Paper if paper.is_for_gp):
        return "They asked us not to write to the GP."
    return "Nothing has gone to the GP yet."


def _letter(ready: Readiness, name: str) -> str:
    standing = ready.papers[Paper.LETTER]
    if standing.is_not_wanted:
        return f"{name} wants no letter."
    if standing.is_gone and standing.gone_on:
        return f"Sent on {long_date(standing.gone_on)}."
    return "Written, not sent yet." if standing.is_made else "Not written yet."


def _discussed(ready: Readiness, _name: str) -> str:
    signs = ready.signs
    if signs.viewed_on:
        return f"A lived-experience view on {long_date(signs.viewed_on)}."
    return f"On the agenda of {long_date(signs.next_on)}." if signs.next_on else "No lived-experience view yet."


def _answer(ready: Readiness, name: str) -> str:
    if ready.answer is None:
        return f"{name} has not answered yet."
    said = f"{SAID[ready.answer.kind]}, {long_date(ready.answer.answered_on)}."
    return f"{said} “{ready.answer.words}”" if ready.answer.words else said


def _times(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count} {noun}s"


_SHOWS: Mapping[ReadyPoint, Callable[[Readiness, str], str]] = {
    ReadyPoint.GOALS: _goals,
    ReadyPoint.CHOSEN: _chosen,
    ReadyPoint.ACCEPTED: _accepted,
    ReadyPoint.ADJUSTMENTS: _adjustments,
    ReadyPoint.STAYING_WELL: _staying_well,
    ReadyPoint.WAY_BACK: _way_back,
    ReadyPoint.CARERS: _carers,
    ReadyPoint.GP: _gp,
    ReadyPoint.LETTER: _letter,
    ReadyPoint.DISCUSSED: _discussed,
    ReadyPoint.ANSWER: _answer,
}
