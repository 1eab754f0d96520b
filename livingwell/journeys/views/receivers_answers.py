"""What the receiver said: written down as they told it, and told to the person."""

from typing import Any
from uuid import UUID

from livingwell.careplans.models import HowSaid
from livingwell.core.errors import NotFound
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.journeys.actions import receiving
from livingwell.journeys.forms.sending import KnownForm, ToldAnswerForm
from livingwell.journeys.queries.hand_overs import hand_over_of
from livingwell.journeys.views.blueprint import journeys
from livingwell.journeys.views.hand_overs import ONE, back
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor


@journeys.route(f"{ONE}/answers/new", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def note_receivers_answer(person: Person, hand_over_id: UUID) -> Any:
    """They told a member, in person or by phone."""
    destination = hand_over_of(person.id, hand_over_id).destination.name
    form = ToldAnswerForm(name=person.preferred_name)
    draft = draft_of(form, "note_receivers_answer", person.id, hand_over_id)
    actor = current_actor()
    if saved(form, draft, lambda: receiving.note_told_answer(person.id, hand_over_id, form.command(), actor)):
        return back(person, hand_over_id, f"It is written down. Tell {person.preferred_name}.", "answers")
    return form_page(
        "journeys/note_receivers_answer.html", form, draft, hand_over_id=hand_over_id, destination=destination
    )


@journeys.route(f"{ONE}/answers/<uuid:hand_over_answer_id>", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def deal_with_receivers_answer(person: Person, hand_over_id: UUID, hand_over_answer_id: UUID) -> Any:
    """The person knows what they said, and how they were told."""
    answers = hand_over_of(person.id, hand_over_id).answers
    answer = next((each for each in answers if each.id == hand_over_answer_id), None)
    if answer is None:
        raise NotFound
    form, actor = KnownForm(name=person.preferred_name), current_actor()
    who, words = answer.who, answer.words
    if answer.seen_at is not None:
        del form.how

    def deal() -> None:
        how = HowSaid(form.how.data) if "how" in form else None
        receiving.deal_with_answer(person.id, hand_over_id, hand_over_answer_id, how, actor)

    if saved(form, None, deal):
        return back(person, hand_over_id, f"It is written down that {person.preferred_name} knows.", "answers")
    return form_page("journeys/deal_with_receivers_answer.html", form, hand_over_id=hand_over_id, who=who, words=words)
