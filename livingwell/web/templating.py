"""How pages are turned into HTML: escaping, undefined names, the NHS macros, and the filters of our templates."""

import json
from functools import cached_property
from typing import Any

from flask import Flask
from flask.templating import Environment as FlaskEnvironment
from jinja2 import (
    BaseLoader,
    ChainableUndefined,
    ChoiceLoader,
    DictLoader,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
    Template,
    Undefined,
)
from markupsafe import Markup, escape

from livingwell.config import ROOT
from livingwell.core import dates, identifiers, text

NHS_TEMPLATES = "nhsuk/"

# The NHS macros call this macro for each attribute of each element; ours says the same thing in Python, twice as fast.
FAST_ATTRIBUTES = {"nhsuk/macros/attributes.jinja": "{% set nhsukAttributes = nhs_attributes %}"}

_DICT_METHODS = frozenset(dir(dict))
_MISSING = object()


class Environment(FlaskEnvironment):
    """Strict about names in our own templates, forgiving in the NHS macros, which count on it.

    Their macros read `params.hint.text` where nobody gave a hint. In our own templates the same silence would hide a
    misspelt name for ever, so there it is an error. Two environments share everything but that choice.
    """

    @cached_property
    def forgiving(self) -> "Environment":
        """The same environment for the NHS macros. Made on first use, once the application has filled the first."""
        twin = self.overlay(undefined=ChainableUndefined)
        twin.__dict__["forgiving"] = twin
        return twin

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Template:  # noqa: A002
        """Load a template, the NHS macros in the forgiving environment."""
        if isinstance(name, str) and name.startswith(NHS_TEMPLATES) and self.forgiving is not self:
            return self.forgiving.get_template(name, parent, globals)
        return super().get_template(name, parent, globals)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Look a plain dict's item up first: the macros' parameters are dicts, and Jinja tries attributes first."""
        if type(obj) is dict and attribute not in _DICT_METHODS:
            value = obj.get(attribute, _MISSING)
            return self.undefined(obj=obj, name=attribute) if value is _MISSING else value
        return super().getattr(obj, attribute)


class Application(Flask):
    """Flask with our template environment."""

    jinja_environment = Environment
    jinja_options = {
        "undefined": StrictUndefined,
        "trim_blocks": True,
        "lstrip_blocks": True,
        # Flask escapes only .html and its kin; the NHS macros are .jinja files and must be escaped too.
        "autoescape": lambda name: name is None or not name.endswith(".txt"),
    }

    def __init__(self, import_name: str) -> None:
        # static_folder=None: web.assets serves our files, under addresses that change with them.
        super().__init__(import_name, root_path=str(ROOT), template_folder="templates", static_folder=None)
        self.jinja_env.filters.update(FILTERS)
        self.jinja_env.globals["nhs_attributes"] = nhs_attributes

    def create_global_jinja_loader(self) -> Any:
        """Our templates first, then the fast attributes, then the NHS macros as installed."""
        loaders: list[BaseLoader] = [
            FileSystemLoader(str(ROOT / "templates")),
            DictLoader(FAST_ATTRIBUTES),
            PackageLoader("nhsuk_frontend_jinja"),
        ]
        return ChoiceLoader(loaders)


def nhs_attributes(attributes: Any = None) -> Markup:
    """Write HTML attributes exactly as `nhsuk/macros/attributes.jinja` does; a test compares the two."""
    if isinstance(attributes, str):
        return Markup(attributes)  # the macros pass text that they have escaped themselves
    if not isinstance(attributes, dict):
        return Markup("")
    return Markup("".join(_attribute(name, item) for name, item in attributes.items()))


def _attribute(name: str, item: Any) -> str:
    options = item if isinstance(item, dict) else {"value": item}
    value, optional = options.get("value"), options.get("optional") is True
    absent = value is None or isinstance(value, Undefined)
    if optional and (absent or value is False):
        return ""
    if optional and value is True:
        return f" {escape(name)}"
    if options.get("type") == "array" and isinstance(value, (list, tuple)):
        return f" {escape(name)}='{_json_in_quotes(value)}'"
    written = "" if absent else _attribute_value(value)
    quote = "'" if '"' in written else '"'
    return f" {escape(name)}={quote}{written}{quote}"


def _attribute_value(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(escape(value))


def _json_in_quotes(value: Any) -> str:
    written = json.dumps(value)
    for character, code in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("'", "\\u0027")):
        written = written.replace(character, code)
    return written


def line_breaks(words: object) -> Markup:
    """Show typed text with its line breaks, and everything else in it as plain text."""
    return Markup("<br>\n").join(str(words).split("\n"))


FILTERS = {
    "line_breaks": line_breaks,
    "long_date": dates.long_date,
    "day_and_date": dates.day_and_date,
    "short_date": dates.short_date,
    "clock_time": dates.clock_time,
    "date_and_time": dates.date_and_time,
    "possessive": text.possessive,
    "nhs_number": identifiers.nhs_number_spaced,
}
