"""What a member answers to something that the person sent."""

from livingwell.core.text import LONG
from livingwell.people.forms.about_person import PersonForm
from livingwell.web.fields import WordsField


class AnswerForm(PersonForm):
    """The answer to a message, or to a question about who looked, as the person will read it."""

    words = WordsField(
        "Your answer to {name}",
        required="Write your answer to {name}",
        description="{name} sees it with your name when they open their own pages. Nothing is sent to a phone",
        max_length=LONG,
        rows=6,
    )
