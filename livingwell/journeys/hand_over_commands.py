"""What the actions on hand-overs are told."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any
from uuid import UUID

from livingwell.careplans.models import ActorKind
from livingwell.journeys.models import HandOverAnswerKind, HandOverStepKind
from livingwell.passports.models import Section

AddressOf = Callable[[str], str]
"""The whole address of the page that a link's token opens."""


@dataclass(frozen=True)
class StepPlan:
    """One step: what, who and by when. `done_by_id` is a member; `done_by` names a carer, or whoever else."""

    kind: HandOverStepKind
    by_on: date
    actor_kind: ActorKind
    done_by_id: UUID | None = None
    done_by: str = ""
    what: str = ""
    row_version: int | None = None


@dataclass(frozen=True)
class StepOutcome:
    """What became of a step, and on which day. One that was dropped says why."""

    is_done: bool
    on: date
    words: str = ""


@dataclass(frozen=True)
class Picked:
    """What was ticked, and typed, for the receiver to read. Nothing is there that nobody ticked.

    `question` is what the receiver had asked, and `reply` the answer to it.
    """

    adjustment_ids: tuple[UUID, ...] = ()
    sections: tuple[Section, ...] = ()
    has_contact_details: bool = False
    has_preferences: bool = False
    has_staying_well: bool = False
    words: str = ""
    question: str = ""
    reply: str = ""

    def to_json(self) -> dict[str, Any]:
        """As it is kept beside the text that was made from it."""
        plain = asdict(self)
        plain["adjustment_ids"] = [str(each) for each in self.adjustment_ids]
        plain["sections"] = [each.value for each in self.sections]
        return plain

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Picked":
        values = {each.name: kept[each.name] for each in fields(cls)}
        values["adjustment_ids"] = tuple(UUID(each) for each in kept["adjustment_ids"])
        values["sections"] = tuple(Section(each) for each in kept["sections"])
        return cls(**values)


@dataclass(frozen=True)
class ComposeSending:
    """To whom it goes, whom they can call, and what they read. Without an e-mail address it is printed or read out."""

    to_name: str
    to_email: str
    call_us: str
    picked: Picked


@dataclass(frozen=True)
class ReceiverAnswer:
    """What the receiver says: yes; no, and why; or a question. With their own name, and what they do there."""

    kind: HandOverAnswerKind
    answered_by: str
    role: str = ""
    words: str = ""
