"""What an entry of a feed becomes, in either version of the standard, whatever state it is in."""

import io
from typing import Any

import pytest

from livingwell.directory.actions.feeds.plain import plain
from livingwell.directory.actions.feeds.said import Closed, Entry, Refused, Row
from livingwell.directory.actions.feeds.sources import FileSource
from tests.factories.feeds import as_json, entry, old_entry


def rows(body: bytes) -> list[Row]:
    return [row for _number, row in FileSource(io.BytesIO(body)).rows()]


def said(item: dict[str, Any]) -> dict[str, Any]:
    [row] = rows(as_json([item]))
    assert isinstance(row, Entry)
    return row.said


def left_out(item: dict[str, Any]) -> tuple[str, ...]:
    [row] = rows(as_json([item]))
    assert isinstance(row, Entry)
    return row.left_out


def test_an_entry_of_version_3_fills_every_column_that_it_can() -> None:
    assert said(entry("a1")) == {
        "name": "Allotment a1",
        "kind": "other",
        "summary": "Growing things together & tea.\n\nRun by Salford Growers.",
        "for_whom": "Age 18 and over",
        "cost": "Free",
        "is_self_referral": True,
        "is_by_referral": False,
        "is_drop_in": True,
        "how_to_join": "Just turn up, no referral needed.",
        "phone": "0161 496 0100",
        "email": "sam@example.org",
        "website": "https://allotment.example.org",
        "address": "The Plots, Canal Road, Salford",
        "postcode": "M6 5WX",
        "latitude": 53.4875,
        "longitude": -2.2901,
        "opening_hours": "Tuesday and Thursday 10:00 to 12:30",
        "waiting_time": "None",
    }


def test_version_1_before_it_reads_as_well() -> None:
    found = said(old_entry("a1"))
    assert found["for_whom"] == "Adults. Ages 18 to 65"
    assert found["kind"] == "housing"
    assert found["is_drop_in"]
    assert found["opening_hours"] == "Tuesday 10:00 to 12:30"
    assert (found["postcode"], found["latitude"]) == ("M6 5WX", 53.4875)


@pytest.mark.parametrize(("item", "standard"), [(entry("a"), "3.0"), (old_entry("a"), "1.0")])
def test_which_version_a_feed_keeps_to_is_told(item: dict[str, Any], standard: str) -> None:
    source = FileSource(io.BytesIO(as_json([item])))
    list(source.rows())
    assert source.standard == f"Open Referral UK {standard}"


def test_a_page_of_an_api_saved_as_a_file_reads_as_a_feed() -> None:
    assert len(rows(b'{"total_items": 1, "contents": ' + as_json([entry("a")])[13:-1] + b"}")) == 1


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        (entry("a", id=""), "It has no id."),
        (entry("a", id=None), "It has no id."),
        (entry("a", id={"nested": 1}), "It has no id."),
        (entry("a", id="x" * 201), "Its id is too long."),
        (entry("a", name=""), "It has no name."),
        (entry("a", name="<b></b>"), "It has no name."),
        (entry("a", name=["a"]), "It has no name."),
        (entry("a", name="x" * 201), "Its name is over 200 characters."),
        ("a service", "It is not an entry: a service is written as an object with fields."),
        (None, "It is not an entry: a service is written as an object with fields."),
    ],
)
def test_a_row_that_cant_be_used_is_refused_and_the_next_is_read(item: Any, reason: str) -> None:
    broken, good = rows(as_json([item, entry("b")]))
    assert isinstance(broken, Refused)
    assert broken.reason == reason
    assert isinstance(good, Entry)


@pytest.mark.parametrize("status", ["inactive", "defunct", "Temporarily closed"])
def test_what_the_feed_says_is_not_running_is_closed(status: str) -> None:
    assert rows(as_json([entry("a", status=status)])) == [Closed("a")]


@pytest.mark.parametrize(
    ("told", "column"),
    [
        ({"url": "javascript:alert(1)", "organization": {}}, "website"),
        ({"contacts": [{"phones": [{"number": "ask at the desk"}]}]}, "phone"),
        ({"contacts": [{"email": "not an address"}]}, "email"),
    ],
)
def test_what_cant_be_right_is_left_out_and_said(told: dict[str, Any], column: str) -> None:
    item = entry("a", **told)
    assert said(item)[column] == ""
    assert left_out(item) == (f"The {column} was left out: it can’t be one.",)


def located(**told: Any) -> dict[str, Any]:
    return entry("a", service_at_locations=[{"location": {"addresses": [{"address_1": "1 Road"}], **told}}])


@pytest.mark.parametrize(("north", "east"), [(0, 0), (91, 0), ("north", "east"), (53.4, None), (float("inf"), 1)])
def test_a_place_that_cant_be_is_left_out_whole(north: object, east: object) -> None:
    found = said(located(latitude=north if north != float("inf") else 1e308, longitude=east))
    assert (found["latitude"], found["longitude"]) == (None, None)


@pytest.mark.parametrize("shape", [None, "text", 7, [], {}, [None], [[]], {"a": []}, [{"location": []}]])
@pytest.mark.parametrize(
    "name", ["schedules", "contacts", "service_at_locations", "organization", "attributes", "cost_options", "phones"]
)
def test_nested_parts_of_another_shape_are_as_if_not_there(name: str, shape: Any) -> None:
    assert said(entry("a", **{name: shape}))["name"] == "Allotment a"


def test_costs_are_said_in_words() -> None:
    options = [{"amount": 0, "option": "Members"}, {"amount": 3.5, "amount_description": "a visit"}]
    assert said(entry("a", fees_description="", cost_options=options))["cost"] == "Free (Members); £3.50 a visit"


def test_a_long_text_ends_at_a_word_with_dots() -> None:
    cost = said(entry("a", fees_description="word " * 200))["cost"]
    assert cost.endswith("word…")
    assert len(cost) <= 500


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("<p>Tea<br>and <b>talk</b></p>", "Tea\nand talk"),
        ("<script>alert(1)</script>Hello<style>p{}</style>", "Hello"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;Hello", "Hello"),
        ("&amp;lt;img src=x onerror=alert(1)&amp;gt;Hello", "Hello"),
        ("for people under <18 & over", "for people under <18 & over"),
        ("<!-- hidden -->seen", "seen"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"),
        ('<a href="javascript:alert(1)">Here</a>', "Here"),
    ],
)
def test_no_markup_survives(written: str, read: str) -> None:
    assert plain(written) == read


@pytest.mark.parametrize(
    "written", ["<" * 16_000, "<a " * 5_000, "<!--" * 4_000, "<a x='" * 2_500, "a<b", "<img src=x"]
)
def test_what_is_never_closed_is_no_markup_either(written: str) -> None:
    found = plain(written)
    assert plain(found) == found
    assert "<a" not in found
    assert "<i" not in found
