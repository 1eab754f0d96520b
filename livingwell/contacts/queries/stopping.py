"""Whether anything may go out to somebody: asked when it is written, when it is sent, and just before it goes."""

from uuid import UUID

from livingwell.adjustments.models import Standing, Way
from livingwell.adjustments.queries.preferences import has_asked_to_stop, preferences_of
from livingwell.delivery.models import Channel
from livingwell.people.queries.deaths import death_of

_WAYS = {Channel.TEXT: Way.TEXT, Channel.EMAIL: Way.EMAIL, Channel.LETTER: Way.LETTER, Channel.PRINT: Way.LETTER}

STOPPED = "They asked us to stop contacting them. Nothing goes out until they want to hear from us again."


def why_nothing_goes(person_id: UUID) -> str:
    """Why nothing goes out to the person any more, in words for a member, or nothing where it may."""
    if death_of(person_id):
        return "We have heard that this person has died. Nothing goes out any more."
    return STOPPED if has_asked_to_stop(person_id) else ""


def may_still_go(about: UUID | None, channel: Channel, is_automatic: bool) -> str:
    """Why a message may not go any more, or nothing where it may. Nothing automatic ever goes a "never" way."""
    if about is None:
        return ""
    if why_not := why_nothing_goes(about):
        return why_not
    preferences = preferences_of(about) if is_automatic else None
    said = preferences.about(_WAYS[channel]) if preferences else None
    if said is None or not said.standing.is_never:
        return ""
    if said.standing is Standing.NOT_SAFE:
        return "They said that this way is not safe. Nothing goes this way by itself."
    return "They asked us never to use this way. Nothing goes this way by itself."
