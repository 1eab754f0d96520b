"""Marcus, whose support ended well some weeks ago: it landed, and somebody asks him again."""

from datetime import date

from livingwell.adjustments.commands import RecordPreferences
from livingwell.adjustments.models import Way
from livingwell.careplans.models import Answer, GoalState, HowSaid, LifeArea
from livingwell.demo.story import AnswerStory, GoalStory, PersonStory
from livingwell.demo.story_onward import EndStory, OnwardStory, OptionStory, PointStory, WalkStory
from livingwell.demo.story_reaching import PreferencesStory, ReachStory, best, fine, never
from livingwell.journeys.models import (
    Area,
    Choice,
    EndingKind,
    HandOverStepKind,
    Landed,
    PointKind,
    StayingPart,
)

PERSON = PersonStory(
    "Marcus",
    "Bell",
    date(1979, 2, 11),
    "9995021471",
    referred_days_ago=204,
    referred_by="GP",
    referral_reason="Low since his shop closed. Sleeps by day.",
    pronouns="he/him",
    accepted_days_ago=198,
    started_days_ago=190,
    key_worker="Tom Adeyemi",
    peer="Dev Lal",
    matters="I fixed things for thirty years. I’d like to be useful before lunch.",
    good_at="Anything with a plug. Making tea for a crowd.",
    where_next="Somewhere with tools.",
    needs=("A reason to get up",),
    goals=(
        GoalStory(
            "Be out of the house by ten, three days a week",
            "The mornings are the worst of it.",
            LifeArea.OTHER,
            9,
            status=GoalState.REACHED,
            ratings=((170, 2), (120, 5), (66, 8)),
        ),
    ),
    answer=AnswerStory(Answer.YES, 165, "Fair enough. Yes.", HowSaid.IN_PERSON, "Dev Lal"),
)

REACHED = ReachStory(
    "Marcus Bell",
    preferences=(
        PreferencesStory(
            186,
            "Dev Lal",
            RecordPreferences(
                ways=(
                    best(Way.VISIT, "Come by. The kettle is on."),
                    fine(Way.PHONE, "After eleven."),
                    never(Way.LETTER, "Letters are bills."),
                ),
                words="Come by, or ring after eleven.",
            ),
        ),
    ),
    recorded_by="Dev Lal",
)

ONWARD = OnwardStory(
    "Marcus Bell",
    by="Tom Adeyemi",
    days_ago=78,
    hopes=((Area.GIVING, "To be useful somewhere with tools."),),
    options=(
        OptionStory(
            "Weaste Men’s Shed",
            Area.GIVING,
            points=(
                PointStory(PointKind.GOOD, "They have a lathe and nobody who can use it."),
                PointStory(PointKind.HARD, "Two buses."),
            ),
            said=Choice.CHOSEN,
            why="They need somebody who can wire a plug.",
        ),
    ),
    walk=(
        WalkStory(HandOverStepKind.VISITED, "Dev Lal", -74, "We stayed two hours. Marcus mended the urn."),
        WalkStory(HandOverStepKind.FIRST_APPOINTMENT, "Marcus’s neighbour", -67, "Went on the bus together."),
    ),
    accepted=("Len, who holds the key to the shed", 65),
    staying_well=(
        (StayingPart.KEEPS_ME_WELL, "The shed on Tuesdays and Fridays. Radio off at midnight."),
        (StayingPart.EARLY_SIGNS, "I leave the blinds down."),
        (StayingPart.WHAT_HELPS, "Somebody with a broken toaster."),
        (StayingPart.WHO_TO_CALL, "My neighbour. Then Dev, until the way back ends."),
    ),
    end=EndStory(
        53,
        EndingKind.GOALS_REACHED,
        "You are up and out in the mornings, and they know you at the shed.",
        back_way=Way.VISIT,
        landed=((2, Landed.WORKING, ""),),
    ),
)
