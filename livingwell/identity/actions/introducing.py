"""Members say what people see of them; leads say how their team is reached."""

from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.errors import Forbidden, Invalid
from livingwell.core.text import LINE, clean
from livingwell.extensions import db
from livingwell.identity.models import Introduction, TeamContact
from livingwell.identity.permissions import Permission, require
from livingwell.identity.policy import require_lead
from livingwell.identity.queries.introducing import introduction_of, team_contact_of


@atomic()
def introduce_myself(words: str, version: int | None, actor: Actor) -> Introduction:
    """Show these words to the people whom the member supports; empty words show none."""
    if len(clean(words)) > LINE:
        raise Invalid({"words": f"Use {LINE} characters or fewer"})
    introduction = _mine(actor)
    if introduction.row_version is not None:
        introduction.require_version(version, {"words": introduction.words})
    introduction.words = clean(words)
    record("introduce_myself", actor)
    return introduction


@atomic()
def show_my_picture(picture: str, small_picture: str, actor: Actor) -> list[str]:
    """Show a photo that the store keeps under these names. Returns the names of the one before, to let go."""
    introduction = _mine(actor)
    before = introduction.take_picture_away()
    introduction.picture, introduction.small_picture = picture, small_picture
    record("show_my_picture", actor)
    return before


@atomic()
def take_introduction_away(actor: Actor) -> list[str]:
    """Show nothing any more. Returns the names of the photo's files, to let go."""
    introduction = _mine(actor)
    before = introduction.take_picture_away()
    introduction.words = ""
    record("take_introduction_away", actor)
    return before


@atomic()
def say_how_to_reach_team(
    team_id: UUID, *, text_number: str, phone_number: str, reads: str, version: int | None, actor: Actor
) -> TeamContact:
    """How the people of the team reach it, as they see it at home. For its leads."""
    require_lead(actor, team_id)
    contact = team_contact_of(team_id)
    if contact is None:
        contact = TeamContact(team_id=team_id)
        db.session.add(contact)
    else:
        theirs = {name: getattr(contact, name) for name in ("text_number", "phone_number", "reads")}
        contact.require_version(version, theirs)
    contact.text_number, contact.phone_number, contact.reads = clean(text_number), clean(phone_number), clean(reads)
    record("say_how_to_reach_team", actor)
    return contact


def _mine(actor: Actor) -> Introduction:
    require(actor, Permission.SEE_PEOPLE)
    if actor.account_id is None:
        raise Forbidden("Only a member has an introduction.")
    introduction = introduction_of(actor.account_id)
    if introduction is None:
        introduction = Introduction(account_id=actor.account_id)
        db.session.add(introduction)
    return introduction
