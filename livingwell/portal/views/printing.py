"""What every paper of the portal does: it is dressed as the person reads, and made a PDF where this machine can."""

from collections.abc import Callable
from typing import NoReturn

from livingwell.contacts.models import LetterFormat
from livingwell.contacts.wording.pdf import Pages, pdf_of
from livingwell.core.errors import NotFound
from livingwell.core.reading import Reading
from livingwell.identity.queries.crisis_wording import standing_wording
from livingwell.portal.paper import dressed
from livingwell.portal.presenters.sheets import sizes_to_try

Made = tuple[str, Pages | None]
"""The document, and its pages where this machine can make a PDF."""


def printed(html: str, reading: Reading) -> Made:
    """The document as the person reads."""
    made = dressed(html, reading)
    return made, pdf_of(made)


def printed_on_one_page(document_in: Callable[[LetterFormat], str], wanted: LetterFormat, reading: Reading) -> Made:
    """The document in the first format in which it fits one page; in the last one tried where it fits none."""
    tried = (printed(document_in(each), reading) for each in sizes_to_try(wanted))
    made = next(tried)
    while made[1] is not None and made[1].count > 1:
        smaller = next(tried, None)
        if smaller is None:
            break
        made = smaller
    return made


def too_much() -> str:
    """The service's own words of what to do if things get too much. On paper nothing stands out but by its place."""
    wording = standing_wording()
    return wording.words.replace("**", "") if wording else ""


def no_pdf() -> NoReturn:
    """What a machine answers that can't make one."""
    raise NotFound
