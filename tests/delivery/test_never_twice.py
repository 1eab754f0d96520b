"""Whatever breaks, and in whatever order: no message is lost, and none is sent twice.

Hypothesis writes messages, breaks the mail server and Notify, kills workers before, while and after they hand over, and
withdraws messages; at the end everything is mended, and every message is accounted for.
"""

from collections import Counter
from datetime import datetime, timedelta
from uuid import UUID

from flask import Flask
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from livingwell.core import clock
from livingwell.delivery.actions import decide_unsure
from livingwell.delivery.carriers import Carrier
from livingwell.delivery.carriers.outcome import Outcome
from livingwell.delivery.models import Channel, DeliveryState, Message
from livingwell.delivery.queries import states_of
from tests.delivery.conftest import OurWorker, carriers
from tests.factories.delivery import A_MEMBER, make_message, withdraw_messages
from tests.harness import mail_server, notify_server
from tests.harness.mail_server import MailSink
from tests.harness.notify_server import NotifySink

START = datetime.fromisoformat("2026-11-22T09:00:00+00:00")
BY_ITSELF = st.sampled_from([Channel.EMAIL, Channel.TEXT])
WENT = (DeliveryState.HANDED_OVER, DeliveryState.DELIVERED)
DID_NOT_GO = (DeliveryState.CANCELLED, DeliveryState.REFUSED, DeliveryState.STOPPED)


class Killed(BaseException):
    """The worker is gone at once, as by SIGKILL."""


class Killable:
    """A carrier whose worker is killed before or after it hands the next message over."""

    def __init__(self, carrier: Carrier) -> None:
        self.carrier = carrier
        self.kill = ""

    def hand_over(self, message: Message, reference: str) -> Outcome:
        kill, self.kill = self.kill, ""
        if kill == "before":
            raise Killed
        outcome = self.carrier.hand_over(message, reference)
        if kill == "after":
            raise Killed
        return outcome


class Outbox(RuleBasedStateMachine):
    """The outbox, its providers and its workers. The clock only moves when a rule moves it, and never back: what an
    earlier example left in the database stays in the past."""

    starts_at = START
    app: Flask
    mail: MailSink
    notify: NotifySink
    messages = Bundle("messages")

    def __init__(self) -> None:
        super().__init__()
        self.now = self.starts_at
        self.ids: list[UUID] = []
        self.mend()
        self.mail.taken.clear()
        self.notify.messages.clear()
        made = carriers(self.mail.settings, self.notify.settings)
        self.carriers = {channel: Killable(made[channel]) for channel in (Channel.EMAIL, Channel.TEXT)}

    @rule(target=messages, channel=BY_ITSELF)
    def write(self, channel: Channel) -> Message:
        with clock.fixed(self.now):
            message = make_message(channel)
        self.ids.append(message.id)
        return message

    @rule(command=st.sampled_from(["MAIL", "RCPT", "DATA"]), code=st.sampled_from(["421 No", "451 No", "550 No"]))
    def mail_server_says_no(self, command: str, code: str) -> None:
        self.mail.answers[command] = code

    @rule(fault=st.sampled_from([mail_server.Fault.DROPPED_AT_ADDRESS, mail_server.Fault.DROPPED_AFTER_CONTENT]))
    def mail_server_breaks(self, fault: mail_server.Fault) -> None:
        self.mail.faults.append(fault)

    @rule(
        fault=st.sampled_from(
            [
                notify_server.TOO_FAST,
                notify_server.ITS_FAULT,
                notify_server.BAD_NUMBER,
                notify_server.Fault.DROPPED_UNREAD,
                notify_server.Fault.DROPPED_AFTER_TAKING,
            ]
        )
    )
    def notify_breaks(self, fault: object) -> None:
        self.notify.next.append(fault)

    @rule()
    def mend(self) -> None:
        self.mail.answers.clear()
        self.mail.faults.clear()
        self.notify.next.clear()

    @rule(channel=BY_ITSELF, when=st.sampled_from(["before", "after"]))
    def worker_will_be_killed(self, channel: Channel, when: str) -> None:
        self.carriers[channel].kill = when

    @rule()
    def worker_works(self) -> None:
        with clock.fixed(self.now):
            try:
                OurWorker(self.app, self.carriers_of_a_new_worker()).work_off()
            except Killed:
                return

    def carriers_of_a_new_worker(self) -> dict[Channel, Carrier]:
        # The letter's place holds Notify itself, which a worker finds there to ask it.
        return {**self.carriers, Channel.LETTER: self.carriers[Channel.TEXT].carrier}

    @rule(minutes=st.sampled_from([1, 5, 15, 120]))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule(message=messages)
    def withdraw(self, message: Message) -> None:
        with clock.fixed(self.now):
            withdraw_messages(message.about)

    @rule(message=messages)
    def member_decides(self, message: Message) -> None:
        """A member who asked the person, and so knows."""
        if states_of([message.id])[message.id].state is DeliveryState.UNSURE:
            with clock.fixed(self.now):
                decide_unsure(message.id, self.sent()[message.id] > 0, A_MEMBER)

    @invariant()
    def nothing_was_sent_twice(self) -> None:
        assert all(count == 1 for count in self.sent().values())

    def sent(self) -> Counter[UUID]:
        references = [reference.partition(".")[0] for reference in self.notify.references]
        return Counter(UUID(each) for each in (*self.mail.ids, *references))

    def teardown(self) -> None:
        """Everything is mended: what can go goes, and each message is accounted for."""
        self.mend()
        for carrier in self.carriers.values():
            carrier.kill = ""
        for _ in range(6):
            self.time_passes(120)
            self.worker_works()
        type(self).starts_at = self.now
        self.nothing_was_sent_twice()
        sent, deliveries = self.sent(), states_of(self.ids)
        assert set(deliveries) == set(self.ids)
        for message_id, delivery in deliveries.items():
            if delivery.state in WENT:
                assert sent[message_id] == 1
            elif delivery.state in DID_NOT_GO:
                assert sent[message_id] == 0
            else:
                assert (delivery.state, delivery.channel) == (DeliveryState.UNSURE, Channel.EMAIL)


def test_nothing_is_lost_and_nothing_is_sent_twice(app: Flask, mail: MailSink, notify: NotifySink) -> None:
    machine = type("ThisOutbox", (Outbox,), {"app": app, "mail": mail, "notify": notify})

    run_state_machine_as_test(machine, settings=settings(max_examples=10, stateful_step_count=15))
