"""The ways out."""

from enum import StrEnum


class Channel(StrEnum):
    """How a message goes out: by itself (the first three), or printed by a member."""

    EMAIL = "email"
    TEXT = "text"
    LETTER = "letter"
    PRINT = "print"
