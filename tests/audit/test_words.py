"""Whoever reads a person's history reads sentences."""

import ast
from pathlib import Path

from livingwell.audit.words import WORDS, in_words
from livingwell.careplans.models import StatementKind, VersionReason
from livingwell.config import ROOT

RECORDERS = {"record", "record_each", "changing", "changing_plan"}
MADE_FROM_PARTS = {
    *(f"state_{kind}" for kind in StatementKind if kind is not StatementKind.NEED),
    *(f"number_version_{why}" for why in VersionReason),
}


def test_every_verb_about_a_person_has_its_words() -> None:
    recorded = {verb for path in (ROOT / "livingwell").rglob("*.py") for verb in verbs_about_people(path)}

    assert sorted(recorded - WORDS.keys()) == []


def test_no_words_are_kept_for_verbs_that_are_gone() -> None:
    said = "".join(path.read_text() for path in (ROOT / "livingwell").rglob("*.py") if path.name != "words.py")

    assert [verb for verb in WORDS if f'"{verb}"' not in said and verb not in MADE_FROM_PARTS] == []


def test_whoever_is_meant_is_named_since_them_could_be_whoever_did_it() -> None:
    assert in_words("say_line", "Amara") == "brought Amara’s own line for a discussion"
    assert [words for words in WORDS.values() if {"them", "their", "they"} & set(words.split())] == []


def verbs_about_people(path: Path) -> set[str]:
    """The verbs that are recorded there with a person."""
    found = set()
    for call in ast.walk(ast.parse(path.read_text())):
        recorder = getattr(call.func, "id", "") if isinstance(call, ast.Call) else ""
        if isinstance(call, ast.Call) and recorder in RECORDERS:
            verb = call.args[0] if call.args else None
            is_about_somebody = recorder == "record_each" or len(call.args) + len(call.keywords) > 2
            if isinstance(verb, ast.Constant) and is_about_somebody:
                found.add(verb.value)
    return found
