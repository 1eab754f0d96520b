"""The choices themselves, read once from two files beside this one.

The labels are ours; the SNOMED CT codes are those of the Reasonable Adjustment Digital Flag's draft of 2024-25. A
code that stands under several categories there is one choice here, and two whose check digit is wrong are left out.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from livingwell.adjustments.models import Category
from livingwell.core.text import fold

HERE = Path(__file__).parent
AN_INTERPRETER = "An interpreter who speaks"


@dataclass(frozen=True)
class Choice:
    """One choice. `also` are other words that people look for it by; `snomed_code` is "" where there is none.

    `language` is that of an interpreter, of some two hundred; "" for other choices.
    """

    key: str
    category: Category
    snomed_code: str
    label: str
    also: str = ""
    language: str = ""

    @cached_property
    def words(self) -> str:
        """What a search looks through, folded."""
        return fold(f"{self.label} {self.also}")


def _read() -> Iterator[Choice]:
    for row in _rows("choices.tsv"):
        yield Choice(row["key"], Category(row["category"]), row["snomed_code"], row["label"], row["also"])
    for row in _rows("languages.tsv"):
        yield Choice(
            f"interpreter-{fold(row['language']).replace(' ', '-')}",
            Category.LANGUAGE,
            row["snomed_code"],
            f"{AN_INTERPRETER} {row['language']}",
            row["also"],
            row["language"],
        )


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


CHOICES: Sequence[Choice] = tuple(_read())
"""Every choice, by category and in the order in which pages list them."""

_BY_KEY: Mapping[str, Choice] = {choice.key: choice for choice in CHOICES}


def choice_of(key: str) -> Choice | None:
    """The choice with this key; none for a key that isn't here any more."""
    return _BY_KEY.get(key)


def choices_by_category() -> Mapping[Category, Sequence[Choice]]:
    """Every category in its order, with its choices."""
    return {category: [each for each in CHOICES if each.category is category] for category in Category}
