"""What an adjustment asks of a place, and whether a place meets it."""

import pytest

from livingwell.adjustments.catalogue.choices import CHOICES
from livingwell.adjustments.models import (
    Background,
    Category,
    ContactPreferences,
    ReasonableAdjustment,
    Standing,
    Way,
    WayPreference,
)
from livingwell.directory.models import Feature
from livingwell.journeys.models.needs import (
    ASKED_BY,
    NOT_BY_PHONE,
    QUIET,
    STEP_FREE,
    Asks,
    Meets,
    Need,
    Said,
    Wish,
    asks_of,
    match,
    needs_from,
    untold,
)

PHONE = Need("Never phone", NOT_BY_PHONE)
WOMAN = Need("A woman to see them", Asks((Feature.WOMEN_ONLY,), is_decided=False))


def adjustment(choice_key: str, what: str = "") -> ReasonableAdjustment:
    return ReasonableAdjustment(choice_key=choice_key, what=what or choice_key, category=Category.BESPOKE)


def preferences(*ways: tuple[Way, Standing], **given: object) -> ContactPreferences:
    told = [WayPreference(way=way, standing=standing, position=place) for place, (way, standing) in enumerate(ways)]
    return ContactPreferences(ways=told, background=Background.WHITE, **given)


def test_every_choice_in_the_table_is_one_of_the_catalogue() -> None:
    assert set(ASKED_BY) <= {choice.key for choice in CHOICES}


def test_an_interpreter_of_any_language_asks_for_interpreters() -> None:
    languages = [choice.key for choice in CHOICES if choice.language]
    assert len(languages) > 100
    assert {asks_of(key)[0].features for key in languages} == {(Feature.INTERPRETERS,)}


def test_what_no_entry_can_tell_is_listed_to_be_asked_there() -> None:
    told = [
        adjustment("never-phone"),
        adjustment("", "Talk about trains first"),
        adjustment("eye-contact-is-not-expected"),
    ]
    assert untold(told) == ("Talk about trains first", "eye-contact-is-not-expected")


def test_a_need_reads_as_the_adjustment_does_and_stands_in_the_persons_order() -> None:
    needs = needs_from([adjustment("a-quiet-place", "A quiet place"), adjustment("never-phone", "Never phone")], None)
    assert [(need.words, need.asks) for need in needs] == [("A quiet place", QUIET), ("Never phone", NOT_BY_PHONE)]


def test_one_adjustment_may_ask_for_two_things() -> None:
    needs = needs_from([adjustment("room-and-door-for-a-wheelchair")], None)
    assert [need.asks.features for need in needs] == [STEP_FREE.features, (Feature.ACCESSIBLE_TOILET,)]


@pytest.mark.parametrize("standing", [Standing.NOT_WANTED, Standing.NOT_SAFE])
def test_whoever_asked_not_to_be_phoned_needs_a_place_that_needs_no_phone(standing: Standing) -> None:
    (need,) = needs_from([], preferences((Way.PHONE, standing)))
    assert (need.wish, need.asks) == (Wish.NOT_PHONED, NOT_BY_PHONE)


@pytest.mark.parametrize("standing", [Standing.BEST, Standing.FINE, Standing.ONLY_IF_URGENT])
def test_whoever_may_be_phoned_does_not(standing: Standing) -> None:
    assert needs_from([], preferences((Way.PHONE, standing))) == ()


def test_what_an_adjustment_and_a_wish_ask_alike_is_looked_for_once() -> None:
    needs = needs_from([adjustment("never-phone", "Never phone")], preferences((Way.PHONE, Standing.NOT_WANTED)))
    assert [need.words for need in needs] == ["Never phone"]


def test_the_persons_format_and_language_are_looked_for() -> None:
    needs = needs_from([], preferences(language="Polish", is_easy_read=True, font_points=20))
    assert [need.asks.features[0] for need in needs] == [
        Feature.INTERPRETERS,
        Feature.EASY_READ,
        Feature.LARGE_PRINT,
    ]


@pytest.mark.parametrize("points", [None, 12, 16])
def test_print_of_a_usual_size_is_no_need(points: int | None) -> None:
    assert needs_from([], preferences(font_points=points)) == ()


@pytest.mark.parametrize(
    ("said", "meets", "feature"),
    [
        ({}, Meets.UNKNOWN, Feature.NO_PHONE_NEEDED),
        ({Feature.BOOK_BY_TEXT: Said(3, 0)}, Meets.MET, Feature.BOOK_BY_TEXT),
        ({Feature.BOOK_BY_TEXT: Said(0, 3)}, Meets.UNKNOWN, Feature.NO_PHONE_NEEDED),
        ({Feature.NO_PHONE_NEEDED: Said(0, 1)}, Meets.NOT_MET, Feature.NO_PHONE_NEEDED),
        ({Feature.NO_PHONE_NEEDED: Said(0, 1), Feature.BOOK_ONLINE: Said(2, 0)}, Meets.MET, Feature.BOOK_ONLINE),
        ({Feature.NO_PHONE_NEEDED: Said(1, 1)}, Meets.UNKNOWN, Feature.NO_PHONE_NEEDED),
        ({Feature.QUIET_ROOM: Said(5, 0)}, Meets.UNKNOWN, Feature.NO_PHONE_NEEDED),
    ],
)
def test_any_of_its_features_meets_a_need_and_the_first_decides_that_it_is_not_met(
    said: dict[Feature, Said], meets: Meets, feature: Feature
) -> None:
    found = match(PHONE, said)
    assert (found.meets, found.feature) == (meets, feature)


def test_how_many_say_so_is_told() -> None:
    assert match(PHONE, {Feature.BOOK_BY_TEXT: Said(3, 0)}).yes == 3
    assert match(PHONE, {Feature.NO_PHONE_NEEDED: Said(1, 2)}).no == 2


def test_a_group_for_everybody_may_still_have_a_woman_to_see_them() -> None:
    assert match(WOMAN, {Feature.WOMEN_ONLY: Said(0, 4)}).meets is Meets.UNKNOWN
    assert match(WOMAN, {Feature.WOMEN_ONLY: Said(1, 0)}).meets is Meets.MET
