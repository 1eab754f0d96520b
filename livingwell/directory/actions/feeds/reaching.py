"""What a row says about how to get in touch and where to go, kept only where it can be right."""

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from email_validator import EmailNotValidError, validate_email

from livingwell.core.text import LINE, SHORT
from livingwell.directory.models import POSTCODE
from livingwell.directory.places import beginning_of, is_on_the_map, postcode_written

_SELF = re.compile(r"self[- ]?referr?al|self[- ]refer|refer yourself|contact us directly|no referral", re.IGNORECASE)
_REFERRAL = re.compile(r"(?<!self[- ])(?<!no )\breferr(?:al|ed)\b|\bappointment by your gp\b", re.IGNORECASE)
_DROP_IN = re.compile(r"drop[- ]?in|walk[- ]?in|just turn up|no appointment", re.IGNORECASE)


def website(text: str) -> str:
    """The address where it is one of the web; empty for anything else, such as a script."""
    if not text or len(text) > LINE or any(c.isspace() or c in '<>"' for c in text):
        return ""
    address = text if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:", text) else f"https://{text}"
    try:
        parts = urlsplit(address)
        return address if parts.scheme in ("http", "https") and "." in (parts.hostname or "") else ""
    except ValueError:
        return ""


def email(text: str) -> str:
    """The address where it can be one."""
    try:
        return validate_email(text, check_deliverability=False).normalized[:LINE]
    except EmailNotValidError:
        return ""


def phone(text: str) -> str:
    """The number as it was written, where it holds one."""
    return text[:SHORT] if sum(c.isdigit() for c in text) >= 3 and len(text) <= SHORT else ""


def postcode(text: str) -> str:
    """The postcode as all are kept, or its district; empty where it is none of the United Kingdom's."""
    written = postcode_written(text)
    return written if beginning_of(written) and len(written) <= POSTCODE else ""


def place(latitude: Any, longitude: Any) -> tuple[float, float] | None:
    """Degrees within the United Kingdom; nought and nought is what programs write where they know nothing."""
    try:
        north, east = float(str(latitude)), float(str(longitude))
    except ValueError:
        return None
    return (north, east) if is_on_the_map(north, east) else None


def ways_in(text: str) -> dict[str, bool]:
    """Whether people come by themselves, are referred, or drop in, as the words say."""
    return {
        "is_self_referral": bool(_SELF.search(text)),
        "is_by_referral": bool(_REFERRAL.search(text)),
        "is_drop_in": bool(_DROP_IN.search(text)),
    }


_JUDGED = {"phone": phone, "email": email, "website": website, "postcode": postcode}
_CANT_BE_ONE = "The {} was left out: it can’t be one."


def in_touch(offered: Mapping[str, Sequence[str]], degrees: tuple[Any, Any]) -> tuple[dict[str, Any], list[str]]:
    """Of each column the first that can be right, and the place on the map; and what had to be left out."""
    found: dict[str, Any] = {name: next(filter(None, map(_JUDGED[name], texts)), "") for name, texts in offered.items()}
    left_out = [_CANT_BE_ONE.format(name) for name, texts in offered.items() if any(texts) and not found[name]]
    where = place(*degrees)
    if where is None and any(each not in (None, "") for each in degrees):
        left_out.append(_CANT_BE_ONE.format("place on the map"))
    found["latitude"], found["longitude"] = where or (None, None)
    return found, left_out
