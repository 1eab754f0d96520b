"""The way back, as members agree it with the person, tell it, and press it for them."""

from typing import Any
from uuid import UUID

from livingwell.adjustments.queries.preferences import preferences_of
from livingwell.core.clock import today
from livingwell.core.dates import months_after
from livingwell.core.errors import NotFound
from livingwell.drafts.kept import draft_of
from livingwell.extensions import chosen
from livingwell.identity.permissions import Permission
from livingwell.journeys.actions.coming_back import come_back
from livingwell.journeys.actions.ways_back import agree_way_back, latest_day, tell_way_back
from livingwell.journeys.forms.way_back import ComeBackForm, WayBackForm, WayBackToldForm
from livingwell.journeys.models import Support
from livingwell.journeys.presenters.way_back import came_back_words, way_back_card
from livingwell.journeys.queries.ways_back import came_back_to, support_of, supports_of
from livingwell.journeys.views.blueprint import journeys
from livingwell.people.door import door
from livingwell.people.models import AllocationRole, Person
from livingwell.people.queries.episodes import support_now
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see

WAY_BACK = "/people/<uuid:person_id>/way-back"
OF_EPISODE = f"{WAY_BACK}/<uuid:episode_id>"


@journeys.get(WAY_BACK)
@door(Permission.SEE_PLANS)
def show_way_back(person: Person) -> Any:
    """Of each episode: until when, to whom, in which way, whether they know, and whether they came back."""
    preferences, teams = preferences_of(person.id), current_actor().team_ids
    cards = [
        way_back_card(support, person.preferred_name, preferences, teams, today()) for support in supports_of(person.id)
    ]
    return page("journeys/show_way_back.html", cards=cards)


@journeys.route(f"{OF_EPISODE}/edit", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def edit_way_back(person: Person, episode_id: UUID) -> Any:
    """Agree it. Saving makes the next version."""
    support = _ours(person, episode_id)
    stands = support.way_back
    form = WayBackForm(
        name=person.preferred_name,
        obj=stands,
        row_version=stands.number if stands else 0,
        **({} if stands else _proposed(person, support)),
    )
    form.offer_ways(preferences_of(person.id))
    draft = draft_of(form, "edit_way_back", person.id, episode_id)
    if saved(form, draft, lambda: agree_way_back(support.episode, form.command(), current_actor())):
        return see("journeys.show_way_back", said="The way back is saved.", person_id=person.id)
    return form_page("journeys/edit_way_back.html", form, draft)


@journeys.route(f"{OF_EPISODE}/told", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def tell_of_way_back(person: Person, episode_id: UUID) -> Any:
    """A member told the person."""
    stands = _ours(person, episode_id).way_back
    if stands is None:
        raise NotFound
    form = WayBackToldForm(name=person.preferred_name)
    if saved(form, None, lambda: tell_way_back(stands, form.command(), current_actor())):
        return see("journeys.show_way_back", said="Saved that they know.", person_id=person.id)
    return form_page("journeys/tell_way_back.html", form)


@journeys.route(f"{OF_EPISODE}/coming-back", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def come_back_for_them(person: Person, episode_id: UUID) -> Any:
    """The person wants to come back, and told a member."""
    support = _ours(person, episode_id)
    form = ComeBackForm(name=person.preferred_name)
    draft = draft_of(form, "come_back_for_them", person.id, episode_id)

    def press() -> Any:
        return come_back(person.id, form.words.data or "", current_actor(), episode_id, how=form.how())

    if saved(form, draft, press):
        said = f"{person.preferred_name} is back. The next agenda proposes them."
        return see("people.show_person", said=said, person_id=person.id)
    card = way_back_card(support, person.preferred_name, None, current_actor().team_ids, today())
    if not card.may_come_back and not form.is_in_conflict:
        return see("journeys.show_way_back", said="There is nothing to come back from here.", person_id=person.id)
    return form_page("journeys/come_back.html", form, draft, card=card)


def came_back(person: Person) -> str:
    """For the overview: that they came back, and when they were here before."""
    found = came_back_to(person.id)
    return came_back_words(*found) if found else ""


def _ours(person: Person, episode_id: UUID) -> Support:
    """An episode with a team of the actor's. Raises NotFound for any other."""
    support = support_of(person.id, episode_id)
    if not current_actor().belongs_to(support.episode.team_id):
        raise NotFound
    return support


def _proposed(person: Person, support: Support) -> dict[str, Any]:
    """What the form begins with: the usual time, and the key worker."""
    begins = support.episode.ended_on or today()
    until = min(months_after(begins, chosen().way_back_months), latest_day(support.episode))
    workers, _notes = support_now(person.id)
    keys = [each.account.name for each in workers if each.role is AllocationRole.KEY_WORKER]
    return {"until_on": until, "to_whom": keys[0] if keys else support.episode.team.name}
