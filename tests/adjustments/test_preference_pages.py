"""Asking somebody how to reach them, and the strip that says it on every page about them."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from html import unescape

import pytest
from flask.testing import FlaskClient

from livingwell.adjustments.commands import ReminderSaid, TimeSaid
from livingwell.adjustments.models import Standing, TimeStanding, Way
from livingwell.adjustments.queries.preferences import preferences_history, preferences_of
from livingwell.adjustments.queries.strip import asked_of
from livingwell.core.clock import now, today
from livingwell.people.models import Person
from tests.factories.adjustments import make_adjustments, make_preferences
from tests.factories.identity import sign_in
from tests.factories.setting import Setting

Counting = Callable[[], AbstractContextManager[list[str]]]


def path(person: Person, rest: str = "") -> str:
    return f"/people/{person.id}/reaching{rest}"


def text_of(client: FlaskClient, address: str) -> str:
    """What the page says, in one line."""
    written = client.get(address).get_data(as_text=True)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", written)).split())


def typed(**more: object) -> dict[str, object]:
    """A form as somebody fills it in today."""
    day = today()
    told = {"told_on-day": day.day, "told_on-month": day.month, "told_on-year": day.year, "how_we_know": "told_us"}
    return {**told, "row_version": "0", "text_standing": "best", "background": "white", **more}


@pytest.fixture
def signed_in(setting: Setting, client: FlaskClient) -> FlaskClient:
    sign_in(client, setting.priya)
    return client


def test_what_was_asked_is_kept_in_the_persons_words(setting: Setting, signed_in: FlaskClient) -> None:
    answer = signed_in.post(
        path(setting.person, "/new"),
        data=typed(
            phone_standing="not_safe",
            phone_why="My brother picks up.",
            and_then="then wait a day",
            comes_from="Jo",
            good_1_days=["1", "2"],
            good_1_starts="1pm",
            not_1_ends="midday",
            not_1_why="I sleep late",
            notice_hours="48",
            reminder_1_hours="24",
            reminder_1_way="text",
            formats=["is_plain"],
            font_points="24",
        ),
    )
    assert answer.status_code == 303
    said = preferences_of(setting.person.id)
    assert said is not None
    assert [(each.way, each.standing, each.why) for each in said.ways] == [
        (Way.TEXT, Standing.BEST, ""),
        (Way.PHONE, Standing.NOT_SAFE, "My brother picks up."),
    ]
    assert [(each.standing, each.weekdays) for each in said.times] == [
        (TimeStanding.GOOD, "12"),
        (TimeStanding.NOT, ""),
    ]
    assert [(each.hours_before, each.way) for each in said.reminders] == [(24, Way.TEXT)]
    assert (said.notice_hours, said.is_plain, said.is_bulleted, said.font_points) == (48, True, False, 24)
    shown = text_of(signed_in, path(setting.person))
    for words in (
        "Never: not safe",
        "“My brother picks up.”",
        "Mon, Tue, from 1pm",
        "until midday (“I sleep late”)",
        "2 days",
    ):
        assert words in shown
    assert shown.index("Never: not safe") < shown.index("Text Best")


def test_it_begins_with_what_stands_and_saving_it_again_changes_nothing(
    setting: Setting, signed_in: FlaskClient
) -> None:
    make_preferences(
        setting.person,
        setting.nurse,
        words="Please write.",
        notice_hours=36,
        times=(TimeSaid(TimeStanding.NOT, "67"),),
        reminders=(ReminderSaid(24, Way.TEXT),),
    )
    written = signed_in.get(path(setting.person, "/new")).get_data(as_text=True)
    assert "Please write." in written
    assert '<option value="36" selected>' in written
    fields = re.findall(r'<(?:input|select|textarea)[^>]* name="([a-z_0-9]+)"', written)
    assert {"not_1_days", "reminder_1_way", "asked_to_stop"} <= set(fields)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"told_on-year": today().year + 1}, "must be today or in the past"),
        ({"phone_standing": "not_wanted", "reminder_1_hours": "24", "reminder_1_way": "phone"}, "said never by phone"),
        ({"reminder_1_hours": "24"}, "Say how long before, and how"),
        ({"good_1_starts": "2pm", "good_1_ends": "1pm"}, "Write a time over midnight as two"),
        ({"good_1_why": "I am awake"}, "say which days or times"),
        ({"phone_why": "It frightens me"}, "say which it is"),
        ({"through_someone_standing": "fine"}, "Say through whom, and how"),
        ({"phone_standing": "sometimes"}, "Choose from what is offered"),
        ({"good_1_starts": "25:00"}, "must be a time"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field_and_the_text_is_kept(
    setting: Setting, signed_in: FlaskClient, wrong: dict[str, object], message: str
) -> None:
    answer = signed_in.post(path(setting.person, "/new"), data=typed(words="Their own words.", **wrong))
    assert answer.status_code == 422
    assert message in unescape(answer.get_data(as_text=True))
    assert "Their own words." in answer.get_data(as_text=True)
    assert preferences_of(setting.person.id) is None


def test_every_way_never_is_saved_with_a_prompt_for_a_way_through_someone(
    setting: Setting, signed_in: FlaskClient
) -> None:
    never = {f"{way.value}_standing": "not_wanted" for way in Way}
    assert signed_in.post(path(setting.person, "/new"), data=typed(**never)).status_code == 303
    assert "Agree with Amara a way through someone else" in text_of(signed_in, path(setting.person))
    assert "Agree a way through someone else" in text_of(signed_in, f"/people/{setting.person.id}")


def test_of_two_at_once_the_second_sees_both(setting: Setting, signed_in: FlaskClient) -> None:
    make_preferences(setting.person, setting.peer, words="Please write.", not_safe=[Way.PHONE], never=())
    answer = signed_in.post(path(setting.person, "/new"), data=typed(words="Do not ring.", phone_standing="fine"))
    assert answer.status_code == 409
    both = unescape(answer.get_data(as_text=True))
    assert "Please write." in both
    assert "Do not ring." in both
    assert '<p class="lw-both__theirs">Never: not safe (somebody else may read or hear)</p>' in both
    assert '<option value="fine" selected>Fine</option>' in both


def test_a_day_is_told_with_what_stood_at_its_end(setting: Setting, signed_in: FlaskClient) -> None:
    then = now() - timedelta(days=10)
    make_preferences(setting.person, setting.nurse, told_at=then, words="Please write.")
    make_preferences(setting.person, setting.nurse, words="Ring me now.")
    day = (today() - timedelta(days=5)).isoformat()
    shown = text_of(signed_in, path(setting.person, f"/history?day={day}"))
    assert shown.index("At the end of") < shown.index("Please write.")
    before = date(2001, 1, 1).isoformat()
    assert "Nobody had asked Amara yet" in text_of(signed_in, path(setting.person, f"/history?day={before}"))
    for nonsense in ("yesterday", "9999-12-31", "2026-02-30"):
        assert "Choose a day up to today" in text_of(signed_in, path(setting.person, f"/history?day={nonsense}"))
    assert "No longer said “Please write.”" in shown


def test_what_was_told_on_an_earlier_day_holds_from_its_beginning(setting: Setting, signed_in: FlaskClient) -> None:
    day = today() - timedelta(days=3)
    when = {"told_on-day": day.day, "told_on-month": day.month, "told_on-year": day.year}
    signed_in.post(path(setting.person, "/new"), data=typed(**when))
    signed_in.post(path(setting.person, "/new"), data=typed(**when, row_version="1", words="And this."))
    first, second = reversed(preferences_history(setting.person.id))
    assert first.told_at == second.told_at
    assert preferences_of(setting.person.id) == second


def test_the_strip_says_best_and_never_with_not_safe_first(setting: Setting, signed_in: FlaskClient) -> None:
    page = f"/people/{setting.person.id}"
    assert "Best way Nobody has asked Amara yet Ask Amara" in text_of(signed_in, page)
    make_preferences(
        setting.person,
        setting.nurse,
        never=[Way.VIDEO],
        not_safe=[Way.PHONE, Way.VOICEMAIL],
        comes_from="Jo or Priya",
        and_then="then wait a day",
    )
    make_adjustments(setting.person, setting.nurse, ["Exact times", "Low light", "On paper", "A quiet room"])
    shown = text_of(signed_in, page)
    assert "How to reach and support Amara Best way Text from Jo or Priya, then wait a day" in shown
    assert "Never Phone or voicemail: not safe Never Video" in shown
    assert "Exact times Low light On paper All of how to reach Amara All 4 adjustments" in shown
    assert "A quiet room" not in shown


def test_the_strip_takes_one_statement_however_much_was_told(setting: Setting, count_statements: Counting) -> None:
    def count() -> int:
        with count_statements() as statements:
            asked_of(setting.person.id)
        return len(statements)

    assert count() == 1
    make_preferences(setting.person, setting.nurse, best=[], never=list(Way))
    make_adjustments(setting.person, setting.nurse, [f"Number {number}" for number in range(12)])
    assert count() == 1
