"""What somebody typed into a form, taken from the request, so that no answer of ours ever loses it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote_to_bytes
from uuid import UUID, uuid4

from flask import Flask, abort, current_app, g, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import HTTPException

from livingwell.core.text import without_unprintable

OURS = frozenset({"csrf_token", "submission", "about", "row_version"})
"""Hidden fields that our own pages put into a form: nobody typed them."""

_OF_DRAFTS = "draft_"
_ID = re.compile(r"[0-9a-fA-F-]{32,36}")
_NO_WORDS = re.compile(r"[a-z0-9_]{0,20}")  # a ticked box, a number, a chosen option


@dataclass(frozen=True)
class Words:
    """What was typed into one field."""

    name: str
    text: str

    @property
    def label(self) -> str:
        return label_of(self.name)

    @property
    def choices(self) -> dict[str, str]:
        return choices_of(self.name)

    @property
    def is_shown(self) -> bool:
        """Whether somebody wrote it, rather than chose it or was given it by our page."""
        is_id = _ID.fullmatch(self.text) is not None
        return self.name not in OURS and not is_id and not _NO_WORDS.fullmatch(self.text)

    @property
    def rows(self) -> int:
        """How many lines a box needs to show it."""
        return min(20, max(3, self.text.count("\n") + len(self.text) // 70 + 1))


def forms_at_hand() -> list[Any]:
    """The forms that the view has made so far, to ask what they call their fields."""
    if "forms" not in g:
        g.forms = []
    forms: list[Any] = g.forms
    return forms


def label_of(name: str) -> str:
    """What the form calls the field. Where none was made, its name in plain words: "by_when" is "By when"."""
    for form in forms_at_hand():
        for field in form:
            if field.name == name:
                return str(field.label.text)
    return name.replace("-", " ").replace("_", " ").strip().capitalize()


def choices_of(name: str) -> dict[str, str]:
    """What each value of a field to choose from says; nothing for a field to write in."""
    for form in forms_at_hand():
        for field in form:
            if field.name == name and getattr(field, "choices", None):
                return {str(choice.value): str(choice.label) for choice in field.choices}
    return {}


def page_token() -> str:
    """The random number of the page at hand: new for a new page, the same while its form is sent and refused.

    It tells one tab's drafts from another's, and a form sent twice from two forms with the same words.
    """
    if "page_token" not in g:
        g.page_token = submission_sent() or str(uuid4())
    return str(g.page_token)


def submission_sent() -> str:
    """The number of the page that the form was sent from; empty for a form that carries none."""
    try:
        return str(UUID(sent("submission")))
    except ValueError:
        return ""


def fields_typed() -> dict[str, list[str]]:
    """Every field that may be kept or given back: no password, no file, nothing that stands for the session."""
    return {
        without_unprintable(name): [without_unprintable(value) for value in values]
        for name, values in _form().lists()
        if not _is_secret(name) and name not in OURS - {"row_version"} and not name.startswith(_OF_DRAFTS)
    }


def words_typed() -> list[Words]:
    """What was typed in words, in the form's order."""
    typed = [Words(name, value) for name, values in fields_typed().items() for value in values]
    return [words for words in typed if words.is_shown]


def fields_to_carry(*, without: frozenset[str] = frozenset()) -> Iterator[tuple[str, str]]:
    """What a form must carry, hidden, to send the same thing again."""
    for name, values in _form().lists():
        if name != "csrf_token" and name not in without and not _is_secret(name):
            yield from ((without_unprintable(name), without_unprintable(value)) for value in values)


def sent(name: str) -> str:
    """One hidden field of ours as it came back, which may be anything; empty where the form has none."""
    return without_unprintable(_form().get(name, ""))


def page_of_form() -> str:
    """The address of the page whose form was sent: a path on this site."""
    told = sent("draft_return")
    if is_our_path(told):
        return told
    return request.path if _can_be_opened(request.path) else "/"


def is_our_path(path: str) -> bool:
    """Whether a redirect there stays on this site."""
    return path.startswith("/") and not re.match(r"/[/\\]", path) and path.isprintable() and "\\" not in path


def refuse_unreadable(app: Flask) -> None:
    """Answer 400 to a form whose bytes are no text. Werkzeug would read them as percent signs and digits."""

    @app.before_request
    def _refuse_unreadable() -> None:
        is_small = (request.content_length or 0) <= app.config["MAX_FORM_MEMORY_SIZE"]
        if request.mimetype == "application/x-www-form-urlencoded" and is_small:
            try:
                unquote_to_bytes(request.get_data()).decode()
            except UnicodeDecodeError:
                abort(400)


def _form() -> MultiDict[str, str]:
    """The form that was sent; empty where it can't be read."""
    try:
        return request.form
    except HTTPException:
        return MultiDict()


def _can_be_opened(path: str) -> bool:
    try:
        current_app.url_map.bind("").match(path, method="GET")
    except HTTPException:
        return False
    return True


def _is_secret(name: str) -> bool:
    return "password" in name.lower()
