"""What messages ask of a member, for `people.queries.asks`: to read what came back, to decide about what did not go."""

from typing import Any

from sqlalchemy import Select, and_, exists, func, or_, select
from sqlalchemy.orm import aliased

from livingwell.contacts.models import LetterSending, Reply
from livingwell.contacts.models.asking import MESSAGE_TO_DECIDE, REPLY_TO_READ
from livingwell.delivery.models import Delivery, DeliveryState, Message
from livingwell.delivery.models.delivery import WAITS_FOR_PERSON
from livingwell.people.queries.arriving import is_for_member
from livingwell.people.queries.asks import ask
from livingwell.people.queries.members import is_supported
from livingwell.people.queries.reach import ANYBODY


def _replies() -> Select[Any]:
    """What people answered and nobody has dealt with: to the member, and from people whom the member supports.

    What answers nobody's letter is the leads' to read where nobody is key worker: who was let go is not unheard.
    """
    mine = select(LetterSending.letter_id).where(LetterSending.sent_by_id == ANYBODY.account_id)
    to_nobody = and_(Reply.letter_id.is_(None), is_for_member(Reply, Reply.came_at))
    told = ask(
        REPLY_TO_READ,
        person_id=Reply.person_id,
        row_id=Reply.id,
        since=Reply.came_at,
        by=Reply.pressed,
        words=Reply.words,
    )
    return select(*told).where(
        Reply.dealt_with_at.is_(None),
        or_(Reply.letter_id.in_(mine), is_supported(Reply.person_id), to_nobody),
    )


def _messages() -> Select[Any]:
    """Messages that were refused or held back, or that may not have gone: the member's own, and those to people whom
    the member supports. The last of several that stand in for one another.
    """
    another = aliased(Message)
    told = ask(
        MESSAGE_TO_DECIDE,
        person_id=LetterSending.person_id,
        row_id=LetterSending.letter_id,
        since=Delivery.changed_at,
        by=Delivery.state,
        words=Delivery.what_to_do,
    )
    return (
        select(*told)
        .join(Message, func.coalesce(Message.in_place_of_id, Message.id) == LetterSending.message_id)
        .join(Delivery, Delivery.message_id == Message.id)
        .where(
            Delivery.state.in_(WAITS_FOR_PERSON),
            or_(Delivery.withdrawn_at.is_(None), Delivery.state == DeliveryState.UNSURE),
            ~exists().where(another.in_place_of_id == Message.id).correlate(Message),
            or_(LetterSending.sent_by_id == ANYBODY.account_id, is_supported(LetterSending.person_id)),
        )
    )


ASKS = (_replies(), _messages())
"""What messages ask of a member, for `people.queries.asks`."""
