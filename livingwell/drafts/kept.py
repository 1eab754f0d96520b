"""A form's draft, as its view and its template use it.

    form = GoalForm()
    draft = draft_of(form, "new_goal", person.id)        # fills the form with what was kept, when it is opened
    if form.validate_on_submit():
        draft.save(actions.agree_goal, plan, form.command(), current_actor())
        return see("careplans.show_plan", person_id=person.id)
    return page("careplans/new_goal.html", form=form, draft=draft, status=422 if form.errors else 200)

In the template `components/draft.html` says the rest. A form that keeps no draft is saved with `once(action, …)`.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any
from uuid import UUID

from flask import request
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from livingwell.core.atomic import atomic
from livingwell.core.clock import in_london, today
from livingwell.drafts import actions
from livingwell.drafts.models import Draft, DraftKey, Typing
from livingwell.drafts.queries import draft_for, drafts_among
from livingwell.web.dates import clock_time, long_date
from livingwell.web.forms import Form
from livingwell.web.guards import READS, current_actor
from livingwell.web.typed import fields_typed, page_token, sent, submission_sent


class FormDraft:
    """The draft of one form on one page."""

    def __init__(self, key: DraftKey, draft: Draft | None, back: str) -> None:
        self.key = key
        self.back = back
        is_sent_back = (sent("draft_form"), sent("draft_subject")) == (key.form, key.subject)
        self.reading = draft.reading if draft and not is_sent_back else sent("draft_reading")
        self.kept_at = words_for_time(draft) if draft else ""

    def save(self, action: Callable[..., Any], *arguments: Any) -> UUID | None:
        """Do it, once however often the form is sent, and let the draft go, in one commit.

        Returns the id of what the action made, the second time too.
        """
        with atomic():
            made_id = once(action, *arguments)
            actions.drop_draft(Typing(self.key, page_token(), self.reading, fields_typed()), current_actor())
        return made_id


def draft_of(
    form: Form, form_key: str, person_id: UUID | None = None, *more: object, back: str | None = None
) -> FormDraft:
    """The draft of this form about this person; `more` are the ids of what else it is about.

    Opening the page fills the form with the draft. `back` is the page that shows the form, where that isn't the
    address it is sent to.
    """
    key = DraftKey.about(form_key, person_id, *more)
    key.check()
    is_opening = request.method in READS
    draft = draft_for(current_actor().account_id, key) if is_opening else None
    if draft is not None:
        fill(form, draft)
    return FormDraft(key, draft, back or request.path)


def drafts_on_page(keys: Iterable[DraftKey], back: str) -> dict[DraftKey, tuple[FormDraft, Draft | None]]:
    """The drafts of several forms that one page shows, in one statement. `back` is the page's own address."""
    asked = list(keys)
    found = drafts_among(current_actor().account_id, asked)
    return {key: (FormDraft(key, found.get(key), back), found.get(key)) for key in asked}


def once(action: Callable[..., Any], *arguments: Any) -> UUID | None:
    """Do it, unless this very form was sent before with the same words; returns the id of what was made."""
    do = partial(action, *arguments)
    token = submission_sent()
    if not token or request.files:  # two files from one page are two things, whatever their names
        return getattr(do(), "id", None)
    return actions.save_once(_digest(token, action), do, current_actor())


def fill(form: Form, draft: Draft) -> None:
    """Put the draft's words into the form, also the version of the record that they were written for."""
    typed = MultiDict(draft.fields)
    for field in form:
        if field.name != "csrf_token":
            field.process(typed, field.object_data)


def words_for_time(draft: Draft) -> str:
    """10:42am, or with its date where that is not today."""
    day = in_london(draft.saved_at).date()
    time = clock_time(draft.saved_at)
    return time if day == today() else str(_("%(time)s on %(date)s", time=time, date=long_date(day)))


def _digest(token: str, action: Callable[..., Any]) -> str:
    """One form's one sending, for one of the things that it does: closing a discussion also saves what we'll tell.

    The token is random and is kept nowhere, so the digest tells nothing of the words.
    """
    what = [token, request.path, action.__qualname__, sorted(fields_typed().items())]
    return hashlib.sha256(json.dumps(what).encode()).hexdigest()
