"""How a file that somebody sent is taken in, before anything looks at what it holds."""

from typing import IO

from livingwell.core.errors import LivingWellError

MEGABYTE = 1024 * 1024


class Unusable(LivingWellError):
    """The file can't be kept; `why` says which of the reasons it is. Each page says it in its own words."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


TOO_BIG = "too_big"
WRONG_KIND = "wrong_kind"
BROKEN = "broken"
MOVING = "moving"
TOO_LONG = "too_long"
SILENT = "silent"


def read_at_most(stream: IO[bytes], limit: int) -> bytes:
    """The whole content. Raises Unusable, without reading on, where it is longer than the limit."""
    content = stream.read(limit + 1)
    if len(content) > limit:
        raise Unusable(TOO_BIG)
    return content
