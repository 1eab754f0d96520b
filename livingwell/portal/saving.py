"""What every form of the person's own does: save once, or show again what was typed with what is wrong."""

from collections.abc import Callable
from typing import Any

from flask import Response

from livingwell.core.errors import Conflict, Invalid, Stale
from livingwell.drafts.kept import FormDraft, once
from livingwell.portal.forms.own import OwnForm
from livingwell.portal.saying import gettext as _
from livingwell.web.page import page


def saved(form: OwnForm, draft: FormDraft | None, action: Callable[[], Any]) -> bool:
    """Whether the form was sent, was right, and was saved. What was refused is said in the form.

    Why the facts don't allow it is told in the features' own English, so the portal says it anew.
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
    except Conflict:
        form.say_conflict(_("Something has changed since you opened this page. Go back, have a look, and try again."))
        return False
    return True


def form_page(template: str, form: OwnForm, draft: FormDraft | None = None, **context: Any) -> Response:
    """The page of a form, as it stands."""
    if draft is not None:
        context["draft"] = draft
    return page(template, form=form, status=form.status, **context)
