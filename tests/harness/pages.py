"""Every page that the app answers with, to the test client or to a browser, is looked at."""

import os
from pathlib import Path

from flask import Flask, Response, request

from tests.harness import html

KEPT = os.environ.get("LIVINGWELL_KEEP_PAGES")


class Pages:
    """Parses each HTML answer of an app strictly and remembers what is wrong until `check` is called.

    Whole pages are also kept in a folder for the Nu HTML checker, where `run.py` names one: of each route and
    status the longest.
    """

    def __init__(self, app: Flask) -> None:
        self.problems: list[str] = []
        # Registered last, so it runs first: before the answer is compressed.
        app.after_request(self._look_at)

    def check(self) -> None:
        """Raise InvalidHTML if a page since the last call would have to be repaired by a browser."""
        problems, self.problems = self.problems, []
        if problems:
            raise html.InvalidHTML("\n".join(problems))

    def _look_at(self, response: Response) -> Response:
        if response.mimetype == "text/html" and not response.is_streamed and request.method != "HEAD":
            page = response.get_data(as_text=True)
            found = html.problems_in(page)
            if found:
                where = f"{request.method} {request.path} ({response.status_code}) is not valid HTML:"
                self.problems.append("\n  ".join([where, *found]))
            elif KEPT and html.is_whole(page):
                keep(page, f"{request.endpoint or 'nowhere'}-{response.status_code}")
        return response


def keep(page: str, name: str) -> None:
    """Write the page down, unless a longer one of its kind was kept already by this process."""
    file = Path(str(KEPT)) / f"{name}-{os.getpid()}.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists() or file.stat().st_size < len(page.encode()):
        file.write_text(page, encoding="utf-8")
