"""Two people saved the same thing: the second is shown both texts and chooses."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

from flask import Response, g, request
from flask_babel import gettext as _

from livingwell.core.errors import Stale
from livingwell.web.own_side import in_their_look
from livingwell.web.page import page
from livingwell.web.typed import (
    Words,
    choices_of,
    fields_to_carry,
    fields_typed,
    label_of,
    page_of_form,
    sent,
    words_typed,
)

CONFLICT = 409


class Saving(Protocol):
    """Who saved something, and when."""

    @property
    def name(self) -> str: ...
    @property
    def at(self) -> datetime: ...


class _Savings:
    """How to ask who saved a row last: by the row's id and the person's. `identity` answers."""

    last: Callable[[UUID, UUID | None], Saving | None]


savings = _Savings()


@dataclass(frozen=True)
class Both:
    """One field's two texts. What was chosen is told by what the form calls the choice, never by its value."""

    label: str
    theirs: str
    mine: Words | None

    @property
    def is_same(self) -> bool:
        if self.mine is None:
            return False
        return self.mine.choices.get(self.mine.text, self.mine.text).strip() == self.theirs.strip()


def show_conflict(stale: Stale) -> Response:
    """Both texts side by side, with who saved and when; the form sends the chosen one for today's version."""
    both = list(_both(stale))
    shown = frozenset(pair.mine.name for pair in both if pair.mine)
    person = g.get("person")
    return page(
        in_their_look("web/conflict.html"),
        status=CONFLICT,
        both=both,
        saving=_saving(stale, person.id if person else None),
        carried=list(fields_to_carry(without=shown | {"row_version", "submission"})),
        row_version=stale.row_version or sent("row_version"),
        has_draft="draft_form" in request.form,
        back=page_of_form(),
        again=request.path,
    )


def _both(stale: Stale) -> Iterator[Both]:
    """The fields with both texts first; then theirs or mine alone."""
    typed = fields_typed()
    for name, text in stale.texts.items():
        mine = Words(name, typed[name][0]) if name in typed else None
        yield Both(label_of(name) or _("What stands now"), choices_of(name).get(text, text), mine)
    for words in words_typed():
        if words.name not in stale.texts:
            yield Both(words.label, "", words)


def _saving(stale: Stale, person_id: UUID | None) -> Saving | None:
    return savings.last(stale.row_id, person_id) if stale.row_id else None
