"""How ready an ending is. No table: worked out from the record, never ticked by hand. It informs and blocks nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from livingwell.journeys.models.closing_letter import Paper
from livingwell.journeys.models.closure import ReadyAnswer, ReadyKind
from livingwell.journeys.models.destination import Choice
from livingwell.journeys.models.papers import CarerStanding, Papers
from livingwell.journeys.models.sending import HandOverAnswerKind
from livingwell.journeys.models.way_back import WayBack


class ReadyPoint(StrEnum):
    """What makes an ending a good one, in the order in which it is looked at."""

    GOALS = "goals"
    CHOSEN = "chosen"
    ACCEPTED = "accepted"
    ADJUSTMENTS = "adjustments"
    STAYING_WELL = "staying_well"
    WAY_BACK = "way_back"
    CARERS = "carers"
    GP = "gp"
    LETTER = "letter"
    DISCUSSED = "discussed"
    ANSWER = "answer"


class Stands(StrEnum):
    """Where a point stands."""

    DONE = "done"
    HALF = "half"
    NOT_DONE = "not_done"
    OPEN = "open"

    @property
    def is_done(self) -> bool:
        return self is Stands.DONE


@dataclass(frozen=True)
class Onward:
    """One option for after: what the person said to it last, and what the receiver answered."""

    name: str
    said: Choice | None
    is_persons: bool
    has_hand_over: bool
    answer: HandOverAnswerKind | None

    @property
    def is_chosen(self) -> bool:
        return self.said is Choice.CHOSEN and self.is_persons


@dataclass(frozen=True)
class Signs:
    """What the record counts. `rated` of `goals` were rated with the person lately; `next_on`: on an agenda to come."""

    goals: int = 0
    rated: int = 0
    adjustments: int = 0
    shared: int = 0
    passed_on: int = 0
    staying_well: int = 0
    staying_well_agreed_on: date | None = None
    viewed_on: date | None = None
    next_on: date | None = None


@dataclass(frozen=True)
class Readiness:
    """Everything that the points are worked out from."""

    signs: Signs
    onward: Sequence[Onward]
    papers: Papers
    carers: Sequence[CarerStanding]
    way_back: WayBack | None = None
    answer: ReadyAnswer | None = None

    @property
    def chosen(self) -> tuple[Onward, ...]:
        return tuple(each for each in self.onward if each.is_chosen)

    @property
    def handed_over(self) -> tuple[Onward, ...]:
        """What the person chose that somebody takes on: not everything needs anybody's yes."""
        return tuple(each for each in self.chosen if each.has_hand_over)

    @property
    def points(self) -> dict[ReadyPoint, Stands]:
        """Where each point stands."""
        return {
            ReadyPoint.GOALS: _of(self.signs.rated, self.signs.goals) if self.signs.goals else Stands.OPEN,
            ReadyPoint.CHOSEN: Stands.DONE if self.chosen else _begun(bool(self.onward)),
            ReadyPoint.ACCEPTED: self._accepted(),
            ReadyPoint.ADJUSTMENTS: self._adjustments(),
            ReadyPoint.STAYING_WELL: self._staying_well(),
            ReadyPoint.WAY_BACK: self._way_back(),
            ReadyPoint.CARERS: _of(sum(each.is_settled for each in self.carers), len(self.carers)),
            ReadyPoint.GP: self._gp(),
            ReadyPoint.LETTER: self._paper(Paper.LETTER),
            ReadyPoint.DISCUSSED: self._discussed(),
            ReadyPoint.ANSWER: self._answer(),
        }

    @property
    def done(self) -> int:
        return sum(stands.is_done for stands in self.points.values())

    def _accepted(self) -> Stands:
        if not self.chosen:
            return Stands.OPEN
        accepted = sum(each.answer is HandOverAnswerKind.ACCEPTED for each in self.handed_over)
        if any(each.answer is HandOverAnswerKind.DECLINED for each in self.handed_over):
            return Stands.NOT_DONE
        return _of(accepted, len(self.handed_over))

    def _adjustments(self) -> Stands:
        if not self.signs.adjustments:
            return Stands.DONE
        if self.signs.passed_on and self.signs.passed_on >= len(self.handed_over):
            return Stands.DONE
        return _of(self.signs.shared, self.signs.adjustments) if self.signs.shared else _begun(self.signs.passed_on > 0)

    def _staying_well(self) -> Stands:
        return Stands.DONE if self.signs.staying_well_agreed_on else _begun(self.signs.staying_well > 0)

    def _way_back(self) -> Stands:
        if self.way_back is None:
            return Stands.NOT_DONE
        return Stands.DONE if self.way_back.told_on else Stands.HALF

    def _gp(self) -> Stands:
        """The GP knows once one of the two papers for them went, or the person wants neither."""
        papers = [self.papers[paper] for paper in Paper if paper.is_for_gp]
        if any(each.is_gone for each in papers) or all(each.is_not_wanted for each in papers):
            return Stands.DONE
        return _begun(any(each.is_made for each in papers))

    def _paper(self, paper: Paper) -> Stands:
        standing = self.papers[paper]
        return Stands.DONE if standing.is_settled else _begun(standing.is_made)

    def _discussed(self) -> Stands:
        if self.signs.viewed_on:
            return Stands.DONE
        return Stands.HALF if self.signs.next_on else Stands.NOT_DONE

    def _answer(self) -> Stands:
        if self.answer is None:
            return Stands.OPEN
        by_kind = {ReadyKind.YES: Stands.DONE, ReadyKind.NO: Stands.NOT_DONE, ReadyKind.NOT_YET: Stands.HALF}
        return by_kind.get(self.answer.kind, Stands.OPEN)


def _of(done: int, total: int) -> Stands:
    """So many of so many; nothing to do is done."""
    if done >= total:
        return Stands.DONE
    return Stands.HALF if done else Stands.NOT_DONE


def _begun(is_begun: bool) -> Stands:
    return Stands.HALF if is_begun else Stands.NOT_DONE
