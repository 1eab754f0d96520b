"""Meetings and case discussions."""

from livingwell.discussions.models.agenda import (
    DEFAULT_MINUTES,
    LONGEST_MINUTES,
    WRITTEN_BY,
    AgendaRequest,
    CaseDiscussion,
    LinePart,
    PersonLine,
    Reason,
)
from livingwell.discussions.models.agreed import AgreedAdjustment
from livingwell.discussions.models.attendance import Attendee, CheckIn
from livingwell.discussions.models.challenge import Challenge, ChallengeAnswer
from livingwell.discussions.models.closing import Closing, Missing, NotReadyToClose, Readiness, Telling
from livingwell.discussions.models.contribution import (
    WORDS_OF_YOURS,
    Contribution,
    LivedExperienceAbsence,
    Perspective,
    ViewConfirmation,
)
from livingwell.discussions.models.decision import Decision, Doer, FollowThrough, NoChange, Outcome
from livingwell.discussions.models.live import HERE_FOR, DiscussionStamp, Presence
from livingwell.discussions.models.meeting import ExpectedMember, Meeting
from livingwell.discussions.models.own import OwnDiscussion, OwnState
from livingwell.discussions.models.proposal import Ground, Proposal, Why
from livingwell.discussions.models.taking_part import LineTakenBack, TakingPart, Way, Wishes
from livingwell.discussions.models.telling_answer import IsItRight, TellingAnswer, TellingRelease

__all__ = [
    "DEFAULT_MINUTES",
    "HERE_FOR",
    "LONGEST_MINUTES",
    "WORDS_OF_YOURS",
    "WRITTEN_BY",
    "AgendaRequest",
    "AgreedAdjustment",
    "Attendee",
    "CaseDiscussion",
    "Challenge",
    "ChallengeAnswer",
    "CheckIn",
    "Closing",
    "Contribution",
    "Decision",
    "DiscussionStamp",
    "Doer",
    "ExpectedMember",
    "FollowThrough",
    "Ground",
    "IsItRight",
    "LinePart",
    "LineTakenBack",
    "LivedExperienceAbsence",
    "Meeting",
    "Missing",
    "NoChange",
    "NotReadyToClose",
    "Outcome",
    "OwnDiscussion",
    "OwnState",
    "PersonLine",
    "Perspective",
    "Presence",
    "Proposal",
    "Readiness",
    "Reason",
    "TakingPart",
    "Telling",
    "TellingAnswer",
    "TellingRelease",
    "ViewConfirmation",
    "Way",
    "Why",
    "Wishes",
]
