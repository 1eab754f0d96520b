"""What somebody looks for in the directory."""

from dataclasses import dataclass

from livingwell.core.text import SHORT, fold
from livingwell.directory.finding import SAY_NOTHING
from livingwell.directory.models import Feature, ServiceKind

MOST_WORDS = 12


@dataclass(frozen=True)
class Sought:
    """Each part narrows the others. `words` and `postcode` are as typed; `features` narrow nothing: they say what to
    look at, and what comes first.

    `is_drop_in` and `is_self_referral`: one can go there so; where both are asked for, either will do.
    `is_withdrawn`: look among those that are no longer there.
    """

    words: str = ""
    kind: ServiceKind | None = None
    postcode: str = ""
    features: tuple[Feature, ...] = ()
    is_drop_in: bool = False
    is_self_referral: bool = False
    is_withdrawn: bool = False

    @property
    def folded_words(self) -> tuple[str, ...]:
        """The words to look for, the longest first, which is rare in most entries.

        >>> Sought("Help with the café’s bills").folded_words
        ('cafes', 'bills', 'help')
        """
        typed = dict.fromkeys(word for word in (fold(part)[:SHORT] for part in self.words.split()) if word)
        telling = [word for word in typed if word not in SAY_NOTHING] or list(typed)
        return tuple(sorted(telling, key=len, reverse=True)[:MOST_WORDS])
