"""The discussion's screen: shown, begun, kept live."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from flask import Response, make_response, request, url_for

from livingwell.adjustments.catalogue import choice_of, choices_found
from livingwell.adjustments.forms.adding import AddForm
from livingwell.adjustments.presenters.picking import Pick, pick
from livingwell.contacts.presenters.across import COLUMN
from livingwell.contacts.views.engagement import engagement_picture
from livingwell.core.clock import in_london, now
from livingwell.discussions.actions.closing import start_discussion
from livingwell.discussions.actions.presence import be_present
from livingwell.discussions.forms.decision import DecisionForm
from livingwell.discussions.forms.plan import ConsequenceHereForm, GoalHereForm, StepHereForm
from livingwell.discussions.forms.the_round import ReasonForm, ViewForm
from livingwell.discussions.policy import account_of
from livingwell.discussions.presenters.meetings import short_name
from livingwell.discussions.presenters.screen import Parts
from livingwell.discussions.queries.discussions import discussion
from livingwell.discussions.queries.live import pulse
from livingwell.discussions.queries.screen import screen
from livingwell.discussions.views.blueprint import discussions
from livingwell.discussions.views.showing import goal_choices, line_choices, shown_with, speakers
from livingwell.drafts.kept import FormDraft, drafts_on_page, fill
from livingwell.drafts.models import Draft, DraftKey
from livingwell.identity.actions.sessions import keep_session_alive
from livingwell.identity.permissions import Permission
from livingwell.identity.views.carrying import current_session
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.web.forms import Form
from livingwell.web.guards import current_actor
from livingwell.web.page import page, part, see

Kept = dict[DraftKey, tuple[FormDraft, Draft | None]]

WEEK = timedelta(days=7)
MOST_FOUND = 12  # choices that a search shows here: the whole list has a page of its own
WRITING = frozenset({"round", "decisions", "challenges", "last", "telling"})


@dataclass(frozen=True)
class Refused:
    """A form on the screen that was not taken: it is shown as it was sent. `of` is the row that it answers.

    `is_wrong` is False where nothing was to be saved yet, such as a search for something to choose.
    """

    name: str
    form: Form
    of: UUID | None = None
    is_wrong: bool = True


@discussions.get("/people/<uuid:person_id>/discussions/<uuid:discussion_id>")
@door(Permission.SEE_MEETINGS)
def show_discussion(person: Person, discussion_id: UUID) -> Any:
    """The discussion's screen."""
    return show_screen(person, discussion_id)


@discussions.get("/people/<uuid:person_id>/discussions/<uuid:discussion_id>/live")
@door(Permission.SEE_MEETINGS, is_opening=False)
def show_live(person: Person, discussion_id: UUID) -> Any:
    """What is new since a version: nothing (204), or every part with its stamp."""
    if pulse(discussion_id, person.id).version == request.args.get("v"):
        return make_response("", 204)
    actor = current_actor()
    shown = shown_with(screen(actor, person.id, discussion_id), actor)
    drafts = drafts_on_page(_answer_keys(person, shown["parts"]), _address(person, discussion_id))
    absence = ReasonForm(formdata=None, prefix="absence")
    return part("discussions/_live.html", person=person, answers=_answers(drafts), absence=absence, **shown)


@discussions.post("/people/<uuid:person_id>/discussions/<uuid:discussion_id>/presence")
@door(Permission.SEE_MEETINGS, is_opening=False)
def be_on_screen(person: Person, discussion_id: UUID) -> Any:
    """Say that the screen is open, and where somebody writes. In a running meeting that counts as activity."""
    actor = current_actor()
    shown = discussion(actor, person.id, discussion_id)
    writing = request.form.get("writing", "")
    be_present(shown, writing if writing in WRITING else "", actor)
    response = Response(status=204)
    meeting = shown.meeting
    if meeting.keeps_screens_awake(now()) and keep_session_alive(current_session(), meeting.screens_awake_until):
        response.headers["X-Session-Active"] = "1"
    return response


@discussions.post("/people/<uuid:person_id>/discussions/<uuid:discussion_id>/start")
@door(Permission.RUN_MEETINGS)
def start(person: Person, discussion_id: UUID) -> Any:
    """Begin the discussion, and with the first one the meeting."""
    actor = current_actor()
    start_discussion(discussion(actor, person.id, discussion_id), actor)
    return see("discussions.show_discussion", person_id=person.id, discussion_id=discussion_id)


def show_screen(person: Person, discussion_id: UUID, refused: Refused | None = None) -> Any:
    """The screen; also as the answer to a form on it that was not taken, which keeps what was typed."""
    actor = current_actor()
    found = screen(actor, person.id, discussion_id)
    forms = _forms(found, person, refused)
    shown = shown_with(found, actor)
    own = {name: DraftKey.about(name, person.id, discussion_id) for name in ("view", "decision", "adjustment")}
    keys = [*own.values(), *_answer_keys(person, shown["parts"])]
    drafts = drafts_on_page(keys, _address(person, discussion_id))
    begun = {name: drafts.pop(key) for name, key in own.items()}
    for name, (_draft, kept) in begun.items():
        if kept is not None and not (refused and refused.name == name):
            fill(forms[name], kept)
    return page(
        "discussions/show_discussion.html",
        status=422 if refused and refused.is_wrong else 200,
        person=person,
        refused=refused if refused and refused.is_wrong else None,
        note=short_name(found.head.discussion.meeting),
        draft=begun["view"][0],
        decision_draft=begun["decision"][0],
        adjustment_draft=begun["adjustment"][0],
        found_choices=_choices(forms["adjustment"]),
        picture=engagement_picture(person, COLUMN),
        answers=_answers(drafts),
        **forms,
        **shown,
    )


def _answer_keys(person: Person, parts: Parts) -> list[DraftKey]:
    """The drafts of the answers to every open challenge."""
    return [DraftKey.about("answer", person.id, card.id) for card in parts.challenges if card.is_open]


def _answers(drafts: Kept) -> dict[str, tuple[FormDraft, str]]:
    """For each challenge, the draft of the answer to it and what was typed so far."""
    return {
        key.subject.rpartition(":")[2]: (draft, next(iter(kept.fields.values()), [""])[0] if kept else "")
        for key, (draft, kept) in drafts.items()
    }


def _choices(form: AddForm) -> list[Pick]:
    """What a search for adjustments found, and what is picked already; nothing before anybody has searched."""
    sought, picked = form.sought.data or "", form.picked.data or []
    found = [*choices_found(sought)[:MOST_FOUND]] if sought else []
    chosen = [choice for choice in map(choice_of, picked) if choice and choice not in found]
    return [pick(choice, picked) for choice in (*chosen, *found)]


def _address(person: Person, discussion_id: UUID) -> str:
    return url_for("discussions.show_discussion", person_id=person.id, discussion_id=discussion_id)


def _forms(found: Any, person: Person, refused: Refused | None) -> dict[str, Any]:
    """The forms of the screen, each as it begins, but for the one that was refused."""
    actor = current_actor()
    meeting = found.head.discussion.meeting
    due = in_london(meeting.starts_at).date() + WEEK
    forms: dict[str, Any] = {
        "view": ViewForm(formdata=None, prefix="view"),
        "decision": DecisionForm(formdata=None, prefix="decision", data={"by": due}),
        "no_change": ReasonForm(formdata=None, prefix="no-change"),
        "absence": ReasonForm(formdata=None, prefix="absence"),
        "goal": GoalHereForm(formdata=None, prefix="goal"),
        "step": StepHereForm(formdata=None, prefix="step"),
        "consequence": ConsequenceHereForm(formdata=None, prefix="consequence"),
        "adjustment": AddForm(formdata=None, prefix="adjustment", name=person.preferred_name),
    }
    if refused is not None and refused.name in forms:
        forms[refused.name] = refused.form
    forms["view"].offer(speakers(found.check_ins, found.members, person, actor))
    forms["decision"].offer(found.members, person.preferred_name, account_of(actor), line_choices(found))
    forms["goal"].offer(person.preferred_name)
    forms["step"].offer(goal_choices(found), found.members, person.preferred_name)
    return forms
