"""Every link leads somewhere: endpoints named in templates and code exist, and are given what they need."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from flask import Flask
from jinja2 import nodes
from werkzeug.routing import Rule

from tests.harness.application import build_app

ROOT = Path(__file__).resolve().parents[2]
SENDERS = {"url_for", "see"}


class Link(NamedTuple):
    """A call that names an endpoint. `given` is None when its values can't be read from the code."""

    where: str
    endpoint: str
    given: frozenset[str] | None


@pytest.fixture(scope="module")
def routes() -> Flask:
    """An app with every route there can be. Its database is never opened."""
    return build_app("sqlite://", demo=True)


def test_links_in_templates_resolve(routes: Flask) -> None:
    problems = [problem for link in links_in_templates(routes) for problem in problems_of(link, routes)]
    assert problems == []


def test_links_in_code_resolve(routes: Flask) -> None:
    problems = [problem for link in links_in_code() for problem in problems_of(link, routes)]
    assert problems == []


def problems_of(link: Link, app: Flask) -> Iterator[str]:
    rules = [rule for rule in app.url_map.iter_rules() if rule.endpoint == link.endpoint]
    if not rules:
        yield f"{link.where}: no route is called {link.endpoint}"
    elif link.given is not None and not any(needed(rule) <= link.given for rule in rules):
        yield f"{link.where}: {link.endpoint} needs {sorted(needed(rules[0]))}"


def needed(rule: Rule) -> set[str]:
    return set(rule.arguments) - set(rule.defaults or ())


def links_in_templates(app: Flask) -> Iterator[Link]:
    for file in sorted((ROOT / "templates").rglob("*.*")):
        tree = app.jinja_env.parse(file.read_text(encoding="utf-8"))
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in SENDERS and call.args:
                yield from link_in_template(call, f"{file.relative_to(ROOT)}:{call.lineno}")


def link_in_template(call: nodes.Call, where: str) -> Iterator[Link]:
    if isinstance(call.args[0], nodes.Const):
        given = None if call.dyn_kwargs else frozenset(argument.key for argument in call.kwargs)
        yield Link(where, call.args[0].value, given)


def links_in_code() -> Iterator[Link]:
    for file in sorted((ROOT / "livingwell").rglob("*.py")):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in SENDERS and call.args:
                yield from link_in_code(call, f"{file.relative_to(ROOT)}:{call.lineno}")


def link_in_code(call: ast.Call, where: str) -> Iterator[Link]:
    if isinstance(call.args[0], ast.Constant):
        names = [keyword.arg for keyword in call.keywords]
        given = None if None in names else frozenset(name for name in names if name)
        yield Link(where, call.args[0].value, given)
