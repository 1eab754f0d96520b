"""What changed between two snapshots, told in sentences. Pure: nothing here needs a database."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from livingwell.careplans.models import GoalState, StepState
from livingwell.careplans.models.differences import Difference, differences
from livingwell.careplans.models.snapshot import (
    ConsequenceLine,
    GoalLine,
    RatingLine,
    Snapshot,
    StatementLine,
    StepLine,
    digest_of,
    from_json,
    line_from_json,
    line_to_json,
    to_json,
)

DAY = date(2026, 5, 3)

MATTERS = StatementLine("s1", "matters", "The library", "person", "", DAY, "Jo Brennan")
NEED = StatementLine("s2", "need", "Rest", "together", "", DAY, "Jo Brennan")
STEP = StepLine(
    "t1", 3, 1, "Ride two stops alone", "person", "", "Jo", DAY, "", "Tram full", "Let it go", 6, "to do", ""
)
GOAL = GoalLine(
    "g1", 1, "Get the tram", "person", "", DAY, "It is mine", "work and learning", 9, 1, "", "agreed", "", DAY, (STEP,)
)
WORK = ConsequenceLine("c1", "work", "Telling an employer", "Jo Brennan", DAY, None, "", "")
PLAN = Snapshot((MATTERS, NEED), (GOAL,), (WORK,))


def told(old: Snapshot, new: Snapshot) -> list[str]:
    return [sentence(each) for each in differences(old, new, "Amara")]


def sentence(each: Difference) -> str:
    new = f": “{each.new}”" if each.new else ""
    was = f" was “{each.old}”" if each.old else ""
    return f"{each.verb} {each.about}{new}{was}"


def with_goal(**changes: object) -> Snapshot:
    return replace(PLAN, goals=(replace(GOAL, **changes),))


def with_step(**changes: object) -> Snapshot:
    return with_goal(steps=(replace(STEP, **changes),))


def test_the_same_plan_has_no_differences() -> None:
    assert told(PLAN, PLAN) == []


def test_an_added_step_is_told_with_its_goal() -> None:
    added = replace(STEP, id="t2", number=4, what="Ask for a free travel pass")
    assert told(PLAN, with_goal(steps=(STEP, added))) == ["Added to goal 1: “Ask for a free travel pass”"]


def test_a_reworded_step_stands_beside_its_old_words() -> None:
    assert told(PLAN, with_step(what="Ride one stop alone")) == [
        "Reworded goal 1, step 3: “Ride one stop alone” was “Ride two stops alone”"
    ]


def test_whatever_a_step_says_is_told_in_words_without_field_names() -> None:
    changed = with_step(with_whom="", by_words="Each day", in_the_way="", then_we="Try later", confidence=8)
    assert told(PLAN, changed) == [
        "Changed who does goal 1, step 3: “Amara” was “Amara, with Jo”",
        "Changed when goal 1, step 3 is to be done by: “Each day” was “3 May 2026”",
        "Changed what might get in the way of goal 1, step 3 was “Tram full”",
        "Changed what we’d do then, in goal 1, step 3: “Try later” was “Let it go”",
        "Changed how sure Amara is of goal 1, step 3: “8 of 10” was “6 of 10”",
    ]


def test_whatever_a_goal_says_is_told_in_words() -> None:
    changed = with_goal(words="Get the bus", why_it_matters="", importance=None, whose_words="together", state="let go")
    assert told(PLAN, changed) == [
        "Reworded goal 1: “Get the bus” was “Get the tram”",
        "Changed why goal 1 matters was “It is mine”",
        "Changed how important goal 1 is to Amara was “9 of 10”",
        "Changed whose words goal 1 is in: “Ours together” was “Amara’s words”",
        "Changed where goal 1 stands: “let go” was “agreed”",
    ]


def test_new_words_in_place_of_old_ones_are_one_change() -> None:
    newer = replace(MATTERS, id="s9", words="My sister", replaces="s1")
    assert told(PLAN, replace(PLAN, statements=(newer, NEED))) == [
        "Reworded what matters to Amara: “My sister” was “The library”"
    ]


def test_what_was_taken_out_and_what_is_new_are_told() -> None:
    new = replace(
        PLAN, statements=(MATTERS,), consequences=(WORK, replace(WORK, id="c2", area="travel", what="A pass"))
    )
    assert told(PLAN, new) == [
        "Added what this could mean for travel: “A pass”",
        "Taken out what Amara needs was “Rest”",
    ]


def test_what_only_goes_on_as_agreed_is_progress() -> None:
    goes_on = [
        with_step(state=StepState.DONE.value),
        with_step(confidence=9),
        with_goal(state=GoalState.IN_PROGRESS.value),
        with_goal(ratings=(RatingLine("r1", 4, DAY, "Jo Brennan"),)),
        replace(PLAN, consequences=(replace(WORK, talked_through_on=DAY, decided="Yes"),)),
    ]
    for new in goes_on:
        found = differences(PLAN, new, "Amara")
        assert found
        assert all(each.is_progress for each in found), found


def test_what_changes_what_was_agreed_is_no_progress() -> None:
    for new in (with_step(state=StepState.DROPPED.value), with_goal(state=GoalState.LET_GO.value), with_step(what="X")):
        assert not any(each.is_progress for each in differences(PLAN, new, "Amara"))


def test_a_rating_is_told_by_its_number_and_never_judged() -> None:
    rated = with_goal(ratings=(RatingLine("r1", 4, DAY, "Jo Brennan"),))
    assert told(PLAN, rated) == ["Rated goal 1: “4 of 10, on 3 May 2026”"]


# A snapshot is kept as JSON and read again.

words = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40)
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))
steps = st.builds(StepLine, id=words, number=st.integers(1, 99), goal_number=st.integers(1, 99), by_on=st.none() | days)
goals = st.builds(
    GoalLine, said_on=days, state_since=days, steps=st.lists(steps, max_size=2).map(tuple), ratings=st.just(())
)
snapshots = st.builds(
    Snapshot,
    statements=st.lists(st.builds(StatementLine, said_on=days), max_size=3).map(tuple),
    goals=st.lists(goals, max_size=2).map(tuple),
    consequences=st.lists(st.builds(ConsequenceLine, raised_on=days, talked_through_on=st.none() | days)).map(tuple),
    review_on=st.none() | days,
)


@given(snapshots)
def test_a_snapshot_comes_back_as_it_was_kept(snapshot: Snapshot) -> None:
    assert from_json(to_json(snapshot)) == snapshot
    assert digest_of(from_json(to_json(snapshot))) == digest_of(snapshot)


def test_a_line_comes_back_as_it_was_kept() -> None:
    assert [line_from_json(line_to_json(line)) for line in PLAN.lines()] == list(PLAN.lines())


def test_a_snapshot_of_another_plan_has_another_digest() -> None:
    assert digest_of(PLAN) != digest_of(with_step(what="Ride one stop alone"))


def test_the_person_reads_goals_and_steps_by_their_words_and_never_by_numbers() -> None:
    new = replace(STEP, id="t2", number=2, what="Ride alone")
    changed = with_goal(importance=4, steps=(replace(STEP, what="Ride one stop", done_by="Mum"), new))
    read = {f"{each.verb} {each.read_by_them}".strip() for each in differences(PLAN, changed, "Amara")}
    assert read == {"Changed how important “Get the tram” is to Amara", "Reworded", "Added"}
    assert any("goal 1" in each.about for each in differences(PLAN, changed, "Amara"))
    gone = replace(PLAN, statements=(MATTERS,))
    assert [each.read_by_them for each in differences(PLAN, gone, "Amara")] == ["what Amara needs"]
