"""That somebody has died."""

from livingwell.core.clock import today
from livingwell.core.text import LINE, SHORT
from livingwell.people.commands import RecordDeath
from livingwell.people.forms.about_person import PersonForm
from livingwell.web.fields import NHSDateField, NotInFuture, TextField, WordsField


class DeathForm(PersonForm):
    """Who told us, and when."""

    told_by = TextField(
        "Who told us?",
        description="A name, and who they are to {name}.",
        required="Enter who told us",
        max_length=SHORT,
    )
    told_on = NHSDateField(
        "When did they tell us?", required="Enter the day when we were told", default=today, validators=[NotInFuture()]
    )
    died_on = NHSDateField(
        "When did {name} die?", description="Leave it blank if nobody has said.", validators=[NotInFuture()]
    )

    def command(self) -> RecordDeath:
        return RecordDeath(self.told_by.data, self.told_on.data, self.died_on.data)


class TakeDeathBackForm(PersonForm):
    """How it came to be recorded in error."""

    why = WordsField(
        "How did this come to be recorded in error?",
        description="It stays in the history, with what you write here.",
        required="Say how it came to be recorded in error",
        max_length=LINE,
    )
