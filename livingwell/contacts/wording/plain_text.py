"""What is written, as plain text: a text message, the text of an e-mail, and the file for a screen reader."""

import textwrap

from livingwell.contacts.models.letter_format import LetterFormat
from livingwell.contacts.wording.blocks import Block, blocks_of

EASY_READ_LINE = 45  # characters; Easy Read guidance asks for short lines


def plain_text(words: str, wanted: LetterFormat) -> str:
    """The words as text, in the person's format. Points are numbered where they will be listened to."""
    return "\n\n".join(_block(block, wanted) for block in blocks_of(words, wanted))


def _block(block: Block, wanted: LetterFormat) -> str:
    marks = [_mark(number, wanted) if block.is_list else "" for number in range(1, len(block.lines) + 1)]
    lines = [f"{mark}{line}" for mark, line in zip(marks, block.lines, strict=True)]
    return "\n".join(_short(line) if wanted.is_easy_read else line for line in lines)


def _mark(number: int, wanted: LetterFormat) -> str:
    return f"{number}. " if wanted.is_audio_ready else "- "


def _short(line: str) -> str:
    """In short lines. A word that is longer, such as an address on the web, stays whole."""
    return textwrap.fill(line, EASY_READ_LINE, break_long_words=False, break_on_hyphens=False)
