"""A letter as PDF."""

import io

import pikepdf
import pytest

from livingwell.adjustments.models import Background
from livingwell.contacts.models.letter_format import LetterFormat
from livingwell.contacts.wording.paper import Paper, page_of
from livingwell.contacts.wording.pdf import Pages, can_make_pdf, pdf_of

pytestmark = pytest.mark.skipif(not can_make_pdf(), reason="WeasyPrint or its libraries are missing here")

LETTER = Paper("Our time", "Dear Amara,\n\nYou can choose:\n\n- a text\n- a visit\n\nPriya", ("Amara Osei", "M3 4AB"))


def made(paper: Paper = LETTER, wanted: LetterFormat | None = None) -> Pages:
    pages = pdf_of(page_of(paper, wanted or LetterFormat()))
    assert pages is not None
    return pages


def tags_in(element: object) -> list[str]:
    """The structure's tags, in reading order."""
    if isinstance(element, pikepdf.Array):
        return [tag for child in element for tag in tags_in(child)]
    if not isinstance(element, pikepdf.Dictionary) or "/S" not in element:
        return []
    return [str(element.S), *(tags_in(element.K) if "/K" in element else [])]


def test_it_is_tagged_and_names_its_language_and_title() -> None:
    with pikepdf.open(io.BytesIO(made(wanted=LetterFormat(language="Polish")).content)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "pl"
        assert str(pdf.docinfo.Title) == "Our time"
        tags = tags_in(pdf.Root.StructTreeRoot.K)
    assert tags.index("/H1") < tags.index("/L")
    assert "/LI" in tags
    assert "/Table" not in tags


def test_the_same_letter_is_the_same_bytes() -> None:
    assert made().content == made().content


def test_it_is_a4_upright() -> None:
    with pikepdf.open(io.BytesIO(made().content)) as pdf:
        box = [round(float(number)) for number in pdf.pages[0].MediaBox]
    assert box == [0, 0, 595, 842]


def test_larger_print_takes_more_pages() -> None:
    long = Paper("Our time", "There is no rush. " * 60, ("Amara Osei",))
    assert made(long).count == 1
    assert made(long, LetterFormat(font_points=28)).count > 2


def test_the_colour_covers_the_page() -> None:
    cream = made(wanted=LetterFormat(background=Background.CREAM)).content
    assert cream != made().content


def test_it_fetches_nothing() -> None:
    html = page_of(LETTER, LetterFormat()).replace("<main>", '<main><img src="file:///etc/hostname" alt="x">')
    assert pdf_of(html) is not None


@pytest.mark.parametrize("words", ["مرحبا أمارا", "😀 See you soon", "x" * 4000, "Łucja Żółć\u200b"])
def test_any_words_make_a_letter(words: str) -> None:
    assert made(Paper("Hello", words, ("Amara Osei",))).content.startswith(b"%PDF-")
