"""What people can do if things get too much: the service's own words, set by an administrator."""

from typing import Any

from flask import request

from livingwell.core.dates import date_and_time
from livingwell.core.errors import Invalid, Stale
from livingwell.core.marked import marked
from livingwell.drafts.kept import draft_of
from livingwell.identity.actions.crisis_wording import set_crisis_wording
from livingwell.identity.permissions import Permission
from livingwell.identity.queries.crisis_wording import wordings
from livingwell.oversight.forms.crisis_wording import CrisisWordingForm
from livingwell.oversight.views.blueprint import oversight
from livingwell.web.conflicts import show_conflict
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import page, see

UNPROCESSABLE = 422


@oversight.route("/too-much", methods=["GET", "POST"])
@needs(Permission.MANAGE_ACCOUNTS)
def edit_crisis_wording() -> Any:
    """Write it, look at it as people will see it, and put it on every page of theirs."""
    versions = wordings()
    standing = versions[0] if versions else None
    form = CrisisWordingForm(
        words=standing.words if standing else "", row_version=str(standing.number) if standing else "0"
    )
    draft = draft_of(form, "edit_crisis_wording")
    wants_look = "look" in request.form
    if form.validate_on_submit() and not wants_look:
        try:
            draft.save(set_crisis_wording, form.words.data, form.read_number(), current_actor())
            return see("oversight.edit_crisis_wording", said="It stands on every page of the person’s side now.")
        except Stale as stale:
            return show_conflict(stale)
        except Invalid as error:
            form.refuse(error)
    return page(
        "oversight/edit_crisis_wording.html",
        form=form,
        draft=draft,
        look=marked(form.words.data or ""),
        is_look=wants_look,
        versions=[(each.number, each.set_by, date_and_time(each.created_at), marked(each.words)) for each in versions],
        status=UNPROCESSABLE if form.errors else 200,
    )
