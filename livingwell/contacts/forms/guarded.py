"""What every form carries that can go against what the person asked."""

from collections.abc import Callable
from typing import Any

from livingwell.contacts.commands import Because
from livingwell.contacts.policy import GoesAgainst
from livingwell.core.text import LINE
from livingwell.people.forms.about_person import PersonForm
from livingwell.web.fields import WordsField, YesField


class GuardedForm(PersonForm):
    """A form that can say why it is so all the same. `stopped` is what the guard said to what was sent.

    `going_on` is sent by the guard's own page, which asks for the reason.
    """

    stopped: GoesAgainst | None = None

    reason = WordsField("Why this way, this time?", max_length=LINE, rows=3)
    is_urgent = YesField("It is urgent")
    is_emergency = YesField("Somebody is in danger now, or was")
    going_on = YesField("Go on")
    back = YesField("Go back")

    def validate(self, *args: Any, **kwargs: Any) -> bool:
        """Whether it can be saved. Whoever goes back from the guard gets the form again, with what was typed."""
        return not self.back.data and super().validate(*args, **kwargs)

    def because(self) -> Because:
        """Why it is so all the same."""
        return Because(self.reason.data or "", bool(self.is_urgent.data), bool(self.is_emergency.data))

    def guarded(self, action: Callable[[], Any]) -> Callable[[], Any]:
        """The action; when the guard stops it, the form knows what it said."""

        def guarded() -> Any:
            try:
                return action()
            except GoesAgainst as error:
                self.stop(error)
                raise

        guarded.__qualname__ = type(self).__qualname__  # tells one form's sending from another's
        return guarded

    def stop(self, error: GoesAgainst) -> None:
        """Keep what the guard said. Whoever went on without a reason is told that it takes one."""
        self.stopped = error
        if self.going_on.data and not self.reason.data and not error.needs_lead:
            self.reason.errors = ["Say why, in a few words"]
