"""The choices that adjustments are picked from: labels of our own, in plain English."""

from livingwell.adjustments.catalogue.choices import CHOICES, Choice, choice_of, choices_by_category
from livingwell.adjustments.catalogue.searching import choices_found, choices_suggested

__all__ = [
    "CHOICES",
    "Choice",
    "choice_of",
    "choices_by_category",
    "choices_found",
    "choices_suggested",
]
