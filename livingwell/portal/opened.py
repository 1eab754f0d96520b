"""What a browser carries that opened a passport: which link, and until when. Signed, and asked about at each request.

It opens nothing by itself: the link must still be open too.
"""

from datetime import UTC, datetime

from flask import Response, current_app, request
from itsdangerous import BadData, URLSafeSerializer

from livingwell.core.clock import now
from livingwell.passports.models import PassportShare
from livingwell.passports.models.share import STAYS_OPEN


def carry_opening(response: Response, share: PassportShare, path: str) -> Response:
    """Have the browser carry, for this link's pages alone and for half an hour, that the PIN was right."""
    until = now() + STAYS_OPEN
    response.set_cookie(
        _name(),
        _signer().dumps([str(share.id), int(until.timestamp())]),
        max_age=int(STAYS_OPEN.total_seconds()),
        path=path,
        secure=_is_production(),
        httponly=True,
        samesite="Lax",
    )
    return response


def drop_opening(response: Response, path: str) -> Response:
    """Have the browser forget it."""
    response.delete_cookie(_name(), path=path, secure=_is_production(), httponly=True, samesite="Lax")
    return response


def is_opened(share: PassportShare) -> bool:
    """Whether this browser sent the PIN of this very link within the last half hour."""
    try:
        share_id, until = _signer().loads(request.cookies.get(_name(), ""))
    except (BadData, TypeError, ValueError):
        return False
    return bool(share_id == str(share.id) and now() < datetime.fromtimestamp(until, UTC))


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.secret_key or "", salt="opened-passport")


def _name() -> str:
    return "__Secure-opened" if _is_production() else "opened"


def _is_production() -> bool:
    return bool(current_app.config["LIVINGWELL"].is_production)
