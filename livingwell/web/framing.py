"""Showing a document of our own making, such as a letter: in the one frame that the policy allows, or as a PDF."""

from flask import Response, make_response

from livingwell.web.headers import POLICY

OF_THE_PAGE = f"{POLICY}; frame-src 'self'"
OF_THE_DOCUMENT = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; sandbox"
"""Its own style and nothing else: no script, no picture, no form, no link that leads anywhere."""


def framing(response: Response) -> Response:
    """Let a page show a document of ours in a frame."""
    response.headers["Content-Security-Policy"] = OF_THE_PAGE
    return response


def document(html: str) -> Response:
    """The document, byte for byte, for such a frame."""
    response = make_response(html.encode())
    response.headers["Content-Type"] = "text/html; charset=utf-8"
    response.headers["Content-Security-Policy"] = OF_THE_DOCUMENT
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    return response


def as_pdf(content: bytes, filename: str) -> Response:
    """The document as PDF, which the browser shows or keeps under this name."""
    return shown_file(content, "application/pdf", filename)


def shown_file(content: bytes, media_type: str, filename: str) -> Response:
    """The same for a document of another type."""
    response = make_response(content)
    response.headers["Content-Type"] = media_type
    response.headers.set("Content-Disposition", "inline", filename=filename)
    return response
