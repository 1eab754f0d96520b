"""The list of what somebody chose under “How I read”."""

from collections.abc import Mapping
from dataclasses import dataclass

from livingwell.core.reading import Reading
from livingwell.portal.reading import SETTINGS, language_setting


@dataclass(frozen=True)
class Chosen:
    """One line of the list: what it is, what it stands at now, and where to change it."""

    name: str
    label: str
    words: str


def all_chosen(reading: Reading, languages: Mapping[str, str]) -> list[Chosen]:
    """Everything that can be chosen, as it stands. The language only where there is more than one."""
    lines = [
        Chosen(name, setting.label, setting.choices[str(getattr(reading, name))]) for name, setting in SETTINGS.items()
    ]
    if len(languages) > 1:
        language = language_setting(languages)
        lines.append(Chosen("language", language.label, languages.get(reading.language, languages["en"])))
    return lines
