"""Where things live, and what they are called."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "livingwell"
MODULES = sorted(PACKAGE.rglob("*.py"))

# Packages that are no feature: they have no pages of their own.
FOUNDATIONS = {"audit", "core", "delivery", "web"}
# Folders that belong to no one feature.
SHARED_TEMPLATES = {"components", "layouts", "web"}
SHARED_TESTS = {"architecture", "bench", "browser", "factories", "harness", "migrations", "stories"}

SAYS_NOTHING = {"utils", "helpers", "common", "misc", "manager", "service", "handler", "base"}


def folders(place: Path) -> set[str]:
    """The folders that hold a file; an empty one left by another branch is none."""
    return {folder.name for folder in place.iterdir() if holds_a_file(folder)} if place.is_dir() else set()


def holds_a_file(folder: Path) -> bool:
    return any(file.is_file() and "__pycache__" not in file.parts for file in folder.rglob("*"))


def features() -> set[str]:
    return folders(PACKAGE) - FOUNDATIONS


def test_templates_are_filed_by_feature() -> None:
    assert folders(ROOT / "templates") - SHARED_TEMPLATES <= features()


def test_tests_are_filed_by_feature() -> None:
    assert folders(ROOT / "tests") - SHARED_TESTS <= features() | FOUNDATIONS


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(ROOT)))
def test_the_name_of_a_module_says_what_is_in_it(module: Path) -> None:
    assert module.stem not in SAYS_NOTHING
    assert module.parent.name not in SAYS_NOTHING


def test_only_config_reads_the_environment() -> None:
    assert uses({"os.environ", "os.getenv"}, but_not={"config.py"}) == []


def test_only_the_clock_says_what_time_it_is() -> None:
    clocks = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time"}
    assert uses(clocks, but_not={"core/clock.py"}) == []


def uses(names: set[str], but_not: set[str]) -> list[str]:
    """Where the code reads one of these dotted names, outside the modules that may."""
    return [
        f"{module.relative_to(PACKAGE)}:{line} {name}"
        for module in MODULES
        if str(module.relative_to(PACKAGE)) not in but_not
        for line, name in dotted_names(module)
        if any(name == wanted or name.endswith("." + wanted) for wanted in names)
    ]


def dotted_names(module: Path) -> Iterator[tuple[int, str]]:
    """Every dotted name in the code, and every `from x import y` as x.y: text and comments don't count."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            yield node.lineno, ast.unparse(node)
        if isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
