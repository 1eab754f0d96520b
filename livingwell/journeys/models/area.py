"""The areas of a life."""

from enum import StrEnum


class Area(StrEnum):
    """An area of life, in the order in which pages list them."""

    HOME = "home"
    MONEY = "money"
    WORK = "work"
    LEARNING = "learning"
    PEOPLE = "people"
    DAYS = "days"
    MIND = "mind"
    BODY = "body"
    GIVING = "giving"
    OTHER = "other"
