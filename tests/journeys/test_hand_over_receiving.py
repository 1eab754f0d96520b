"""The receiver opens what they were sent and answers once; whatever else is tried with the link opens nothing."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from sqlalchemy import func, select

from livingwell.audit.models import AuditEntry
from livingwell.careplans.models import HowSaid
from livingwell.core import clock
from livingwell.core.actor import Actor, Side
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Invalid, NotFound
from livingwell.discussions.models import AgendaRequest
from livingwell.extensions import db
from livingwell.journeys.actions.handing_over import end_hand_over
from livingwell.journeys.actions.receiving import (
    answer_sending,
    deal_with_answer,
    note_told_answer,
    open_sending,
    see_answer,
)
from livingwell.journeys.actions.sending import resend_hand_over, send_hand_over, stop_sending
from livingwell.journeys.hand_over_commands import ReceiverAnswer
from livingwell.journeys.models import (
    RECEIVER_NAME,
    HandOverAnswer,
    HandOverAnswerKind,
    HandOverOpening,
    HandOverStepKind,
    SendingState,
)
from livingwell.journeys.queries.hand_overs import hand_over_of, sending_with
from livingwell.people.actions.deaths import record_death
from livingwell.people.commands import RecordDeath
from tests.factories.hand_overs import (
    FORTNIGHT,
    NO,
    QUESTION,
    YES,
    address_of,
    make_agreed,
    make_hand_over,
    make_sent,
    make_step,
    make_told_answer,
)
from tests.factories.people import make_own_account, make_person
from tests.harness.session import settle

PHONE = "Safari on an iPhone"


@pytest.fixture
def sent(setting):
    return make_sent(setting.person, setting.nurse)


@pytest.fixture
def herself(setting) -> Actor:
    account = make_own_account(setting.person)
    return Actor(account.id, setting.person.name, side=Side.PERSON)


def read(sent):
    return hand_over_of(sent.hand_over.person_id, sent.hand_over.id)


def stop(setting, sent):
    stop_sending(setting.person.id, sent.hand_over.id, sent.sending.id, "", setting.nurse)


def resend(setting, sent):
    resend_hand_over(setting.person.id, sent.hand_over.id, sent.sending.id, address_of, FORTNIGHT, setting.nurse)


ENDS = {
    "stopped": stop,
    "replaced by a newer link": resend,
    "used": lambda _setting, sent: answer_sending(sent.token, NO),
    "answered by phone": lambda setting, sent: make_told_answer(sent.hand_over, setting.nurse),
    "the hand-over has ended": lambda setting, sent: end_hand_over(
        setting.person.id, sent.hand_over.id, "Another group.", setting.nurse
    ),
    "the person has died": lambda setting, _sent: record_death(
        setting.person, RecordDeath("Her sister", today()), setting.nurse
    ),
}


def test_opening_is_noted_and_decides_nothing(sent):
    assert open_sending(sent.token, PHONE).text == sent.sending.text
    hand_over = read(sent)
    assert [each.browser for each in hand_over.sendings[0].openings] == [PHONE]
    assert hand_over.answers == []
    assert not hand_over.is_accepted


def test_who_looks_again_within_half_an_hour_is_noted_once(sent):
    for _ in range(100):
        open_sending(sent.token, PHONE)
    open_sending(sent.token, "Firefox on Windows")
    with clock.fixed(clock.now() + timedelta(minutes=31)):
        open_sending(sent.token, PHONE)
    assert db.session.scalar(select(func.count()).select_from(HandOverOpening)) == 3


@pytest.mark.parametrize("ending", list(ENDS))
def test_a_link_that_has_ended_opens_nothing(setting, sent, ending):
    ENDS[ending](setting, sent)
    with pytest.raises(NotFound):
        open_sending(sent.token, PHONE)


@pytest.mark.parametrize("ending", ["stopped", "replaced by a newer link", "the person has died"])
def test_a_link_that_ended_between_opening_and_pressing_takes_no_answer(setting, sent, ending):
    open_sending(sent.token, PHONE)
    ENDS[ending](setting, sent)
    with pytest.raises(NotFound):
        answer_sending(sent.token, YES)
    assert db.session.scalar(select(func.count()).select_from(HandOverAnswer)) == 0


def test_it_is_late_from_the_very_second(sent):
    ends_at = sending_with(sent.token).ends_at
    with clock.fixed(ends_at - timedelta(seconds=1)):
        assert open_sending(sent.token, PHONE)
    with clock.fixed(ends_at):
        with pytest.raises(NotFound):
            open_sending(sent.token, PHONE)
        with pytest.raises(NotFound):
            answer_sending(sent.token, YES)


@pytest.mark.parametrize("altered", [lambda token: token[:-1], lambda token: f"{token}A", str.swapcase, lambda _: ""])
def test_an_altered_or_guessed_link_opens_nothing(sent, altered):
    with pytest.raises(NotFound):
        open_sending(altered(sent.token), PHONE)
    with pytest.raises(NotFound):
        answer_sending(altered(sent.token), YES)


def test_yes_is_a_step_done(setting, sent):
    make_step(sent.hand_over, setting.person, setting.nurse, HandOverStepKind.ACCEPTED)
    answer_sending(sent.token, YES)
    hand_over = read(sent)
    assert hand_over.is_accepted
    assert [(each.kind, each.done_on) for each in hand_over.steps] == [(HandOverStepKind.ACCEPTED, today())]


def test_yes_is_a_step_also_where_nobody_planned_one(sent):
    answer_sending(sent.token, YES)
    (step,) = read(sent).steps
    assert (step.kind, step.done_by, step.done_on) == (HandOverStepKind.ACCEPTED, "Lena Brandt", today())


def test_no_is_talked_about_at_the_next_meeting(setting, sent):
    answer_sending(sent.token, NO)
    (request,) = db.session.scalars(select(AgendaRequest))
    assert (request.team_id, request.person_id) == (setting.team.id, setting.person.id)
    assert request.words == "Lena Brandt (coordinator) said no to a hand-over: We are full until spring."
    assert not read(sent).is_accepted


@pytest.mark.parametrize("kind", [HandOverAnswerKind.DECLINED, HandOverAnswerKind.ASKED])
def test_a_no_has_a_reason_and_a_question_words(sent, kind):
    with pytest.raises(Invalid) as refused:
        answer_sending(sent.token, ReceiverAnswer(kind, "Lena Brandt"))
    assert list(refused.value.messages) == ["words"]


def test_every_answer_has_a_name_under_it(sent):
    with pytest.raises(Invalid) as refused:
        answer_sending(sent.token, ReceiverAnswer(HandOverAnswerKind.ACCEPTED, ""))
    assert list(refused.value.messages) == ["answered_by"]


def test_the_same_answer_sent_twice_is_one(sent):
    answer_sending(sent.token, YES)
    assert answer_sending(sent.token, YES).state is SendingState.ANSWERED
    assert len(read(sent).answers) == 1


def test_the_second_of_two_who_answer_is_told(sent):
    answer_sending(sent.token, YES)
    with pytest.raises(Conflict, match="answered already"):
        answer_sending(sent.token, NO)
    assert [each.kind for each in read(sent).answers] == [HandOverAnswerKind.ACCEPTED]


def test_of_two_answers_at_once_one_stands(app, sent):
    told: list[str] = []
    together = Barrier(2)

    def press(command: ReceiverAnswer) -> None:
        with app.app_context():
            together.wait()
            try:
                answer_sending(sent.token, command)
                told.append("kept")
            except Conflict:
                told.append("told")

    presses = [Thread(target=press, args=(command,)) for command in (YES, NO)]
    for each in presses:
        each.start()
    for each in presses:
        each.join()
    settle()
    assert sorted(told) == ["kept", "told"]
    assert len(read(sent).answers) == 1


def test_a_question_uses_the_link_and_the_answer_goes_by_a_new_one(setting, sent):
    answer_sending(sent.token, QUESTION)
    with pytest.raises(NotFound):
        open_sending(sent.token, PHONE)
    assert read(sent).open_question.words == QUESTION.words
    make_and_send_reply(setting, sent)
    hand_over = read(sent)
    assert hand_over.open_question is None
    assert "Our answer: Yes, 90 centimetres." in hand_over.sendings[-1].text


def make_and_send_reply(setting, sent):
    reply = make_agreed(sent.hand_over, setting.nurse, question=QUESTION.words, reply="Yes, 90 centimetres.")
    return send_hand_over(setting.person.id, sent.hand_over.id, reply.id, address_of, FORTNIGHT, setting.nurse)


def test_the_last_word_counts_where_they_thought_again(setting, sent):
    answer_sending(sent.token, NO)
    note_told_answer(setting.person.id, sent.hand_over.id, YES, setting.nurse)
    assert read(sent).is_accepted


def test_what_they_tell_a_member_is_written_down_with_who_heard_it(setting):
    hand_over = make_hand_over(setting.person, setting.nurse)
    answer = make_told_answer(hand_over, setting.nurse)
    assert (answer.answered_by, answer.told_to, answer.sending_id) == ("Lena Brandt", "Priya Mistry", None)


def test_an_answer_stands_until_the_person_knows_it(setting, sent, herself):
    answer_sending(sent.token, NO)
    (answer,) = read(sent).answers
    with pytest.raises(Invalid, match=r"Say how they were told"):
        deal_with_answer(setting.person.id, sent.hand_over.id, answer.id, None, setting.nurse)
    see_answer(setting.person.id, answer.id, herself)
    deal_with_answer(setting.person.id, sent.hand_over.id, answer.id, None, setting.nurse)
    assert read(sent).answers[0].dealt_with_at


def test_a_member_who_told_the_person_says_how(setting, sent):
    answer_sending(sent.token, NO)
    (answer,) = read(sent).answers
    deal_with_answer(setting.person.id, sent.hand_over.id, answer.id, HowSaid.IN_PERSON, setting.nurse)
    assert read(sent).answers[0].told_how is HowSaid.IN_PERSON


def test_nobody_sees_what_was_answered_about_somebody_else(setting, sent):
    answer_sending(sent.token, YES)
    other = make_person("Kai", "Brown", team=setting.team)
    kai = Actor(make_own_account(other).id, other.name, side=Side.PERSON)
    with pytest.raises(NotFound):
        see_answer(other.id, read(sent).answers[0].id, kai)


def test_the_audit_says_that_it_was_the_receiver(sent):
    open_sending(sent.token, PHONE)
    answer_sending(sent.token, YES)
    found = db.session.execute(
        select(AuditEntry.verb, AuditEntry.person_id).where(AuditEntry.actor_label == RECEIVER_NAME)
    )
    assert {(verb, person_id) for verb, person_id in found} == {
        ("open_hand_over", sent.sending.person_id),
        ("answer_hand_over", sent.sending.person_id),
    }


def test_a_yes_does_not_undo_a_stop_that_came_first_nor_the_other_way_round(setting, sent):
    answer_sending(sent.token, YES)
    with pytest.raises(Conflict, match="answered already"):
        stop(setting, sent)
    assert read(sent).is_accepted
