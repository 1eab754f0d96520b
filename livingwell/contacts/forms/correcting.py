"""Putting a contact right afterwards."""

from livingwell.core.text import LONG
from livingwell.people.forms.about_person import VersionedForm
from livingwell.web.fields import WordsField


class NoteForm(VersionedForm):
    """The note of a contact."""

    note = WordsField("Note", max_length=LONG, rows=5)
