"""Keeping what is typed: for scripts while somebody types, and for buttons where no script runs."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import Blueprint, Response, current_app, jsonify, make_response, redirect, request

from livingwell.core.actor import Actor
from livingwell.core.errors import Invalid, LivingWellError, NotFound
from livingwell.drafts import actions
from livingwell.drafts.actions import NewerDraft
from livingwell.drafts.kept import words_for_time
from livingwell.drafts.models import LONGEST, MOST_VALUES, Draft, DraftKey, Typing
from livingwell.web.errors import problem_page
from livingwell.web.guards import any_side, current_actor, not_activity
from livingwell.web.own_side import in_their_look
from livingwell.web.page import SEE_OTHER, page
from livingwell.web.problems import problem_for
from livingwell.web.typed import (
    Words,
    fields_to_carry,
    fields_typed,
    page_of_form,
    page_token,
    sent,
    words_typed,
)

drafts = Blueprint("drafts", __name__)


class _Reach:
    """How to ask whether an actor reaches a person; `people` answers, app.py introduces them."""

    require: Callable[[Actor, UUID], object]


reach = _Reach()


@drafts.post("/drafts")
@not_activity
@any_side
def keep_typed() -> Any:
    """Keep what was typed. A script gets the time as JSON; a button leads back to the page with the draft in it."""
    try:
        typing = _typing()
        draft = actions.keep_draft(typing, current_actor(), current_app.config["LIVINGWELL"].draft_days)
    except NewerDraft as newer:
        return _show_newer(newer.draft)
    except LivingWellError as error:
        return _refused(error)
    if _is_script():
        return jsonify(saved_at=words_for_time(draft), reading=draft.reading)
    return redirect(page_of_form(), code=SEE_OTHER)


@drafts.post("/drafts/removal")
@not_activity
@any_side
def drop_typed() -> Any:
    """Let the draft go, and show the form as it was before."""
    try:
        actions.drop_draft(_typing(), current_actor())
    except LivingWellError as error:
        return _refused(error)
    return redirect(page_of_form(), code=SEE_OTHER)


def _typing() -> Typing:
    """What was sent, for a form that exists and about somebody whom the actor still reaches."""
    key = DraftKey(sent("draft_form"), sent("draft_subject"))
    key.check()
    if sent("about") and sent("about") != str(key.person_id):
        raise NotFound
    if key.person_id:
        reach.require(current_actor(), key.person_id)
    fields = fields_typed()
    if sum(map(len, fields.values())) > MOST_VALUES or _length(fields) > LONGEST:
        raise TooLong
    return Typing(key, page_token(), sent("draft_reading"), fields)


class TooLong(LivingWellError):
    """More than any form of ours takes."""


def _length(fields: dict[str, list[str]]) -> int:
    return sum(len(name) + sum(map(len, values)) for name, values in fields.items())


def _show_newer(draft: Draft) -> Response:
    """Both texts: the one that another tab kept, and the one of this page."""
    if _is_script():
        return _json(409, kept_at=words_for_time(draft), reading=draft.reading, fields=draft.fields)
    other = [Words(name, value) for name, values in draft.fields.items() for value in values]
    return page(
        in_their_look("drafts/show_newer.html"),
        status=409,
        kept_at=words_for_time(draft),
        other=[words for words in other if words.is_shown],
        mine=words_typed(),
        carried=[*fields_to_carry(without=frozenset({"draft_reading"})), ("draft_reading", draft.reading)],
        back=page_of_form(),
    )


def _refused(error: LivingWellError) -> Response:
    status = 413 if isinstance(error, TooLong) else 400 if isinstance(error, Invalid) else 404
    return _json(status, message=str(problem_for(status).title)) if _is_script() else problem_page(status)


def _json(status: int, **answer: Any) -> Response:
    return make_response(jsonify(answer), status)


def _is_script() -> bool:
    """A button's request asks for a page by name; a script's takes anything."""
    wanted = request.accept_mimetypes
    return wanted["text/html"] <= wanted["application/json"]
