"""Pages that the tests saw, kept for the Nu HTML checker: of each route and status, the longest."""

import os
from pathlib import Path

from werkzeug.test import TestResponse

FOLDER = os.environ.get("LIVINGWELL_KEEP_PAGES")


def keep(page: str, response: TestResponse) -> None:
    """Write the page down when asked to, unless it is a fragment or a longer one was kept already."""
    if not FOLDER or not page.lstrip().lower().startswith("<!doctype"):
        return
    file = Path(FOLDER) / f"{_route(response)}-{response.status_code}-{os.getpid()}.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    if not file.exists() or file.stat().st_size < len(page.encode()):
        file.write_text(page, encoding="utf-8")


def _route(response: TestResponse) -> str:
    """What the address is an example of: the path with ids taken out."""
    parts = response.request.path.strip("/").split("/")
    named = ["id" if any(letter.isdigit() for letter in part) else part for part in parts]
    return "_".join(part[:40] for part in named if part) or "home"
