"""Our fields as components of the NHS design system.

In a template: `nhs_field(form.surname)`, `error_summary(form)` and `csrf_field()`.
"""

from collections.abc import Iterator
from functools import singledispatch
from typing import Any

import wtforms
from flask import Flask, current_app, g
from flask_wtf.csrf import generate_csrf
from markupsafe import Markup
from wtforms import Field, Form

from livingwell.web import fields
from livingwell.web.typed import page_token

Params = dict[str, Any]

MOST_KEPT = 500
_kept: dict[tuple[str, str, str], Markup] = {}

# Parameters of the NHS macros that are named like the attribute that they become.
_OWN_PARAMETERS = ("autocomplete", "inputmode", "spellcheck", "pattern", "disabled", "autocapitalize", "width")


def init_app(app: Flask) -> None:
    """Give templates the three functions."""
    app.jinja_env.globals.update(nhs_field=nhs_field, error_summary=error_summary, csrf_field=csrf_field)


def nhs_field(field: Field, **params: Any) -> Markup:
    """One field with its label, hint and error.

    Keyword parameters are those of the NHS macro and win over what the field says. `label` and `hint` may be text;
    `label={"size": "m"}` keeps the field's own words.
    """
    return _render(field, _common(field) | _as_parameters(field, params))


def error_summary(form: Form) -> Markup:
    """What is wrong, each with a link to its field; nothing when nothing is."""
    errors = list(_errors(form))
    if not errors:
        return Markup("")
    return _macro("error-summary", "errorSummary", {"heading": "There is a problem", "errorList": errors})


def csrf_field() -> Markup:
    """What every form that writes carries, hidden: the token, the page's number, and the person it is about.

    They have no id, so that a page may hold many forms.
    """
    carried = {"csrf_token": generate_csrf(), "submission": page_token(), "about": g.get("about")}
    return Markup("").join(
        Markup('<input type="hidden" name="{}" value="{}">').format(name, value)
        for name, value in carried.items()
        if value
    )


def _errors(form: Form) -> Iterator[Params]:
    for message in form.form_errors:
        yield {"text": str(message)}
    for field in form:
        if field.errors:
            yield {"text": str(field.errors[0])} | ({} if _is_hidden(field) else {"href": f"#{_first_id(field)}"})


def _is_hidden(field: Field) -> bool:
    return getattr(field.widget, "input_type", "") == "hidden"


def _first_id(field: Field) -> str:
    return f"{field.id}-{field.first_part()}" if isinstance(field, fields.NHSDateField) else field.id


def _macro(component: str, name: str, params: Params) -> Markup:
    """What a macro of the NHS library writes for these parameters: always the same, and slowly, so it is kept.

    Not so a box with somebody's words in it, or with what is wrong with them: those are for one reader.
    """
    if params.get("value") or "errorMessage" in params or "errorList" in params:
        return _written(component, name, params)
    key = (component, name, repr(params))
    if key not in _kept and len(_kept) >= MOST_KEPT:
        _kept.clear()
    return _kept.get(key) or _kept.setdefault(key, _written(component, name, params))


def _written(component: str, name: str, params: Params) -> Markup:
    """Call the macro. Jinja keeps the loaded module, so finding it costs next to nothing."""
    module = current_app.jinja_env.get_template(f"nhsuk/components/{component}/macro.jinja").module
    written: Markup = getattr(module, name)(params)
    return written


def _common(field: Field) -> Params:
    params: Params = {"id": field.id, "name": field.name, "label": {"text": fields.label_of(field)}}
    if field.description:
        params["hint"] = {"text": str(field.description)}
    if field.errors:
        params["errorMessage"] = {"text": str(field.errors[0])}
    attributes = dict(field.render_kw or {})
    params |= {name: attributes.pop(name) for name in _OWN_PARAMETERS if name in attributes}
    return params | {"attributes": attributes}


def _as_parameters(field: Field, params: Params) -> Params:
    label = params.get("label")
    if isinstance(label, dict):
        return params | {"label": {"text": fields.label_of(field)} | label}
    if label is not None:
        return params | {"label": {"text": str(label)}}
    return params


def _in_fieldset(params: Params) -> Params:
    """The label as the legend of a group."""
    label = params.pop("label")
    return {"fieldset": {"legend": {"size": "s"} | label}} | params


@singledispatch
def _render(field: Field, params: Params) -> Markup:
    kind = getattr(field.widget, "input_type", "text")
    return _macro("input", "input", {"type": kind, "value": field._value()} | params)


@_render.register
def _(field: wtforms.HiddenField, params: Params) -> Markup:
    return Markup('<input type="hidden" name="{}" value="{}">').format(field.name, field._value())


@_render.register
def _(field: fields.NumberField, params: Params) -> Markup:
    # A number box changes its value when the wheel turns, and hides what it can't read: NHS advice is a text box.
    digits = max(2, len(str(field.high)))
    own = {"type": "text", "inputmode": "numeric", "width": digits, "value": field._value()}
    return _macro("input", "input", own | params)


@_render.register
def _(field: wtforms.TextAreaField, params: Params) -> Markup:
    component = ("character-count", "characterCount") if "maxlength" in params else ("textarea", "textarea")
    rows = str(getattr(field, "rows", 3))
    return _macro(*component, {"value": field._value(), "rows": rows} | params)


@_render.register
def _(field: wtforms.PasswordField, params: Params) -> Markup:
    return _macro("password-input", "passwordInput", params)


@_render.register
def _(field: wtforms.FileField, params: Params) -> Markup:
    # The file-upload component puts a button over the box whose name is not what it shows (axe: label in name).
    return _macro("input", "input", {"type": "file"} | params)


@_render.register
def _(field: fields.NHSDateField, params: Params) -> Markup:
    shown = zip(field.PARTS, field.shown_parts(), (2, 2, 4), strict=True)
    items = [
        {
            "name": f"{field.name}-{part}",
            "id": f"{field.id}-{part}",
            "label": part.capitalize(),
            "value": " ".join(value.splitlines()),  # a box of one line holds no line end
            "width": width,
            "error": (part in field.bad_parts) or None,
        }
        for part, value, width in shown
    ]
    return _macro("date-input", "dateInput", _in_fieldset(params | {"items": items}))


@_render.register
def _(field: wtforms.SelectField, params: Params) -> Markup:
    return _macro("select", "select", params | {"items": _choices(field, "selected")})


@_render.register
def _(field: wtforms.RadioField, params: Params) -> Markup:
    return _macro("radios", "radios", _group(params, _choices(field, "checked")))


@_render.register
def _(field: wtforms.SelectMultipleField, params: Params) -> Markup:
    return _macro("checkboxes", "checkboxes", _group(params, _choices(field, "checked")))


@_render.register
def _(field: wtforms.BooleanField, params: Params) -> Markup:
    words = params.pop("label")["text"]
    items = [{"value": "y", "text": words, "checked": bool(field.data)}]
    return _macro("checkboxes", "checkboxes", params | {"idPrefix": params["id"], "id": None, "items": items})


def _group(params: Params, items: list[Params]) -> Params:
    return _in_fieldset(params | {"idPrefix": params["id"], "id": None, "items": items})


def _choices(field: wtforms.SelectField | wtforms.SelectMultipleField, mark: str) -> list[Params]:
    return [
        {"value": str(choice.value), "text": str(choice.label), mark: bool(choice.selected)}
        for choice in field.iter_choices()
    ]
