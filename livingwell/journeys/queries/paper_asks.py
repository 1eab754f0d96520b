"""What came back from a GP practice, for `people.queries.asks`: somebody has to send it another way."""

from typing import Any

from sqlalchemy import ColumnElement, Select, exists, or_, select
from sqlalchemy.orm import aliased

from livingwell.delivery.models import Delivery
from livingwell.delivery.models.delivery import WAITS_FOR_PERSON
from livingwell.journeys.models import ClosingPaper, PaperSending
from livingwell.journeys.models.paper_asking import GP_MAIL_BACK
from livingwell.people.queries.arriving import is_for_member
from livingwell.people.queries.asks import ask
from livingwell.people.queries.reach import ANYBODY


def _came_back() -> Select[Any]:
    """Until it goes again; once for an e-mail that carried two papers. It is asked of whoever sent it, also after
    support ended, and of those who support the person."""
    told = ask(
        GP_MAIL_BACK,
        person_id=PaperSending.person_id,
        row_id=PaperSending.id,
        since=Delivery.changed_at,
        by=PaperSending.to,
        words=Delivery.what_to_do,
    )
    return (
        select(*told)
        .select_from(PaperSending)
        .join(ClosingPaper, ClosingPaper.id == PaperSending.paper_id)
        .join(Delivery, Delivery.message_id == PaperSending.message_id)
        .where(
            Delivery.state.in_(WAITS_FOR_PERSON),
            Delivery.withdrawn_at.is_(None),
            ~_has_gone_since(),
            ~_is_asked_beside(),
            or_(PaperSending.written_by_id == ANYBODY.account_id, is_for_member(PaperSending, Delivery.changed_at)),
        )
    )


def _has_gone_since() -> ColumnElement[bool]:
    """The condition on PaperSending and its ClosingPaper that a paper like it was sent later."""
    later, again = aliased(PaperSending), aliased(ClosingPaper)
    return (
        exists()
        .where(
            later.paper_id == again.id,
            again.episode_id == ClosingPaper.episode_id,
            again.paper == ClosingPaper.paper,
            later.created_at > PaperSending.created_at,
        )
        .correlate(PaperSending, ClosingPaper)
    )


def _is_asked_beside() -> ColumnElement[bool]:
    """The condition on PaperSending that another paper of the same e-mail asks already."""
    beside = aliased(PaperSending)
    return exists().where(beside.message_id == PaperSending.message_id, beside.id < PaperSending.id)


ASKS = (_came_back(),)
"""What the papers of an ending ask of a member, for `people.queries.asks`."""
