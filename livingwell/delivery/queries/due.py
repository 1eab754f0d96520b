"""What a worker may take now. Rows are locked, and those that another worker holds are passed over."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import contains_eager, selectinload, undefer

from livingwell.core.clock import now
from livingwell.delivery.models import Channel, Delivery, DeliveryState, Message, Outage, ReceivedText
from livingwell.delivery.models.delivery import WAITS_FOR_WORKER
from livingwell.extensions import db

_BY_WHAT_IS_DUE = (Delivery.due_at, Delivery.id)


def is_anything_to_send(channels: Collection[Channel]) -> bool:
    """Whether `next_to_send` would find a message, as far as can be told without taking a lock."""
    return db.session.scalar(_to_send(select(Delivery.id), channels).limit(1)) is not None


def next_to_send(channels: Collection[Channel]) -> Message | None:
    """The message that has been due for longest by these channels, with all that goes out."""
    wanted = _to_send(select(Message).join(Message.delivery), channels).options(
        contains_eager(Message.delivery),
        undefer(Message.html),
        undefer(Message.pdf),
        selectinload(Message.attachments),
    )
    wanted = wanted.order_by(*_BY_WHAT_IS_DUE).limit(1)
    # Only the delivery is locked: a message never changes, and nobody should wait for it.
    wanted = wanted.with_for_update(of=Delivery, skip_locked=True).execution_options(populate_existing=True)
    found: Message | None = db.session.scalar(wanted)
    return found


def _to_send(wanted: Select[Any], channels: Collection[Channel]) -> Select[Any]:
    return wanted.where(Delivery.state.in_(WAITS_FOR_WORKER), Delivery.due_at <= now(), Delivery.channel.in_(channels))


def cut_off(limit: int) -> list[Delivery]:
    """What was being handed over by workers that did not come back in time."""
    wanted = select(Delivery).where(Delivery.state == DeliveryState.HANDING_OVER, Delivery.due_at <= now())
    return list(db.session.scalars(_locked(wanted).limit(limit)))


def next_to_ask_about() -> Delivery | None:
    """What a provider is to be asked about, the longest due."""
    asked = (DeliveryState.UNSURE, DeliveryState.HANDED_OVER)
    return db.session.scalar(
        _locked(select(Delivery).where(Delivery.state.in_(asked), Delivery.due_at <= now())).limit(1)
    )


def _locked(wanted: Select[Delivery]) -> Select[Delivery]:
    wanted = wanted.order_by(*_BY_WHAT_IS_DUE).with_for_update(skip_locked=True)
    return wanted.execution_options(populate_existing=True)


def outages() -> dict[Channel, Outage]:
    """The channels that are down."""
    found = db.session.scalars(select(Outage).execution_options(populate_existing=True))
    return {outage.channel: outage for outage in found}


def texts_to_hand_on() -> list[UUID]:
    """The ids of texts that came in and were not filed, the oldest first."""
    wanted = select(ReceivedText.id).where(ReceivedText.handed_on_at.is_(None))
    return list(db.session.scalars(wanted.order_by(ReceivedText.received_at, ReceivedText.id).limit(100)))


def text_to_hand_on(text_id: UUID) -> ReceivedText | None:
    """One of them, unless another worker has it or had it."""
    wanted = select(ReceivedText).where(ReceivedText.id == text_id, ReceivedText.handed_on_at.is_(None))
    return db.session.scalar(wanted.with_for_update(skip_locked=True).execution_options(populate_existing=True))


def are_known(provider_ids: Collection[str]) -> bool:
    """Whether each of these texts was kept before."""
    known = select(func.count()).where(ReceivedText.provider_id.in_(provider_ids))
    return db.session.scalar(known) == len(provider_ids)
