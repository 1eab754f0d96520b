"""Ending support: what is proposed and why, what happens next, and “Are you ready for this?”"""

from collections.abc import Iterator
from typing import Any

from flask import url_for

from livingwell.core.errors import Conflict
from livingwell.drafts.kept import draft_of
from livingwell.journeys.actions.proposing import say_ready
from livingwell.journeys.models import ClosureProposal
from livingwell.journeys.queries.closures import last_closure, proposal_now, unanswered_proposals
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.portal.forms.ending import ReadyForm
from livingwell.portal.presenters.ending import MyEnd, MyEnding
from livingwell.portal.saving import form_page, saved
from livingwell.portal.saying import gettext as _
from livingwell.portal.views.blueprint import portal
from livingwell.portal.waiting import Waiting, waits
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see


@portal.route("/my/ending", methods=["GET", "POST"])
@own_door
def show_ending(person: Person) -> Any:
    """Is it proposed that support ends, and am I ready for it?"""
    proposal = proposal_now(person.id)
    if proposal is None:
        closure = last_closure(person.id)
        return page("portal/ending/show_ended.html", end=MyEnd.of(closure) if closure else None)
    form = ReadyForm(seen=str(proposal.id))
    draft = draft_of(form, "own_ready", person.id, proposal.id)
    if saved(form, draft, lambda: say_ready(_read(proposal, form), form.command(), current_actor())):
        return see("portal.show_ending", said=_("Your answer is saved. Your team reads it."))
    form.seen.data = str(proposal.id)
    return form_page("portal/ending/answer_ending.html", form, draft, ending=MyEnding.of(proposal))


def _read(proposal: ClosureProposal, form: ReadyForm) -> ClosureProposal:
    """What stands now, where it is what was read: another proposal is another question."""
    if form.seen.data != str(proposal.id):
        raise Conflict
    return proposal


@waits
def ending_waiting(person: Person) -> Iterator[Waiting]:
    """A proposal to which the person has not said anything, and nobody for them."""
    for proposal in unanswered_proposals(person.id):
        title = _("We think about ending our support. Are you ready for this?")
        yield Waiting(title, _("One question. There is no rush."), url_for("portal.show_ending"), proposal.created_at)
