"""Closing a discussion, and telling the person."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from flask import request, url_for

from livingwell.core.clock import today
from livingwell.core.errors import Invalid
from livingwell.discussions.actions.closing import close_discussion, mark_told, write_telling
from livingwell.discussions.forms.telling import TellingForm, telling_as_data
from livingwell.discussions.forms.the_round import ReasonForm
from livingwell.discussions.models import NotReadyToClose
from livingwell.discussions.presenters.closing import Unfinished, draft_of_message, readiness_rows
from livingwell.discussions.presenters.meetings import short_name
from livingwell.discussions.queries.agenda import next_on_agenda
from livingwell.discussions.queries.discussions import discussion, readiness
from livingwell.discussions.queries.screen import Screen, screen
from livingwell.discussions.views.blueprint import discussions
from livingwell.discussions.views.showing import shown_with
from livingwell.discussions.views.the_round import ADDRESS, back
from livingwell.drafts.kept import FormDraft, draft_of, drafts_on_page, fill, once
from livingwell.drafts.models import Draft, DraftKey
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see

CONFLICT = 409


@discussions.get(f"{ADDRESS}/closing")
@door(Permission.DISCUSS)
def show_closing(person: Person, discussion_id: UUID) -> Any:
    """What is missing before it can be closed, beside what we'll tell the person."""
    return _show(person, discussion_id)


@discussions.post(f"{ADDRESS}/closing")
@door(Permission.DISCUSS)
def close_now(person: Person, discussion_id: UUID) -> Any:
    """Save what we'll tell, and close where that was asked. Where something is missing, every word is kept."""
    actor = current_actor()
    wants_to_close = request.form.get("then") == "close"
    form = TellingForm()
    here = discussion(actor, person.id, discussion_id)
    found = screen(actor, person.id, discussion_id)
    if not (wants_to_close and _is_left_alone(form, found, person)):
        form.offer(found.members)
        if not form.validate() or not _is_saved(form, person, discussion_id):
            _require_not_told(found)
            return _show(person, discussion_id, form=form, status=422)
    if not wants_to_close:
        return see("discussions.show_closing", person_id=person.id, discussion_id=discussion_id, said="Saved")
    if _unfinished(_drafts(person, discussion_id)["decision"]):
        return _show(person, discussion_id, status=CONFLICT)
    try:
        once(close_discussion, discussion(actor, person.id, discussion_id), actor)
    except NotReadyToClose:
        return _show(person, discussion_id, status=CONFLICT)
    return _on_to_the_next(here.meeting_id, person, discussion_id)


@discussions.post(f"{ADDRESS}/told")
@door(Permission.DISCUSS)
def say_told(person: Person, discussion_id: UUID) -> Any:
    """The person was told."""
    actor = current_actor()
    once(mark_told, discussion(actor, person.id, discussion_id), actor)
    return back(person, discussion_id, "tell")


def _require_not_told(found: Screen) -> None:
    """Raise Conflict, which gives the words back, where the page has no form for them any more."""
    if found.head.telling is not None:
        found.head.telling.require_not_told()


def _is_left_alone(form: TellingForm, found: Screen, person: Person) -> bool:
    """Whether nobody has touched the message: closing doesn't wait for it."""
    typed = (form.text.data or "", form.teller.data or "", form.how.data or "")
    begun = found.head.telling is None and typed in (("", "", ""), (_begun_text(found, person), "", ""))
    return begun or "text" not in request.form


def _is_saved(form: TellingForm, person: Person, discussion_id: UUID) -> bool:
    actor = current_actor()
    draft = draft_of(form, "telling", person.id, discussion_id)
    try:
        draft.save(write_telling, discussion(actor, person.id, discussion_id), form.command(), actor)
    except Invalid as error:
        form.refuse(error)
        return False
    return True


def _show(person: Person, discussion_id: UUID, *, form: TellingForm | None = None, status: int = 200) -> Any:
    actor = current_actor()
    found = screen(actor, person.id, discussion_id)
    shown = shown_with(found, actor)
    ready = readiness(discussion_id)
    drafts = _drafts(person, discussion_id)
    draft, kept = drafts["telling"]
    unfinished = _unfinished(drafts["decision"])
    if form is None:
        form = _begun_form(found, person)
        if kept is not None:
            fill(form, kept)
    form.offer(found.members)
    return page(
        "discussions/show_closing.html",
        status=status,
        person=person,
        form=form,
        draft=draft,
        decision_draft=drafts["decision"][0],
        no_change=ReasonForm(formdata=None, prefix="no-change"),
        readiness=readiness_rows(ready, shown["parts"], person.preferred_name, unfinished),
        missing=len(ready.missing) + bool(unfinished),
        following=next_on_agenda(actor, found.head.discussion),
        note=short_name(found.head.discussion.meeting),
        **shown,
    )


def _drafts(person: Person, discussion_id: UUID) -> dict[str, tuple[FormDraft, Draft | None]]:
    """What the member began of the message and of a decision, in one statement."""
    address = url_for("discussions.show_closing", person_id=person.id, discussion_id=discussion_id)
    keys = {name: DraftKey.about(name, person.id, discussion_id) for name in ("telling", "decision")}
    found = drafts_on_page(keys.values(), address)
    return {name: found[key] for name, key in keys.items()}


def _unfinished(begun: tuple[FormDraft, Draft | None]) -> Unfinished | None:
    """The decision that was begun and not added, if it says something."""
    draft, kept = begun
    what, who = (kept.said(f"decision-{field}") if kept else "" for field in ("what", "who"))
    return Unfinished(what, bool(who), draft.kept_at) if what else None


def _begun_form(found: Screen, person: Person) -> TellingForm:
    """The message as it was saved; or one begun from what was decided, which nobody has checked."""
    telling = found.head.telling
    if telling is not None:
        return TellingForm(formdata=None, data=telling_as_data(telling, may_read_first=found.head.may_read_first))
    begun = {"text": _begun_text(found, person), "by": today() + timedelta(days=1)}
    return TellingForm(formdata=None, data=begun)


def _begun_text(found: Screen, person: Person) -> str:
    decided = [each.row for each in found.decisions if each.row.discussion_id == found.head.discussion.id]
    return draft_of_message(person.preferred_name, decided, found.agreed, found.head.no_change)


def _on_to_the_next(meeting_id: UUID, person: Person, discussion_id: UUID) -> Any:
    """To whoever comes next on the agenda, or back to the agenda after the last."""
    actor = current_actor()
    following = next_on_agenda(actor, discussion(actor, person.id, discussion_id))
    if following is None:
        return see("discussions.show_meeting", meeting_id=meeting_id, said="Closed. Everybody was discussed.")
    return see("discussions.show_discussion", person_id=following.person_id, discussion_id=following.id)
