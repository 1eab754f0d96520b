"""Escaping, misspelt names, and the fast path of the NHS macros."""

from typing import Any

import pytest
from flask import Flask
from jinja2 import ChainableUndefined, ChoiceLoader, PackageLoader, UndefinedError
from jinja2 import Environment as PlainEnvironment
from markupsafe import Markup

from livingwell.web.templating import line_breaks

HOSTILE = "\"><script>alert('x')</script> & Siân’s <b>"


def shown(app: Flask, source: str, **context: Any) -> str:
    return app.jinja_env.from_string(source).render(**context)


@pytest.mark.parametrize(
    "source", ["{{ nope }}", "{{ person.nope }}", "{{ given.nope }}", "{% if nope %}{% endif %}", "{{ nope.deep.er }}"]
)
def test_a_misspelt_name_in_our_templates_is_an_error(in_request: Flask, source: str) -> None:
    with pytest.raises(UndefinedError):
        shown(in_request, source, person=object(), given={})


def test_a_misspelt_name_handed_to_an_nhs_macro_is_an_error(in_request: Flask) -> None:
    with pytest.raises(UndefinedError):
        shown(
            in_request,
            "{% from 'nhsuk/components/tag/macro.jinja' import tag %}{{ tag({'text': person.nope}) }}",
            person=object(),
        )


def test_nhs_macros_may_be_given_little(in_request: Flask) -> None:
    source = "{% from 'nhsuk/components/input/macro.jinja' import input %}{{ input({'id': 'a', 'name': 'a'}) }}"
    assert 'id="a"' in shown(in_request, source)


def test_everything_is_escaped(in_request: Flask) -> None:
    source = "{% from 'nhsuk/components/tag/macro.jinja' import tag %}{{ tag({'text': words}) }}{{ words }}"
    assert "<script>" not in shown(in_request, source, words=HOSTILE)


def test_line_breaks_are_kept_and_the_rest_is_text() -> None:
    assert line_breaks("a\n<b>") == Markup("a<br>\n&lt;b&gt;")


# The fast path: `nhs_attributes` and items looked up first must write, byte for byte, what the library itself writes.

ATTRIBUTES: dict[str, Any] = {
    "data-text": HOSTILE,
    "data-single": "it's",
    "data-double": 'say "it"',
    "data-number": 7,
    "data-zero": 0,
    "data-true": True,
    "data-none": None,
    "data-empty": "",
    "data-markup": Markup("&amp;<i>"),
    "data-list": {"value": ["a", "<b>'\"&"], "type": "array"},
    "data-optional": {"value": None, "optional": True},
    "hidden": {"value": True, "optional": True},
    "data-off": {"value": False, "optional": True},
    "data-optional-text": {"value": HOSTILE, "optional": True},
}
PART = {"text": HOSTILE, "attributes": ATTRIBUTES, "classes": "extra"}
ITEM = {"value": HOSTILE, "text": HOSTILE, "hint": {"text": HOSTILE}, "attributes": ATTRIBUTES, "id": "item"}
FIELD = {
    "id": "it",
    "name": "it",
    "label": PART,
    "hint": PART,
    "errorMessage": PART,
    "value": HOSTILE,
    "attributes": ATTRIBUTES,
    "autocomplete": "off",
    "classes": "extra",
    "describedBy": "other",
    "formGroup": {"classes": "group", "attributes": ATTRIBUTES},
}
GROUP = {**FIELD, "idPrefix": "it", "fieldset": {"legend": PART, "attributes": ATTRIBUTES}, "items": [ITEM, ITEM]}
MACROS = [
    ("action-link", "actionLink", {"text": HOSTILE, "href": HOSTILE, "attributes": ATTRIBUTES}),
    ("back-link", "backLink", {"text": HOSTILE, "href": HOSTILE, "attributes": ATTRIBUTES}),
    ("breadcrumb", "breadcrumb", {"items": [{"text": HOSTILE, "href": HOSTILE}], "attributes": ATTRIBUTES}),
    ("button", "button", {**PART, "href": HOSTILE}),
    ("button", "button", {**PART, "preventDoubleClick": True, "disabled": True, "name": HOSTILE, "value": HOSTILE}),
    ("card", "card", {"heading": HOSTILE, "description": HOSTILE, "attributes": ATTRIBUTES, "href": HOSTILE}),
    ("character-count", "characterCount", {**FIELD, "maxlength": 500}),
    ("checkboxes", "checkboxes", GROUP),
    ("contents-list", "contentsList", {"items": [{"text": HOSTILE, "href": HOSTILE, "current": True}]}),
    ("date-input", "dateInput", {**GROUP, "items": [{"name": "day", "value": HOSTILE, "width": 2, "error": True}]}),
    ("details", "details", {"summaryText": HOSTILE, "text": HOSTILE, "attributes": ATTRIBUTES}),
    ("do-dont-list", "list", {"title": HOSTILE, "type": "tick", "items": [{"item": HOSTILE}]}),
    ("error-message", "errorMessage", PART),
    ("error-summary", "errorSummary", {"errorList": [{"text": HOSTILE, "href": HOSTILE, "attributes": ATTRIBUTES}]}),
    ("fieldset", "fieldset", {"legend": PART, "attributes": ATTRIBUTES, "describedBy": HOSTILE}),
    ("file-upload", "fileUpload", FIELD),
    ("hint", "hint", PART),
    ("input", "input", {**FIELD, "prefix": HOSTILE, "suffix": HOSTILE, "inputmode": "numeric", "width": 4}),
    ("inset-text", "insetText", PART),
    ("label", "label", {**PART, "for": HOSTILE}),
    ("notification-banner", "notificationBanner", {**PART, "variant": "success", "id": HOSTILE}),
    ("pagination", "pagination", {"previousUrl": HOSTILE, "nextUrl": HOSTILE, "attributes": ATTRIBUTES}),
    ("panel", "panel", {"titleText": HOSTILE, **PART}),
    ("password-input", "passwordInput", FIELD),
    ("radios", "radios", GROUP),
    ("search-input", "searchInput", FIELD),
    ("select", "select", {**FIELD, "items": [ITEM]}),
    ("skip-link", "skipLink", {**PART, "href": HOSTILE}),
    ("summary-list", "summaryList", {"rows": [{"key": PART, "value": PART, "actions": {"items": [ITEM]}}]}),
    ("tables", "table", {"caption": HOSTILE, "head": [PART], "rows": [[PART, PART]], "attributes": ATTRIBUTES}),
    ("tabs", "tabs", {"items": [{"id": "a", "label": HOSTILE, "panel": {"text": HOSTILE}}], "attributes": ATTRIBUTES}),
    ("tag", "tag", PART),
    ("task-list", "taskList", {"items": [{"title": PART, "href": HOSTILE, "status": {"tag": PART}}]}),
    ("textarea", "textarea", {**FIELD, "rows": 4}),
    ("warning-callout", "warningCallout", {"heading": HOSTILE, **PART}),
]


@pytest.fixture(scope="module")
def as_published() -> PlainEnvironment:
    """The NHS macros as their authors run them."""
    return PlainEnvironment(
        loader=ChoiceLoader([PackageLoader("nhsuk_frontend_jinja")]),
        undefined=ChainableUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=True,
    )


@pytest.mark.parametrize(
    ("component", "name", "params"), MACROS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_the_fast_path_writes_what_the_library_writes(
    in_request: Flask, as_published: PlainEnvironment, component: str, name: str, params: dict[str, Any]
) -> None:
    path = f"nhsuk/components/{component}/macro.jinja"
    ours, theirs = (
        getattr(environment.get_template(path).module, name) for environment in (in_request.jinja_env, as_published)
    )
    assert str(ours(params)) == str(theirs(params))
    assert "<script>" not in ours(params)


@pytest.mark.parametrize("attributes", [None, "", ' data-a="1"', Markup(' data-a="&amp;"'), {}, ATTRIBUTES, 7])
def test_attributes_alone(in_request: Flask, as_published: PlainEnvironment, attributes: Any) -> None:
    source = "{% from 'nhsuk/macros/attributes.jinja' import nhsukAttributes %}[{{ nhsukAttributes(given) }}]"
    fast = in_request.jinja_env.from_string(source).render(given=attributes)
    assert fast == as_published.from_string(source).render(given=attributes)
