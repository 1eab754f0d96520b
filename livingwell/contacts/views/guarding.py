"""The guard's page: what they said, before anything is saved, with the way that they asked for first."""

from flask import Response, request, url_for

from livingwell.adjustments.models import Way
from livingwell.adjustments.queries.preferences import preferences_of
from livingwell.contacts.forms.guarded import GuardedForm
from livingwell.contacts.policy import GoesAgainst
from livingwell.contacts.presenters.guard import INSTEAD, AskedWay, guard_of, way_to_offer
from livingwell.contacts.queries.letters import writing_team
from livingwell.contacts.queries.templates import templates_of
from livingwell.contacts.wording.filling import opening_words
from livingwell.contacts.wording.shipped import Template
from livingwell.drafts.kept import FormDraft
from livingwell.people.models import Person
from livingwell.people.saving import form_page
from livingwell.web.guards import current_actor
from livingwell.web.typed import fields_to_carry

OWN = frozenset({"reason", "is_urgent", "is_emergency", "going_on", "back", "submission", "about"})
OF_DRAFTS = frozenset({"draft_form", "draft_subject", "draft_reading", "draft_return"})


def guard_page(
    form: GuardedForm, stopped: GoesAgainst, way: Way, person: Person, draft: FormDraft, template: Template
) -> Response:
    """Show what they said. Everything that was typed is carried on, and nothing is saved."""
    guard = guard_of(stopped, way, person.preferred_name)
    offered = None if guard.is_about_time else way_to_offer(stopped, way)
    return form_page(
        "contacts/guard.html",
        form,
        draft,
        guard=guard,
        asked=ready_in(offered, person, template) if offered else None,
        carried=list(fields_to_carry(without=OWN | OF_DRAFTS)),
    )


def ready_in(way: Way, person: Person, template: Template) -> AskedWay:
    """A contact in this way, ready: what is written with its words, which the page that it leads to begins with."""
    if way.is_written:
        href = url_for("contacts.new_message", person_id=person.id, way=way.value, template=template.key)
        return AskedWay(INSTEAD[way], href, _words(way, person, template.key))
    endpoint = "contacts.new_appointment" if way.needs_notice else "contacts.new_contact"
    return AskedWay(INSTEAD[way], url_for(endpoint, person_id=person.id, way=way.value))


def _words(way: Way, person: Person, key: str) -> str:
    """The template as the team uses it, filled in for the person."""
    actor, preferences = current_actor(), preferences_of(person.id)
    team = writing_team(person.id, actor)
    template = templates_of(team.id)[key]
    return opening_words(template, way, preferences, person.preferred_name, actor.name, team.name, None)["words"]


def way_in_address() -> str | None:
    """The way that a link here asked for."""
    asked = request.args.get("way", "")
    return asked if asked in set(Way) else None
