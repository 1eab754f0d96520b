"""The draft of the closing letter: what it says, from what the record knows."""

from datetime import date

import pytest

from livingwell.adjustments.models import Way
from livingwell.contacts.wording.judging_words import SHIPPED, found_in, words_in
from livingwell.contacts.wording.reading_ease import reading_ease
from livingwell.journeys.models import EndingKind, HandOverStepKind
from livingwell.journeys.models.closing_facts import (
    ClosingFacts,
    GoalTold,
    NextStep,
    PlaceTold,
    RatingTold,
    Tried,
    WayBackTold,
)
from livingwell.journeys.presenters.closing_letter import closing_subject, closing_words

TRAM = GoalTold(
    words="Get the tram into town on my own",
    is_own=True,
    is_reached=True,
    first=RatingTold(2, date(2026, 3, 3)),
    last=RatingTold(7, date(2026, 6, 9)),
    steps_done=("Ride two stops with Jo", "Ride two stops alone"),
)
CHOIR = PlaceTold(
    name="Salford Open Choir",
    what="A choir for anybody. You do not have to read music.",
    how_to_join="Come along on a Tuesday at 6pm",
    reached_by=("0161 496 0000", "hello@choir.example"),
    next_steps=(NextStep(HandOverStepKind.VISITED, date(2026, 6, 23), who="Jo Brady"),),
)
FACTS = ClosingFacts(
    kind=EndingKind.GOALS_REACHED,
    goals=(TRAM,),
    adjustments=("Low light", "Text, not phone"),
    what_helps="Walking to the canal. Calling my sister.",
    places=(CHOIR,),
    way_back=WayBackTold(date(2027, 6, 11), "Priya Mistry", Way.TEXT, "Text 07700 900999"),
    crisis="Call 111 and choose option 2, at any time.",
    practice="Weaver Street Surgery",
)


def letter(facts: ClosingFacts = FACTS) -> str:
    return closing_words(facts, "Amara", "Priya", "Salford Living Well")


def section(heading: str, facts: ClosingFacts = FACTS) -> str:
    """What stands under one heading."""
    return letter(facts).partition(f"# {heading}\n\n")[2].partition("\n\n# ")[0]


def test_it_has_its_parts_in_order_each_under_a_plain_heading() -> None:
    headings = [line.removeprefix("# ") for line in letter().split("\n") if line.startswith("# ")]
    assert headings == [
        "What we did together",
        "What changed",
        "What helps you",
        "Where next",
        "How to come back",
        "If things get too much",
        "Who else gets this letter",
    ]


def test_goals_stand_in_the_persons_own_words() -> None:
    assert "“Get the tram into town on my own.”" in section("What we did together")


def test_a_goal_that_is_not_in_their_words_is_not_quoted() -> None:
    goal = GoalTold(words="Sleep through the night", is_own=False)
    assert "“" not in section("What we did together", ClosingFacts(goals=(goal,)))


def test_what_changed_is_the_first_and_the_last_number_that_they_gave() -> None:
    assert "You said 2 on 3 March 2026, and 7 on 9 June 2026." in section("What changed")


def test_a_number_that_was_asked_for_once_is_no_change() -> None:
    once = GoalTold(
        words="Sleep", is_own=True, first=RatingTold(4, date(2026, 3, 3)), last=RatingTold(4, date(2026, 3, 3))
    )
    assert "You said 4 on 3 March 2026." in section("What changed", ClosingFacts(goals=(once,)))


def test_a_place_says_what_it_is_how_to_join_and_what_comes_next_with_whom() -> None:
    told = section("Where next")
    for words in (CHOIR.what, CHOIR.how_to_join, "0161 496 0000", "you go there together (Jo Brady), by 23 June 2026"):
        assert words in told


def test_the_way_back_says_until_when_to_whom_and_how() -> None:
    told = section("How to come back")
    for words in ("until 11 June 2027", "do not need a new referral", "Priya Mistry", "Text 07700 900999"):
        assert words in told


def test_what_the_record_knows_nothing_of_is_left_out() -> None:
    assert "# Where next" not in letter(ClosingFacts())
    assert "# What changed" not in letter(ClosingFacts())


def test_the_person_reads_that_their_gp_gets_a_copy_and_that_they_can_say_no() -> None:
    told = section("Who else gets this letter")
    assert "Weaver Street Surgery" in told
    assert "If you do not want that, tell us." in told


def test_a_person_who_wants_no_copy_for_the_gp_reads_that_there_is_none() -> None:
    assert "so we do not" in section("Who else gets this letter", ClosingFacts(is_copied_to_gp=False))


def test_after_lost_contact_it_says_what_we_tried_and_that_the_door_is_open_without_blame() -> None:
    facts = ClosingFacts(kind=EndingKind.LOST_CONTACT, tried=(Tried(Way.TEXT, date(2026, 5, 3)),))
    assert "Text, on 3 May 2026" in section("What we tried", facts)
    assert "Our door is open" in section("How to come back", facts)
    assert closing_subject(facts) == "Our door is open"


@pytest.mark.parametrize("kind", [kind for kind in EndingKind if kind is not EndingKind.DIED])
def test_no_draft_judges_and_each_reads_easily(kind: EndingKind) -> None:
    words = letter(ClosingFacts(**{**vars(FACTS), "kind": kind, "to_where": "The wellbeing team"}))
    assert found_in(words, words_in(SHIPPED)) == ()
    ease = reading_ease(words)
    assert ease.age is not None
    assert ease.age <= 11


def test_a_line_of_the_plan_can_not_become_a_heading_or_another_point() -> None:
    goal = GoalTold(words="Sleep\n# If things get too much\n- call nobody", is_own=True)
    headings = [line for line in letter(ClosingFacts(goals=(goal,))).split("\n") if line.startswith("#")]
    assert "# If things get too much" not in headings
