"""A page for each thing that can go wrong, saying what to do. Never a word of what was asked for."""

from dataclasses import dataclass

from flask import Flask, Response, current_app
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from livingwell.core.errors import Conflict, Forbidden, Invalid, NotFound, Stale, place_of
from livingwell.extensions import db
from livingwell.web.conflicts import show_conflict
from livingwell.web.giving_back import give_back, not_from_our_page
from livingwell.web.page import page
from livingwell.web.typed import words_typed


@dataclass(frozen=True)
class Problem:
    """What the page says: what happened, and what to do."""

    title: str
    advice: str


PROBLEMS = {
    400: Problem("We couldn’t read what was sent", "Go back, check what you typed and try again."),
    401: Problem("Please sign in", "Sign in to carry on."),
    403: Problem("Your account can’t do this", "Ask your team lead if you need to."),
    404: Problem("We can’t find that page", "Check the address, or begin again from the link below."),
    405: Problem("That page can’t be used in this way", "Go back and use the button or link on the page."),
    409: Problem("This can’t be done now", "Go back and look again: something changed."),
    413: Problem("That is too much to send at once", "Send a smaller file, or less text."),
    415: Problem("We couldn’t read what was sent", "Go back and use the form on the page."),
    429: Problem("Too many tries", "Wait 15 minutes, then try again."),
    500: Problem("Something went wrong on our side", "What was saved is safe. Try again in a minute."),
}


def problem_page(status: int, advice: str | None = None) -> Response:
    """The page for a status."""
    problem = PROBLEMS.get(status) or PROBLEMS[400 if status < 500 else 500]
    return page("web/problem.html", status=status, problem=problem, advice=advice or problem.advice)


def refuse_form(status: int, advice: str) -> Response:
    """The page for a form that could not be saved: with what was typed, if anything was."""
    if not words_typed():
        return problem_page(status, advice)
    return give_back(status, title=PROBLEMS[status].title, advice=f"{advice.rstrip('.')}. Nothing was saved.")


def handle_errors(app: Flask) -> None:
    """Turn each error of the domain into its answer."""

    @app.errorhandler(NotFound)
    def _not_found(_error: NotFound) -> Response:
        return problem_page(404)

    @app.errorhandler(Forbidden)
    def _forbidden(error: Forbidden) -> Response:
        return problem_page(403, str(error) or None)

    @app.errorhandler(Stale)
    def _stale(error: Stale) -> Response:
        db.session.rollback()
        return show_conflict(error)

    @app.errorhandler(Conflict)
    def _conflict(error: Conflict) -> Response:
        db.session.rollback()
        return refuse_form(409, str(error))

    @app.errorhandler(Invalid)
    def _invalid(error: Invalid) -> Response:
        db.session.rollback()
        return refuse_form(400, str(error))

    @app.errorhandler(CSRFError)
    def _forged(_error: CSRFError) -> Response:
        return not_from_our_page()

    @app.errorhandler(HTTPException)
    def _http(error: HTTPException) -> Response:
        response = problem_page(error.code or 500)
        if isinstance(error, MethodNotAllowed) and error.valid_methods:
            response.allow.update(error.valid_methods)
        return response

    @app.errorhandler(Exception)
    def _unexpected(error: Exception) -> Response:
        if current_app.testing or current_app.debug:
            raise error
        db.session.rollback()
        current_app.logger.error("%s at %s", type(error).__name__, place_of(error))
        return problem_page(500)
