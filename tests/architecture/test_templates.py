"""Every template that is named is there."""

import ast
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, nodes

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates"
KNOWN = {str(file.relative_to(TEMPLATES)) for file in TEMPLATES.rglob("*.html")}
NHS = "nhsuk/"


def test_templates_named_in_code_exist() -> None:
    assert sorted(set(named_in_code()) - KNOWN) == []


def test_templates_named_in_templates_exist() -> None:
    assert sorted(set(named_in_templates()) - KNOWN) == []


def named_in_code() -> Iterator[str]:
    for file in (ROOT / "livingwell").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and is_template(node.value):
                yield node.value


def named_in_templates() -> Iterator[str]:
    """What templates extend, include and import, where the name is written out; the NHS library's are not ours."""
    for file in TEMPLATES.rglob("*.html"):
        tree = Environment(extensions=["jinja2.ext.i18n"]).parse(file.read_text(encoding="utf-8"))  # noqa: S701  parsed, never rendered
        for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
            if node.template.find(nodes.Concat) or isinstance(node.template, nodes.Concat):
                continue
            names = [constant.value for constant in node.template.find_all(nodes.Const)]
            own = node.template.value if isinstance(node.template, nodes.Const) else None
            yield from (name for name in [own, *names] if name and not name.startswith(NHS))


def is_template(text: str) -> bool:
    return text.endswith(".html") and "/" in text and " " not in text and "{" not in text
