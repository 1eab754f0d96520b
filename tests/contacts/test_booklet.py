"""Pages to read and to write on by hand."""

import html5lib
import pytest

from livingwell.adjustments.models import Background
from livingwell.contacts.models.letter_format import LetterFormat
from livingwell.contacts.wording.booklet import Booklet, Choice, Part, Room, booklet_of, rating
from livingwell.contacts.wording.pdf import can_make_pdf, pdf_of

NASTY = "<script>alert(1)</script> & “words”"
BOOKLET = Booklet(
    "My plan",
    "Amara Osei. There is no rush.",
    (
        Part("What matters to me", NASTY),
        Part("My goals", starts_page=True),
        Part("1. The tram", "One stop. Then rest.", (rating("Where am I now?"), Room("What got in the way?", 3)), 3),
        Part("Is it right?", asked=(Choice("Is this plan right?", ("Yes", "No", "Not yet")),)),
    ),
)


def made(wanted: LetterFormat | None = None) -> str:
    return booklet_of(BOOKLET, wanted or LetterFormat())


def test_its_headings_are_an_outline() -> None:
    tree = html5lib.parse(made(), namespaceHTMLElements=False)
    headings = [each.tag for each in tree.iter() if each.tag in ("h1", "h2", "h3")]
    assert headings == ["h1", "h2", "h2", "h3", "h2"]


def test_words_are_words_whatever_they_hold() -> None:
    assert "<script>" not in made()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; “words”" in made()


def test_a_rating_has_a_box_for_each_number() -> None:
    row = made().partition('class="row"')[2].partition("</ul>")[0]
    assert row.count('class="box"') == 11


def test_a_question_has_as_much_room_as_it_says() -> None:
    assert '<div class="room"><br><br><br></div>' in made()


def test_it_is_set_as_the_person_asked() -> None:
    large = made(LetterFormat(font_points=24, background=Background.CREAM, is_bulleted=True))
    assert "24pt" in large
    assert "#fff6dc" in large
    assert '<li dir="auto">There is no rush.</li>' in large


@pytest.mark.skipif(not can_make_pdf(), reason="WeasyPrint or its libraries are missing here")
def test_it_becomes_a_pdf_in_which_larger_print_takes_more_pages() -> None:
    usual, large = pdf_of(made()), pdf_of(made(LetterFormat(font_points=28)))
    assert usual is not None
    assert large is not None
    assert usual.content.startswith(b"%PDF-")
    assert usual.count < large.count
