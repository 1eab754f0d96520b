"""How the figures are said."""

from datetime import date

import pytest

from livingwell.adjustments.models import Way
from livingwell.oversight.models import Adjustments, Figures, Period, Phoned, Share
from livingwell.oversight.presenters.figures import FiguresCard, percentage
from livingwell.oversight.presenters.periods import in_words, offered, usual_period

JUNE = date(2026, 6, 11)
NOBODY_PHONED, NO_ANSWERS = Phoned(0, 0, 0, 0), Adjustments(0, 0, 0, None)


def card(
    by_way: dict[Way, Share] | None = None,
    phoned: Phoned = NOBODY_PHONED,
    adjustments: Adjustments = NO_ANSWERS,
) -> FiguresCard:
    return FiguresCard.of(Figures(by_way or {}, [], phoned, adjustments), JUNE, lambda figure, **_part: figure.value)


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Share(212, 35), "85%"),
        (Share(999, 1), "99%"),
        (Share(1000, 0), "100%"),
        (Share(1, 999), "1%"),
        (Share(0, 10), "0%"),
        (Share(3, 1), ""),
        (Share(before=50), ""),
    ],
)
def test_a_percentage_is_never_rounded_to_all_or_none_and_never_of_a_few(share: Share, words: str) -> None:
    assert percentage(share) == words


def test_ways_stand_in_the_order_of_how_often_they_were_used() -> None:
    ways = card({Way.PHONE: Share(1, 2), Way.TEXT: Share(4, 0), Way.LETTER: Share(before=3)}).ways
    assert [line.way for line in ways] == ["Text", "Phone", "Letter"]
    assert [line.share for line in ways] == ["4 of 4", "1 of 3", "none to judge"]


@pytest.mark.parametrize(
    ("phoned", "words"),
    [
        (Phoned(0, 0, 0, 0), "Nobody had asked never to be phoned."),
        (Phoned(0, 1, 0, 0), "Nobody: 1 person had asked never to be phoned, and none of them was."),
        (Phoned(3, 12, 5, 0), "of 12 people, in 5 calls."),
        (Phoned(1, 12, 1, 1), "of 12 people, in 1 call, 1 of them in an emergency."),
    ],
)
def test_who_was_phoned_against_their_wish(phoned: Phoned, words: str) -> None:
    assert card(phoned=phoned).phoned == words


def test_a_review_says_how_long_the_longest_has_waited() -> None:
    assert card(adjustments=Adjustments(0, 0, 2, date(2026, 6, 2))).review_wait == "longest 9 days"
    assert card(adjustments=Adjustments(0, 0, 2, JUNE)).review_wait == ""


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 5, 1), date(2026, 5, 31), "1 to 31 May 2026"),
        (date(2026, 3, 1), JUNE, "1 March to 11 June 2026"),
        (date(2025, 6, 12), JUNE, "12 June 2025 to 11 June 2026"),
        (JUNE, JUNE, "11 June 2026"),
    ],
)
def test_a_period_in_words(first: date, last: date, words: str) -> None:
    assert in_words(Period(first, last)) == words


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (JUNE, date(2026, 3, 12)),
        (date(2026, 5, 31), date(2026, 3, 1)),
        (date(2028, 5, 31), date(2028, 3, 1)),
        (date(2026, 3, 31), date(2026, 1, 1)),
        (date(2026, 1, 15), date(2025, 10, 16)),
    ],
)
def test_three_months_back_from_any_day(today: date, first: date) -> None:
    assert usual_period(today) == Period(first, today)


def test_the_periods_that_are_one_press_away() -> None:
    assert [(one.label, one.first, one.is_here) for one in offered(JUNE, usual_period(JUNE))] == [
        ("This month", "2026-06-01", False),
        ("Last month", "2026-05-01", False),
        ("Last 3 months", "2026-03-12", True),
        ("Last 12 months", "2025-06-12", False),
    ]


def test_months_begin_and_end_in_london() -> None:
    months = Period(date(2026, 3, 15), date(2026, 4, 20)).months()
    assert [(month.first, month.last) for month in months[-2:]] == [
        (date(2026, 3, 1), date(2026, 3, 31)),
        (date(2026, 4, 1), date(2026, 4, 20)),
    ]
    assert months[-1].starts.hour == 23  # summer time: midnight in London is 11pm in UTC
