"""Nobody’s support ends for “not engaging”: the words stand nowhere where a reason is chosen, shown or told."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from livingwell.journeys.models import ClosurePoint, EndingKind
from livingwell.journeys.presenters.ending_words import CLAIMS, KINDS, QUESTIONS
from livingwell.portal.presenters.ending import PROPOSED

ROOT = Path(__file__).parents[2]
BLAMING = re.compile(
    r"(did|does|do|has|have|was|were|is|are)(n.t| not) (engag|attend|compl|cooperat|co-operat|respon)"
    r"|non.?(engag|attend|compli)|disengag|dis-engag|hard to (reach|engage)|\bDNA\b|refus(es|ed) (support|help)",
    re.IGNORECASE,
)
ABOUT_ENDING = re.compile(r"ending|ended|closure|closing|lost_contact|lost_points|readiness|complete|at_once|withdrawn")


def files() -> Iterator[Path]:
    """Everything that says something about ending support, to a member or to the person."""
    for folder, kind in (("livingwell/journeys", "py"), ("livingwell/portal", "py"), ("templates", "html")):
        for file in sorted((ROOT / folder).rglob(f"*.{kind}")):
            if ABOUT_ENDING.search(file.stem) and "discussions" not in file.parts:
                yield file


@pytest.mark.parametrize("file", list(files()), ids=lambda file: str(file.relative_to(ROOT)))
def test_no_page_says_that_somebody_does_not_engage(file: Path) -> None:
    text = file.read_text().replace('Nobody\'s ends for "not engaging"', "")
    assert not BLAMING.search(text)


def test_no_reason_for_an_ending_is_the_persons_failing() -> None:
    said = [*(kind.value for kind in EndingKind), *KINDS.values()]
    assert not [words for words in said if BLAMING.search(words.replace("_", " "))]


def test_every_kind_and_every_point_has_its_words() -> None:
    assert set(KINDS) == set(EndingKind)
    assert set(PROPOSED) == set(EndingKind) - {EndingKind.DIED}
    assert set(CLAIMS) == set(QUESTIONS) == set(ClosurePoint)
