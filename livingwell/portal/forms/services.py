"""Looking for places and groups."""

from flask_babel import lazy_gettext

from livingwell.directory.models import ServiceKind
from livingwell.directory.sought import Sought
from livingwell.portal.forms.own import OwnForm
from livingwell.portal.service_words import KINDS
from livingwell.web.fields import SelectField, TextField


class FindForm(OwnForm):
    """Words, and a kind. Both may stay empty: then everything is listed by name."""

    words = TextField(
        lazy_gettext("What are you looking for?"),
        description=lazy_gettext("A word or two. The start of a word is enough. You can leave it empty."),
    )
    kind = SelectField(
        lazy_gettext("What kind?"),
        choices=[("", lazy_gettext("Any kind")), *((kind.value, words) for kind, words in KINDS.items())],
    )

    def sought(self) -> Sought:
        """What was asked for."""
        return Sought(words=self.words.data or "", kind=ServiceKind(self.kind.data) if self.kind.data else None)
