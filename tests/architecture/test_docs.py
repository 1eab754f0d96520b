"""What the documents name is there: tests behind hazards, decisions in the list, settings in the table."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
FOR_DEVELOPERS = {"LIVINGWELL_DEBUG", "LIVINGWELL_DEMO"}
"""Refused in production, so that nobody who runs it for real reads of them."""


def test_each_test_that_a_hazard_names_exists() -> None:
    log = (DOCS / "clinical-safety" / "hazards.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:tests/|test_|Test)[^`\s]*)`", log)
    assert named
    assert [name for name in named if not _is_a_test(name)] == []


def test_each_decision_has_a_number_of_its_own_and_stands_in_the_list_in_order() -> None:
    folder = DOCS / "decisions"
    files = sorted(each.name for each in folder.glob("[0-9]*.md"))
    numbers = [name[:4] for name in files]
    assert sorted(set(numbers)) == numbers
    assert re.findall(r"^\| \[\d{4}\]\(([^)]*)\)", (folder / "README.md").read_text(encoding="utf-8"), re.M) == files


def test_each_setting_stands_in_the_table_of_the_deployment() -> None:
    read = set(re.findall(r'"(LIVINGWELL_[A-Z_]+)"', (ROOT / "livingwell" / "config.py").read_text(encoding="utf-8")))
    told = set(re.findall(r"`(LIVINGWELL_[A-Z_]+)`", (DOCS / "deployment.md").read_text(encoding="utf-8")))
    assert read - told <= FOR_DEVELOPERS


def _is_a_test(name: str) -> bool:
    """Whether `tests/a/test_b.py::test_c` is there; a name alone may be in any file."""
    path, _, called = name.partition("::") if name.startswith("tests/") else ("", "", name)
    if path and not (ROOT / path).exists():
        return False
    files = [ROOT / path] if path else (ROOT / "tests").rglob("test_*.py")
    parts = [part.partition("[")[0] for part in called.split("::") if part]
    return not parts or any(_defines_all(file, parts) for file in files)


def _defines_all(file: Path, names: list[str]) -> bool:
    text = file.read_text(encoding="utf-8")
    return all(re.search(rf"\b(?:def|class) {re.escape(name)}\b", text) for name in names)
