"""What can go wrong, in the words of the domain. The web turns each into its answer."""

from collections.abc import Mapping
from traceback import extract_tb
from uuid import UUID


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
    """Somebody else saved first. Carries what stands now, so that a person can choose.

    `theirs` is one text, or a text for each field of the form by its name. `row_version` is the version that
    stands now; by `row_id` the page finds who saved it, and when.
    """

    def __init__(
        self,
        theirs: str | Mapping[str, str] = "",
        *,
        row_version: int | None = None,
        row_id: UUID | None = None,
    ) -> None:
        super().__init__("Somebody else changed this while you were writing.")
        self.texts = dict(theirs) if isinstance(theirs, Mapping) else ({"": theirs} if theirs else {})
        self.row_version = row_version
        self.row_id = row_id


class UnrecordedWrite(RuntimeError):
    """A mistake of ours: an action wrote rows and left no audit entry for them."""


def place_of(error: BaseException) -> str:
    """The file and line, for a log: never the message, which may hold what was typed."""
    frames = extract_tb(error.__traceback__)
    return ", ".join(f"{frame.filename}:{frame.lineno}" for frame in frames[-3:])
