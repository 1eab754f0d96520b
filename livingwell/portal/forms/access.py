"""What a member chooses for the person's own account."""

from collections.abc import Iterable

from wtforms.validators import InputRequired

from livingwell.web.fields import NHSDateField, NotInFuture, RadioField
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


class InviteCarerForm(InviteForm):
    """How to invite a carer. The date of birth is asked of them once, so that nobody else comes in."""

    born_on = NHSDateField(
        "Their date of birth", description="We ask for it the first time.", validators=[NotInFuture()]
    )

    def require_birth_date(self) -> None:
        """Ask for the date: the account is new."""
        self.born_on.validators = [InputRequired("Enter their date of birth"), *self.born_on.validators]
