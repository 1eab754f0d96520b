"""Texts that came in: each is kept once, and then handed on to whoever knows the number."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from livingwell.audit import record
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.contact import normal_number
from livingwell.core.text import SHORT, without_unprintable
from livingwell.delivery.above import above
from livingwell.delivery.actions.noting import THE_WORKER
from livingwell.delivery.carriers.notify import TextIn
from livingwell.delivery.models import ReceivedText
from livingwell.delivery.queries.due import text_to_hand_on
from livingwell.extensions import db


@atomic()
def keep_texts(texts: Sequence[TextIn]) -> int:
    """Keep those that are new. Answers how many were."""
    ids = [text.provider_id for text in texts]
    known = set(db.session.scalars(select(ReceivedText.provider_id).where(ReceivedText.provider_id.in_(ids))))
    new = [text for text in texts if text.provider_id not in known]
    db.session.add_all(_kept(text) for text in new)
    if new:
        record("receive_text", THE_WORKER)
    return len(new)


def _kept(text: TextIn) -> ReceivedText:
    return ReceivedText(
        provider_id=text.provider_id,
        from_number=normal_number(text.from_number)[:SHORT],
        words=without_unprintable(text.words),
        received_at=text.received_at,
    )


@atomic()
def hand_on(text_id: UUID) -> bool:
    """Have the packages above file a text, once. Answers whether it was ours to do."""
    text = text_to_hand_on(text_id)
    if text is None or above.file_text is None:
        return False
    text.handed_on_at = now()
    above.file_text(text)
    record("hand_text_on", THE_WORKER)
    return True
