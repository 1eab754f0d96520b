"""Members see what is held back, on the line and on Today; and what the person says stands beside the line."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from livingwell.careplans import actions
from livingwell.careplans.commands import HoldBackCommand, LineNo, SuggestionCommand
from livingwell.careplans.models import CarePlan, GoalState, HeldBack, SuggestionKind, TargetKind
from livingwell.careplans.queries.plans import current_plan
from livingwell.core.clock import fixed, now, today
from livingwell.core.errors import Conflict
from livingwell.extensions import db
from livingwell.identity.models import Account
from livingwell.people.actions.commenting import comment_on
from tests.factories.careplans import make_full_plan, make_step, make_suggestion
from tests.factories.identity import actor_for, sign_in
from tests.factories.people import make_own_account
from tests.factories.setting import Setting
from tests.factories.worklist import support

IN_A_MONTH = today() + timedelta(days=30)


@pytest.fixture
def plan(setting: Setting) -> CarePlan:
    return make_full_plan(setting.person, setting.nurse)


def reads(client: FlaskClient, setting: Setting, who: Account, rest: str = "") -> str:
    sign_in(client, who)
    answer = client.get(f"/people/{setting.person.id}/plan{rest}")
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def sends(client: FlaskClient, setting: Setting, who: Account, rest: str, status: int = 303, **fields: object) -> str:
    sign_in(client, who)
    answer = client.post(f"/people/{setting.person.id}/plan{rest}", data=fields)
    assert answer.status_code == status
    return answer.get_data(as_text=True)


def day(on: object, name: str = "look_again_on") -> dict[str, str]:
    return {f"{name}-{part}": str(getattr(on, part)) for part in ("day", "month", "year")}


def ask(client: FlaskClient, setting: Setting, plan: CarePlan, status: int = 303, **fields: object) -> str:
    told = {"reason": "It would frighten her", "told": "yes", **day(IN_A_MONTH), **fields}
    return sends(client, setting, setting.priya, f"/held-back/new/goal/{plan.goals[0].id}", status, **told)


def only_hold() -> HeldBack:
    return db.session.scalars(db.select(HeldBack)).one()


def test_one_member_asks_a_second_agrees_and_every_member_sees_it(
    client: FlaskClient, setting: Setting, plan: CarePlan
) -> None:
    ask(client, setting, plan)
    assert "Agree: hold it back" not in reads(client, setting, setting.priya)
    page = reads(client, setting, setting.jo)
    assert "Priya Mistry asks that Amara does not see this" in page
    assert "It would frighten her" in page
    sends(client, setting, setting.priya, f"/held-back/{only_hold().id}/agreement", 409)
    sends(client, setting, setting.jo, f"/held-back/{only_hold().id}/agreement")
    for rest in ("", "/held-back"):
        assert "Priya Mistry asked, Jo Brennan agreed" in reads(client, setting, setting.priya, rest)
    assert "Ride two stops" not in reads(client, setting, setting.priya, "/turned")
    assert "Ride two stops" not in reads(client, setting, setting.priya, "/print")
    sends(client, setting, setting.priya, f"/held-back/{only_hold().id}/end")
    assert "Ride two stops" in reads(client, setting, setting.priya, "/turned")


def test_not_telling_the_person_needs_a_reason_of_its_own(
    client: FlaskClient, setting: Setting, plan: CarePlan
) -> None:
    assert "Say why it would harm Amara to know" in ask(client, setting, plan, 422, told="no")
    ask(client, setting, plan, told="no", hides_that_because="Somebody reads her phone")
    assert "Somebody reads her phone" in reads(client, setting, setting.jo)


def test_it_waits_on_today_for_a_second_member_and_is_due_again(
    client: FlaskClient, setting: Setting, plan: CarePlan
) -> None:
    support(setting.person, setting.priya, setting.nurse)
    command = HoldBackCommand(TargetKind.GOAL, plan.goals[0].id, "It would frighten her", IN_A_MONTH)
    hold = actions.ask_to_hold_back(plan, command, setting.nurse)
    question = "asks to hold a line of the plan back from Amara Osei"
    assert question in today_of(client, setting.jo)
    assert question not in today_of(client, setting.priya)
    actions.agree_to_hold_back(plan, hold, setting.peer)
    due = "Look again at what is held back from Amara Osei"
    assert due not in today_of(client, setting.priya)
    with fixed(now() + timedelta(days=31)):
        assert due in today_of(client, setting.priya)


def today_of(client: FlaskClient, who: Account) -> str:
    sign_in(client, who)
    return client.get("/today").get_data(as_text=True)


def test_what_the_person_says_stands_beside_the_line(client: FlaskClient, setting: Setting, plan: CarePlan) -> None:
    amara = actor_for(make_own_account(setting.person))
    goal = plan.goals[0]
    step = make_step(goal, setting.nurse, "Ask for a seat")
    comment_on(setting.person.id, "goal", goal.id, "That isn’t how I’d put it", amara)
    found = current_plan(setting.person.id)
    assert found is not None
    actions.say_no_to_line(setting.person, found, LineNo(TargetKind.STEP, step.id, "Not on Mondays"), amara)
    make_suggestion(found, goal, "Take the tram with my dog", amara)
    page = reads(client, setting, setting.priya)
    for words in ("That isn’t how I’d put it", "Not on Mondays", "Amara suggests", "answered on their own pages"):
        assert words in page


def test_a_line_to_be_left_out_can_be_accepted_in_one_press(
    client: FlaskClient, setting: Setting, plan: CarePlan
) -> None:
    amara = actor_for(make_own_account(setting.person))
    command = SuggestionCommand(SuggestionKind.DROP, TargetKind.GOAL, "", plan.goals[0].id, "I have done it")
    suggestion = actions.make_suggestion(plan, command, amara)
    assert "to leave out goal 1" in reads(client, setting, setting.jo)
    sends(client, setting, setting.jo, f"/suggestions/{suggestion.id}/acceptance")
    assert "Let go since" in reads(client, setting, setting.jo)


def test_what_the_person_told_a_member_to_suggest_is_kept_as_theirs(
    client: FlaskClient, setting: Setting, plan: CarePlan
) -> None:
    told = {"kind": "rewording", "words": "Take the tram with my dog", "whose": "theirs", "told_how": "by phone"}
    sends(
        client, setting, setting.priya, f"/suggestions/new/goal/{plan.goals[0].id}", **told, **day(today(), "said_on")
    )
    page = reads(client, setting, setting.jo)
    assert "Amara suggests" in page
    assert "Told to Priya Mistry, by phone" in page
    found = current_plan(setting.person.id)
    assert found is not None
    actions.accept_suggestion(found.suggestions[-1], setting.peer)
    assert found.goals[0].words == "Take the tram with my dog"


def test_a_member_suggests_to_leave_a_goal_out_and_the_persons_own_goal_waits_for_their_yes(
    client: FlaskClient, setting: Setting, plan: CarePlan
) -> None:
    path = f"/suggestions/new/goal/{plan.goals[0].id}"
    assert "Say why it could be left out" in sends(
        client, setting, setting.priya, path, 422, kind="leave out", whose="mine"
    )
    sends(client, setting, setting.priya, path, kind="leave out", whose="mine", why="It is done")
    found = current_plan(setting.person.id)
    assert found is not None
    with pytest.raises(Conflict):
        actions.accept_suggestion(found.suggestions[-1], setting.peer)
    found = current_plan(setting.person.id)
    assert found is not None
    actions.accept_suggestion(found.suggestions[-1], actor_for(make_own_account(setting.person)))
    assert found.goals[0].state is GoalState.LET_GO
