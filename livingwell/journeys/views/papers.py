"""Where the papers of an ending stand, what the person wishes about them, and who is told."""

from typing import Any
from uuid import UUID

from livingwell.core.errors import NotFound
from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.journeys.actions.papers import say_wishes
from livingwell.journeys.actions.papers import tell_carer as note_carer_told
from livingwell.journeys.forms.closing_letters import TellCarerForm, WishForm
from livingwell.journeys.models import Paper
from livingwell.journeys.presenters.papers import carer_rows, paper_rows, to_tell
from livingwell.journeys.queries.closing_facts import why_support_ends
from livingwell.journeys.queries.papers import carers_told, papers_of
from livingwell.journeys.views.blueprint import journeys
from livingwell.journeys.views.episode_finding import episode_of
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.people.saving import form_page, saved
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see


@journeys.get("/people/<uuid:person_id>/closing-letter")
@door(Permission.SEE_PLANS)
def show_papers(person: Person) -> Any:
    """The letter, what the GP gets, and the carers: each with where it stands and what is next."""
    episode = episode_of(person)
    proposal = why_support_ends(episode)
    return page(
        "journeys/show_papers.html",
        rows=paper_rows(papers_of(episode.id), person, proposal.kind if proposal else None),
        carers=carer_rows(carers_told(episode.id), person),
    )


@journeys.route("/people/<uuid:person_id>/closing-letter/wishes", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def edit_paper_wishes(person: Person) -> Any:
    """What the person does not want, as they told us."""
    episode = episode_of(person)
    papers = papers_of(episode.id)
    form = WishForm(
        name=person.preferred_name, data={"not_wanted": [each for each in Paper if papers[each].is_not_wanted]}
    )
    draft = draft_of(form, "paper_wishes", person.id, episode.id)
    if saved(form, draft, lambda: say_wishes(episode, form.command(), current_actor())):
        return see("journeys.show_papers", said="It is written down.", person_id=person.id)
    return form_page("journeys/edit_paper_wishes.html", form, draft)


@journeys.route("/people/<uuid:person_id>/closing-letter/carers/<uuid:told_carer_id>", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def tell_carer(person: Person, told_carer_id: UUID) -> Any:
    """What a carer may know, and that they were told it."""
    episode = episode_of(person)
    standing = next((each for each in carers_told(episode.id) if each.around.carer.id == told_carer_id), None)
    if standing is None:
        raise NotFound
    has_died = person.death is not None
    shown = to_tell(standing, person.preferred_name, current_actor().name, has_died=has_died)
    form = TellCarerForm(name=person.preferred_name)
    draft = draft_of(form, "tell_carer_of_ending", person.id, told_carer_id)
    if saved(form, draft, lambda: note_carer_told(episode, form.command(told_carer_id), current_actor())):
        return see("journeys.show_papers", said="It is written down.", person_id=person.id)
    return form_page("journeys/tell_carer.html", form, draft, carer=shown)
