"""The round: views, challenges, and why there is no lived-experience view."""

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.errors import Conflict, Forbidden, Invalid
from livingwell.discussions.actions.changing import require_change, require_not_closed
from livingwell.discussions.commands import AddView
from livingwell.discussions.models import (
    Attendee,
    CaseDiscussion,
    Challenge,
    ChallengeAnswer,
    Contribution,
    LivedExperienceAbsence,
    Perspective,
    ViewConfirmation,
)
from livingwell.discussions.policy import account_of, may_close, require_chair
from livingwell.discussions.queries.attendance import check_in
from livingwell.discussions.queries.discussions import readiness
from livingwell.discussions.queries.meetings import is_member, member
from livingwell.discussions.queries.round import is_confirmed
from livingwell.extensions import db

PERSPECTIVE_OF_GUEST = {
    Attendee.PERSON: Perspective.OWN_WORDS,
    Attendee.CARER: Perspective.CARER,
    Attendee.GUEST: Perspective.GUEST,
}


@atomic()
def add_view(discussion: CaseDiscussion, command: AddView, actor: Actor) -> Contribution:
    """Add a view to the round: before the discussion, in it, or after it closed; one's own or another's.

    A member's perspective is lived experience or a profession, as the team has them down: nobody is asked.
    """
    require_change(discussion, actor)
    if not command.text:
        raise Invalid({"text": "Write the view"})
    view = Contribution(
        discussion_id=discussion.id,
        person_id=discussion.person_id,
        text=command.text,
        how=command.how,
        written_by_id=actor.account_id,
    )
    _give_voice(view, discussion, command, actor)
    db.session.add(view)
    db.session.flush()
    if command.is_challenge:
        _raise(view, discussion)
    record("add_view", actor, discussion.person_id)
    return view


@atomic()
def confirm_view(discussion: CaseDiscussion, view: Contribution, actor: Actor) -> ViewConfirmation:
    """Whoever is named says that a view, which somebody else wrote down, is right. What is not is struck out."""
    require_change(discussion, actor)
    if view.said_by_id is None or view.said_by_id != actor.account_id:
        raise Forbidden("Only whoever is named here can say whether it is right.")
    if is_confirmed(view.id):
        raise Conflict("You have said already that this is right.")
    confirmed = ViewConfirmation(contribution_id=view.id, person_id=view.person_id, confirmed_by_id=actor.account_id)
    db.session.add(confirmed)
    record("confirm_view", actor, view.person_id)
    return confirmed


@atomic()
def answer_challenge(discussion: CaseDiscussion, challenge: Challenge, text: str, actor: Actor) -> ChallengeAnswer:
    """Answer a challenge. It stays open until whoever raised it says that this answers it."""
    require_change(discussion, actor)
    challenge.require_open()
    if not text:
        raise Invalid({"answer": "Write your answer"})
    answer = ChallengeAnswer(
        challenge_id=challenge.id, person_id=challenge.person_id, text=text, answered_by_id=actor.account_id
    )
    db.session.add(answer)
    record("answer_challenge", actor, challenge.person_id)
    return answer


@atomic()
def close_challenge(discussion: CaseDiscussion, challenge: Challenge, words: str, actor: Actor) -> None:
    """Whoever raised it says that it is answered; where they are gone, another member with lived experience."""
    require_change(discussion, actor)
    raiser = challenge.contribution.said_by_id
    is_raiser_here = raiser is not None and is_member(challenge.team_id, raiser)
    if not may_close(actor, challenge, is_raiser_here=is_raiser_here):
        raise Forbidden("Only whoever raised this challenge can say that it is answered.")
    challenge.close(actor.account_id, words, now())
    record("close_challenge", actor, challenge.person_id)


@atomic()
def take_challenge_on(discussion: CaseDiscussion, challenge: Challenge, actor: Actor) -> None:
    """Take an open challenge to the next meeting, whose agenda proposes it."""
    require_change(discussion, actor)
    challenge.take_to_next_meeting(actor.account_id, now())
    record("take_challenge_on", actor, challenge.person_id)


@atomic()
def say_why_no_lived_experience(discussion: CaseDiscussion, reason: str, actor: Actor) -> LivedExperienceAbsence:
    """The chair says why there is no lived-experience view; then others' views unfold."""
    require_change(discussion, actor)
    require_not_closed(discussion)
    require_chair(actor, discussion.meeting)
    if not reason:
        raise Invalid({"reason": "Say why there is no lived-experience view"})
    if readiness(discussion.id).is_round_open:
        raise Conflict("The lived-experience place is filled already, or the chair has said why it is not.")
    absence = LivedExperienceAbsence(
        discussion_id=discussion.id, person_id=discussion.person_id, reason=reason, said_by_id=actor.account_id
    )
    db.session.add(absence)
    record("say_why_no_lived_experience", actor, discussion.person_id)
    return absence


def _give_voice(view: Contribution, discussion: CaseDiscussion, command: AddView, actor: Actor) -> None:
    """Say whose view it is, and from which perspective."""
    if command.is_by_person:
        view.perspective, view.said_by_name = Perspective.OWN_WORDS, discussion.person.preferred_name
    elif command.said_by_guest_id is not None:
        guest = check_in(actor, discussion.meeting_id, command.said_by_guest_id)
        if guest.person_id not in (None, discussion.person_id):
            raise Invalid({"said_by": "They are here for somebody else’s discussion"})
        view.perspective, view.said_by_name = PERSPECTIVE_OF_GUEST[guest.attendee], guest.full_title
    else:
        view.speak_as(member(discussion.meeting.team_id, command.said_by_id or account_of(actor)))


def _raise(view: Contribution, discussion: CaseDiscussion) -> None:
    challenge = Challenge(
        contribution_id=view.id,
        discussion_id=discussion.id,
        team_id=discussion.meeting.team_id,
        person_id=discussion.person_id,
    )
    db.session.add(challenge)
