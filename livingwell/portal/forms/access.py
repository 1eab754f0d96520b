"""What a member chooses for the person's own account."""

from collections.abc import Iterable

from livingwell.web.fields import RadioField
from livingwell.web.forms import Form


class InviteForm(Form):
    """How to invite the person."""

    way = RadioField("How shall we invite them?", required="Choose how to invite them")

    def offer_ways(self, offers: Iterable[tuple[str, str]]) -> None:
        """What the person did not refuse, what they like best first and chosen."""
        pairs = list(offers)
        self.way.offer(pairs)
        if self.way.data is None and pairs:
            self.way.data = pairs[0][0]
