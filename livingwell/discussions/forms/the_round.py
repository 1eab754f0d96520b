"""Views and challenges, and reasons."""

from uuid import UUID

from livingwell.core.text import LINE, LONG, SHORT
from livingwell.discussions.commands import (
    AddView,
)
from livingwell.discussions.forms.choosing import THEMSELF, Pairs
from livingwell.web.fields import (
    SelectField,
    TextField,
    WordsField,
    YesField,
)
from livingwell.web.forms import Form


class ViewForm(Form):
    """A view for the round."""

    text = WordsField("Add your view", required="Write the view", max_length=LONG, rows=2)
    is_challenge = YesField("This is a challenge")
    said_by = SelectField("Who said this")
    how = TextField("How, if not in the room", max_length=SHORT)

    def offer(self, speakers: Pairs) -> None:
        """Who can be written down: oneself (`""`), members, the person and guests."""
        self.said_by.offer(speakers)

    def command(self) -> AddView:
        kind, _, chosen = (self.said_by.data or "").partition(":")
        return AddView(
            text=self.text.data,
            is_challenge=self.is_challenge.data,
            said_by_id=UUID(chosen) if kind == "member" else None,
            is_by_person=kind == THEMSELF,
            said_by_guest_id=UUID(chosen) if kind == "guest" else None,
            how=self.how.data or "",
        )


class WordsForm(Form):
    """One box of writing: the answer to a challenge."""

    words = WordsField("Your answer", required="Write your answer", max_length=LONG, rows=2)


class ClosingWordsForm(Form):
    """What whoever raised a challenge says when it is answered."""

    words = TextField("What answered it, if you want to say", max_length=LINE)


class ReasonForm(Form):
    """One reason, on one line."""

    reason = TextField("Because", required="Say why, in a few words", max_length=LINE)
