"""Making a link to the passport, and stopping it."""

import secrets
from dataclasses import dataclass
from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.errors import Conflict
from livingwell.extensions import db
from livingwell.passports import policy
from livingwell.passports.commands import MakeShare
from livingwell.passports.models import PassportShare, ShareStop, WhyStopped, hash_of
from livingwell.passports.queries.passport import passport_now
from livingwell.passports.queries.shares import share_to_stop

_PIN_DIGITS = 6


@dataclass(frozen=True)
class MadeShare:
    """A new link's token and PIN, to be shown once: only their hashes are kept."""

    id: UUID
    token: str
    pin: str


@atomic()
def share_passport(person_id: UUID, command: MakeShare, actor: Actor) -> MadeShare:
    """A link that opens the passport, as it reads whenever it is opened, to whoever also has the PIN.

    Raises Conflict for an empty passport: a link to nothing looks like a stopped one.
    """
    policy.require_change(actor, person_id)
    if passport_now(person_id).is_empty:
        raise Conflict("There is nothing in the passport yet. Write something first.")
    token, pin = secrets.token_urlsafe(32), f"{secrets.randbelow(10**_PIN_DIGITS):0{_PIN_DIGITS}}"
    share = PassportShare(
        person_id=person_id,
        token_hash=hash_of(token),
        pin_hash=hash_of(token, pin),
        for_whom=command.for_whom,
        ends_at=now() + command.lasting.time,
    )
    share.sign(actor)
    db.session.add(share)
    record("share_passport", actor, person_id)
    return MadeShare(share.id, token, pin)


@atomic()
def stop_share(person_id: UUID, share_id: UUID, actor: Actor) -> None:
    """Nothing opens by the link from now on, also where it is open at this moment. Twice is once."""
    policy.require_change(actor, person_id)
    share = share_to_stop(person_id, share_id)
    if share.stop is None:
        stop(share, WhyStopped.ASKED, actor)
        record("stop_sharing_passport", actor, person_id)


def stop(share: PassportShare, why: WhyStopped, actor: Actor) -> None:
    """Stop it: for an action that records."""
    share.stop = ShareStop(person_id=share.person_id, why=why)
    share.stop.sign(actor)
