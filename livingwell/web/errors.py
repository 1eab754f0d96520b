"""A page for each thing that can go wrong, saying what to do. Never a word of what was asked for."""

from flask import Flask, Response, current_app
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, MethodNotAllowed

from livingwell.core.errors import Conflict, Forbidden, Invalid, NotFound, Stale, place_of
from livingwell.extensions import db
from livingwell.web.conflicts import show_conflict
from livingwell.web.giving_back import give_back, not_from_our_page, nothing_saved
from livingwell.web.own_side import in_their_look, is_own_side
from livingwell.web.page import page
from livingwell.web.problems import problem_for
from livingwell.web.typed import words_typed


def problem_page(status: int, advice: str | None = None) -> Response:
    """The page for a status."""
    problem = problem_for(status)
    return page(in_their_look("web/problem.html"), status=status, problem=problem, advice=advice or problem.advice)


def refuse_form(status: int, advice: str) -> Response:
    """The page for a form that could not be saved: with what was typed, if anything was."""
    if not words_typed():
        return problem_page(status, advice)
    return give_back(status, title=problem_for(status).title, advice=nothing_saved(advice))


def handle_errors(app: Flask) -> None:
    """Turn each error of the domain into its answer."""

    @app.errorhandler(NotFound)
    def _not_found(_error: NotFound) -> Response:
        return problem_page(404)

    @app.errorhandler(Forbidden)
    def _forbidden(error: Forbidden) -> Response:
        return problem_page(403, None if is_own_side() else str(error) or None)

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
