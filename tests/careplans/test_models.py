"""The plan's own rules, kept by the tables too."""

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from livingwell.careplans.models import CarePlan, Goal, GoalState, Rating, SafetyPlan, Step, Suggestion
from livingwell.core.clock import now, today
from livingwell.core.errors import Invalid
from livingwell.core.text import LINE
from livingwell.extensions import Model, db
from tests.factories.careplans import make_goal, make_step
from tests.factories.setting import Setting


def test_a_text_longer_than_its_column_is_refused_when_it_is_set() -> None:
    with pytest.raises(Invalid, match="500"):
        Goal(words="x" * (LINE + 1))


@pytest.mark.parametrize("state", list(GoalState))
def test_a_goal_is_worked_on_or_over_or_only_suggested(state: GoalState) -> None:
    assert [state.is_live, state.is_over, state is GoalState.SUGGESTED].count(True) == 1


def refused(model: type[Model], **values: object) -> None:
    """The table itself refuses such a row."""
    with db.engine.connect() as connection, pytest.raises(IntegrityError):
        connection.execute(insert(model).values(**values))


def test_a_person_has_one_plan_at_a_time(setting: Setting, plan: CarePlan) -> None:
    refused(CarePlan, person_id=setting.person.id, written_by="Tests", started_on=today(), created_at=now())


def test_a_rating_is_between_0_and_10(setting: Setting, plan: CarePlan) -> None:
    goal = make_goal(plan, setting.nurse)
    common = {"plan_id": plan.id, "person_id": plan.person_id, "goal_id": goal.id, "written_by": "Tests"}
    refused(Rating, **common, value=11, rated_on=today(), created_at=now())


def test_two_goals_never_have_one_place(setting: Setting, plan: CarePlan) -> None:
    goal = make_goal(plan, setting.nurse, is_rated=True)
    told = {column.key: getattr(goal, column.key) for column in Goal.__table__.columns if column.key not in ("id",)}
    refused(Goal, **{**told, "number": 2})


def test_a_members_step_has_an_account(setting: Setting, plan: CarePlan) -> None:
    step = make_step(make_goal(plan, setting.nurse), setting.nurse)
    told = {column.key: getattr(step, column.key) for column in Step.__table__.columns if column.key not in ("id",)}
    refused(Step, **{**told, "number": 2, "actor_kind": "member", "done_by": "Somebody"})


def test_a_rewording_is_about_a_line(setting: Setting, plan: CarePlan) -> None:
    common = {"plan_id": plan.id, "person_id": plan.person_id, "written_by": "Tests", "created_at": now()}
    refused(Suggestion, **common, kind="rewording", target_kind="plan", words="X", made_on=today())


def test_a_safety_plan_has_triggers(setting: Setting) -> None:
    refused(
        SafetyPlan,
        person_id=setting.person.id,
        written_by="T",
        number=1,
        triggers="",
        saved_on=today(),
        created_at=now(),
    )
