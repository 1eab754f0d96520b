"""What the person says beside what is written of them, for members."""

from dataclasses import dataclass

from livingwell.core.dates import long_date
from livingwell.people.models import PersonComment


@dataclass(frozen=True)
class CommentLine:
    """One of them: for components/commented.html."""

    id: str
    words: str
    source: str


def comment_line(comment: PersonComment) -> CommentLine:
    """Amara Osei, 3 May 2026; or Told to Jo Brennan by phone, 3 May 2026"""
    day = long_date(comment.said_on)
    told = f"Told to {comment.written_by}, {comment.how}, {day}" if comment.how else f"{comment.written_by}, {day}"
    return CommentLine(str(comment.id), comment.words, told)
