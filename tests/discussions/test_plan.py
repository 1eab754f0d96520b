"""What the talk changes in the plan, and a referral that is turned away."""

from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from livingwell.careplans.commands import ConsequenceCommand, GoalCommand, StepCommand
from livingwell.careplans.models import ActorKind, ConsequenceArea, LifeArea, PlanVersion, WhoseWords
from livingwell.careplans.queries.plans import current_plan
from livingwell.core.clock import today
from livingwell.core.errors import Conflict
from livingwell.discussions.actions.closing import close_discussion, start_discussion
from livingwell.discussions.actions.deciding import turn_away
from livingwell.discussions.actions.plan import add_step_here, agree_goal_here, raise_consequence_here
from livingwell.discussions.commands import TurnAway
from livingwell.discussions.models import Reason
from livingwell.discussions.queries.live import pulse
from livingwell.extensions import db
from livingwell.people.models import Episode
from tests.factories.careplans import make_agreed, make_goal, make_plan
from tests.factories.discussions import Room, address, as_member
from tests.factories.people import make_person

GOAL = GoalCommand("Tram into town", WhoseWords.PERSON, today(), LifeArea.OUT, is_rated=True, baseline=1)
NOT_US = TurnAway(
    helped_instead_by="The housing team",
    told_by="Jo told her on Monday",
    way_back="Ring Jo, with no new referral",
    why="She needs a home first",
    member_id=None,  # type: ignore[arg-type]  each test says who
    by_on=today() + timedelta(days=7),
)


def versions() -> list[PlanVersion]:
    return list(db.session.scalars(select(PlanVersion).order_by(PlanVersion.number)))


def test_goals_steps_and_consequences_are_added_and_every_screen_hears_of_it(app: Flask) -> None:
    room = Room()
    before = pulse(room.discussion.id, room.amara.id).number
    goal = agree_goal_here(room.discussion, GOAL, room.peer)
    add_step_here(room.discussion, goal.id, StepCommand("One stop alone", ActorKind.PERSON), room.peer)
    consequence = ConsequenceCommand(ConsequenceArea.TRAVEL, "Her pass may change")
    raise_consequence_here(room.discussion, consequence, room.nurse)
    plan = current_plan(room.amara.id)
    assert [goal.words for goal in plan.goals] == ["Tram into town"]
    assert [step.what for step in plan.goals[0].steps] == ["One stop alone"]
    assert [each.what for each in plan.consequences] == ["Her pass may change"]
    assert pulse(room.discussion.id, room.amara.id).number == before + 3


def test_closing_a_discussion_that_changed_the_plan_numbers_its_version(app: Flask) -> None:
    room = Room()
    agree_goal_here(room.discussion, GOAL, room.peer)
    assert versions() == []
    room.close()
    assert [version.number for version in versions()] == [1]


def test_closing_a_discussion_that_changed_nothing_numbers_none(app: Flask) -> None:
    room = Room()
    room.close()
    assert versions() == []


def referred(room: Room) -> None:
    """Put somebody whose referral waits under discussion."""
    room.amara = make_person("Denise", "Hallam", team=room.team, is_accepted=False, is_started=False)
    room.discussion = room.put_on(room.amara, reason=Reason.TURN_AWAY)
    start_discussion(room.discussion, room.chair)


def not_us(room: Room) -> TurnAway:
    return TurnAway(**{**NOT_US.__dict__, "member_id": room.jo.id})


def test_a_referral_is_turned_away_as_the_decision_of_a_discussion(app: Flask) -> None:
    room = Room()
    referred(room)
    with pytest.raises(Conflict, match="lived-experience"):
        turn_away(room.discussion, not_us(room), room.chair)
    room.hear_lived_experience()
    room.hear_line()
    decision = turn_away(room.discussion, not_us(room), room.chair)
    episode = db.session.scalar(select(Episode).where(Episode.person_id == room.amara.id))
    assert episode.turned_away_on == today()
    assert (episode.helped_instead_by, episode.way_back) == (NOT_US.helped_instead_by, NOT_US.way_back)
    assert decision.turns_away
    assert decision.member_id == room.jo.id
    close_discussion(room.discussion, room.chair)


def test_somebody_who_was_accepted_is_not_turned_away(app: Flask) -> None:
    room = Room()
    room.hear_lived_experience()
    with pytest.raises(Conflict):
        turn_away(room.discussion, not_us(room), room.chair)


def test_the_plan_changes_without_leaving_the_screen(app: Flask) -> None:
    room = Room()
    jo = as_member(app, room.jo)
    goal = {"goal-words": "Tram into town", "goal-whose_words": "person", "goal-life_area": LifeArea.OUT.value}
    assert jo.post(address(room, "/goals"), data={**goal, "goal-baseline": "1"}).status_code == 303
    twice = jo.post(address(room, "/goals"), data=goal)
    assert twice.status_code == 422
    assert "Tram into town" in twice.text
    goal_id = str(current_plan(room.amara.id).goals[0].id)
    step = {"step-goal": goal_id, "step-what": "One stop alone", "step-who": "person"}
    assert jo.post(address(room, "/steps"), data=step).status_code == 303
    assert jo.post(address(room, "/steps"), data={**step, "step-goal": "nonsense"}).status_code == 422
    sent = {"consequence-area": "travel", "consequence-what": "Her pass may change"}
    assert jo.post(address(room, "/consequences"), data=sent).status_code == 303
    shown = jo.get(address(room)).text
    assert "Tram into town" in shown
    assert "Goal 1, step 1: One stop alone" in shown


def test_the_page_for_turning_away_asks_for_all_that_the_person_is_owed(app: Flask) -> None:
    room = Room()
    referred(room)
    room.hear_lived_experience()
    ruth = as_member(app, room.ruth)
    assert "Turn the referral away" in ruth.get(address(room)).text
    assert ruth.post(address(room, "/turning-away"), data={"why": "Not us"}).status_code == 422
    by = NOT_US.by_on
    sent = {
        "helped_instead_by": "The housing team",
        "told_by": "Jo told her",
        "way_back": "Ring Jo",
        "why": "Not us",
        "who": str(room.jo.id),
        "by-day": str(by.day),
        "by-month": str(by.month),
        "by-year": str(by.year),
    }
    assert ruth.post(address(room, "/turning-away"), data=sent).status_code == 303
    assert "The housing team will help instead" in ruth.get(address(room)).text


def test_the_text_for_the_trusts_record_says_what_is_new_since_it_was_copied(app: Flask) -> None:
    room = Room()
    room.hear_line()
    ruth = as_member(app, room.ruth)
    shown = ruth.get(address(room, "/text")).text
    assert "Please talk about: the call on Monday" in shown
    seen = shown.split('name="seen" value="')[1].split('"')[0]
    room.decide("Take her number out")
    assert ruth.post(address(room, "/text/copies"), data={"seen": seen}).status_code == 409
    seen = ruth.get(address(room, "/text")).text.split('name="seen" value="')[1].split('"')[0]
    assert ruth.post(address(room, "/text/copies"), data={"seen": seen}).status_code == 303
    assert "Nothing has changed since." in ruth.get(address(room, "/text")).text
    room.decide("Ride one stop alone")
    assert "New since then" in ruth.get(address(room, "/text")).text


def test_the_goals_say_what_was_agreed_and_how_much_changed_since_as_the_plan_does(app: Flask) -> None:
    room = Room()
    ruth = as_member(app, room.ruth)
    plan = make_plan(room.amara, room.nurse)
    make_goal(plan, room.nurse)
    assert "Amara has not agreed to this plan yet" in ruth.get(address(room)).text
    make_agreed(plan, room.peer, on=date(2026, 5, 3))
    assert "3 May 2026, version 1" in ruth.get(address(room)).text
    assert "since</a>" not in ruth.get(address(room)).text
    make_goal(plan, room.nurse, "Sleep")
    make_goal(plan, room.nurse, "Work")
    for page in (address(room), address(room, "/live"), f"/people/{room.amara.id}/plan"):
        assert "2 changes since" in ruth.get(page).text, page
