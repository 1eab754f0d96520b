"""The person says something about what is written of them; a member may write it down for them."""

from datetime import date
from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now, today
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.text import clean, require_words
from livingwell.extensions import db
from livingwell.identity.permissions import Permission
from livingwell.people.actions.arriving import note_arrival
from livingwell.people.models import PersonComment
from livingwell.people.queries.commenting import comment_by_id, comments_on, require_row_of
from livingwell.people.queries.own_reach import require_own_or


@atomic()
def comment_on(
    person_id: UUID,
    table: str,
    row_id: UUID,
    words: str,
    actor: Actor,
    *,
    said_on: date | None = None,
    how: str = "",
) -> PersonComment:
    """Put the person's words beside a row of their record. `how` is for a member who writes down what they were told.

    Whether the person may see the row is for the page to ask. Raises NotFound for a row of somebody else, Invalid
    without words, Conflict where the same stands there already.
    """
    require_own_or(Permission.CHANGE_PEOPLE, actor, person_id)
    require_row_of(person_id, table, row_id)
    words = require_words(clean(words), "words", "Write down what you want to say.")
    if said_on is not None and said_on > today():
        raise Invalid({"said_on": "The date must be today or in the past."})
    if any(each.words == words for each in comments_on(person_id).get(row_id, ())):
        raise Conflict("These words stand there already.")
    comment = PersonComment(
        person_id=person_id, table_name=table, row_id=row_id, words=words, said_on=said_on or today(), how=how
    )
    comment.sign(actor)
    db.session.add(comment)
    db.session.flush()
    note_arrival(person_id, "plan.comment", words, actor, comment.id)
    record("comment_on", actor, person_id)
    return comment


@atomic()
def take_comment_back(person_id: UUID, comment_id: UUID, actor: Actor) -> None:
    """The person doesn't want it shown any more. It stays in the history."""
    require_own_or(Permission.CHANGE_PEOPLE, actor, person_id)
    comment_by_id(person_id, comment_id).taken_back_at = now()
    record("take_comment_back", actor, person_id)
