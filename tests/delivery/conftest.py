"""A mail server, GOV.UK Notify, and a worker that hands over to both: all on loopback."""

from collections.abc import Iterator

import pytest
from flask import Flask

from livingwell.config import MailServer, Notify
from livingwell.delivery.above import above
from livingwell.delivery.carriers import Carriers
from livingwell.delivery.carriers.mail import MailCarrier
from livingwell.delivery.carriers.notify import NotifyCarrier
from livingwell.delivery.models import Channel
from livingwell.delivery.worker import Worker
from livingwell.extensions import db
from tests.harness.mail_server import MailSink, mail_server
from tests.harness.notify_server import NotifySink, notify_server
from tests.harness.session import settle

# Only what is told to stay silent lasts so long.
TIMEOUT = 0.5


@pytest.fixture
def mail() -> Iterator[MailSink]:
    with mail_server() as sink:
        yield sink


@pytest.fixture
def notify() -> Iterator[NotifySink]:
    with notify_server() as sink:
        yield sink


def carriers(mail: MailServer, notify: Notify) -> Carriers:
    govuk = NotifyCarrier(notify, TIMEOUT)
    return {Channel.EMAIL: MailCarrier(mail, TIMEOUT), Channel.TEXT: govuk, Channel.LETTER: govuk}


class OurWorker(Worker):
    """A worker that shares nothing with the test but the database."""

    def work_off(self) -> None:
        """Do everything that is due now."""
        settle()
        while self.work():
            pass
        db.session.expire_all()  # what the worker changed is read afresh


@pytest.fixture
def worker(app: Flask, mail: MailSink, notify: NotifySink) -> OurWorker:
    return OurWorker(app, carriers(mail.settings, notify.settings))


@pytest.fixture(autouse=True)
def _nobody_above() -> Iterator[None]:
    """What the packages above answer is said by each test that asks them."""
    kept = dict(vars(above))
    above.may_still_go = lambda _about, _channel, _is_automatic: ""
    above.file_text = above.print_instead = None
    yield
    vars(above).clear()
    vars(above).update(kept)
