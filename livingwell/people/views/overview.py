"""A person's own page, and the steps of an episode."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from livingwell.audit import record_read
from livingwell.core.errors import Invalid
from livingwell.drafts.kept import once
from livingwell.identity.permissions import Permission
from livingwell.identity.queries.teams import members_of
from livingwell.people.actions import episodes
from livingwell.people.door import door
from livingwell.people.forms.reach import WorkersForm
from livingwell.people.models import Person
from livingwell.people.presenters.listing import Identity
from livingwell.people.presenters.overview import change_lines, contact_facts, episode_card, note_card
from livingwell.people.queries.duplicates import possible_doubles
from livingwell.people.queries.episodes import allocations_in, caseload_sizes, episode_of, episodes_of, notes_of
from livingwell.people.queries.history import latest_changes
from livingwell.people.queries.limits import limit_of
from livingwell.people.queries.striking import struck_of
from livingwell.people.views.blueprint import people
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see

_parts: dict[str, Callable[[Person], Any]] = {}


def show_on_overview(name: str, load: Callable[[Person], Any]) -> None:
    """Have the overview show a part, as `parts.<name>`: for packages above, told by app.py."""
    _parts[name] = load


@people.get("/people/<uuid:person_id>")
@door(Permission.SEE_PEOPLE)
def show_person(person: Person) -> Any:
    """The overview: words first, at the top; then how we reach the person, where support stands, and the history."""
    actor, struck = current_actor(), struck_of(person.id)
    limit = limit_of(person.id)
    doubles = possible_doubles(actor, person) if limit else []
    if doubles:
        record_read("show_possible_matches", actor, shown=[each.id for each in doubles])
    cards = [episode_card(episode, struck, actor.team_ids) for episode in episodes_of(person.id)]
    return page(
        "people/show_person.html",
        parts={name: load(person) for name, load in _parts.items()},
        episodes=cards,
        notes=[note_card(note, person, struck) for note in notes_of(person.id)],
        contact=contact_facts(person),
        changes=change_lines(latest_changes(person.id), person.preferred_name),
        limit=limit,
        doubles=[Identity.of(each) for each in doubles],
        may_limit=bool(actor.led_team_ids),
    )


@people.post("/people/<uuid:person_id>/episodes/<uuid:episode_id>/start")
@door(Permission.CHANGE_PEOPLE)
def start_support(person: Person, episode_id: UUID) -> Any:
    """Support has begun."""
    once(episodes.start_support, episode_of(person.id, episode_id), current_actor())
    return see("people.show_person", person_id=person.id, said="Support has begun.")


@people.route("/people/<uuid:person_id>/episodes/<uuid:episode_id>/workers", methods=["GET", "POST"])
@door(Permission.ALLOCATE)
def edit_workers(person: Person, episode_id: UUID) -> Any:
    """Who is key worker and peer, with how many people each member has already."""
    episode = episode_of(person.id, episode_id)
    now = {allocation.role.value: str(allocation.account_id) for allocation in allocations_in(episode.id)}
    members = members_of([episode.team_id])
    form = WorkersForm(data=now)
    form.offer(members, caseload_sizes([member.account_id for member in members]))
    if form.validate_on_submit():
        try:
            once(episodes.allocate_workers, episode, form.chosen(), current_actor())
        except Invalid as invalid:
            form.refuse(invalid)
        else:
            return see("people.show_person", person_id=person.id, said="Saved who works with them.")
    return page("people/edit_workers.html", form=form, status=422 if form.errors else 200)
