"""What a person decides about a message, and what nobody can decide any more."""

from uuid import uuid4

import pytest
from flask import Flask

from livingwell.core.errors import Conflict, Invalid, NotFound
from livingwell.delivery.actions import cancel_message, decide_unsure, mark_printed, put_back
from livingwell.delivery.models import Channel, Decision, DeliveryState, Message
from livingwell.delivery.queries import messages_about, messages_for_a_person, states_of
from tests.delivery.conftest import OurWorker
from tests.factories.delivery import A_MEMBER, make_message, withdraw_messages
from tests.harness.mail_server import Fault, MailSink


def state_of(message: Message) -> DeliveryState:
    return states_of([message.id])[message.id].state


@pytest.fixture
def unsure(worker: OurWorker, mail: MailSink) -> Message:
    """An e-mail that the server took, and went away without a word."""
    mail.faults.append(Fault.DROPPED_AFTER_CONTENT)
    message = make_message(about=uuid4())
    worker.work_off()
    mail.faults.clear()
    return message


def test_what_is_unsure_is_never_sent_again_by_itself(unsure: Message, worker: OurWorker, mail: MailSink) -> None:
    worker.work_off()

    assert state_of(unsure) is DeliveryState.UNSURE
    assert [message.id for message in messages_for_a_person([unsure.about])] == [unsure.id]
    assert len(mail.taken) == 1


def test_a_member_says_that_it_went(unsure: Message, worker: OurWorker, mail: MailSink) -> None:
    decide_unsure(unsure.id, True, A_MEMBER)
    worker.work_off()

    assert state_of(unsure) is DeliveryState.HANDED_OVER
    assert len(mail.taken) == 1
    [message] = messages_about(unsure.about)
    assert [(each.decision, each.decided_by_id) for each in message.decisions] == [
        (Decision.IT_WENT, A_MEMBER.account_id)
    ]


def test_a_member_says_that_it_did_not_go_and_it_is_sent_again(
    unsure: Message, worker: OurWorker, mail: MailSink
) -> None:
    decide_unsure(unsure.id, False, A_MEMBER)
    worker.work_off()

    assert state_of(unsure) is DeliveryState.HANDED_OVER
    assert len(mail.taken) == 2


def test_only_the_first_to_decide_does(unsure: Message) -> None:
    decide_unsure(unsure.id, True, A_MEMBER)

    with pytest.raises(Conflict):
        decide_unsure(unsure.id, False, A_MEMBER)


def test_what_is_unsure_when_somebody_dies_is_never_sent_again(
    unsure: Message, worker: OurWorker, mail: MailSink
) -> None:
    withdraw_messages(unsure.about)
    decide_unsure(unsure.id, False, A_MEMBER)
    worker.work_off()

    assert state_of(unsure) is DeliveryState.CANCELLED
    assert len(mail.taken) == 1


@pytest.fixture
def refused(worker: OurWorker, mail: MailSink) -> Message:
    mail.answers["RCPT"] = "550 Mailbox full"
    message = make_message(about=uuid4())
    worker.work_off()
    mail.answers.clear()
    return message


def test_what_was_refused_goes_once_it_is_mended_and_put_back(
    refused: Message, worker: OurWorker, mail: MailSink
) -> None:
    worker.work_off()
    assert mail.taken == []

    put_back(refused.id, A_MEMBER)
    worker.work_off()

    assert mail.ids == [str(refused.id)]


def test_what_was_withdrawn_is_not_put_back(refused: Message) -> None:
    withdraw_messages(refused.about)

    assert messages_for_a_person([refused.about]) == []
    with pytest.raises(Conflict):
        put_back(refused.id, A_MEMBER)


def test_a_message_that_waits_can_be_cancelled_with_a_reason(app: Flask) -> None:
    message = make_message()
    with pytest.raises(Invalid):
        cancel_message(message.id, " ", A_MEMBER)

    cancel_message(message.id, "Jo will ring instead.", A_MEMBER)

    assert state_of(message) is DeliveryState.CANCELLED


def test_what_went_or_may_have_gone_is_not_cancelled(unsure: Message, worker: OurWorker) -> None:
    gone = make_message()
    worker.work_off()

    for message in (unsure, gone):
        with pytest.raises(Conflict):
            cancel_message(message.id, "Too late.", A_MEMBER)


def test_a_printed_letter_leaves_the_queue_once(app: Flask) -> None:
    letter = make_message(Channel.PRINT)
    mark_printed(letter.id, A_MEMBER)

    assert state_of(letter) is DeliveryState.HANDED_OVER
    with pytest.raises(Conflict):
        mark_printed(letter.id, A_MEMBER)


def test_only_what_is_in_the_print_queue_is_printed(app: Flask) -> None:
    email = make_message()
    with pytest.raises(Conflict):
        mark_printed(email.id, A_MEMBER)


def test_a_message_that_is_not_there_is_not_found(app: Flask) -> None:
    with pytest.raises(NotFound):
        put_back(uuid4(), A_MEMBER)
