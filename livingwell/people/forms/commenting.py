"""What the person says about something that is written of them, told to a member."""

from livingwell.core.clock import today
from livingwell.core.text import LONG
from livingwell.people.forms.about_person import PersonForm
from livingwell.web.fields import NHSDateField, NotInFuture, SelectField, WordsField

WAYS = ("in person", "by phone", "by text", "by e-mail", "by letter", "by video call", "through someone they trust")
HOW = [("", "Choose how"), *((way, way.capitalize()) for way in WAYS)]


class CommentForm(PersonForm):
    """Their words, when they said them, and how."""

    words = WordsField(
        "What does {name} say about it, in their words?",
        description="It stands beside what is written, wherever that is shown. What is written stays as it is.",
        required="Write down what {name} says",
        max_length=LONG,
        rows=4,
    )
    said_on = NHSDateField(
        "When did {name} say so?", required="Enter the day", default=today, validators=[NotInFuture()]
    )
    how = SelectField("How?", choices=HOW, required="Choose how {name} said so")
