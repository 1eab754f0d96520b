"""What members do with a plan. Each is one commit and one audit entry; `careplans.commands` has what they are told."""

from livingwell.careplans.actions.consequences import raise_consequence, reword_consequence, talk_through
from livingwell.careplans.actions.copies import record_copy
from livingwell.careplans.actions.goals import (
    agree_goal,
    answer_suggested_goal,
    reword_goal,
    set_goal_status,
    start_rating,
    stop_rating,
)
from livingwell.careplans.actions.holding_back import agree_to_hold_back, ask_to_hold_back, end_hold
from livingwell.careplans.actions.own_answers import say_no_to_line
from livingwell.careplans.actions.plan import add_need, reword_need, set_review, start_plan, state
from livingwell.careplans.actions.private_goals import (
    change_private_goal,
    keep_private_goal,
    share_private_goal,
    throw_private_goal_away,
)
from livingwell.careplans.actions.ratings import rate_goal, rate_own_goal
from livingwell.careplans.actions.safety_plans import save_safety_plan
from livingwell.careplans.actions.steps import add_step, change_step, set_step_status
from livingwell.careplans.actions.striking import strike_line
from livingwell.careplans.actions.suggestions import (
    accept_suggestion,
    decline_suggestion,
    make_suggestion,
    take_to_meeting,
    words_of,
)
from livingwell.careplans.actions.versions import (
    answer_as_read,
    ask_agreement,
    number_version_for_discussion,
    record_agreement,
    sign_off,
)

__all__ = [
    "accept_suggestion",
    "add_need",
    "add_step",
    "agree_goal",
    "agree_to_hold_back",
    "answer_as_read",
    "answer_suggested_goal",
    "ask_agreement",
    "ask_to_hold_back",
    "change_private_goal",
    "change_step",
    "decline_suggestion",
    "end_hold",
    "keep_private_goal",
    "make_suggestion",
    "number_version_for_discussion",
    "raise_consequence",
    "rate_goal",
    "rate_own_goal",
    "record_agreement",
    "record_copy",
    "reword_consequence",
    "reword_goal",
    "reword_need",
    "save_safety_plan",
    "say_no_to_line",
    "set_goal_status",
    "set_review",
    "set_step_status",
    "share_private_goal",
    "sign_off",
    "start_plan",
    "start_rating",
    "state",
    "stop_rating",
    "strike_line",
    "take_to_meeting",
    "talk_through",
    "throw_private_goal_away",
    "words_of",
]
