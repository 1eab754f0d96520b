"""Texts that came in are kept once each, and handed on once each."""

from datetime import timedelta

from sqlalchemy import select

from livingwell.core import clock
from livingwell.core.clock import now
from livingwell.delivery.above import above
from livingwell.delivery.models import ReceivedText
from livingwell.extensions import db
from tests.delivery.conftest import OurWorker
from tests.harness.notify_server import NotifySink

A_MINUTE = timedelta(minutes=1)


def kept() -> list[ReceivedText]:
    return list(db.session.scalars(select(ReceivedText).order_by(ReceivedText.received_at)))


def test_a_text_is_kept_once_with_its_number_as_every_network_writes_it(worker: OurWorker, notify: NotifySink) -> None:
    notify.receive("447700900123", "Yes please")
    for minutes in range(3):
        with clock.fixed(now() + minutes * A_MINUTE):
            worker.work_off()

    [text] = kept()
    assert (text.from_number, text.words) == ("+447700900123", "Yes please")


def test_a_sender_without_a_number_is_kept_as_it_stands(worker: OurWorker, notify: NotifySink) -> None:
    notify.receive("Vodafone", "Your balance is low")

    worker.work_off()

    assert [text.from_number for text in kept()] == ["Vodafone"]


def test_all_pages_are_fetched_until_one_is_known(worker: OurWorker, notify: NotifySink) -> None:
    notify.page_size = 2
    for number in range(5):
        notify.receive("447700900123", str(number), at=f"2026-11-22T09:30:0{number}.000000Z")
    worker.work_off()
    notify.receive("447700900123", "5", at="2026-11-22T09:31:00.000000Z")

    with clock.fixed(now() + A_MINUTE):
        worker.work_off()

    assert [text.words for text in kept()] == list("012345")


def test_each_is_handed_on_once_and_one_that_fails_holds_none_up(worker: OurWorker, notify: NotifySink) -> None:
    notify.receive("447700900123", "first", at="2026-11-22T09:30:00.000000Z")
    notify.receive("447700900124", "second", at="2026-11-22T09:31:00.000000Z")
    filed = []

    def file(text: ReceivedText) -> None:
        if text.words == "first" and "second" not in filed:
            raise ValueError("it can't be filed yet")
        filed.append(text.words)

    above.file_text = file
    worker.work_off()
    worker.work_off()

    assert filed == ["second", "first"]


def test_with_nobody_to_hand_them_to_texts_wait(worker: OurWorker, notify: NotifySink) -> None:
    notify.receive("447700900123", "Yes please")

    worker.work_off()

    assert [text.handed_on_at for text in kept()] == [None]
