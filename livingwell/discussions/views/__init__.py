"""Pages of meetings and discussions."""

from livingwell.discussions.views import (
    adjusting,
    agenda,
    attendance,
    closing,
    deciding,
    discussion,
    history,
    meetings,
    minutes,
    own_line,
    striking,
    the_plan,
    the_round,
    the_text,
    turning_away,
)
from livingwell.discussions.views.blueprint import discussions

PAGES = (
    adjusting,
    agenda,
    attendance,
    closing,
    deciding,
    discussion,
    history,
    meetings,
    minutes,
    own_line,
    striking,
    the_plan,
    the_round,
    the_text,
    turning_away,
)
"""The modules whose pages hang on the blueprint as soon as they are imported."""

__all__ = ["PAGES", "discussions"]
