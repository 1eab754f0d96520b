"""What is said about a message while it is written and looked at. It advises; nothing here keeps it from going."""

from collections.abc import Iterator
from dataclasses import dataclass

from livingwell.adjustments.models import Background, ContactPreferences, Standing, Way
from livingwell.contacts.models import LetterFormat
from livingwell.contacts.presenters.ways import STANDINGS
from livingwell.contacts.wording.judging_words import JudgingWord, found_in
from livingwell.contacts.wording.reading_ease import NHS_AGE, ReadingEase, reading_ease
from livingwell.contacts.wording.shipped import Template
from livingwell.contacts.words import WAYS

WRITTEN = (Way.TEXT, Way.EMAIL, Way.LETTER)


@dataclass(frozen=True)
class WayTab:
    """One of the written ways, as a link beside the others. `said` is what the person said of it."""

    label: str
    value: str
    said: str
    is_here: bool
    is_never: bool


def way_tabs(preferences: ContactPreferences | None, here: Way) -> tuple[WayTab, ...]:
    """Text (best), E-mail, Letter (never)."""
    return tuple(_tab(way, preferences, here) for way in WRITTEN)


def _tab(way: Way, preferences: ContactPreferences | None, here: Way) -> WayTab:
    said = preferences.about(way) if preferences else None
    return WayTab(
        label=WAYS[way],
        value=way.value,
        said=STANDINGS[said.standing].lower() if said else "",
        is_here=way is here,
        is_never=bool(said and said.standing.is_never),
    )


def best_written_way(preferences: ContactPreferences | None) -> Way:
    """The written way that the person likes best; a letter, which everybody can read in their own time, if none."""
    said = preferences.ways_that_are(Standing.BEST) + preferences.ways_that_are(Standing.FINE) if preferences else ()
    return next((way for way in said if way.is_written), Way.LETTER if preferences else Way.TEXT)


def format_words(wanted: LetterFormat, way: Way) -> tuple[str, ...]:
    """What the person asked of what is written, as it shows here. A text has the size and colour of their phone."""
    return tuple(_format_words(wanted, way))


def _format_words(wanted: LetterFormat, way: Way) -> Iterator[str]:
    if wanted.is_plain:
        yield "plain short sentences"
    if wanted.is_bulleted:
        yield "bullet points"
    if wanted.is_easy_read:
        yield "Easy Read layout"
    if wanted.is_audio_ready:
        yield "ready to be listened to"
    if wanted.font_points and way is not Way.TEXT:
        yield f"{wanted.font_points} point print"
    if wanted.background is not Background.WHITE and way is not Way.TEXT:
        yield f"{wanted.background.value} background"
    if wanted.language:
        yield f"in {wanted.language}"


@dataclass(frozen=True)
class Advice:
    """How the words read. `judging` are words that judge, with the team's alternatives."""

    reads: str
    is_easy: bool
    long_sentences: tuple[str, ...]
    judging: tuple[JudgingWord, ...]


def advice_on(words: str, avoid: tuple[JudgingWord, ...], wanted: LetterFormat) -> Advice:
    """Reading ease in plain words, and words that judge."""
    ease = reading_ease(words, is_plain=wanted.is_plain or wanted.is_easy_read)
    return Advice(_reads(ease), ease.is_easy, ease.long_sentences, found_in(words, avoid))


def _reads(ease: ReadingEase) -> str:
    if ease.age is None:
        return "Too few words to say how easily this reads."
    if ease.age <= NHS_AGE:
        return f"Reads easily: most people of {ease.age} or over can read it."
    if ease.age < 16:
        return (
            f"Could be easier: it takes the reading of a {ease.age}-year-old. The NHS writes for {NHS_AGE}-year-olds."
        )
    return f"Hard to read: it takes the reading of an adult who studied. The NHS writes for {NHS_AGE}-year-olds."


@dataclass(frozen=True)
class TemplateLink:
    """A template to begin with."""

    label: str
    key: str
    is_here: bool


def template_links(templates: list[Template], here: str) -> tuple[TemplateLink, ...]:
    """Those that are offered."""
    return tuple(TemplateLink(each.name, each.key, each.key == here) for each in templates if not each.is_put_away)
