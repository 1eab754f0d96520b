"""All discussions about a person, and asking for one."""

from typing import Any

from livingwell.core.errors import Conflict
from livingwell.discussions.actions.agenda import ask_for_discussion
from livingwell.discussions.forms.agenda import RequestForm
from livingwell.discussions.presenters.minutes import HistoryRow
from livingwell.discussions.queries.history import discussions_about
from livingwell.discussions.views.blueprint import discussions
from livingwell.drafts.kept import once
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.queries.episodes import current_episode
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see


@discussions.get("/people/<uuid:person_id>/discussions")
@door(Permission.SEE_MEETINGS)
def list_discussions(person: Person) -> Any:
    """Every discussion about the person by my teams, the newest first."""
    return _show(person, RequestForm(formdata=None))


@discussions.post("/people/<uuid:person_id>/discussions/requests")
@door(Permission.DISCUSS)
def new_request(person: Person) -> Any:
    """Ask the team to talk about the person, in the name and the words of whoever asks."""
    actor = current_actor()
    form = RequestForm()
    if not form.validate():
        return _show(person, form)
    episode = current_episode(person.id, actor.team_ids)
    if episode is None:
        raise Conflict(f"{person.preferred_name} has no episode of support with your team now.")
    once(ask_for_discussion, person.id, episode.team_id, form.asked_by.data, form.words.data, actor)
    said = "The next agenda proposes it, in these words."
    return see("discussions.list_discussions", person_id=person.id, said=said)


def _show(person: Person, form: RequestForm) -> Any:
    rows = [HistoryRow.of(each) for each in discussions_about(current_actor(), person.id)]
    return page(
        "discussions/list_discussions.html", person=person, rows=rows, form=form, status=422 if form.errors else 200
    )
