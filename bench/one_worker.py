"""A worker for the bench, in a process of its own that can be killed: `python -m bench.one_worker URL PORT`."""

import signal
import sys
from threading import Event

from bench.sending import app_for
from livingwell.config import MailServer
from livingwell.delivery.worker import Worker


def main(url: str, port: str) -> None:
    """Send until told to stop."""
    stop = Event()
    signal.signal(signal.SIGTERM, lambda _number, _frame: stop.set())
    mail = MailServer(host="127.0.0.1", port=int(port), sender="team@livingwell.example", tls="none")
    Worker(app_for(url, mail)).run(stop)


if __name__ == "__main__":
    main(*sys.argv[1:])
