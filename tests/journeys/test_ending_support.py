"""Ending support: once, by whoever may, and never for lost contact before it was tried the person's way."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from livingwell.adjustments.models import Standing, Way
from livingwell.audit.models import AuditEntry
from livingwell.careplans.models import HowSaid
from livingwell.contacts.models import Contact, Outcome
from livingwell.core.clock import now, today
from livingwell.core.dates import long_date
from livingwell.core.errors import Conflict, Forbidden, Invalid, NotFound
from livingwell.delivery.models import DeliveryState
from livingwell.delivery.queries import states_of
from livingwell.discussions.models import AgendaRequest
from livingwell.discussions.queries.proposals import proposals
from livingwell.extensions import db
from livingwell.journeys.actions.closing import close_after_death, complete_closure, end_anyway, let_go
from livingwell.journeys.actions.coming_back import come_back
from livingwell.journeys.actions.proposing import (
    answer_point,
    ask_for_view,
    propose_closure,
    say_ready,
    withdraw_proposal,
)
from livingwell.journeys.closing_commands import AnswerPoint, LetGo, ProposeClosure, SayReady
from livingwell.journeys.models import Closure, ClosurePoint, ClosureProposal, EndingKind, LandingCheck, ReadyKind
from livingwell.journeys.models.lost_contact import Lack, NotTheirWayYet
from livingwell.journeys.queries.closures import closure_of, proposal_now
from livingwell.people.actions import episodes
from livingwell.people.actions.deaths import record_death
from livingwell.people.commands import RecordDeath
from livingwell.people.models import AllocationRole, Episode, FromPerson
from livingwell.people.queries.deaths import death_of
from livingwell.people.queries.episodes import allocations_in, current_episode
from tests.factories.closing import answer_every_point, episode_in, make_proposal, phone_against_wish, try_their_way
from tests.factories.contacts import Desk, make_appointment, tell_preferences
from tests.factories.delivery import make_message
from tests.factories.discussions import make_meeting
from tests.factories.identity import actor_for
from tests.factories.people import make_own_account
from tests.factories.staying import make_way_back
from tests.harness.together import TOGETHER, together


@pytest.fixture
def desk(app: Flask) -> Desk:
    return Desk()


def make_lost(desk: Desk) -> ClosureProposal:
    """Amara was phoned against her wish, and somebody proposes to end support for lost contact."""
    phone_against_wish(desk.amara, desk.nurse, now() - timedelta(days=10))
    return make_proposal(desk.amara, desk.nurse, EndingKind.LOST_CONTACT)


def do_the_right_things(desk: Desk, proposal: ClosureProposal) -> None:
    """Contact as she asked in two ways, one a visit; a lived-experience view; the way back; every point answered."""
    try_their_way(desk.amara, desk.nurse, now() - timedelta(days=8))
    desk.begin()
    desk.hear_lived_experience()
    make_way_back(desk.amara, desk.nurse)
    answer_every_point(proposal, desk.nurse)


def supported(desk: Desk) -> bool:
    return current_episode(desk.amara.id, [desk.team.id]) is not None


# Proposing, and what is said to it


def test_an_episode_has_one_proposal_at_a_time(desk: Desk) -> None:
    before = make_proposal(desk.amara, desk.nurse)
    with pytest.raises(Conflict, match="already"):
        make_proposal(desk.amara, desk.peer)
    withdraw_proposal(before, "She wants to go on until June", desk.peer)
    assert make_proposal(desk.amara, desk.peer, EndingKind.MOVED_AWAY).kind is EndingKind.MOVED_AWAY
    assert supported(desk)


def test_withdrawing_says_why(desk: Desk) -> None:
    with pytest.raises(Invalid):
        withdraw_proposal(make_proposal(desk.amara, desk.nurse), " ", desk.nurse)


@pytest.mark.parametrize("kind", [EndingKind.MOVED_ON, EndingKind.ANOTHER_SERVICE])
def test_moving_on_says_where_to(desk: Desk, kind: EndingKind) -> None:
    with pytest.raises(Invalid, match="where"):
        make_proposal(desk.amara, desk.nurse, kind)
    assert make_proposal(desk.amara, desk.nurse, kind, to_where="The library choir").to_where


def test_only_members_of_that_team_propose_and_end(desk: Desk) -> None:
    elsewhere = Desk()
    proposal = make_proposal(desk.amara, desk.nurse)
    for attempt in (
        lambda: make_proposal(desk.amara, elsewhere.nurse),
        lambda: complete_closure(proposal, elsewhere.lead),
        lambda: withdraw_proposal(proposal, "Why", elsewhere.nurse),
        lambda: answer_point(proposal, AnswerPoint(ClosurePoint.SAFETY, "No"), elsewhere.nurse),
        lambda: say_ready(proposal, SayReady(ReadyKind.YES), elsewhere.nurse),
        lambda: let_go(desk.amara, episode_in(desk.amara), LetGo(HowSaid.BY_TEXT), elsewhere.nurse),
    ):
        with pytest.raises((NotFound, Forbidden)):
            attempt()
    assert supported(desk)


def test_a_discussion_of_somebody_else_is_not_where_it_comes_from(desk: Desk) -> None:
    other = Desk()
    with pytest.raises(NotFound):
        propose_closure(
            episode_in(desk.amara), ProposeClosure(EndingKind.MOVED_AWAY, discussion_id=other.discussion.id), desk.nurse
        )
    mine = ProposeClosure(EndingKind.MOVED_AWAY, discussion_id=desk.discussion.id)
    assert propose_closure(episode_in(desk.amara), mine, desk.nurse).discussion_id == desk.discussion.id


def test_the_person_says_whether_they_are_ready_and_a_member_reads_it(desk: Desk) -> None:
    proposal = make_proposal(desk.amara, desk.nurse)
    herself = actor_for(make_own_account(desk.amara))
    say_ready(proposal, SayReady(ReadyKind.NOT_YET, "After the summer"), herself)
    found = proposal_now(desk.amara.id)
    assert [(each.kind, each.words) for each in found.ready_answers] == [(ReadyKind.NOT_YET, "After the summer")]
    [arrival] = db.session.scalars(select(FromPerson)).all()
    assert (arrival.kind, arrival.words) == ("ending.answer", "After the summer")


def test_a_member_writes_down_what_they_were_told_or_why_nobody_could_ask(desk: Desk) -> None:
    proposal = make_proposal(desk.amara, desk.nurse)
    with pytest.raises(Invalid):
        say_ready(proposal, SayReady(ReadyKind.COULD_NOT_ASK), desk.nurse)
    say_ready(proposal, SayReady(ReadyKind.COULD_NOT_ASK, "She is in hospital"), desk.nurse)
    say_ready(proposal, SayReady(ReadyKind.YES, how=HowSaid.BY_PHONE, on=today()), desk.nurse)
    found = proposal_now(desk.amara.id)
    assert [each.kind for each in found.ready_answers] == [ReadyKind.COULD_NOT_ASK, ReadyKind.YES]


def test_the_person_is_not_noted_as_not_asked_by_themself(desk: Desk) -> None:
    herself = actor_for(make_own_account(desk.amara))
    with pytest.raises(Invalid):
        say_ready(make_proposal(desk.amara, desk.nurse), SayReady(ReadyKind.COULD_NOT_ASK, "x"), herself)


# Ending


@pytest.mark.parametrize("kind", [EndingKind.GOALS_REACHED, EndingKind.MOVED_AWAY])
def test_readiness_blocks_nothing_but_lost_contact(desk: Desk, kind: EndingKind) -> None:
    proposal = make_proposal(desk.amara, desk.nurse, kind)
    say_ready(proposal, SayReady(ReadyKind.NO, how=HowSaid.IN_PERSON), desk.nurse)
    closure = complete_closure(proposal, desk.nurse)
    assert (closure.kind, closure.closed_on, closure.written_by) == (kind, today(), "Priya Mistry")
    assert not supported(desk)
    assert db.session.get(Episode, closure.episode_id).ended_on == today()


def test_who_worked_with_them_is_in_the_history_and_landing_is_asked_later(desk: Desk) -> None:
    episode = episode_in(desk.amara)
    episodes.allocate(episode, AllocationRole.KEY_WORKER, desk.priya.id, desk.nurse)
    complete_closure(make_proposal(desk.amara, desk.nurse), desk.nurse)
    assert allocations_in(episode.id) == []
    assert db.session.scalars(select(LandingCheck)).all()


def test_somebody_who_wants_to_stop_is_let_go_at_once_whatever_was_proposed(desk: Desk) -> None:
    make_lost(desk)
    closure = let_go(
        desk.amara,
        episode_in(desk.amara),
        LetGo(HowSaid.BY_TEXT, "I have had enough"),
        desk.peer,
    )
    assert (closure.kind, closure.is_override) == (EndingKind.OWN_DECISION, False)
    assert not supported(desk)
    assert proposal_now(desk.amara.id) is None


def test_of_several_who_press_at_once_one_ends_it(desk: Desk, app: Flask) -> None:
    proposal = make_proposal(desk.amara, desk.nurse)
    refused = together(app, lambda: complete_closure(proposal, desk.nurse))
    assert len(refused) == TOGETHER - 1
    assert {str(each) for each in refused} == {f"Priya Mistry has ended support already, on {long_date(today())}."}
    assert len(db.session.scalars(select(Closure)).all()) == 1


def test_coming_back_while_it_is_being_ended_leaves_one_of_the_two(desk: Desk, app: Flask) -> None:
    """Whoever is first: either support ended and goes on anew, or it ended; and never both at once."""
    make_way_back(desk.amara, desk.nurse)
    proposal = make_proposal(desk.amara, desk.nurse)
    presses = iter([True, False, True, False])

    def one_of_the_two() -> None:
        if next(presses):
            complete_closure(proposal, desk.nurse)
        else:
            come_back(desk.amara.id, "", desk.nurse)

    together(app, one_of_the_two)
    found = db.session.scalars(select(Episode).where(Episode.person_id == desk.amara.id)).all()
    [closure] = db.session.scalars(select(Closure)).all()
    assert [each.id for each in found if each.ended_on] == [closure.episode_id]
    assert len(found) <= 2


def test_what_was_withdrawn_meanwhile_ends_nothing(desk: Desk) -> None:
    proposal = make_proposal(desk.amara, desk.nurse)
    withdraw_proposal(proposal, "Another kind", desk.peer)
    make_proposal(desk.amara, desk.peer, EndingKind.LOST_CONTACT)
    with pytest.raises(Conflict, match="not proposed any more"):
        complete_closure(proposal, desk.nurse)
    assert supported(desk)


def test_appointments_to_come_are_called_off_as_our_doing_with_their_reminders(desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse, {Way.TEXT: Standing.BEST}, reminders={Way.TEXT: 24})
    contact = make_appointment(desk.amara, desk.nurse)
    complete_closure(make_proposal(desk.amara, desk.nurse), desk.nurse)
    assert db.session.get(Contact, contact.id).outcome is Outcome.CANCELLED_BY_US


# Lost contact


def test_lost_contact_needs_their_way_first_and_then_it_can_end(desk: Desk) -> None:
    proposal = make_lost(desk)
    with pytest.raises(NotTheirWayYet) as refused:
        complete_closure(proposal, desk.nurse)
    assert Lack.TWO_WAYS in refused.value.lacks
    assert Lack.LIVED_EXPERIENCE in refused.value.lacks
    assert supported(desk)
    do_the_right_things(desk, proposal)
    assert complete_closure(proposal, desk.nurse).kind is EndingKind.LOST_CONTACT
    assert not supported(desk)


def test_one_more_call_against_their_wish_begins_it_all_again(desk: Desk) -> None:
    proposal = make_lost(desk)
    do_the_right_things(desk, proposal)
    phone_against_wish(desk.amara, desk.nurse, now())
    with pytest.raises(NotTheirWayYet):
        complete_closure(proposal, desk.nurse)


def test_not_even_a_lead_ends_lost_contact_by_the_usual_press(desk: Desk) -> None:
    with pytest.raises(NotTheirWayYet):
        complete_closure(make_lost(desk), desk.lead)


def test_a_lead_ends_it_anyway_with_a_reason_that_stays(desk: Desk) -> None:
    proposal = make_lost(desk)
    with pytest.raises(Forbidden):
        end_anyway(proposal, "No reason", desk.nurse)
    with pytest.raises((Forbidden, NotFound)):
        end_anyway(proposal, "No reason", Desk().lead)
    with pytest.raises(Invalid):
        end_anyway(proposal, " ", desk.lead)
    closure = end_anyway(proposal, "Her family asked us to", desk.lead)
    assert (closure.is_override, closure.overridden_why) == (True, "Her family asked us to")
    assert "end_anyway" in db.session.scalars(select(AuditEntry.verb)).all()
    [request] = db.session.scalars(select(AgendaRequest)).all()
    assert "Her family asked us to" in request.words
    [proposed] = proposals(desk.chair, make_meeting(desk, now() + timedelta(days=7)))
    assert proposed.person_id == desk.amara.id


def test_nothing_is_overridden_where_nothing_stands_against_it(desk: Desk) -> None:
    with pytest.raises(Conflict):
        end_anyway(make_proposal(desk.amara, desk.nurse), "Why not", desk.lead)


def test_a_view_is_asked_for_once(desk: Desk) -> None:
    proposal = make_lost(desk)
    ask_for_view(proposal, desk.nurse)
    with pytest.raises(Conflict, match="already"):
        ask_for_view(proposal, desk.peer)


# Somebody has died


def death() -> RecordDeath:
    return RecordDeath("Efe, her sister", today())


def test_when_somebody_has_died_everything_that_waits_is_cancelled(desk: Desk) -> None:
    make_proposal(desk.amara, desk.nurse)
    message = make_message(about=desk.amara.id)
    contact = make_appointment(desk.amara, desk.nurse)
    closure = close_after_death(desk.amara, episode_in(desk.amara), death(), desk.nurse)
    assert (closure.kind, death_of(desk.amara.id) is not None) == (EndingKind.DIED, True)
    assert states_of([message.id])[message.id].state is DeliveryState.CANCELLED
    assert db.session.get(Contact, contact.id).outcome is Outcome.CANCELLED_BY_US
    assert db.session.scalars(select(LandingCheck)).all() == []
    assert proposal_now(desk.amara.id) is None


def test_support_does_not_end_by_a_death_that_nobody_wrote_down(desk: Desk) -> None:
    with pytest.raises(Conflict):
        close_after_death(desk.amara, episode_in(desk.amara), None, desk.nurse)
    assert supported(desk)


def test_after_a_death_nothing_else_is_proposed(desk: Desk) -> None:
    proposal = make_proposal(desk.amara, desk.nurse)
    record_death(desk.amara, death(), desk.nurse)
    with pytest.raises(Conflict, match="died"):
        complete_closure(proposal, desk.nurse)
    episode = episode_in(desk.amara)
    assert close_after_death(desk.amara, episode, None, desk.nurse).id == closure_of(episode.id).id
