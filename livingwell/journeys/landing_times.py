"""When somebody is asked whether it landed: from the settings, told by app.py."""

from dataclasses import dataclass


@dataclass
class _Times:
    """`weeks` after support ended; `answer_days`: so long an answer is waited for before another way is tried."""

    weeks: tuple[int, ...] = (2, 6, 12)
    answer_days: int = 7


landing_times = _Times()
