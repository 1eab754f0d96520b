"""Turning a referral away: only here, as the decision of a discussion."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from livingwell.core.clock import today
from livingwell.core.errors import Conflict
from livingwell.discussions.actions.deciding import turn_away
from livingwell.discussions.forms.decision import TurnAwayForm
from livingwell.discussions.queries.discussions import discussion
from livingwell.discussions.queries.meetings import members
from livingwell.discussions.views.blueprint import discussions
from livingwell.discussions.views.the_round import ADDRESS, back
from livingwell.drafts.kept import once
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.web.guards import current_actor
from livingwell.web.page import page


@discussions.route(f"{ADDRESS}/turning-away", methods=["GET", "POST"])
@door(Permission.DISCUSS)
def new_turning_away(person: Person, discussion_id: UUID) -> Any:
    """Who will help instead, who tells the person, and how they can come back."""
    actor = current_actor()
    here = discussion(actor, person.id, discussion_id)
    form = TurnAwayForm(data={"by": today() + timedelta(days=7)})
    form.offer(members(here.meeting.team_id))
    if form.validate_on_submit():
        try:
            once(turn_away, here, form.command(), actor)
            return back(person, discussion_id, "decide")
        except Conflict as error:
            form.form_errors.append(str(error))
    return page(
        "discussions/new_turning_away.html",
        form=form,
        discussion_id=discussion_id,
        status=422 if form.errors else 200,
    )
