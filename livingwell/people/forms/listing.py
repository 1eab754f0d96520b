"""Finding people."""

from livingwell.web.fields import TextField
from livingwell.web.forms import Form


class SearchForm(Form):
    """One term: a name, an NHS number or a date of birth."""

    term = TextField(
        "Find a person",
        required="Type the beginning of a name, an NHS number or a date of birth",
        description="The beginning of any part of a name, an NHS number, or a date of birth like 27/3/1985",
    )
