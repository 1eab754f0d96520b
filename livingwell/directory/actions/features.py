"""Members say what a service is like."""

from uuid import UUID

from sqlalchemy import select

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.errors import Invalid, NotFound
from livingwell.core.text import LINE, clean, require_within
from livingwell.directory import policy
from livingwell.directory.commands import SayFeature
from livingwell.directory.models import FeatureView
from livingwell.directory.queries.services import service_for_change
from livingwell.extensions import db


@atomic()
def say_feature(service_id: UUID, command: SayFeature, actor: Actor) -> FeatureView:
    """The actor's view of one feature. It takes the place of their earlier view of the same, which stays on record.

    Raises Invalid where nothing is named and nothing written, NotFound for words that nobody said of this service, and
    Conflict where it was withdrawn.
    """
    policy.require_change(actor)
    service_for_change(service_id)
    view = FeatureView(
        service_id=service_id,
        feature=command.feature,
        about_id=_said_first(service_id, command),
        is_so=command.is_so,
        words=require_within(clean(command.words), LINE, "words"),
        is_lived=bool(actor.lived_experience_team_ids),
        said_by_id=actor.account_id,
        said_by=actor.name,
    )
    _replace_earlier(view)
    db.session.add(view)
    record("say_feature", actor)
    return view


def _said_first(service_id: UUID, command: SayFeature) -> UUID | None:
    """The row that says it in somebody's own words. Raises Invalid where the command is about nothing."""
    if command.feature is not None:
        return None
    if command.about_id is None:
        if not clean(command.words):
            raise Invalid({"words": "Write what it is like, or choose from the list"})
        return None
    first = db.session.get(FeatureView, command.about_id)
    if first is None or first.service_id != service_id or first.feature is not None or first.about_id is not None:
        raise NotFound
    return first.id


def _replace_earlier(view: FeatureView) -> None:
    """Let no earlier view of the same member, of the same thing, count any more."""
    if view.said_by_id is None or (view.feature is None and view.about_id is None):
        return
    of_the_same = (
        (FeatureView.feature == view.feature)
        if view.feature is not None
        else (FeatureView.about_id == view.about_id) | (FeatureView.id == view.about_id)
    )
    earlier = select(FeatureView).where(
        FeatureView.service_id == view.service_id,
        FeatureView.said_by_id == view.said_by_id,
        FeatureView.replaced_at.is_(None),
        of_the_same,
    )
    for each in db.session.scalars(earlier):
        each.replaced_at = now()
