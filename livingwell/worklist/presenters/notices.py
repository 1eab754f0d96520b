"""What the whole team should know about messages today, in sentences."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import url_for

from livingwell.contacts.models.notice import Notice
from livingwell.core.clock import in_london
from livingwell.core.dates import clock_time, short_date
from livingwell.delivery.models import Channel

WAITING = {
    Channel.EMAIL: ("1 e-mail waits", "{} e-mails wait"),
    Channel.TEXT: ("1 text waits", "{} texts wait"),
    Channel.LETTER: ("1 letter waits", "{} letters wait"),
    Channel.PRINT: ("1 letter waits to be printed", "{} letters wait to be printed"),
}


@dataclass(frozen=True)
class NoticeLine:
    """One sentence, and where to see to it, if anybody can."""

    words: str
    action: str = ""
    href: str = ""


def notice_lines(found: Iterable[Notice]) -> tuple[NoticeLine, ...]:
    """What is to be seen to comes before what can only be waited for."""
    lines = [_line(each) for each in found]
    return tuple(sorted(lines, key=lambda line: not line.href))


def _line(notice: Notice) -> NoticeLine:
    if notice.is_texts_to_file:
        words = "Texts came in of which nobody has said whose they are."
        return NoticeLine(words, "File them", url_for("contacts.list_unfiled_texts"))
    one, many = WAITING[Channel(notice.what)]
    waits = one if notice.count == 1 else many.format(notice.count)
    since = f"{short_date(in_london(notice.since).date())}, {clock_time(notice.since)}"
    why = "The service that sends them doesn’t answer" if notice.is_down else "Nothing is being sent at the moment"
    return NoticeLine(f"{waits} since {since}. {why}; they go by themselves once it works again.")
