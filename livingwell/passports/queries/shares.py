"""Links to the passport: the person's own list, and the one that somebody holds."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.passports.models import PassportShare, hash_of
from livingwell.people.models import Death, Person


def shares_of(person_id: UUID) -> Sequence[PassportShare]:
    """Every link that was made, with its openings, the newest first. Two statements."""
    return db.session.scalars(
        select(PassportShare)
        .where(PassportShare.person_id == person_id)
        .options(joinedload(PassportShare.stop), selectinload(PassportShare.openings))
        .order_by(PassportShare.created_at.desc(), PassportShare.id)
    ).all()


def open_share_with(token: str) -> PassportShare:
    """The link, while it is open. Raises NotFound alike for one that is stopped, over, or was never made."""
    return _require_open(select(PassportShare).where(PassportShare.token_hash == hash_of(token)))


def sharer_of(share: PassportShare) -> Person:
    """Whose passport it is."""
    return db.session.get_one(Person, share.person_id)


def share_to_open(token: str) -> PassportShare:
    """The same with its openings, kept from others until the action ends."""
    held = select(PassportShare.id).where(PassportShare.token_hash == hash_of(token)).with_for_update()
    share_id = db.session.scalar(held)
    return _require_open(
        select(PassportShare)
        .where(PassportShare.id == share_id)
        .options(selectinload(PassportShare.openings))
        .execution_options(populate_existing=True)
    )


def share_to_stop(person_id: UUID, share_id: UUID) -> PassportShare:
    """One of the person's links, kept from others until the action ends. Raises NotFound for anybody else's."""
    own = (PassportShare.id == share_id, PassportShare.person_id == person_id)
    held = db.session.scalar(select(PassportShare.id).where(*own).with_for_update())
    share = db.session.scalar(select(PassportShare).where(PassportShare.id == held).options(*_WITH_STOP))
    if share is None:
        raise NotFound
    return share


_WITH_STOP = (joinedload(PassportShare.stop),)


def _require_open(sought: Select[PassportShare]) -> PassportShare:
    """A link ends with the death of the person: nobody is left who could stop it."""
    has_died = (
        select(Death.id).where(Death.person_id == PassportShare.person_id, Death.taken_back_at.is_(None)).exists()
    )
    share = db.session.scalar(sought.where(~has_died).options(*_WITH_STOP))
    if share is None or not share.is_open:
        raise NotFound
    return share
