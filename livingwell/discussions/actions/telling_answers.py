"""The person reads what we tell them, and says whether it is right: by themself, or through a member."""

from livingwell.audit import record
from livingwell.core.actor import Actor, Side
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.errors import Conflict, Invalid, NotFound
from livingwell.discussions.actions.changing import require_part
from livingwell.discussions.commands import AnswerTelling
from livingwell.discussions.models import CaseDiscussion, IsItRight, Telling, TellingAnswer, TellingRelease
from livingwell.discussions.queries.discussions import telling_of
from livingwell.discussions.queries.own import own_discussion
from livingwell.discussions.queries.telling_answers import open_release, telling_answers_so_far
from livingwell.extensions import db
from livingwell.people.actions.arriving import note_arrival


@atomic()
def answer_telling(discussion: CaseDiscussion, command: AnswerTelling, actor: Actor) -> TellingAnswer:
    """Say whether what we told is right, or only that it was read. Whoever answers it was told by then.

    Raises Conflict where nothing was written yet, and NotFound for a person who may not read it yet.
    """
    require_part(discussion, actor)
    telling = _telling(discussion, actor)
    if command.answer is IsItRight.NOT_QUITE and not command.words:
        raise Invalid({"words": "Write what is not right"})
    if telling.told_at is None:
        telling.tell(actor.account_id, now())
    answer = TellingAnswer(
        telling_id=telling.id,
        person_id=discussion.person_id,
        number=telling_answers_so_far(telling.id) + 1,
        answer=command.answer,
        words=command.words,
        told_how=command.told_how,
    )
    answer.sign(actor)
    db.session.add(answer)
    if command.answer is IsItRight.NOT_QUITE:
        note_arrival(discussion.person_id, "meeting.not_right", command.words, actor, discussion.id)
    record("answer_telling", actor, discussion.person_id)
    return answer


def let_read_first(telling: Telling, *, is_let: bool, actor: Actor) -> None:
    """Let the person read a telling before anybody has told them, or no longer: for the action that writes it."""
    there = open_release(telling.id)
    if is_let and there is None:
        release = TellingRelease(telling_id=telling.id, person_id=telling.person_id)
        release.sign(actor)
        db.session.add(release)
    elif there is not None and not is_let:
        there.withdrawn_at = now()


def _telling(discussion: CaseDiscussion, actor: Actor) -> Telling:
    """The telling, as far as the actor may answer it."""
    telling = telling_of(discussion.id)
    if actor.side is Side.PERSON and own_discussion(discussion.person_id, discussion.id).telling is None:
        raise NotFound
    if telling is None:
        raise Conflict("Write first what we’ll tell them.")
    return telling
