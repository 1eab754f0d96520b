"""What every form about a person does: save once, or show again what was typed with what is wrong."""

from collections.abc import Callable
from typing import Any

from flask import Response

from livingwell.core.errors import Conflict, Invalid, Stale
from livingwell.drafts.kept import FormDraft, once
from livingwell.people.forms.about_person import PersonForm
from livingwell.web.page import page


def saved(form: PersonForm, draft: FormDraft | None, action: Callable[[], Any]) -> bool:
    """Whether the form was sent, was right, and was saved. What the action refuses is said in the form.

    The id of what the action made is then in `form.made_id`, also when the same form was sent twice.
    """
    if not form.validate_on_submit():
        return False
    try:
        form.made_id = draft.save(action) if draft else once(action)
    except Stale:
        raise  # it has a page of its own, with both texts
    except Invalid as error:
        form.refuse(error)
        return False
    except Conflict as error:
        form.say_conflict(str(error))
        return False
    return True


def form_page(template: str, form: PersonForm, draft: FormDraft | None = None, **context: Any) -> Response:
    """The page of a form, as it stands."""
    if draft is not None:
        context["draft"] = draft
    return page(template, form=form, status=form.status, **context)
