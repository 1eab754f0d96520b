"""Sending a picture or a recording that was made anew when it came."""

from flask import Response, make_response, request

ALONE = "default-src 'none'; sandbox; frame-ancestors 'none'"
"""Even opened by itself, it can do nothing."""


def send_media(content: bytes, media_type: str) -> Response:
    """The file as what it is and nothing else; a part of it where a player asks for a part, as Safari does."""
    response = make_response(content)
    response.headers["Content-Type"] = media_type
    response.headers["Content-Security-Policy"] = ALONE
    response.headers["Content-Disposition"] = "inline"
    response.make_conditional(request, accept_ranges=True, complete_length=len(content))
    return response
