"""The safety plan."""

from livingwell.careplans.commands import SafetyPlanCommand
from livingwell.core.clock import today
from livingwell.core.text import LONG, SHORT
from livingwell.people.forms.about_person import VersionedForm
from livingwell.web.fields import NHSDateField, NotInFuture, TextField, WordsField


class SafetyPlanForm(VersionedForm):
    """Made together, in the person's words. There is no score and no level."""

    triggers = WordsField(
        "What can make things worse for {name}?",
        required="Write down what can make things worse",
        max_length=LONG,
        rows=3,
    )
    early_signs = WordsField("What are the first signs?", max_length=LONG, rows=3)
    what_helps = WordsField("What helps {name} then?", max_length=LONG, rows=3)
    what_should_happen = WordsField("What should happen, and what should not?", max_length=LONG, rows=3)
    who_to_contact = WordsField("Who to contact, and how", max_length=LONG, rows=3)
    advance_wishes = WordsField("What {name} wishes, for a time when saying it is too hard", max_length=LONG, rows=3)
    agreed_with = TextField("Agreed with", description="{name}, and anybody who helped.", max_length=SHORT)
    agreed_on = NHSDateField("Agreed on", validators=[NotInFuture()], default=today)
    review_on = NHSDateField("Look at it again on")

    def command(self) -> SafetyPlanCommand:
        return SafetyPlanCommand(
            triggers=self.triggers.data,
            early_signs=self.early_signs.data or "",
            what_helps=self.what_helps.data or "",
            what_should_happen=self.what_should_happen.data or "",
            who_to_contact=self.who_to_contact.data or "",
            advance_wishes=self.advance_wishes.data or "",
            agreed_with=self.agreed_with.data or "",
            agreed_on=self.agreed_on.data,
            review_on=self.review_on.data,
            replaces=self.version(),
        )
