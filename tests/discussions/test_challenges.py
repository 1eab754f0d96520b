"""A challenge stays open until whoever raised it says that it is answered."""

import pytest
from flask import Flask

from livingwell.audit import record
from livingwell.core.actor import Actor, the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import now, today
from livingwell.core.errors import Conflict, Forbidden
from livingwell.discussions.actions.round import (
    add_view,
    answer_challenge,
    close_challenge,
    take_challenge_on,
)
from livingwell.discussions.actions.striking import strike_view
from livingwell.discussions.commands import AddView
from livingwell.discussions.models import CaseDiscussion, Challenge
from livingwell.discussions.queries.round import answers, challenge, challenges, contribution
from livingwell.extensions import db
from livingwell.identity.models import Account, Membership, Profession
from tests.factories.discussions import Room
from tests.factories.identity import actor_for, make_account


def raise_challenge(discussion: CaseDiscussion, actor: Actor, **said: object) -> Challenge:
    add_view(discussion, AddView(text="Are we keeping our side?", is_challenge=True, **said), actor)
    return challenge(discussion.person_id, challenges(discussion.person_id, discussion.id)[-1].id)


def close(room: Room, raised: Challenge, actor: Actor, words: str = "") -> None:
    """Close it as a request does: read afresh."""
    close_challenge(room.discussion, challenge(room.amara.id, raised.id), words, actor)


@atomic()
def leave_team(account: Account) -> None:
    membership = db.session.query(Membership).filter_by(account_id=account.id).one()
    membership.left_on = today()
    record("leave", the_system("tests"))


@atomic()
def deactivate(account: Account) -> None:
    db.session.add(account)
    account.deactivated_at = now()
    record("deactivate", the_system("tests"))


def test_only_whoever_raised_a_challenge_closes_it(app: Flask) -> None:
    room = Room()
    raised = raise_challenge(room.discussion, room.peer)
    for other in (room.nurse, room.chair):
        with pytest.raises(Forbidden):
            close(room, raised, other, "Answered")
    close(room, raised, room.peer, "Yes, that answers it")
    assert not raised.is_open


def test_a_challenge_of_a_nurse_is_not_closed_by_a_peer(app: Flask) -> None:
    room = Room()
    raised = raise_challenge(room.discussion, room.nurse)
    with pytest.raises(Forbidden):
        close(room, raised, room.peer)


def test_answering_leaves_it_open(app: Flask) -> None:
    room = Room()
    raised = raise_challenge(room.discussion, room.peer)
    answer_challenge(room.discussion, raised, "No. I am taking her number out today.", room.chair)
    assert raised.is_open
    assert [answer.text for answer in answers([raised.id])] == ["No. I am taking her number out today."]


@pytest.mark.parametrize("go", [leave_team, deactivate])
def test_when_whoever_raised_it_is_gone_another_lived_experience_member_closes_it(app: Flask, go: object) -> None:
    room = Room()
    dev = make_account("Dev Lal", Profession.PEER_SUPPORT_WORKER, team=room.team)
    raised = raise_challenge(room.discussion, room.peer)
    with pytest.raises(Forbidden):
        close(room, raised, actor_for(dev, room.team))
    go(room.jo)
    with pytest.raises(Forbidden):
        close(room, raised, room.chair)
    close(room, raised, actor_for(dev, room.team), "Jo would say so too")
    assert raised.closed_by_id == dev.id


def test_the_persons_own_challenge_is_closed_by_a_member_with_lived_experience(app: Flask) -> None:
    room = Room()
    raised = raise_challenge(room.discussion, room.nurse, is_by_person=True)
    with pytest.raises(Forbidden):
        close(room, raised, room.nurse)
    close(room, raised, room.peer, "Amara says yes")


def test_a_challenge_is_not_struck_out_by_whoever_typed_it(app: Flask) -> None:
    room = Room()
    raised = raise_challenge(room.discussion, room.nurse, said_by_id=room.jo.id)
    with pytest.raises(Forbidden):
        strike_view(room.discussion, contribution(room.discussion.id, raised.contribution_id), "Never mind", room.nurse)
    strike_view(
        room.discussion,
        contribution(room.discussion.id, raised.contribution_id),
        "I said it of somebody else",
        room.peer,
    )
    assert challenges(room.amara.id, room.discussion.id) == []


def test_a_decision_over_an_open_challenge_says_so(app: Flask) -> None:
    room = Room()
    assert not room.decide().is_over_open_challenge
    raised = raise_challenge(room.discussion, room.peer)
    assert room.decide().is_over_open_challenge
    close(room, raised, room.peer)
    assert not room.decide().is_over_open_challenge


def test_a_closed_challenge_takes_no_more_answers(app: Flask) -> None:
    room = Room()
    raised = raise_challenge(room.discussion, room.peer)
    close(room, raised, room.peer)
    with pytest.raises(Conflict):
        answer_challenge(room.discussion, raised, "But", room.nurse)
    with pytest.raises(Conflict):
        take_challenge_on(room.discussion, raised, room.nurse)


def test_a_challenge_taken_to_the_next_meeting_stays_open(app: Flask) -> None:
    room = Room()
    raised = raise_challenge(room.discussion, room.peer)
    take_challenge_on(room.discussion, raised, room.nurse)
    assert raised.is_open
    assert raised.taken_on_by_id == room.priya.id
