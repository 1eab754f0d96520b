"""Goals, steps and consequences, added from the discussion without leaving it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from livingwell.core.errors import Conflict, Invalid
from livingwell.discussions.actions.plan import add_step_here, agree_goal_here, raise_consequence_here
from livingwell.discussions.forms.plan import ConsequenceHereForm, GoalHereForm, StepHereForm
from livingwell.discussions.queries.discussions import discussion
from livingwell.discussions.queries.screen import screen
from livingwell.discussions.views.blueprint import discussions
from livingwell.discussions.views.discussion import Refused, show_screen
from livingwell.discussions.views.showing import goal_choices
from livingwell.discussions.views.the_round import ADDRESS, back
from livingwell.drafts.kept import once
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.web.forms import Form
from livingwell.web.guards import current_actor


@discussions.post(f"{ADDRESS}/goals")
@door(Permission.CHANGE_PLANS)
def new_goal_here(person: Person, discussion_id: UUID) -> Any:
    """Add a goal."""
    actor = current_actor()
    form = GoalHereForm(prefix="goal")
    form.offer(person.preferred_name)
    here = discussion(actor, person.id, discussion_id)
    return _saved(person, discussion_id, "goal", form, lambda: agree_goal_here(here, form.command(actor.name), actor))


@discussions.post(f"{ADDRESS}/steps")
@door(Permission.CHANGE_PLANS)
def new_step_here(person: Person, discussion_id: UUID) -> Any:
    """Add a step to a goal."""
    actor = current_actor()
    found = screen(actor, person.id, discussion_id)
    form = StepHereForm(prefix="step")
    form.offer(goal_choices(found), found.members, person.preferred_name)
    here = discussion(actor, person.id, discussion_id)
    return _saved(
        person, discussion_id, "step", form, lambda: add_step_here(here, UUID(form.goal.data), form.command(), actor)
    )


@discussions.post(f"{ADDRESS}/consequences")
@door(Permission.CHANGE_PLANS)
def new_consequence_here(person: Person, discussion_id: UUID) -> Any:
    """Say what a direction could mean in the person's life."""
    actor = current_actor()
    form = ConsequenceHereForm(prefix="consequence")
    here = discussion(actor, person.id, discussion_id)
    return _saved(
        person, discussion_id, "consequence", form, lambda: raise_consequence_here(here, form.command(), actor)
    )


def _saved(person: Person, discussion_id: UUID, name: str, form: Form, save: Callable[[], Any]) -> Any:
    """Back to the goals; or the screen again with what was typed and what is wrong."""
    if form.validate():
        try:
            once(save)
            return back(person, discussion_id, "goals")
        except Invalid as error:
            form.refuse(error)
        except Conflict as error:
            form.form_errors.append(str(error))
    return show_screen(person, discussion_id, Refused(name, form))
