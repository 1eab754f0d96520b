"""How a story is told. Days count back from today (`days_ago`) or forward (`in_days`), so the demo never ages."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from livingwell.careplans.models import (
    Answer,
    ConsequenceArea,
    GoalState,
    HowSaid,
    LifeArea,
    StepState,
    SuggestionKind,
)
from livingwell.discussions.models import Outcome, Reason
from livingwell.identity.models import Profession


@dataclass(frozen=True)
class MemberStory:
    """Somebody who works in the demo's team, what the sign-in page tells of them, and what they tell of themselves."""

    name: str
    email: str
    profession: Profession
    is_lead: bool = False
    is_administrator: bool = False
    tells: str = ""
    introduction: str = ""


@dataclass(frozen=True)
class StepStory:
    """A step. `who` is a member's name, "person", or anybody else in words."""

    what: str
    who: str
    in_days: int
    barrier: str = ""
    then: str = ""
    confidence: int | None = None
    status: StepState = StepState.PLANNED


@dataclass(frozen=True)
class GoalStory:
    """A goal. `whose` is "person", "ours", or a member's name; ratings are (days ago, 0 to 10)."""

    words: str
    why: str
    area: LifeArea
    importance: int
    whose: str = "person"
    status: GoalState = GoalState.IN_PROGRESS
    ratings: tuple[tuple[int, int], ...] = ()
    steps: tuple[StepStory, ...] = ()


@dataclass(frozen=True)
class ConsequenceStory:
    """What something could mean in the person's life. `decided` in their words, once it was talked through."""

    area: ConsequenceArea
    what: str
    raised_by: str
    talked_through_days_ago: int | None = None
    decided: str = ""


@dataclass(frozen=True)
class SuggestionStory:
    """A suggestion that waits. `goal` counts from 0; `step` likewise, or none for the goal itself."""

    by: str
    text: str
    why: str
    goal: int = 0
    step: int | None = None
    kind: SuggestionKind = SuggestionKind.REWORDING
    is_for_meeting: bool = False


@dataclass(frozen=True)
class AnswerStory:
    """The person's answer about their plan, or why nobody could ask. `to`: the member who wrote it down."""

    answer: Answer
    days_ago: int
    words: str
    how: HowSaid
    to: str
    ask_again_in_days: int | None = None


@dataclass(frozen=True)
class SafetyStory:
    """A safety plan, made together."""

    triggers: str
    early_signs: str = ""
    what_helps: str = ""
    what_should_happen: str = ""
    who_to_contact: str = ""
    advance_wishes: str = ""
    agreed_days_ago: int = 10


@dataclass(frozen=True)
class PersonStory:
    """One invented person, from the referral to today."""

    preferred_name: str
    family_name: str
    born_on: date
    nhs_number: str | None
    referred_days_ago: int
    referred_by: str
    referral_reason: str
    given_name: str = ""
    pronouns: str = ""
    mobile: str = ""
    email: str = ""
    address: str = ""
    postcode: str = ""
    gp_practice: str = "Weaver Street Surgery"
    language: str = ""
    interpreter: str = ""
    support_note: str = ""
    accepted_days_ago: int | None = None
    started_days_ago: int | None = None
    key_worker: str = ""
    peer: str = ""
    matters: str = ""
    good_at: str = ""
    where_next: str = ""
    needs: tuple[str, ...] = ()
    goals: tuple[GoalStory, ...] = ()
    consequences: tuple[ConsequenceStory, ...] = ()
    suggestions: tuple[SuggestionStory, ...] = ()
    answer: AnswerStory | None = None
    changed_after_answer: tuple[StepStory, ...] = ()
    safety: SafetyStory | None = None
    review_in_days: int | None = None

    @property
    def name(self) -> str:
        return f"{self.preferred_name} {self.family_name}"


class Whose(StrEnum):
    """Whose view it is: that of the member who says it, or the person's own words, which the member brings."""

    MEMBERS = "member's"
    PERSONS = "person's"


@dataclass(frozen=True)
class ViewStory:
    """A contribution. From a peer support worker it fills the lived-experience place."""

    by: str
    text: str
    whose: Whose = Whose.MEMBERS
    is_challenge: bool = False
    answer: str = ""
    answered_by: str = ""
    settled: str = ""


@dataclass(frozen=True)
class DecisionStory:
    """A decision of a past meeting, and what came of it, unless nobody has said yet."""

    what: str
    why: str
    who: str
    in_days: int
    outcome: Outcome | None = None
    outcome_why: str = ""


@dataclass(frozen=True)
class DiscussionStory:
    """One person's place in a past meeting."""

    person: str
    brought_by: str
    reason: Reason
    question: str
    minutes: int = 10
    line_about: str = ""
    line_not_about: str = ""
    line_words: str = ""
    not_asked_because: str = ""
    views: tuple[ViewStory, ...] = ()
    decisions: tuple[DecisionStory, ...] = ()
    no_change_because: str = ""
    told: str = ""
    told_by: str = ""
    told_how: str = ""


@dataclass(frozen=True)
class MeetingStory:
    """A meeting. `weeks_ago` 0 is today's, which has not started."""

    weeks_ago: int
    chair: str
    absent: tuple[str, ...] = ()
    discussions: tuple[DiscussionStory, ...] = ()
