"""Closing letters for tests."""

from typing import Any

from livingwell.careplans.models import HowSaid
from livingwell.contacts.models import Letter
from livingwell.contacts.writing_commands import WriteLetter
from livingwell.core.actor import Actor
from livingwell.journeys.actions.closing_letters import keep_closing_letter, prepare_closing_letter, send_closing_letter
from livingwell.journeys.actions.papers import say_wishes, write_down_practice
from livingwell.journeys.letter_commands import PracticeCommand, WishCommand
from livingwell.journeys.models import GpPractice, Paper
from livingwell.journeys.models.closing_way import ClosingWay
from livingwell.journeys.queries.journeys import episode_now
from livingwell.people.models import Episode, Person
from tests.factories.letters import link_for

WORDS = "Dear Amara,\n\n# What helps you\n\nLow light. Text, not phone.\n\n# How to come back\n\nText 07700 900999."


def episode_of(person: Person) -> Episode:
    """The episode that goes on, or the last."""
    episode = episode_now(person.id)
    assert episode is not None
    return episode


def closing_command(way: ClosingWay = ClosingWay.POST, words: str = WORDS, **given: Any) -> WriteLetter:
    """What somebody wrote."""
    by_hand = way is ClosingWay.BY_HAND
    return WriteLetter(way.way, words, "A letter for you to keep", is_by_hand=by_hand, **given)


def make_closing_letter(person: Person, actor: Actor, way: ClosingWay = ClosingWay.POST, **given: Any) -> Letter:
    """A closing letter that was made, and has not gone."""
    episode = episode_of(person)
    prepared = prepare_closing_letter(person, episode, closing_command(way, **given), link_for, actor)
    return keep_closing_letter(person, episode, prepared, actor)


def make_closing_letter_sent(person: Person, actor: Actor, way: ClosingWay = ClosingWay.POST, **given: Any) -> Letter:
    """One that went."""
    letter = make_closing_letter(person, actor, way, **given)
    send_closing_letter(letter, person, episode_of(person), actor)
    return letter


def make_wish(person: Person, actor: Actor, *not_wanted: Paper, words: str = "It is nobody’s business.") -> None:
    """The person told us by phone which papers they don't want; none: they want them all."""
    say_wishes(episode_of(person), WishCommand(frozenset(not_wanted), HowSaid.BY_PHONE, words), actor)


def make_practice(person: Person, actor: Actor, **given: str) -> GpPractice:
    """Where the person's GP reads what is sent."""
    usual = {"name": "Weaver Street Surgery", "email": "weaver.street@nhs.net", "address": "1 Weaver Street\nM3 4AB"}
    return write_down_practice(episode_of(person), PracticeCommand(**{**usual, **given}), actor)
