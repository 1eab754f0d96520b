"""What pages for members call areas of life, options' answers and what is said about them."""

from livingwell.journeys.models import Area, Choice, PointKind
from livingwell.journeys.models.needs import Wish

AREAS = {
    Area.HOME: "Home",
    Area.MONEY: "Money",
    Area.WORK: "Work",
    Area.LEARNING: "Learning",
    Area.PEOPLE: "People close to them",
    Area.DAYS: "How the days go",
    Area.MIND: "Mind",
    Area.BODY: "Body",
    Area.GIVING: "Giving something back",
    Area.OTHER: "Something else",
}
NO_AREA = "Life as a whole"

CHOICES = {Choice.CHOSEN: "Chosen", Choice.NOT_NOW: "Not now", Choice.NO: "No"}

POINT_KINDS = {
    PointKind.GOOD: "What is good about it",
    PointKind.HARD: "What is hard about it",
    PointKind.CONSEQUENCE: "What it could mean in their life",
}

WISHES = {
    Wish.NOT_PHONED: "Asked not to be phoned",
    Wish.LANGUAGE: "Language: {words}",
    Wish.EASY_READ: "Asked for Easy Read",
    Wish.LARGE_PRINT: "Asked for print of {words} points",
}
"""What pages call what somebody asked for when they said how to reach them."""
