"""One part of the person's plan for staying well a page."""

from typing import Any

from flask_babel import lazy_gettext as _

from livingwell.core.text import LONG
from livingwell.journeys.forms.staying_well import SAID, OfferedParts
from livingwell.journeys.models import StayingPart
from livingwell.journeys.staying_commands import WriteStayingWell
from livingwell.portal.forms.own import OwnVersionedForm
from livingwell.web.fields import CheckboxesField, WordsField


def _part(question: Any) -> WordsField:
    return WordsField(question, max_length=LONG, rows=6)


def _said() -> CheckboxesField:
    return CheckboxesField(
        _("You have said this before"),
        description=_("Tick what fits here too. You do not have to write it again."),
    )


class StayingPartForm(OfferedParts, OwnVersionedForm):
    """One of the parts: the page asks for no other."""

    keeps_me_well = _part(_("What keeps me well?"))
    said_keeps_me_well = _said()
    early_signs = _part(_("What are my first signs?"))
    said_early_signs = _said()
    triggers = _part(_("What makes things harder?"))
    said_triggers = _said()
    what_helps = _part(_("What helps me then?"))
    said_what_helps = _said()
    who_to_call = _part(_("Who can I call?"))
    said_who_to_call = _said()
    what_should_happen = _part(_("What should happen then?"))
    said_what_should_happen = _said()

    def ask_only(self, part: StayingPart) -> None:
        """Leave the other parts out."""
        for each in StayingPart:
            if each is not part:
                del self[each]
                del self[SAID + each]

    def command(self) -> WriteStayingWell:
        return WriteStayingWell(self.words(), self.version() or 0)
