"""What goes out, made once: the text, the page, and the PDF of a letter."""

from dataclasses import dataclass

from livingwell.contacts.models.letter_format import LetterFormat
from livingwell.contacts.wording.paper import Paper, page_of
from livingwell.contacts.wording.pdf import pdf_of
from livingwell.contacts.wording.plain_text import plain_text

ANSWER_BY_TEXT = "Reply YES, MORE TIME or ANOTHER WAY."
ANSWER_BY_LINK = "You can answer with one press:"

Links = tuple[tuple[str, str], ...]
"""What each link says, and where it leads."""


@dataclass(frozen=True)
class Made:
    """The bytes of one letter. A text has only its `text`; an e-mail no PDF."""

    text: str
    html: str = ""
    pdf: bytes | None = None
    page_count: int | None = None


def text_message(words: str, wanted: LetterFormat, *, asks_for_answer: bool) -> Made:
    """A text, with how to answer in one or two words where it asks."""
    text = plain_text(words, wanted)
    return Made(f"{text}\n\n{ANSWER_BY_TEXT}" if asks_for_answer else text)


def email(subject: str, words: str, wanted: LetterFormat, links: Links) -> Made:
    """An e-mail: the same words as text and as a page, each with the links to answer."""
    answers = "\n\n".join(f"{label}:\n{href}" for label, href in links)
    asked = f"\n\n{ANSWER_BY_LINK}\n\n{answers}" if links else ""
    asking = f"{words}\n\n{ANSWER_BY_LINK}" if links else words
    return Made(
        text=f"{plain_text(words, wanted)}{asked}\n",
        html=page_of(Paper(title=subject, words=asking, links=links), wanted),
    )


def letter(subject: str, words: str, wanted: LetterFormat, address_lines: tuple[str, ...], date: str) -> Made:
    """A letter: a page to print, its PDF where this machine can make one, and the words as text to be listened to."""
    html = page_of(Paper(title=subject, words=words, address_lines=address_lines, date=date), wanted)
    pages = pdf_of(html)
    return Made(
        text=f"{subject}\n\n{plain_text(words, wanted)}\n",
        html=html,
        pdf=pages.content if pages else None,
        page_count=pages.count if pages else None,
    )
