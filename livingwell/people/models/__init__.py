"""The person, how to reach them, their episodes of support, and who may not see them."""

from livingwell.people.models.arrival import Arrival
from livingwell.people.models.arriving import ArrivalAnswer, FromPerson
from livingwell.people.models.ask import Ask
from livingwell.people.models.commenting import PersonComment
from livingwell.people.models.death import Death
from livingwell.people.models.ending import EndedOtherwise, ends_properly
from livingwell.people.models.episode import Allocation, AllocationRole, Episode, EpisodeStage, ReferralSource
from livingwell.people.models.importing import (
    HeldDecision,
    HeldRow,
    ImportBatch,
    ImportFingerprint,
    ImportPiece,
    ImportStage,
    Refusal,
    RefusedRow,
    RowHereAlready,
)
from livingwell.people.models.known import KnownElsewhere
from livingwell.people.models.looked import LookedQuestion
from livingwell.people.models.person import ImportedNote, Person, Struck
from livingwell.people.models.reach import CarerLink, CarerReach, NamedMember, OwnRecord, RecordLimit, Topic
from livingwell.people.models.searching import NamePart

__all__ = [
    "Allocation",
    "AllocationRole",
    "Arrival",
    "ArrivalAnswer",
    "Ask",
    "CarerLink",
    "CarerReach",
    "Death",
    "EndedOtherwise",
    "Episode",
    "EpisodeStage",
    "FromPerson",
    "HeldDecision",
    "HeldRow",
    "ImportBatch",
    "ImportFingerprint",
    "ImportPiece",
    "ImportStage",
    "ImportedNote",
    "KnownElsewhere",
    "LookedQuestion",
    "NamePart",
    "NamedMember",
    "OwnRecord",
    "Person",
    "PersonComment",
    "RecordLimit",
    "ReferralSource",
    "Refusal",
    "RefusedRow",
    "RowHereAlready",
    "Struck",
    "Topic",
    "ends_properly",
]
