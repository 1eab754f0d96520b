"""How whoever is asking reads best: as their account says, else as this browser's cookie says.

The cookie holds the choices and nothing else, so that the pages before signing in can be read too.
"""

from typing import cast

from flask import Response, current_app, request
from flask_login import current_user

from livingwell.config import Settings
from livingwell.core.reading import USUAL, Reading

A_YEAR = 365 * 24 * 60 * 60


def reading_now() -> Reading:
    """What holds for this answer."""
    kept = current_user.reading if current_user.is_authenticated else None
    return kept or reading_carried() or USUAL


def reading_carried() -> Reading | None:
    """What the browser carries; none where nothing was ever chosen in it."""
    carried = request.cookies.get(cookie_name())
    return Reading.from_text(carried) if carried else None


def carry_reading(response: Response, reading: Reading) -> Response:
    """Have the browser carry the choices. Where nothing differs from the usual, nothing is carried."""
    if reading == USUAL:
        response.delete_cookie(cookie_name())
        return response
    response.set_cookie(
        cookie_name(),
        reading.as_text(),
        max_age=A_YEAR,
        secure=_settings().is_production,
        httponly=True,
        samesite="Lax",
    )
    return response


def cookie_name() -> str:
    """The cookie's name; in production one that only this very host can set."""
    return "__Host-reading" if _settings().is_production else "reading"


def _settings() -> Settings:
    return cast(Settings, current_app.config["LIVINGWELL"])
