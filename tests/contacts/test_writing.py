"""Writing to a person in their format, and sending exactly that."""

from datetime import timedelta

import pytest

from livingwell.adjustments.models import Background, SayingWho, Standing, Way
from livingwell.contacts.actions import sending, writing
from livingwell.contacts.commands import Because
from livingwell.contacts.models import AsAsked, Letter, Outcome
from livingwell.contacts.policy import GoesAgainst
from livingwell.contacts.queries.letters import letter_of, letters_of, link_of
from livingwell.contacts.wording.pdf import can_make_pdf
from livingwell.core.clock import fixed, now, today
from livingwell.core.errors import Conflict, Invalid, NotFound, Stale
from livingwell.delivery.models import Channel, DeliveryState
from livingwell.delivery.queries import message_in_full, messages_about
from livingwell.people.actions.deaths import record_death
from livingwell.people.commands import RecordDeath
from tests.factories.contacts import THURSDAY, Desk, make_contact, tell_preferences
from tests.factories.identity import actor_for, make_account, make_team
from tests.factories.letters import letter_command, link_for, make_letter, make_reachable, make_sent

LATER = timedelta(minutes=1)
BEST = {Way.TEXT: Standing.BEST, Way.EMAIL: Standing.FINE, Way.LETTER: Standing.FINE}
needs_pdf = pytest.mark.skipif(not can_make_pdf(), reason="WeasyPrint or its libraries are missing here")


@pytest.fixture(autouse=True)
def _reachable(desk: Desk) -> None:
    make_reachable(desk.amara)


def ask(desk: Desk, **told: object) -> None:
    """Amara tells us, a day ago."""
    tell_preferences(desk.amara, desk.nurse, told.pop("ways", BEST), told_at=now() - timedelta(days=1), **told)


def refused(desk: Desk, way: Way, words: str, **given: object) -> dict[str, str]:
    with pytest.raises(Invalid) as error:
        make_letter(desk.amara, desk.nurse, way, words, **given)
    return error.value.messages


@pytest.mark.parametrize("way", [Way.TEXT, Way.EMAIL, Way.LETTER])
def test_what_goes_out_is_what_was_previewed_byte_for_byte(desk: Desk, way: Way) -> None:
    ask(desk, font_points=24, is_bulleted=True)
    letter = make_letter(desk.amara, desk.nurse, way, "Dear Amara,\n\nIs Tuesday good? It is at 1pm.\n\n😀 مرحبا")
    shown = (letter.text, letter.html or None, letter.pdf)
    sent = sending.send_letter(letter, desk.amara, desk.nurse, row_version=letter.row_version)
    message = message_in_full(sent.message_id)
    assert (message.text, message.html, message.pdf) == shown


def test_sending_logs_a_contact_that_is_judged(desk: Desk) -> None:
    ask(desk)
    sent = make_sent(desk.amara, desk.nurse)
    contact = letters_of(desk.amara.id)[0].sending.contact
    assert (contact.id, contact.way, contact.outcome) == (sent.contact_id, Way.TEXT, Outcome.SENT)
    assert contact.as_asked is AsAsked.AS_ASKED


def test_the_guard_keeps_a_letter_from_going_and_nothing_is_left_behind(desk: Desk) -> None:
    ask(desk, ways={Way.TEXT: Standing.BEST, Way.EMAIL: Standing.NOT_WANTED})
    letter = make_letter(desk.amara, desk.nurse, Way.EMAIL)
    with pytest.raises(GoesAgainst):
        sending.send_letter(letter, desk.amara, desk.nurse, row_version=letter.row_version)
    assert messages_about(desk.amara.id) == []
    assert letters_of(desk.amara.id)[0].sending is None


def test_a_reason_lets_it_go_and_stays_with_the_contact(desk: Desk) -> None:
    ask(desk, ways={Way.EMAIL: Standing.NOT_WANTED})
    letter = make_letter(desk.amara, desk.nurse, Way.EMAIL)
    sending.send_letter(letter, desk.amara, desk.nurse, Because("She asked for the form by e-mail"), letter.row_version)
    contact = letters_of(desk.amara.id)[0].sending.contact
    assert (contact.as_asked, contact.reason) == (AsAsked.NOT_AS_ASKED, "She asked for the form by e-mail")


def test_nothing_is_sent_twice(desk: Desk) -> None:
    make_sent(desk.amara, desk.nurse)
    [letter] = letters_of(desk.amara.id)
    with pytest.raises(Conflict):
        sending.send_letter(letter, desk.amara, desk.nurse, row_version=letter.row_version)


def test_what_was_changed_since_it_was_looked_at_does_not_go(desk: Desk) -> None:
    letter = make_letter(desk.amara, desk.nurse)
    seen = letter.row_version
    other = writing.prepare_letter(desk.amara, letter_command(words="Hi Amara", row_version=seen), link_for, desk.peer)
    writing.rewrite_letter(letter, other, desk.peer)
    with pytest.raises(Stale):
        sending.send_letter(letter, desk.amara, desk.nurse, row_version=seen)


def test_a_format_asked_for_since_is_not_passed_over(desk: Desk) -> None:
    ask(desk)
    letter = make_letter(desk.amara, desk.nurse, Way.EMAIL)
    with fixed(THURSDAY + LATER):
        tell_preferences(desk.amara, desk.nurse, BEST, font_points=28)
        with pytest.raises(Conflict, match="another format"):
            sending.send_letter(letter, desk.amara, desk.nurse, row_version=letter.row_version)


def test_an_address_changed_since_is_not_passed_over(desk: Desk) -> None:
    letter = make_letter(desk.amara, desk.nurse)
    make_reachable(desk.amara, mobile="07700 900999")
    with pytest.raises(Conflict, match="address has changed"):
        sending.send_letter(letter, desk.amara, desk.nurse, row_version=letter.row_version)


def test_it_is_written_in_the_persons_format(desk: Desk) -> None:
    ask(desk, font_points=28, background=Background.CREAM, is_easy_read=True)
    letter = make_letter(desk.amara, desk.nurse, Way.EMAIL, "Hi. It is Priya.")
    assert "28pt/2 " in letter.html
    assert "background: #fff6dc" in letter.html
    assert letter.html.count("<p ") == 2
    assert letter.format.font_points == 28


def test_the_usual_format_where_nobody_has_asked(desk: Desk) -> None:
    assert "12pt/1.5 " in make_letter(desk.amara, desk.nurse, Way.EMAIL).html


@pytest.mark.parametrize(
    ("way", "changes"),
    [
        (Way.TEXT, {"mobile": ""}),
        (Way.TEXT, {"mobile": "ask Jo"}),
        (Way.EMAIL, {"email": "amara@"}),
        (Way.LETTER, {"address": ""}),
    ],
)
def test_without_an_address_it_says_what_to_do(desk: Desk, way: Way, changes: dict[str, str]) -> None:
    make_reachable(desk.amara, **changes)
    with pytest.raises(Conflict, match="Add it to the details, or use another way"):
        make_letter(desk.amara, desk.nurse, way)


def test_no_placeholder_goes_out(desk: Desk) -> None:
    assert "{day}" in refused(desk, Way.TEXT, "See you on {day}")["words"]
    assert "{time}" in refused(desk, Way.EMAIL, "See you", subject="At {time}")["subject"]


def test_a_text_has_room_for_900_characters(desk: Desk) -> None:
    assert len(make_letter(desk.amara, desk.nurse, words="x" * 900).text) == 900
    assert "901" in refused(desk, Way.TEXT, "x" * 901)["words"]


def test_a_letter_has_room_for_8000(desk: Desk) -> None:
    assert make_letter(desk.amara, desk.nurse, Way.EMAIL, "word " * 1599)
    assert "8,000" in refused(desk, Way.EMAIL, "x" * 8001)["words"]


def test_nothing_about_health_in_a_subject_or_in_the_first_words_of_a_text(desk: Desk) -> None:
    ask(desk)
    assert "therapy" in refused(desk, Way.EMAIL, "Dear Amara", subject="Your therapy")["subject"]
    assert "clinic" in refused(desk, Way.TEXT, "Hi Amara, see you at the clinic")["words"]
    assert make_letter(
        desk.amara, desk.nurse, Way.TEXT, "Hi Amara, it’s Priya." + " See you soon." * 5 + " At the clinic."
    )
    assert make_letter(desk.amara, desk.nurse, Way.EMAIL, "Dear Amara, about your therapy")


def test_unless_the_person_said_that_it_is_fine(desk: Desk) -> None:
    ask(desk, may_show_health=True)
    assert make_letter(desk.amara, desk.nurse, Way.EMAIL, subject="Your therapy")
    assert make_letter(desk.amara, desk.nurse, Way.TEXT, "See you at the clinic")


@pytest.mark.parametrize("saying_who", [SayingWho.ONLY_THE_PERSON, SayingWho.NOT_ASKED])
def test_a_text_names_the_team_only_as_the_person_allows(desk: Desk, saying_who: SayingWho) -> None:
    ask(desk, saying_who=saying_who)
    assert desk.team.name in refused(desk, Way.TEXT, f"Hi Amara, it is the {desk.team.name}")["words"]
    assert make_letter(desk.amara, desk.nurse, Way.EMAIL, f"It is the {desk.team.name}")


def test_a_text_may_name_the_team_where_the_person_said_so(desk: Desk) -> None:
    ask(desk, saying_who=SayingWho.ANYBODY)
    assert make_letter(desk.amara, desk.nurse, Way.TEXT, f"Hi Amara, it is the {desk.team.name}")


def test_somebody_has_to_translate(desk: Desk) -> None:
    ask(desk, language="Urdu")
    assert "Urdu" in refused(desk, Way.EMAIL, "سلام")["translated_by"]
    letter = make_letter(desk.amara, desk.nurse, Way.EMAIL, "سلام", translated_by="Nadia, interpreter")
    assert 'dir="rtl"' in letter.html


def test_an_email_that_asks_has_three_links_and_keeps_only_a_hash(desk: Desk) -> None:
    letter = make_letter(desk.amara, desk.nurse, Way.EMAIL, asks_for_answer=True)
    for answer in ("yes", "more_time", "another_way"):
        assert f"/{answer}" in letter.text
        assert f'/{answer}"' in letter.html
    token = letter.text.split("/answers/")[1].split("/")[0]
    assert link_of(letter.id).token_hash not in letter.text
    assert token not in link_of(letter.id).token_hash


def test_a_text_that_asks_says_how_to_answer(desk: Desk) -> None:
    text = make_letter(desk.amara, desk.nurse, asks_for_answer=True).text
    assert text.endswith("Reply YES, MORE TIME or ANOTHER WAY.")


def test_what_was_not_sent_can_be_thrown_away(desk: Desk) -> None:
    letter = make_letter(desk.amara, desk.nurse, Way.EMAIL, asks_for_answer=True)
    writing.throw_letter_away(letter, desk.nurse)
    assert letters_of(desk.amara.id) == []


def test_what_was_sent_is_kept(desk: Desk) -> None:
    make_sent(desk.amara, desk.nurse)
    with pytest.raises(Conflict):
        writing.throw_letter_away(letters_of(desk.amara.id)[0], desk.nurse)


def test_nothing_is_written_to_somebody_who_has_died(desk: Desk) -> None:
    letter = make_letter(desk.amara, desk.nurse)
    record_death(desk.amara, RecordDeath("Efe, her sister", today()), desk.nurse)
    with pytest.raises(Conflict, match="has died"):
        sending.send_letter(letter, desk.amara, desk.nurse, row_version=letter.row_version)
    with pytest.raises(Conflict, match="has died"):
        make_letter(desk.amara, desk.nurse)


def test_a_stranger_writes_to_nobody(desk: Desk) -> None:
    elsewhere = make_team()
    stranger = actor_for(make_account(team=elsewhere), elsewhere)
    with pytest.raises(NotFound):
        make_letter(desk.amara, stranger)
    letter = make_letter(desk.amara, desk.nurse)
    with pytest.raises(NotFound):
        sending.send_letter(letter, desk.amara, stranger, row_version=letter.row_version)
    with pytest.raises(NotFound):
        letter_of(desk.jo.id, letter.id)


@needs_pdf
def test_a_letter_goes_by_the_post_service_as_a_pdf(desk: Desk) -> None:
    sent = make_sent(desk.amara, desk.nurse, Way.LETTER)
    message = message_in_full(sent.message_id)
    assert message.channel is Channel.LETTER
    assert message.address_lines == ["Amara Osei", "Flat 2", "14 Weaver Street", "Salford", "M3 4AB"]


@pytest.mark.parametrize(
    ("told", "changes"),
    [
        ({"background": Background.CREAM}, {}),
        ({"is_audio_ready": True}, {}),
        ({}, {"postcode": ""}),
    ],
)
def test_a_letter_that_the_post_service_cannot_print_so_is_printed_here(
    desk: Desk, told: dict[str, object], changes: dict[str, str]
) -> None:
    ask(desk, **told)
    make_reachable(desk.amara, **changes)
    sent = make_sent(desk.amara, desk.nurse, Way.LETTER)
    assert message_in_full(sent.message_id).channel is Channel.PRINT


def test_an_email_to_somebody_who_listens_has_the_words_as_a_file_too(desk: Desk) -> None:
    ask(desk, is_audio_ready=True)
    sent = make_sent(desk.amara, desk.nurse, Way.EMAIL, "- one\n- two")
    message = message_in_full(sent.message_id)
    [file] = message.attachments
    assert (file.media_type, file.content.decode()) == ("text/plain", message.text)
    assert "1. one" in message.text


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({}, ""),
        ({"pdf": None}, "can’t make a PDF"),
        ({"page_count": 10}, ""),
        ({"page_count": 11}, "more than 10 pages"),
        ({"address_lines": "Amara Osei\nM3 4AB"}, "postcode"),
        ({"address_lines": "Amara Osei\n14 Weaver Street\nParis"}, "postcode"),
    ],
)
def test_the_post_service_takes_a_pdf_of_ten_pages_to_a_whole_address(changes: dict[str, object], why: str) -> None:
    whole = {"pdf": b"%PDF-", "page_count": 1, "address_lines": "Amara Osei\n14 Weaver Street\nM3 4AB"}
    letter = Letter(way=Way.LETTER, background=Background.WHITE, is_audio_ready=False, **{**whole, **changes})
    assert why in sending.why_print_here(letter)
    assert sending.channel_for(letter) is (Channel.PRINT if why else Channel.LETTER)


@pytest.mark.parametrize(("way", "outcome"), [(Way.VISIT, Outcome.SPOKE), (Way.THROUGH_SOMEONE, Outcome.SENT)])
def test_a_letter_that_is_given_by_hand_is_a_contact_in_that_way_and_does_not_wait_to_be_printed(
    desk: Desk, way: Way, outcome: Outcome
) -> None:
    letter = make_letter(desk.amara, desk.nurse, Way.LETTER)
    given = sending.hand_letter_over(letter, desk.amara, way, desk.nurse)
    contact = letter_of(desk.amara.id, letter.id).sending.contact
    assert (contact.way, contact.outcome) == (way, outcome)
    assert message_in_full(given.message_id).delivery.state is DeliveryState.HANDED_OVER


def test_a_letter_that_is_given_when_they_met_today_is_no_second_contact(desk: Desk) -> None:
    met = make_contact(desk.amara, desk.nurse, Way.VISIT)
    given = sending.hand_letter_over(make_letter(desk.amara, desk.nurse, Way.LETTER), desk.amara, Way.VISIT, desk.nurse)
    assert given.contact_id == met.id


def test_what_was_given_by_hand_is_not_sent_or_changed_again(desk: Desk) -> None:
    letter = make_letter(desk.amara, desk.nurse, Way.LETTER)
    sending.hand_letter_over(letter, desk.amara, Way.VISIT, desk.nurse)
    with pytest.raises(Conflict):
        sending.send_letter(letter, desk.amara, desk.nurse)


def test_a_letter_is_given_by_hand_and_not_by_phone(desk: Desk) -> None:
    with pytest.raises(Invalid):
        sending.hand_letter_over(make_letter(desk.amara, desk.nurse, Way.LETTER), desk.amara, Way.PHONE, desk.nurse)


def test_giving_it_by_hand_where_they_said_never_to_visit_is_stopped(desk: Desk) -> None:
    ask(desk, ways={**BEST, Way.VISIT: Standing.NOT_WANTED})
    with pytest.raises(GoesAgainst):
        sending.hand_letter_over(make_letter(desk.amara, desk.nurse, Way.LETTER), desk.amara, Way.VISIT, desk.nurse)


def test_a_letter_to_be_given_by_hand_needs_no_address_and_can_not_be_posted(desk: Desk) -> None:
    make_reachable(desk.amara, address="", postcode="")
    letter = make_letter(desk.amara, desk.nurse, Way.LETTER, is_by_hand=True)
    assert letter.address_lines == "Amara Osei"
    with pytest.raises(Conflict):
        sending.send_letter(letter, desk.amara, desk.nurse)
    assert sending.hand_letter_over(letter, desk.amara, Way.VISIT, desk.nurse)
