"""The app served on a free port, for a browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

from flask import Flask
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server


class QuietHandler(WSGIRequestHandler):
    """Says nothing for each request."""

    def log(self, *_args: object) -> None:
        pass


@contextmanager
def serving(app: Flask, port: int = 0) -> Iterator[str]:
    """The address where the app answers; on a free port unless one is named.

    Leaving waits for requests under way, so that none meets the next test's database.
    """
    server = make_server("127.0.0.1", port, app, threaded=True, request_handler=QuietHandler)
    server.daemon_threads = False  # so that server_close() waits for them
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        _stop(server, thread)


def _stop(server: BaseWSGIServer, thread: Thread) -> None:
    server.shutdown()
    thread.join()
    server.server_close()
