"""My letters: to read again, to say what I would put in other words, and what my GP gets."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from livingwell.contacts.models import Letter
from livingwell.contacts.queries.letters import letter_of, letters_of
from livingwell.core.errors import NotFound
from livingwell.drafts.kept import draft_of, once
from livingwell.journeys.actions.gp_summaries import note_shown
from livingwell.journeys.actions.papers import say_wishes
from livingwell.journeys.letter_commands import ShownCommand
from livingwell.journeys.models import ClosingPaper, Paper
from livingwell.journeys.models.papers import Papers
from livingwell.journeys.queries.journeys import episode_now
from livingwell.journeys.queries.papers import paper_of, papers_of, summary_to_read
from livingwell.people.actions.commenting import comment_on, take_comment_back
from livingwell.people.models import Episode, Person
from livingwell.people.own_door import own_door
from livingwell.people.queries.commenting import comments_on
from livingwell.portal.forms.letters import CommentForm, PaperWishForm
from livingwell.portal.presenters.letters import for_my_gp, letter_links, my_letter, summary_waiting
from livingwell.portal.saving import form_page, saved
from livingwell.portal.saying import gettext as _
from livingwell.portal.views.blueprint import portal
from livingwell.portal.waiting import Waiting, waits
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see

LETTERS = "/my/letters"


@portal.get(LETTERS)
@own_door
def list_letters(person: Person) -> Any:
    """Every letter and e-mail that went to me, the latest first."""
    return page("portal/letters/list_letters.html", letters=letter_links(letters_of(person.id)))


@portal.get(f"{LETTERS}/<uuid:own_letter_id>")
@own_door
def show_letter(person: Person, own_letter_id: UUID) -> Any:
    """One letter, and what I said about it."""
    letter = _sent_letter(person, own_letter_id)
    said = comments_on(person.id).get(letter.id, ())
    return page("portal/letters/show_letter.html", letter=my_letter(letter, said))


@portal.route(f"{LETTERS}/<uuid:own_letter_id>/comment", methods=["GET", "POST"])
@own_door
def comment_on_letter(person: Person, own_letter_id: UUID) -> Any:
    """That isn't how I'd put it."""
    letter_id = _sent_letter(person, own_letter_id).id
    form = CommentForm()
    draft = draft_of(form, "my_letter_comment", person.id, letter_id)
    if saved(form, draft, lambda: comment_on(person.id, "letter", letter_id, form.words.data, current_actor())):
        said = _("Your words stand beside it now.")
        return see("portal.show_letter", said=said, own_letter_id=letter_id)
    return form_page("portal/letters/comment.html", form, draft)


@portal.get(f"{LETTERS}/gp")
@own_door
def show_for_gp(person: Person) -> Any:
    """What my GP gets, or got."""
    papers = papers_of(_episode(person).id)
    whole = _summary(person, papers)
    said = comments_on(person.id).get(whole.id, ()) if whole else ()
    return page("portal/letters/show_for_gp.html", gp=for_my_gp(papers, whole, said))


@portal.post(f"{LETTERS}/gp/read")
@own_door
def say_summary_read(person: Person) -> Any:
    """I have read it: it may go."""
    summary = _summary(person, papers_of(_episode(person).id))
    if summary is None:
        raise NotFound
    once(note_shown, summary, ShownCommand(), current_actor())
    return see("portal.show_for_gp", said=_("Thank you. Your team knows that you have read it."))


@portal.route(f"{LETTERS}/gp/comment", methods=["GET", "POST"])
@own_door
def comment_on_summary(person: Person) -> Any:
    """What I would put in other words."""
    summary = _summary(person, papers_of(_episode(person).id))
    if summary is None:
        return see("portal.show_for_gp")
    paper_id, form = summary.id, CommentForm()
    draft = draft_of(form, "my_summary_comment", person.id, paper_id)
    if saved(form, draft, lambda: comment_on(person.id, "closing_paper", paper_id, form.words.data, current_actor())):
        return see("portal.show_for_gp", said=_("Your words stand beside it now."))
    return form_page("portal/letters/comment.html", form, draft)


@portal.route(f"{LETTERS}/wishes", methods=["GET", "POST"])
@own_door
def edit_letter_wishes(person: Person) -> Any:
    """What I do not want to be written or sent."""
    episode = _episode(person)
    papers = papers_of(episode.id)
    form = PaperWishForm(data={"not_wanted": [paper for paper in Paper if papers[paper].is_not_wanted]})
    draft = draft_of(form, "my_letter_wishes", person.id, episode.id)
    if saved(form, draft, lambda: say_wishes(episode, form.command(), current_actor())):
        return see("portal.list_letters", said=_("Saved. Your team reads what you want."))
    return form_page("portal/letters/edit_wishes.html", form, draft)


@portal.post(f"{LETTERS}/comments/<uuid:comment_id>/removal")
@own_door
def take_back_letter_comment(person: Person, comment_id: UUID) -> Any:
    """Take my own words away again."""
    take_comment_back(person.id, comment_id, current_actor())
    return see("portal.list_letters", said=_("Your words don’t stand there any more."))


@waits
def letters_waiting(person: Person) -> Iterable[Waiting]:
    """What my GP would get, until I have read it."""
    return summary_waiting(summary_to_read(person.id))


def _sent_letter(person: Person, letter_id: UUID) -> Letter:
    """A letter or an e-mail that went. Raises NotFound for what was only written."""
    letter = letter_of(person.id, letter_id)
    if not letter.is_sent or not letter.subject:
        raise NotFound
    return letter


def _episode(person: Person) -> Episode:
    episode = episode_now(person.id)
    if episode is None:
        raise NotFound
    return episode


def _summary(person: Person, papers: Papers) -> ClosingPaper | None:
    """The last summary that was made, in full."""
    made = papers[Paper.GP_SUMMARY].made
    return paper_of(person.id, made.id) if made else None
