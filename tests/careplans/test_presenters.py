"""Words on the page."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livingwell.careplans.models import StepState
from livingwell.careplans.models.snapshot import RatingLine, Snapshot
from livingwell.careplans.presenters.goals import change_of, goal_card, now_of, step_row
from livingwell.careplans.presenters.pieces import pieces_of
from livingwell.careplans.presenters.plain_text import lines_gone, new_lines, plan_text
from livingwell.careplans.presenters.plan_page import plan_page, turned_page
from tests.careplans.test_differences import DAY, GOAL, PLAN, STEP


def rated(*values: int) -> tuple[RatingLine, ...]:
    return tuple(RatingLine(str(n), value, DAY, "Jo") for n, value in enumerate(values))


@pytest.mark.parametrize(
    ("values", "said"),
    [((1, 5), "Up 4 since 3 May"), ((5, 2), "Down 3 since 3 May"), ((3, 4, 3), "The same as on 3 May"), ((3,), "")],
)
def test_how_a_rating_moved_is_said_and_never_judged(values: tuple[int, ...], said: str) -> None:
    assert change_of(rated(*values)) == said


def test_the_number_now_stands_beside_the_first() -> None:
    assert now_of(replace(GOAL, ratings=rated(1, 2, 5))) == "5, was 1. Up 4 since 3 May."
    assert now_of(GOAL) == ""


def test_only_a_step_of_ours_that_was_not_done_is_marked_red() -> None:
    missed = replace(STEP, state=StepState.NOT_DONE.value)
    assert step_row(missed, "Amara").kind == ""
    assert step_row(replace(missed, actor_kind="member", done_by="Priya"), "Amara").kind == "not_done"


def test_a_card_says_whose_words_it_shows() -> None:
    assert goal_card(GOAL, "Amara").whose == "Amara’s words"
    suggested = replace(GOAL, whose_words="suggested", suggested_by="Jo Brennan")
    assert goal_card(suggested, "Amara").whose == "Suggested by Jo Brennan, on 3 May"


def test_goals_come_rated_first_and_those_that_are_over_apart() -> None:
    goals = [
        replace(GOAL, id="g3", number=3, rated_place=None, state="suggested"),
        replace(GOAL, id="g2", number=2, rated_place=None),
        replace(GOAL, id="g4", number=4, rated_place=None, state="reached"),
        GOAL,
    ]
    page = plan_page(Snapshot(goals=tuple(goals)), "Amara", DAY)
    assert [card.number for card in page.goals] == [1, 2, 3]
    assert [card.number for card in page.over] == [4]


def test_on_the_turned_screen_nobody_goes_with_the_person_by_name() -> None:
    goal = replace(GOAL, steps=(replace(STEP, actor_kind="member", done_by="Jo Brennan", with_whom="Amara"),))
    page = turned_page(Snapshot(goals=(goal,)), "Amara", DAY)
    assert page.goals[0].steps[0].who == "Jo Brennan, with me"


def test_old_and_new_words_are_marked_piece_by_piece() -> None:
    assert pieces_of("Ride two stops alone", "Ride one stop alone, then rest") == (
        ("same", "Ride "),
        ("removed", "two stops "),
        ("added", "one stop "),
        ("same", "alone"),
        ("added", ", then rest"),
    )


@given(st.text(max_size=60), st.text(max_size=60))
def test_the_pieces_are_the_old_text_and_the_new(old: str, new: str) -> None:
    pieces = pieces_of(old, new)
    assert "".join(text for kind, text in pieces if kind != "added") == old
    assert "".join(text for kind, text in pieces if kind != "removed") == new


def test_the_plain_text_has_everything_and_says_what_is_new_since_it_was_copied() -> None:
    now = plan_text(plan_page(PLAN, "Amara", DAY), "Amara Osei, born 14 March 1997", "Not agreed yet")
    for said in (
        "“The library”",
        "- Rest",
        "Goal 1 (Amara’s words): Get the tram",
        "Ride two stops alone",
        "Telling an",
    ):
        assert said in now
    before = now.replace("- Rest\n", "- Sleep\n")
    assert (new_lines(before, now), lines_gone(before, now)) == (("- Rest",), ("- Sleep",))
