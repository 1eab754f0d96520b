"""Pages that open by a link alone: whatever isn't there is answered alike, so that nobody learns which links were."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Response, make_response

from livingwell.core.errors import NotFound
from livingwell.web.guards import View

NOT_FOUND = 404
NO_INDEX = {"X-Robots-Tag": "noindex, nofollow, noarchive"}
"""No index of the web keeps an answer, and with it the address."""


def alike(gone: Callable[[], Response], **headers: str) -> Callable[[View], View]:
    """Have a view answer with `gone` whatever isn't there, and with further headers whatever it answers."""

    def decorate(view: View) -> View:
        @wraps(view)
        def answered(**values: Any) -> Response:
            try:
                response = make_response(view(**values))
            except NotFound:
                response = gone()
            response.headers.update({**NO_INDEX, **headers})
            return response

        return answered

    return decorate
