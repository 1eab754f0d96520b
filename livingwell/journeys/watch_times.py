"""After how many days without something somebody is on the watch list: from the settings, told by app.py."""

from dataclasses import dataclass

from livingwell.config import Settings

PLAN_DAYS = 28
"""An agreed plan within four weeks of the referral: the national waiting time standard for community mental health."""


@dataclass
class _Times:
    """Days without a contact as asked, a yes to a hand-over, an answer whether it landed, an adjustment met."""

    contact: int = 28
    hand_over: int = 21
    landing: int = 21
    adjustment: int = 14

    def follow(self, settings: Settings) -> None:
        """As this installation has it."""
        self.contact, self.hand_over = settings.watch_contact_days, settings.watch_hand_over_days
        self.landing, self.adjustment = settings.watch_landing_days, settings.watch_adjustment_days


watch_times = _Times()
