"""From the words that somebody typed to what goes out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livingwell.adjustments.models import Background
from livingwell.contacts.models.letter_format import LetterFormat
from livingwell.contacts.wording import judging_words, shipped
from livingwell.contacts.wording.blocks import Block, blocks_of
from livingwell.contacts.wording.health_words import first_words, health_words_in
from livingwell.contacts.wording.paper import Paper, page_of, points_of
from livingwell.contacts.wording.placeholders import MEANINGS, filled, left_open, require_known
from livingwell.contacts.wording.plain_text import plain_text
from livingwell.contacts.wording.reading_ease import reading_ease
from livingwell.contacts.wording.sentences import sentences_of
from livingwell.core.errors import Invalid

USUAL = LetterFormat()
FORMATS = st.builds(
    LetterFormat,
    is_plain=st.booleans(),
    is_bulleted=st.booleans(),
    is_easy_read=st.booleans(),
    is_audio_ready=st.booleans(),
    font_points=st.sampled_from([None, 20, 24, 28]),
    background=st.sampled_from(Background),
    language=st.sampled_from(["", "Urdu", "Polish"]),
)
WORDS = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n.-"), max_size=200)
SENTENCES = "Hi Amara. Is 1pm good? There is no rush."


def test_an_abbreviation_ends_no_sentence() -> None:
    assert sentences_of("It’s Dr. Khan, e.g. on Monday. See you!") == ["It’s Dr. Khan, e.g. on Monday.", "See you!"]


def test_blank_lines_part_paragraphs_and_dashes_make_a_list() -> None:
    assert blocks_of("Hello\nthere\n\nChoose:\n- one\n• two", USUAL) == (
        Block(("Hello", "there")),
        Block(("Choose:",)),
        Block(("one", "two"), is_list=True),
    )


def test_a_line_that_begins_with_a_hash_is_a_heading_in_any_format() -> None:
    words = "# What helps you. And more\nLow light. No phone.\n# Where next"
    heading = Block(("What helps you. And more",), is_heading=True)
    assert blocks_of(words, USUAL) == (
        heading,
        Block(("Low light. No phone.",)),
        Block(("Where next",), is_heading=True),
    )
    assert blocks_of(words, LetterFormat(is_bulleted=True, is_easy_read=True))[0] == heading
    assert '<h2 dir="auto">Where next</h2>' in page_of(Paper("A letter", words), USUAL)


def test_a_hash_alone_or_before_a_number_is_no_heading() -> None:
    assert blocks_of("#1 on the list\n#", USUAL) == (Block(("#1 on the list", "#")),)


def test_bullet_points_are_made_of_sentences() -> None:
    found = blocks_of(f"{SENTENCES}\n\nPriya", LetterFormat(is_bulleted=True))
    assert found == (
        Block(("Hi Amara.",)),
        Block(("Is 1pm good?", "There is no rush."), is_list=True),
        Block(("Priya",)),
    )


@pytest.mark.parametrize("end", ["Priya", "Thanks, Priya", "Best wishes, Priya Mistry.", "Take care!"])
def test_a_greeting_and_a_sign_off_are_no_points(end: str) -> None:
    text = plain_text(f"Hi Amara, it’s Priya. Is 1pm good? There is no rush. {end}", LetterFormat(is_bulleted=True))
    assert text == f"Hi Amara, it’s Priya.\n\n- Is 1pm good?\n- There is no rush.\n\n{end}"


def test_easy_read_has_one_idea_on_a_line() -> None:
    found = blocks_of(SENTENCES, LetterFormat(is_easy_read=True))
    assert found == (Block(("Hi Amara.",)), Block(("Is 1pm good?",)), Block(("There is no rush.",)))


def test_easy_read_has_short_lines_as_text_too() -> None:
    text = plain_text(
        "We hoped to see you on Tuesday and we are sorry that we missed you", LetterFormat(is_easy_read=True)
    )
    assert max(len(line) for line in text.split("\n")) <= 45


def test_points_are_numbered_for_somebody_who_listens() -> None:
    assert plain_text("- one\n- two", LetterFormat(is_audio_ready=True)) == "1. one\n2. two"
    assert plain_text("- one\n- two", USUAL) == "- one\n- two"


@given(words=WORDS, wanted=FORMATS)
def test_no_format_leaves_a_word_out_or_adds_one(words: str, wanted: LetterFormat) -> None:
    def letters(text: str) -> str:
        return "".join(each for each in text if each.isalpha())

    assert letters(plain_text(words, wanted)) == letters(words)


@given(words=WORDS, wanted=FORMATS)
def test_the_same_words_make_the_same_page(words: str, wanted: LetterFormat) -> None:
    paper = Paper("A message", words, ("Amara Osei", "M3 4AB"), "9 June 2026")
    assert page_of(paper, wanted) == page_of(paper, wanted)


@pytest.mark.parametrize("points", [20, 24, 28])
def test_large_print_is_as_large_as_was_asked(points: int) -> None:
    wanted = LetterFormat(font_points=points)
    assert f"font: {points}pt/" in page_of(Paper("A message", "Hello"), wanted)
    assert points_of(LetterFormat(font_points=points, is_easy_read=True)) == points


def test_easy_read_is_never_small() -> None:
    assert points_of(LetterFormat(is_easy_read=True)) == 16


def test_the_page_has_the_colour_that_was_asked_for() -> None:
    assert "background: #fff6dc" in page_of(Paper("A message", "Hello"), LetterFormat(background=Background.CREAM))


def test_what_somebody_types_is_text_on_the_page() -> None:
    page = page_of(Paper("<b>", "<script>alert(1)</script>", ('"><img src=x>',), links=(("<i>", '"onclick="'),)), USUAL)
    assert "<script" not in page
    assert "<img" not in page
    assert "<i>" not in page
    assert 'href="&quot;onclick=&quot;"' in page


def test_a_page_in_urdu_runs_from_right_to_left() -> None:
    assert '<html lang="ur" dir="rtl">' in page_of(Paper("A message", "سلام"), LetterFormat(language="Urdu"))


def test_every_shipped_template_reads_easily_and_judges_nobody() -> None:
    avoided = judging_words.words_in(judging_words.SHIPPED)
    for template in shipped.SHIPPED.values():
        for words in (template.words, template.text_words):
            assert reading_ease(words, is_plain=False).is_easy, template.key
            assert judging_words.found_in(words, avoided) == ()
            require_known("words", words)


def test_no_shipped_template_shows_anything_about_health_to_others() -> None:
    for template in shipped.SHIPPED.values():
        assert health_words_in(template.subject + " " + first_words(template.text_words)) == ()


def test_officialese_is_said_to_be_hard() -> None:
    hard = (
        "Following your non-attendance at the scheduled appointment it is necessary to inform you that continued "
        "disengagement from therapeutic interventions may necessitate discharge from the service."
    )
    found = reading_ease(hard)
    assert found.age == 18
    assert found.long_sentences == (hard,)


def test_plain_short_sentences_are_held_to_twelve_words() -> None:
    sentence = "We would like to see you next week on Tuesday or on Thursday."
    assert reading_ease(sentence).long_sentences == ()
    assert reading_ease(sentence, is_plain=True).long_sentences == (sentence,)


@pytest.mark.parametrize("words", ["", "Yes.", "مرحبا كيف حالك اليوم يا صديقي العزيز جدا", "😀 " * 9])
def test_what_no_measure_fits_is_not_measured(words: str) -> None:
    assert reading_ease(words).age is None


@given(words=st.text(max_size=300))
def test_any_words_can_be_measured(words: str) -> None:
    assert reading_ease(words).age in (None, *range(6, 19))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("You DNA’d on Monday", ["DNA'd"]),
        ("You DNA’d, a DNA", ["DNA", "DNA'd"]),
        ("She has failed  to\nengage", ["failed to engage"]),
        ("NON COMPLIANT", ["non-compliant"]),
        ("dna profile", ["DNA"]),
        ("she predenied it", []),
    ],
)
def test_words_that_judge_are_found_however_they_are_written(words: str, found: list[str]) -> None:
    listed = judging_words.words_in(judging_words.SHIPPED)
    assert [each.words for each in judging_words.found_in(words, listed)] == found


@pytest.mark.parametrize("line", ["no colon here", ": what to say", "words:", "x" * 201 + ": y"])
def test_a_line_of_the_list_needs_both_sides(line: str) -> None:
    with pytest.raises(Invalid):
        judging_words.words_in(line)


def test_the_first_words_of_a_text_are_those_a_locked_phone_shows() -> None:
    text = "Hi Amara, it’s Priya. I wanted to ask how you are. About your medication: no rush."
    assert health_words_in(text) == ("medication",)
    assert health_words_in(first_words(text)) == ()


@pytest.mark.parametrize("words", ["Mental-health team", "your GP", "the eating  disorder service", "LIVING WELL"])
def test_words_about_health_are_known(words: str) -> None:
    assert health_words_in(words)


@pytest.mark.parametrize("words", ["Sorry we missed each other", "Our time on Tuesday", "a message from Jo", "grape"])
def test_everyday_words_are_none(words: str) -> None:
    assert health_words_in(words) == ()


def test_a_placeholder_of_nobodys_is_refused_with_those_there_are() -> None:
    with pytest.raises(Invalid) as refused:
        require_known("words", "Dear {first_name}")
    assert "{first_name}" in refused.value.messages["words"]
    assert all(f"{{{name}}}" in refused.value.messages["words"] for name in MEANINGS)


def test_what_is_not_known_stays_open() -> None:
    text = filled("Dear {Name}, on {day}", {"name": "Amara"})
    assert text == "Dear Amara, on {day}"
    assert left_open(text) == ("{day}",)


def test_a_name_in_braces_is_not_filled_again() -> None:
    assert filled("{name}", {"name": "{team}", "team": "Irwell"}) == "{team}"
