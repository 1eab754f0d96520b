"""Writing down what the person told a member about how it is going, or that they were asked, or are not to be."""

from livingwell.adjustments.labels import WAYS
from livingwell.adjustments.models import Way
from livingwell.core.clock import today
from livingwell.core.text import LINE
from livingwell.journeys.landing_commands import AnswerLanding
from livingwell.journeys.landing_labels import HOW_THINGS_ARE, LANDED
from livingwell.journeys.models import Landed
from livingwell.people.forms.about_person import PersonForm
from livingwell.web.fields import NHSDateField, NotInFuture, RadioField, WordsField

ALL_WAYS = [(way.value, label) for way, label in WAYS.items()]


class LandingAnswerForm(PersonForm):
    """What the person said, how and when they said it."""

    landed = RadioField("How is it going, in {name}’s view?", required="Choose what {name} said")
    change_needed = WordsField("What should change, in {name}’s words", max_length=LINE, rows=3)
    way = RadioField("How did {name} tell us?", choices=ALL_WAYS, required="Say how we were told")
    on = NHSDateField("When?", default=today, validators=[NotInFuture()], required="Enter the day")

    def ask(self, *, is_about_a_place: bool) -> None:
        """Offer the answers to this question."""
        labels = LANDED if is_about_a_place else HOW_THINGS_ARE
        self.landed.offer([(each.value, label) for each, label in labels.items()])

    def command(self) -> AnswerLanding:
        return AnswerLanding(
            Landed(self.landed.data),
            self.change_needed.data or "",
            way=Way(self.way.data),
            on=self.on.data,
        )


class AskedForm(PersonForm):
    """A member has asked, and there is no answer yet."""

    way = RadioField("How did you ask {name}?", choices=ALL_WAYS, required="Say how you asked")

    def chosen(self) -> Way:
        return Way(self.way.data)


class NotToBeAskedForm(PersonForm):
    """The person asked not to be asked."""

    why = WordsField("What {name} said", required="Write what {name} said", max_length=LINE, rows=3)
