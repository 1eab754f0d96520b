"""Replies: with whom a text is filed, what a press does, and who clears the rest."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livingwell.adjustments.models import Way
from livingwell.contacts.actions import replying, sending
from livingwell.contacts.models import ContactKind, Outcome, PressedAnswer, Reply
from livingwell.contacts.queries.contacts import contacts_of
from livingwell.contacts.queries.letters import letters_of
from livingwell.contacts.queries.replies import replies_of, unfiled_text, unfiled_texts
from livingwell.contacts.wording.answers import answer_in
from livingwell.core.actor import Right
from livingwell.core.clock import fixed
from livingwell.core.errors import Conflict, Invalid, NotFound
from livingwell.people.actions.limiting import limit_record
from livingwell.people.commands import LimitRecord
from tests.factories.contacts import THURSDAY, Desk
from tests.factories.identity import actor_for, make_account, make_team
from tests.factories.letters import asked_of, make_letter, make_reachable, make_received, make_sent
from tests.factories.people import make_person


@pytest.fixture(autouse=True)
def _reachable(desk: Desk) -> None:
    make_reachable(desk.amara)


def outcomes(desk: Desk) -> list[Outcome | None]:
    return [contact.outcome for contact in contacts_of(desk.amara.id).rows]


def only_reply(desk: Desk) -> Reply:
    [reply] = replies_of(desk.amara.id)
    return reply


def token_in(letter_text: str) -> str:
    return letter_text.split("/answers/")[1].split("/")[0]


def test_a_text_is_filed_with_what_we_last_asked(desk: Desk) -> None:
    make_sent(desk.amara, desk.nurse, words="Hi Amara, it’s Priya.")
    with fixed(THURSDAY + timedelta(hours=1)):
        later = make_sent(desk.amara, desk.nurse, words="Is 1pm good?", asks_for_answer=True)
        replying.file_text(make_received("YES please!"))
    reply = only_reply(desk)
    assert (reply.letter_id, reply.pressed, reply.words) == (later.letter_id, PressedAnswer.YES, "YES please!")
    assert outcomes(desk) == [Outcome.REPLIED, Outcome.SENT]


def test_words_of_their_own_are_no_press(desk: Desk) -> None:
    make_sent(desk.amara, desk.nurse, asks_for_answer=True)
    replying.file_text(make_received("Yes but not at the clinic"))
    assert only_reply(desk).pressed is None
    assert outcomes(desk) == [Outcome.REPLIED]


def test_yes_to_no_question_is_only_words(desk: Desk) -> None:
    make_sent(desk.amara, desk.nurse)
    replying.file_text(make_received("Yes"))
    assert only_reply(desk).pressed is None


def test_a_question_is_open_for_sixty_days(desk: Desk) -> None:
    make_sent(desk.amara, desk.nurse)
    with fixed(THURSDAY + timedelta(days=61)):
        replying.file_text(make_received("Hello, are you there?"))
    assert only_reply(desk).letter_id is None
    assert outcomes(desk) == [Outcome.SENT]


def test_a_text_of_their_own_accord_becomes_a_contact_when_somebody_deals_with_it(desk: Desk) -> None:
    replying.file_text(make_received("Can we talk?"))
    assert outcomes(desk) == []
    reply = only_reply(desk)
    replying.deal_with_reply(reply, desk.amara, desk.nurse)
    [contact] = contacts_of(desk.amara.id).rows
    assert (contact.kind, contact.outcome, contact.way) == (ContactKind.FROM_THE_PERSON, Outcome.REPLIED, Way.TEXT)
    with pytest.raises(Conflict):
        replying.deal_with_reply(reply, desk.amara, desk.nurse)


@pytest.mark.parametrize("typed", ["07700 900123", "+44 7700 900123", "(07700) 900-123", "00447700900123"])
def test_a_number_is_the_same_however_it_was_typed(desk: Desk, typed: str) -> None:
    make_reachable(desk.amara, mobile=typed)
    replying.file_text(make_received("Hello"))
    assert only_reply(desk).words == "Hello"


def test_a_number_that_nobody_has_goes_to_the_list(desk: Desk) -> None:
    replying.file_text(make_received("Who is this?", number="+447700900555"))
    [waiting] = unfiled_texts(desk.nurse)
    assert (waiting.text.words, list(waiting.people)) == ("Who is this?", [])
    reply = replying.file_with(waiting.text, desk.amara, desk.nurse)
    assert (reply.person_id, reply.words) == (desk.amara.id, "Who is this?")
    assert unfiled_texts(desk.nurse) == []


def test_a_shared_number_goes_to_the_list_also_where_we_asked_only_one_of_them(desk: Desk) -> None:
    brother = make_reachable(make_person("Tunde", "Osei", team=desk.team))
    make_sent(desk.amara, desk.nurse, asks_for_answer=True)
    replying.file_text(make_received("Yes"))
    [waiting] = unfiled_texts(desk.nurse)
    assert {person.id for person in waiting.people} == {desk.amara.id, brother.id}
    assert outcomes(desk) == [Outcome.SENT]
    replying.file_with(waiting.text, desk.amara, desk.nurse)
    assert only_reply(desk).pressed is PressedAnswer.YES
    assert outcomes(desk) == [Outcome.REPLIED]


def test_a_text_is_cleared_once(desk: Desk) -> None:
    replying.file_text(make_received("Wrong number", number="+447700900555"))
    [waiting] = unfiled_texts(desk.nurse)
    with pytest.raises(Invalid):
        replying.set_text_aside(waiting.text, " ", desk.nurse)
    replying.set_text_aside(waiting.text, "It is an advert", desk.nurse)
    assert unfiled_texts(desk.nurse) == []
    with pytest.raises(Conflict):
        replying.file_with(waiting.text, desk.amara, desk.nurse)


def test_a_number_of_somebody_with_a_limited_record_is_shown_to_nobody_else(desk: Desk) -> None:
    make_reachable(make_person("Tunde", "Osei", team=desk.team))
    replying.file_text(make_received("It’s me"))
    [waiting] = unfiled_texts(desk.nurse)
    leading = make_account("Lena Fox", team=desk.team, right=Right.TEAM_LEAD)
    lead = actor_for(leading, desk.team, Right.TEAM_LEAD)
    limit_record(desk.amara, LimitRecord(frozenset({leading.id}), "Works here"), lead)
    assert unfiled_texts(desk.nurse) == []
    assert len(unfiled_texts(lead)) == 1
    with pytest.raises(NotFound):
        unfiled_text(waiting.text.id, desk.nurse)


def test_a_number_of_somebody_out_of_reach_is_not_shown(desk: Desk) -> None:
    make_reachable(make_person("Tunde", "Osei", team=desk.team))
    replying.file_text(make_received("It’s me"))
    elsewhere = make_team()
    assert unfiled_texts(actor_for(make_account(team=elsewhere), elsewhere)) == []


def test_a_press_answers_once(desk: Desk) -> None:
    letter = make_letter(desk.amara, desk.nurse, Way.EMAIL, asks_for_answer=True)
    token = token_in(letter.text)
    with pytest.raises(NotFound):
        replying.press_answer(token, PressedAnswer.YES)

    sending.send_letter(letter, desk.amara, desk.nurse, row_version=letter.row_version)
    replying.press_answer(token, PressedAnswer.MORE_TIME)
    assert only_reply(desk).pressed is PressedAnswer.MORE_TIME
    assert outcomes(desk) == [Outcome.REPLIED]
    with pytest.raises(Conflict):
        replying.press_answer(token, PressedAnswer.YES)
    with pytest.raises(NotFound):
        replying.press_answer("x" * 32, PressedAnswer.YES)


def test_the_letter_knows_that_it_was_answered(desk: Desk) -> None:
    make_sent(desk.amara, desk.nurse)
    replying.file_text(make_received("Hi"))
    assert letters_of(desk.amara.id)[0].sending.contact.outcome is Outcome.REPLIED


@given(words=st.text(max_size=60))
def test_any_words_are_an_answer_or_words(words: str) -> None:
    assert answer_in(words) in (None, *PressedAnswer)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("yes", PressedAnswer.YES),
        ("Yes.", PressedAnswer.YES),
        ("More  Time please", PressedAnswer.MORE_TIME),
        ("ANOTHER WAY", PressedAnswer.ANOTHER_WAY),
        ("no", None),
        ("yes and no", None),
        ("👍", None),
    ],
)
def test_only_the_plain_answer_is_a_press(words: str, answer: PressedAnswer | None) -> None:
    assert answer_in(words) is answer


def test_where_nobody_is_key_worker_any_more_the_leads_read_what_comes_back(desk: Desk) -> None:
    leading = make_account("Lena Fox", team=desk.team, right=Right.TEAM_LEAD)
    replying.file_text(make_received("Can I come back?"))
    assert asked_of(actor_for(leading, desk.team, Right.TEAM_LEAD)) == [only_reply(desk).id]
    assert asked_of(desk.peer) == []
