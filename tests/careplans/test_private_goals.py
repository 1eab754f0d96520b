"""A private goal is the person's alone: nobody of the team can see it, count it, or tell that it is there."""

from pathlib import Path

import pytest

from livingwell.audit.models import AuditEntry
from livingwell.careplans import actions
from livingwell.careplans.models import CarePlan, PrivateGoal, WhoseWords
from livingwell.careplans.queries.plans import current_plan
from livingwell.careplans.queries.private_goals import private_goal_of, private_goals_of
from livingwell.config import ROOT
from livingwell.core.actor import Actor
from livingwell.core.errors import Conflict, Invalid, NotFound, Stale
from livingwell.extensions import db
from livingwell.people.models import Topic
from tests.factories.identity import actor_for
from tests.factories.people import make_carer_account, make_own_account, make_person
from tests.factories.setting import Setting

ONLY_HERE = {
    "actions/__init__.py",
    "actions/private_goals.py",
    "models/__init__.py",
    "models/private_goal.py",
    "queries/private_goals.py",
}


@pytest.fixture
def amara(setting: Setting) -> Actor:
    return actor_for(make_own_account(setting.person))


@pytest.fixture
def goal(setting: Setting, amara: Actor) -> PrivateGoal:
    return actions.keep_private_goal(setting.person.id, "Sing in front of people", "Start in the kitchen", amara)


def test_the_person_reads_and_changes_it(setting: Setting, amara: Actor, goal: PrivateGoal) -> None:
    actions.change_private_goal(setting.person.id, goal.id, "Sing", "", goal.row_version, amara)
    assert [each.words for each in private_goals_of(amara, setting.person.id)] == ["Sing"]


def test_two_pages_of_theirs_do_not_overwrite_each_other(setting: Setting, amara: Actor, goal: PrivateGoal) -> None:
    read = goal.row_version
    actions.change_private_goal(setting.person.id, goal.id, "Sing", "", read, amara)
    with pytest.raises(Stale):
        actions.change_private_goal(setting.person.id, goal.id, "Dance", "", read, amara)


@pytest.mark.parametrize(("words", "notes"), [(" ", ""), ("x" * 501, ""), ("Sing", "x" * 4001)])
def test_it_needs_words_that_fit(setting: Setting, amara: Actor, words: str, notes: str) -> None:
    with pytest.raises(Invalid):
        actions.keep_private_goal(setting.person.id, words, notes, amara)


def test_nobody_else_reaches_it(setting: Setting, plan: CarePlan, goal: PrivateGoal) -> None:
    another = actor_for(make_own_account(make_person("Tom", "Reid")))
    carer = actor_for(make_carer_account(setting.person, *Topic))
    for actor in (setting.nurse, setting.stranger, carer, another):
        with pytest.raises(NotFound):
            private_goals_of(actor, setting.person.id)
        with pytest.raises(NotFound):
            actions.share_private_goal(setting.person.id, plan, goal.id, "", actor)
        with pytest.raises(NotFound):
            actions.keep_private_goal(setting.person.id, "Mine", "", actor)
        with pytest.raises(NotFound):
            actions.throw_private_goal_away(setting.person.id, goal.id, actor)


def test_its_entry_in_the_audit_names_no_person_and_holds_no_word(setting: Setting, goal: PrivateGoal) -> None:
    [entry] = db.session.scalars(db.select(AuditEntry).where(AuditEntry.verb == "write_private"))
    assert entry.person_id is None
    assert "Sing" not in str(entry.detail)


def test_shared_it_is_a_suggestion_in_their_words_and_the_notes_stay(
    setting: Setting, plan: CarePlan, amara: Actor, goal: PrivateGoal
) -> None:
    suggestion = actions.share_private_goal(setting.person.id, plan, goal.id, "It calms me", amara)
    assert (suggestion.words, suggestion.why, suggestion.is_persons) == (goal.words, "It calms me", True)
    with pytest.raises(Conflict):
        actions.share_private_goal(setting.person.id, plan, goal.id, "", amara)
    with pytest.raises(Conflict):
        actions.change_private_goal(setting.person.id, goal.id, "Dance", "", None, amara)
    actions.accept_suggestion(suggestion, setting.nurse)
    found = current_plan(setting.person.id)
    assert found is not None
    assert (found.goals[-1].words, found.goals[-1].whose_words) == ("Sing in front of people", WhoseWords.PERSON)
    assert "kitchen" not in str([vars(each) for each in (*found.goals, *found.suggestions)])


def test_thrown_away_it_is_gone(setting: Setting, amara: Actor, goal: PrivateGoal) -> None:
    actions.throw_private_goal_away(setting.person.id, goal.id, amara)
    with pytest.raises(NotFound):
        private_goal_of(amara, setting.person.id, goal.id)
    assert db.session.scalar(db.select(db.func.count()).select_from(PrivateGoal)) == 0


def test_no_code_reads_the_table_but_the_persons_own() -> None:
    there = {path for path in (ROOT / "livingwell").rglob("*.py") if _names_it(path)}
    allowed = {ROOT / "livingwell" / "careplans" / name for name in ONLY_HERE}
    own_pages = {ROOT / "livingwell" / "portal" / part / "own_goals.py" for part in ("presenters", "views")}
    assert there == allowed | own_pages


def _names_it(path: Path) -> bool:
    text = path.read_text()
    return "PrivateGoal" in text or "private_goal" in text
