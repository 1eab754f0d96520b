"""What the whole team should know about messages today. No table: it is counted when somebody looks."""

from dataclasses import dataclass
from datetime import datetime

TEXTS_TO_FILE = "texts to file"


@dataclass(frozen=True)
class Notice:
    """Messages of one channel that wait since then; or texts that came in and that nobody has filed.

    `is_down`: nothing goes by the channel now. Otherwise nobody seems to send.
    """

    what: str
    count: int
    since: datetime
    is_down: bool

    @property
    def is_texts_to_file(self) -> bool:
        return self.what == TEXTS_TO_FILE
