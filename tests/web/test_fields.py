"""What each kind of field keeps, and what it says when it refuses."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from werkzeug.datastructures import MultiDict
from wtforms import Form

from livingwell.core import clock
from livingwell.web import fields


class Sample(Form):
    surname = fields.TextField("Surname", max_length=10)
    words = fields.WordsField("What matters")
    born = fields.NHSDateField("Date of birth", validators=[fields.NotInFuture()])
    due = fields.NHSDateField("By when", validators=[fields.NotInPast()])
    importance = fields.NumberField("Importance", low=1, high=10)
    outcome = fields.RadioField("What happened", choices=[("done", "Done"), ("no", "Not done")])
    areas = fields.CheckboxesField("Areas", choices=[("work", "Work"), ("travel", "Travel")])
    who = fields.SelectField("Who", choices=[("", "Choose"), ("jo", "Jo")])
    is_challenge = fields.YesField("This is a challenge")
    version = fields.HiddenField("Version")


class Needed(Form):
    surname = fields.TextField("Surname", required="Enter the surname")
    born = fields.NHSDateField("Date of birth", required="Enter the date of birth")
    importance = fields.NumberField("Importance", low=0, high=10, required="Enter how important it is")
    outcome = fields.RadioField("What happened", choices=[("done", "Done")], required="Choose what happened")
    areas = fields.CheckboxesField("Areas", choices=[("work", "Work")], required="Choose an area")
    who = fields.SelectField("Who", choices=[("", "Choose"), ("jo", "Jo")], required="Choose who will do it")
    password = fields.PasswordField("Password", required="Enter your password")
    is_sure = fields.YesField("I am sure", required="Say that you are sure")


def filled(**typed: str | list[str]) -> Sample:
    form = Sample(MultiDict({name.replace("__", "-"): value for name, value in typed.items()}))
    form.validate()
    return form


def dated(day: str, month: str, year: str) -> Sample:
    return filled(born__day=day, born__month=month, born__year=year)


def test_text_loses_space_around_it_and_strange_line_ends() -> None:
    assert filled(words="  one\r\ntwo \r\n").words.data == "one\ntwo"


def test_one_line_stays_one_line() -> None:
    assert filled(surname="a\r\nb").surname.data == "a  b"


def test_text_that_is_too_long_is_kept_and_refused() -> None:
    form = filled(surname="x" * 11)
    assert form.surname.errors == ["Surname must be 10 characters or fewer"]
    assert form.surname._value() == "x" * 11


@pytest.mark.parametrize("bad", ["a\0b", "a\x07b", "a\udc80b", "a\x85b", "a\ufffeb", "a\U0001ffffb"])
@pytest.mark.parametrize("name", ["surname", "words", "version"])
def test_unprintable_characters_are_refused_once_and_taken_out(name: str, bad: str) -> None:
    field = filled(**{name: bad})[name]
    assert "can’t be kept" in field.errors[0]
    assert field._value() == "ab"
    assert filled(**{name: field._value()})[name].errors == []


def test_a_password_is_kept_as_typed() -> None:
    form = Needed(MultiDict({"password": " two words "}))
    assert form.password.data == " two words "


def test_blank_fields_say_what_to_do() -> None:
    form = Needed(MultiDict())
    form.validate()
    assert {name: errors[0] for name, errors in form.errors.items()} == {
        "surname": "Enter the surname",
        "born": "Enter the date of birth",
        "importance": "Enter how important it is",
        "outcome": "Choose what happened",
        "areas": "Choose an area",
        "who": "Choose who will do it",
        "password": "Enter your password",
        "is_sure": "Say that you are sure",
    }


def test_a_form_may_be_left_blank_where_nothing_is_required() -> None:
    assert filled().errors == {}


def test_zero_is_an_answer() -> None:
    form = Needed(MultiDict({"importance": "0"}))
    form.validate()
    assert form.importance.data == 0
    assert not form.importance.errors


@pytest.mark.parametrize(("month", "expected"), [("2", 2), ("02", 2), ("feb", 2), ("February", 2), ("Sept", 9)])
def test_a_date_is_read(month: str, expected: int) -> None:
    assert dated("6", month, "2018").born.data == date(2018, expected, 6)


@pytest.mark.parametrize(
    ("parts", "message", "bad_parts"),
    [
        (("6", "", "2018"), "Date of birth must include a month", ("month",)),
        (("", "", "2018"), "Date of birth must include a day and month", ("day", "month")),
        (("6", "8", "18"), "Date of birth must include 4 numbers for the year", ("year",)),
        (("31", "2", "2018"), "Date of birth must be a real date, like 27 3 2026", ("day", "month", "year")),
        (("6", "ma", "2018"), "Date of birth must be a real date, like 27 3 2026", ("day", "month", "year")),
        (("6", "8", "0000"), "Date of birth must be a real date, like 27 3 2026", ("day", "month", "year")),
        (("²", "8", "2018"), "Date of birth must be a real date, like 27 3 2026", ("day", "month", "year")),
    ],
)
def test_a_date_that_is_not_one_says_why_and_keeps_what_was_typed(
    parts: tuple[str, str, str], message: str, bad_parts: tuple[str, ...]
) -> None:
    field = dated(*parts).born
    assert field.errors == [message]
    assert field.bad_parts == bad_parts
    assert field.shown_parts() == parts


def test_dates_know_today() -> None:
    with clock.fixed(datetime(2026, 6, 11, 12, tzinfo=UTC)):
        future = filled(born__day="12", born__month="6", born__year="2026")
        past = filled(due__day="10", due__month="6", due__year="2026")
        today = filled(
            born__day="11", born__month="6", born__year="2026", due__day="11", due__month="6", due__year="2026"
        )
    assert future.born.errors == ["Date of birth must be today or in the past"]
    assert past.due.errors == ["By when must be today or in the future"]
    assert today.errors == {}


def test_a_date_begins_with_what_is_on_record() -> None:
    assert Sample(data={"born": date(1996, 8, 6)}).born.shown_parts() == ("6", "8", "1996")


@pytest.mark.parametrize("typed", ["11", "0", "-3", "two", "1.5", "9" * 30, "５"])
def test_a_number_out_of_range_is_kept_and_refused(typed: str) -> None:
    field = filled(importance=typed).importance
    assert field.errors == ["Importance must be a whole number from 1 to 10"]
    assert field._value() == typed


@pytest.mark.parametrize("name", ["outcome", "who", "areas"])
def test_a_choice_that_is_not_offered_is_refused(name: str) -> None:
    assert "Choose from what is offered" in filled(**{name: "else"})[name].errors[0]


@pytest.mark.parametrize("name", ["outcome", "areas", "who"])
def test_a_space_is_not_an_empty_choice(name: str) -> None:
    assert "Choose from what is offered" in filled(**{name: " "})[name].errors[0]


def test_choices_may_be_known_late() -> None:
    form = Sample(MultiDict({"who": "callum"}))
    form.who.offer([("callum", "Callum Reid")])
    assert form.validate()


anything = some.text(some.characters(exclude_categories=()), max_size=30)


@given(some.fixed_dictionaries({name: anything for name in Sample()._fields if name not in ("born", "due")}))
def test_no_text_breaks_a_field(typed: dict[str, str]) -> None:
    form = Sample(MultiDict(typed))
    form.validate()
    for field in (form.surname, form.words, form.importance, form.version):
        field._value().encode()


@given(anything, anything, anything)
def test_no_text_breaks_a_date(day: str, month: str, year: str) -> None:
    shown: Any = dated(day, month, year).born.shown_parts()
    "".join(shown).encode()
