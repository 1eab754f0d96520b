"""The service's own words for the worst hour: set by an administrator, every version kept."""

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.errors import Invalid, Stale
from livingwell.core.text import LONG, clean, has_unprintable
from livingwell.extensions import db
from livingwell.identity.models import CrisisWording
from livingwell.identity.policy import require_manages_accounts
from livingwell.identity.queries.crisis_wording import standing_wording


@atomic()
def set_crisis_wording(words: str, read_number: int, actor: Actor) -> CrisisWording:
    """Put these words on every page of the person's side, from now on. The same words again make no new version.

    `read_number` is the version that was read, 0 for none. Raises Stale where another stands by now.
    """
    require_manages_accounts(actor)
    before = standing_wording()
    if before is not None and before.number != read_number:
        raise Stale({"words": before.words}, row_version=before.number, row_id=before.id)
    return _set(words, actor)


@atomic()
def begin_crisis_wording(words: str, actor: Actor) -> CrisisWording:
    """The same from the command line, which whoever runs the server may use: before anybody can sign in."""
    return _set(words, actor)


def _set(words: str, actor: Actor) -> CrisisWording:
    words = clean(words)
    _require_usable(words)
    before = standing_wording()
    if before is not None and before.words == words:
        return before
    wording = CrisisWording(number=(before.number if before else 0) + 1, words=words)
    wording.sign(actor)
    db.session.add(wording)
    record("set_crisis_wording", actor)
    return wording


def _require_usable(words: str) -> None:
    if not words:
        raise Invalid({"words": "Write what people can do if things get too much"})
    if len(words) > LONG or has_unprintable(words):
        raise Invalid({"words": f"Use {LONG:,} characters or fewer, and no signs that can’t be printed"})
    if not any(sign.isdigit() for sign in words):
        raise Invalid({"words": "Give at least one number that people can call or text"})
