"""The guard's page: what they said, before anything is saved, with the way that they asked for first."""

from flask import Response, current_app, request, url_for

from livingwell.adjustments.models import Way
from livingwell.contacts.forms.guarded import GuardedForm
from livingwell.contacts.policy import GoesAgainst
from livingwell.contacts.presenters.guard import INSTEAD, AskedWay, guard_of, way_to_offer
from livingwell.drafts.kept import FormDraft
from livingwell.people.models import Person
from livingwell.people.saving import form_page
from livingwell.web.guards import current_actor
from livingwell.web.typed import fields_to_carry

OWN = frozenset({"reason", "is_urgent", "is_emergency", "going_on", "submission", "about"})
OF_DRAFTS = frozenset({"draft_form", "draft_subject", "draft_reading", "draft_return"})

WRITE = "contacts.new_message"
"""The page on which a message is written; where it isn't there, the same contact is begun in the asked way."""


def guard_page(
    form: GuardedForm, stopped: GoesAgainst, way: Way, person: Person, draft: FormDraft, words: str
) -> Response:
    """Show what they said. Everything that was typed is carried on, and nothing is saved."""
    return form_page(
        "contacts/guard.html",
        form,
        draft,
        guard=guard_of(stopped, way, person.preferred_name),
        asked=asked_way(stopped, way, person, words),
        carried=list(fields_to_carry(without=OWN | OF_DRAFTS)),
    )


def asked_way(stopped: GoesAgainst, way: Way, person: Person, words: str) -> AskedWay | None:
    """The way that they asked for, ready to send: none where they named none, or only the time is wrong."""
    offered = way_to_offer(stopped, way)
    if offered is None:
        return None
    return AskedWay(INSTEAD[offered], leads_to(offered, person), words if offered.is_written else "")


def leads_to(way: Way, person: Person, template: str | None = None) -> str:
    """Where a contact in this way begins; what is written begins with the template."""
    if way.is_written and WRITE in current_app.view_functions:
        return url_for(WRITE, person_id=person.id, way=way.value, template=template)
    if way.needs_notice:
        return url_for("contacts.new_appointment", person_id=person.id, way=way.value)
    return url_for("contacts.new_contact", person_id=person.id, way=way.value)


def way_in_address() -> str | None:
    """The way that a link here asked for."""
    asked = request.args.get("way", "")
    return asked if asked in set(Way) else None


def own_name() -> str:
    """The first name of whoever is signed in, as it stands under a message."""
    return current_actor().name.split()[0]
