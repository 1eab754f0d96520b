"""What can go wrong, in the words of the domain. The web turns each into its answer."""

from collections.abc import Mapping


class LivingWellError(Exception):
    """Something the person at the screen should be told, in plain words."""


class NotFound(LivingWellError):
    """It doesn't exist, or not for this actor: the two are never told apart."""


class Forbidden(LivingWellError):
    """This role may not do this kind of thing."""


class Conflict(LivingWellError):
    """The facts don't allow it now; the message says what to do instead."""


class Invalid(LivingWellError):
    """What was given can't be used: a message for each field."""

    def __init__(self, messages: Mapping[str, str]) -> None:
        super().__init__("; ".join(messages.values()))
        self.messages = dict(messages)


class Stale(Conflict):
    """Somebody else saved first. Carries both texts so that a person can choose."""

    def __init__(self, theirs: str, saved_by: str = "", saved_at: object = None) -> None:
        super().__init__("Somebody else changed this while you were writing.")
        self.theirs = theirs
        self.saved_by = saved_by
        self.saved_at = saved_at


class UnrecordedWrite(RuntimeError):
    """A mistake of ours: an action wrote rows and left no audit entry for them."""
