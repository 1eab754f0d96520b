"""Amara's way on: people who read. She chooses; Jo walks along."""

from livingwell.demo.story_onward import PERSON, OnwardStory, OptionStory, PointStory, WalkStory
from livingwell.journeys.models import Area, Choice, HandOverStepKind, PointKind, StayingPart

AMARA = OnwardStory(
    "Amara Osei",
    by="Jo Brennan",
    days_ago=20,
    hopes=(
        (Area.PEOPLE, "After this I’d like the library group. Not a service. People who read."),
        (Area.DAYS, "Two days a week with somewhere to be by ten."),
    ),
    options=(
        OptionStory(
            "The reading group at Weaver Street library",
            Area.PEOPLE,
            what="Eight people, Wednesdays at 10:30am, upstairs. Karim runs it.",
            is_listed=False,
            points=(
                PointStory(PointKind.GOOD, "Nobody asks what I do. You talk about the book."),
                PointStory(PointKind.HARD, "The first time. I won’t know where to sit."),
                PointStory(PointKind.GOOD, "Karim answers e-mail, and sends the questions beforehand.", "Jo Brennan"),
            ),
            said=Choice.CHOSEN,
            why="It’s the one I keep thinking about.",
        ),
        OptionStory(
            "The Lock Keeper’s Recovery College",
            Area.LEARNING,
            points=(
                PointStory(PointKind.GOOD, "You can book by text."),
                PointStory(PointKind.HARD, "It is still a place for people who aren’t well."),
                PointStory(PointKind.CONSEQUENCE, "Courses are free and don’t touch your benefits.", "Priya Mistry"),
            ),
            said=Choice.NOT_NOW,
            why="Maybe the sleep one, in spring.",
        ),
        OptionStory(
            "Peel Park Gardeners",
            Area.BODY,
            points=(PointStory(PointKind.HARD, "You have to ring to find out if it’s raining off."),),
        ),
    ),
    walk=(
        WalkStory(HandOverStepKind.INTRODUCED, "Jo Brennan", -12, "By e-mail, with Amara in copy. Karim wrote back."),
        WalkStory(HandOverStepKind.VISITED, "Jo Brennan", 5),
        WalkStory(HandOverStepKind.FIRST_APPOINTMENT, PERSON, 12),
        WalkStory(HandOverStepKind.ACCEPTED, "Karim at the library", 19),
    ),
    staying_well=(
        (StayingPart.KEEPS_ME_WELL, "A book on the go. Knowing the day before what is happening. Trams before nine."),
        (StayingPart.EARLY_SIGNS, "I read the same page three times. The post stays shut."),
        (StayingPart.WHAT_HELPS, "Write to me. One question at a time. Headphones and the long way round the park."),
        (StayingPart.WHO_TO_CALL, "Efua, by text. She knows not to ring."),
    ),
)
