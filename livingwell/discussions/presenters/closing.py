"""What is missing before a discussion can be closed, and a first draft of what we'll tell the person."""

from collections.abc import Iterable
from dataclasses import dataclass

from livingwell.adjustments.models import ReasonableAdjustment
from livingwell.core.dates import short_date
from livingwell.discussions.models import Decision, Doer, Missing, NoChange, Readiness
from livingwell.discussions.presenters.screen import Parts


@dataclass(frozen=True)
class ReadyRow:
    """One thing that closing asks for, or that is worth a look. `anchor`: where on the screen it is put right."""

    is_there: bool
    stops: bool
    claim: str
    shows: str
    todo: str = ""
    anchor: str = ""
    can_be_left_out: bool = False


@dataclass(frozen=True)
class Unfinished:
    """A decision that the member began in the form and has not added. `begun`: when it was kept as a draft."""

    what: str
    has_person: bool
    begun: str


def readiness_rows(ready: Readiness, parts: Parts, name: str, unfinished: Unfinished | None) -> list[ReadyRow]:
    """What stops the closing first, then what is there, then what is worth a look."""
    rows = [
        *_unfinished(unfinished, parts),
        _outcome(ready, parts),
        _line(ready, parts, name),
        _lived(ready, parts),
        *_last(parts),
        *_challenges(parts),
    ]
    return sorted(rows, key=lambda row: (row.is_there, not row.stops))


def draft_of_message(
    name: str, decisions: Iterable[Decision], agreed: Iterable[ReasonableAdjustment], no_change: NoChange | None
) -> str:
    """What was decided and agreed, as a message to begin from: whoever sends it puts it in plain words."""
    lines = [f"Hi {name}."]
    for decision in decisions:
        who = "You" if decision.doer is Doer.PERSON else decision.who(name)
        lines.append(f"{decision.what}. {who}, by {short_date(decision.by_on)}.")
    lines.extend(f"From now on: {each.what}." for each in agreed)
    if no_change is not None:
        lines.append(f"We changed nothing for now. {no_change.reason}.")
    lines.append("Is that right? No rush to answer.")
    return "\n\n".join(lines)


def _unfinished(mine: Unfinished | None, parts: Parts) -> list[ReadyRow]:
    """The member's own words; of others only that they write: a draft is its author's alone."""
    rows = []
    if mine:
        claim = "One decision is not added yet" if mine.has_person else "One decision has no person and no date"
        todo = "Add it" if mine.has_person else "Give it a person and a date"
        shows = f"“{mine.what}” You were writing it at {mine.begun}."
        rows.append(ReadyRow(False, True, claim, shows, todo, "add-decision", can_be_left_out=True))
    others = dict(parts.writing).get("decisions")
    if others:
        rows.append(ReadyRow(False, False, "Another decision is being written", f"{others}."))
    return rows


def _outcome(ready: Readiness, parts: Parts) -> ReadyRow:
    if Missing.OUTCOME in ready.missing:
        shows = "Add a decision with a person and a date, or say why nothing changes."
        return ReadyRow(False, True, "Nothing has been decided", shows, "Decide something", "decide")
    if parts.decisions:
        count = len(parts.decisions)
        claim = "One decision has a person and a date" if count == 1 else f"{count} decisions have a person and a date"
        return ReadyRow(True, True, claim, " ".join(f"{card.who}, {card.by}." for card in parts.decisions))
    return ReadyRow(True, True, "Nothing changes", parts.no_change.reason if parts.no_change else "")


def _line(ready: Readiness, parts: Parts, name: str) -> ReadyRow:
    if Missing.OWN_LINE in ready.missing:
        shows = f"Write what {name} wants said, or why they were not asked."
        return ReadyRow(False, True, f"Nothing from {name}, and no word why", shows, "Bring their line", "line")
    own = [line for line in parts.lines if not line.not_asked]
    if own:
        return ReadyRow(True, True, f"{name}’s own line is here", own[-1].by)
    if parts.wishes or parts.before:
        return ReadyRow(True, True, f"{name} was asked", " ".join(f"{wish.words}." for wish in parts.wishes))
    return ReadyRow(True, True, f"{name} was not asked", parts.lines[-1].not_asked if parts.lines else "")


def _lived(ready: Readiness, parts: Parts) -> ReadyRow:
    if Missing.LIVED_EXPERIENCE in ready.missing:
        shows = "A peer support worker adds their view, or the chair says why there is none."
        return ReadyRow(False, True, "The lived-experience view is missing", shows, "Go to the round", "round")
    lived = [card for card in parts.round.first if card.kind == "lived"]
    if lived:
        return ReadyRow(True, True, "The lived-experience view is recorded", lived[0].by)
    return ReadyRow(True, True, "The chair said why there is no lived-experience view", parts.round.absence)


def _last(parts: Parts) -> list[ReadyRow]:
    unsaid = sum(row.is_asked for row in parts.last)
    if not parts.last:
        return []
    if unsaid:
        verb = "has" if unsaid == 1 else "have"
        claim = f"{unsaid} of {len(parts.last)} earlier decisions {verb} no answer yet"
        return [
            ReadyRow(False, False, claim, "It doesn’t stop you closing: they come back.", "Say what happened", "last")
        ]
    return [ReadyRow(True, False, "Every decision from last time has an outcome", "")]


def _challenges(parts: Parts) -> list[ReadyRow]:
    return [
        ReadyRow(
            is_there=not card.is_open,
            stops=False,
            claim=f"{card.first_name}’s challenge is {'open' if card.is_open else 'answered'}",
            shows="It stays open, and decisions made over it say so." if card.is_open else card.closed_note,
            todo="Answer it" if card.is_open else "",
            anchor=f"challenge-{card.id}",
        )
        for card in parts.challenges
    ]
