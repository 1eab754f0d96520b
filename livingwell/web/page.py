"""The one way to answer: a page, a fragment of it, or the way to the next page."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import Response, current_app, flash, make_response, redirect, render_template, request, url_for

from livingwell.config import Settings
from livingwell.extensions import htmx, without_statements

SEE_OTHER = 303

context_sources: list[Callable[[], Mapping[str, Any]]] = []
"""What every whole page shows besides its own: asked just before rendering, while queries still may run."""


def page(template: str, *, fragment: str | None = None, status: int = 200, **context: Any) -> Response:
    """Render a page, or only its fragment where htmx asked for it. No SQL statement can run meanwhile."""
    wants_fragment = fragment is not None and htmx and not htmx.history_restore_request
    shared = {} if wants_fragment else _shared()
    with without_statements():
        text = render_template(fragment if wants_fragment and fragment else template, **{**shared, **context})
    response = make_response(text, status)
    response.vary.add("HX-Request")
    return response


def part(template: str, **context: Any) -> Response:
    """Render only a part of a page, for a script that asks for nothing else."""
    with without_statements():
        return make_response(render_template(template, **context))


def see(endpoint: str, *, said: str | None = None, anchor: str | None = None, **values: Any) -> Response:
    """Send the browser on after a write (303), with a line that says what was done."""
    if said:
        flash(said, "done")
    response = redirect(url_for(endpoint, _anchor=anchor, **values), code=SEE_OTHER)
    return make_response(response)


def lasting_url(endpoint: str, **values: Any) -> str:
    """The whole address of a page, for a message: it begins with the setting, not with what the request says."""
    return f"{base_address()}{url_for(endpoint, **values)}"


def base_address() -> str:
    """Where the addresses of this installation begin. Only where no setting says so (never in production) the request
    is believed.
    """
    settings: Settings = current_app.config["LIVINGWELL"]
    return settings.address or request.host_url.rstrip("/")


def _shared() -> dict[str, Any]:
    return {name: value for source in context_sources for name, value in source().items()}
