"""What came back from a GP practice, for `people.queries.asks`: somebody has to send it another way."""

from typing import Any

from sqlalchemy import Select, exists, or_, select
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
    later, again = aliased(PaperSending), aliased(ClosingPaper)
    has_gone_since = (
        exists()
        .where(
            later.paper_id == again.id,
            again.episode_id == ClosingPaper.episode_id,
            again.paper == ClosingPaper.paper,
            later.created_at > PaperSending.created_at,
        )
        .correlate(PaperSending, ClosingPaper)
    )
    beside = aliased(PaperSending)
    is_asked_already = exists().where(beside.message_id == PaperSending.message_id, beside.id < PaperSending.id)
    return (
        select(*told)
        .select_from(PaperSending)
        .join(ClosingPaper, ClosingPaper.id == PaperSending.paper_id)
        .join(Delivery, Delivery.message_id == PaperSending.message_id)
        .where(
            Delivery.state.in_(WAITS_FOR_PERSON),
            Delivery.withdrawn_at.is_(None),
            ~has_gone_since,
            ~is_asked_already,
            or_(PaperSending.written_by_id == ANYBODY.account_id, is_for_member(PaperSending, Delivery.changed_at)),
        )
    )


ASKS = (_came_back(),)
"""What the papers of an ending ask of a member, for `people.queries.asks`."""
