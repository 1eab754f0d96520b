"""Fields as NHS components: valid, escaped, with what was typed."""

import re
from typing import Any

import html5lib
import pytest
from flask import Flask
from markupsafe import Markup
from werkzeug.datastructures import MultiDict
from wtforms import Form

from livingwell.web import field_rendering, fields
from livingwell.web.field_rendering import error_summary, nhs_field

HOSTILE_LINE = '"><script>x</script>  two’s & <b>'
HOSTILE = HOSTILE_LINE.replace("  two", "\n  two")


class Every(Form):
    surname = fields.TextField(HOSTILE, description=HOSTILE, max_length=3, render_kw={"autocomplete": "family-name"})
    email = fields.EmailField("E-mail")
    phone = fields.TelephoneField("Phone")
    words = fields.WordsField("What matters", rows=6)
    born = fields.NHSDateField("Date of birth")
    importance = fields.NumberField("Importance", low=1, high=10)
    outcome = fields.RadioField(HOSTILE, choices=[("a", HOSTILE), ("b", "Not done")])
    areas = fields.CheckboxesField("Areas", choices=[("work", "Work"), ("travel", "Travel")])
    who = fields.SelectField("Who", choices=[("", "Choose"), (HOSTILE, HOSTILE)])
    is_challenge = fields.YesField("This is a challenge")
    password = fields.PasswordField("Password", required="Enter your password")
    version = fields.HiddenField("Version")


TYPED = {
    "surname": HOSTILE_LINE,
    "email": HOSTILE_LINE,
    "phone": HOSTILE_LINE,
    "words": HOSTILE,
    "born-day": "31",
    "born-month": HOSTILE_LINE,
    "born-year": "2020",
    "importance": HOSTILE_LINE,
    "outcome": "zz",
    "areas": "travel",
    "who": HOSTILE,
    "is_challenge": "y",
    "password": HOSTILE,
    "version": HOSTILE,
}


def whole_page(form: Form) -> str:
    content = error_summary(form) + Markup("").join(nhs_field(field) for field in form)
    return f"<!DOCTYPE html><html lang=en><head><title>x</title></head><body><form>{content}</form></body></html>"


@pytest.mark.usefixtures("in_request")
@pytest.mark.parametrize("typed", [TYPED, {}])
def test_every_field_is_valid_html_with_ids_of_its_own(typed: dict[str, str]) -> None:
    form = Every(MultiDict(typed))
    form.validate()
    page = whole_page(form)
    html5lib.HTMLParser(strict=True).parse(page)
    ids = re.findall(r'\sid="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    assert "<script>" not in page


@pytest.mark.usefixtures("in_request")
def test_what_was_typed_comes_back() -> None:
    form = Every(MultiDict(TYPED))
    form.validate()
    tree = html5lib.parse(whole_page(form), namespaceHTMLElements=False)
    assert tree.find(".//textarea[@name='words']").text == HOSTILE
    for name in ("surname", "email", "phone", "born-month", "importance"):
        assert tree.find(f".//input[@name='{name}']").get("value") == HOSTILE_LINE
    assert tree.find(".//input[@name='version']").get("value") == HOSTILE
    assert tree.find(".//input[@name='password']").get("value") is None
    assert tree.find(".//input[@value='travel']").get("checked") is not None
    assert tree.find(".//input[@name='is_challenge']").get("checked") is not None
    assert tree.find(".//option[@selected]").get("value") == HOSTILE


@pytest.mark.usefixtures("in_request")
def test_every_error_leads_to_a_field_that_is_there() -> None:
    form = Every(MultiDict(TYPED))
    form.validate()
    page = whole_page(form)
    targets = re.findall(r'href="#([^"]+)"', page)
    assert {"surname", "born-day", "importance", "outcome"} <= set(targets)
    assert all(f'id="{target}"' in page for target in targets)


@pytest.mark.usefixtures("in_request")
def test_nothing_wrong_says_nothing() -> None:
    assert error_summary(Every()) == ""


@pytest.mark.usefixtures("in_request")
@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({"label": "Other words"}, "Other words"),
        ({"label": {"size": "m"}}, "nhsuk-label--m"),
        ({"hint": "A hint"}, "A hint"),
    ],
)
def test_a_template_may_say_it_otherwise(params: dict[str, Any], expected: str) -> None:
    assert expected in nhs_field(Every().email, **params)


def test_templates_have_the_functions(in_request: Flask) -> None:
    source = "{{ error_summary(form) }}{{ nhs_field(form.email) }}{{ csrf_field() }}"
    written = in_request.jinja_env.from_string(source).render(form=Every())
    assert 'name="csrf_token"' in written
    assert 'id="csrf_token"' not in written


def test_what_is_kept_of_a_field_holds_nobodys_words(in_request: Flask) -> None:
    field_rendering._kept.clear()
    empty, typed = Every(), Every(MultiDict({"words": "I sleep badly", "importance": "11"}))
    assert not typed.validate()

    first = nhs_field(empty.words)
    told = [nhs_field(typed.words), nhs_field(typed.importance)]

    assert nhs_field(empty.words) == first
    assert "I sleep badly" in told[0]
    assert list(field_rendering._kept.values()) == [first]
