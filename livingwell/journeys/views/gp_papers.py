"""What the GP gets: their practice, the summary that the person sees first, and the copy of the letter."""

from typing import Any
from uuid import UUID

from livingwell.core.errors import Conflict, NotFound
from livingwell.drafts.kept import draft_of, once
from livingwell.identity.permissions import Permission
from livingwell.journeys.actions.gp_papers import prepare_for_gp, send_to_gp
from livingwell.journeys.actions.gp_summaries import keep_gp_summary, note_shown, prepare_gp_summary
from livingwell.journeys.actions.papers import write_down_practice
from livingwell.journeys.forms.gp_papers import PracticeForm, SendToGpForm, ShownForm, SummaryForm
from livingwell.journeys.models import Paper
from livingwell.journeys.models.for_gp import ForGp
from livingwell.journeys.presenters.gp_papers import (
    practice_lines,
    practice_on_record,
    print_links,
    rows_for_gp,
    shown_line,
    why_not_by_email,
)
from livingwell.journeys.presenters.papers import paper_rows
from livingwell.journeys.queries.closing_facts import why_support_ends
from livingwell.journeys.queries.papers import paper_of, papers_of, practice_of
from livingwell.journeys.views.blueprint import journeys
from livingwell.journeys.views.episode_finding import episode_of
from livingwell.people.door import door
from livingwell.people.models import Episode, Person
from livingwell.people.saving import form_page, saved
from livingwell.web.framing import as_pdf, document, framing
from livingwell.web.guards import current_actor
from livingwell.web.page import see

GP = "/people/<uuid:person_id>/closing-letter/gp"
PAPER = f"{GP}/<uuid:paper_id>"


@journeys.route(GP, methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def show_gp_papers(person: Person) -> Any:
    """All that the practice gets, as it goes; sending it is the same page, so that nothing is sent unseen."""
    episode = episode_of(person)
    papers, practice = papers_of(episode.id), practice_of(person.id)
    made, why_not = _made(person, episode)
    to_print = print_links(made, person.id) if made else []
    form = SendToGpForm(name=person.preferred_name)
    if made and saved(form, None, lambda: send_to_gp(person, episode, made, form.gone_how(), current_actor())):
        return see("journeys.show_papers", said="It is on its way to the GP.", person_id=person.id)
    proposal = why_support_ends(episode)
    summary = papers[Paper.GP_SUMMARY]
    return framing(
        form_page(
            "journeys/show_gp_papers.html",
            form,
            rows=rows_for_gp(paper_rows(papers, person, proposal.kind if proposal else None)),
            practice=practice_lines(practice),
            why_not_by_email=why_not_by_email(practice),
            summary_id=summary.made.id if summary.made else None,
            shown=shown_line(summary, person.preferred_name),
            can_make=not summary.is_settled,
            summary_form=SummaryForm(name=person.preferred_name),
            cover=made.text if made else "",
            to_print=to_print,
            why_not=why_not,
        )
    )


@journeys.route(f"{GP}/practice", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def edit_practice(person: Person) -> Any:
    """Where the person's GP reads what is sent."""
    episode, practice = episode_of(person), practice_of(person.id)
    form = PracticeForm(name=person.preferred_name, data=practice_on_record(practice, person))
    draft = draft_of(form, "gp_practice", person.id)
    if saved(form, draft, lambda: write_down_practice(episode, form.command(), current_actor())):
        return see("journeys.show_gp_papers", said="The practice is saved.", person_id=person.id)
    return form_page("journeys/edit_practice.html", form, draft)


@journeys.post(f"{GP}/summary")
@door(Permission.CHANGE_PLANS)
def make_gp_summary(person: Person) -> Any:
    """The summary, from what the record says now."""
    episode, actor = episode_of(person), current_actor()
    form = SummaryForm(name=person.preferred_name)
    made = prepare_gp_summary(person, episode, actor, with_safety_plan=bool(form.with_safety_plan.data))
    once(keep_gp_summary, person, episode, made, actor)
    said = f"The summary is made. Show it to {person.preferred_name} before it goes."
    return see("journeys.show_gp_papers", said=said, person_id=person.id)


@journeys.route(f"{PAPER}/shown", methods=["GET", "POST"])
@door(Permission.CHANGE_PLANS)
def show_summary_to_person(person: Person, paper_id: UUID) -> Any:
    """That the person saw it, and how; or why they could not."""
    paper = paper_of(person.id, paper_id)
    form = ShownForm(name=person.preferred_name)
    draft = draft_of(form, "summary_shown", person.id, paper_id)
    if saved(form, draft, lambda: note_shown(paper, form.command(), current_actor())):
        return see("journeys.show_gp_papers", said="It is written down.", person_id=person.id)
    return form_page("journeys/show_summary_to_person.html", form, draft)


@journeys.get(f"{PAPER}/page")
@door(Permission.SEE_PLANS, is_opening=False)
def show_paper_page(person: Person, paper_id: UUID) -> Any:
    """The page of a paper, byte for byte: to read, or to print where there is no PDF."""
    return document(paper_of(person.id, paper_id).html)


@journeys.get(f"{PAPER}/paper.pdf")
@door(Permission.SEE_PLANS, is_opening=False)
def download_paper(person: Person, paper_id: UUID) -> Any:
    """The same as PDF."""
    paper = paper_of(person.id, paper_id)
    if paper.pdf is None:
        raise NotFound
    return as_pdf(paper.pdf, "summary.pdf")


@journeys.get(f"{GP}/cover")
@door(Permission.CHANGE_PLANS, is_opening=False)
def show_cover(person: Person) -> Any:
    """The covering page for the practice, to print with what goes."""
    made, _why_not = _made(person, episode_of(person))
    if made is None:
        raise NotFound
    return document(made.html)


def _made(person: Person, episode: Episode) -> tuple[ForGp | None, str]:
    """What may go now; or why nothing may."""
    try:
        return prepare_for_gp(person, episode, current_actor()), ""
    except Conflict as conflict:
        return None, str(conflict)
