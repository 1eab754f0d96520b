"""How much a route takes at most: less than the largest file that the app takes anywhere."""

from collections.abc import Callable

from flask import Flask, request

from livingwell.web.guards import View

_ROOM = 1024 * 1024  # for what a form sends beside its file


def takes_file_of(size: int) -> Callable[[View], View]:
    """Let the route take a form with one file of this size, and answer 413 to more before reading it.

    Stands above the guard, as the marks of `web.guards` do.
    """

    def decorate(view: View) -> View:
        view.most_bytes = size + _ROOM  # type: ignore[attr-defined]
        return view

    return decorate


def limit_uploads(app: Flask) -> None:
    """Keep each route to its own limit. Before the check against forged requests, which reads the form."""

    @app.before_request
    def _keep_to_limit() -> None:
        view = app.view_functions.get(request.endpoint or "")
        request.max_content_length = getattr(view, "most_bytes", app.config["MAX_CONTENT_LENGTH"])
