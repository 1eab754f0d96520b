"""Closing letters for tests."""

from collections.abc import Sequence
from typing import Any

from livingwell.careplans.models import HowSaid
from livingwell.carers.models import Carer
from livingwell.contacts.models import Letter
from livingwell.contacts.writing_commands import WriteLetter
from livingwell.core.actor import Actor
from livingwell.journeys.actions.closing_letters import keep_closing_letter, prepare_closing_letter, send_closing_letter
from livingwell.journeys.actions.gp_papers import prepare_for_gp, send_to_gp
from livingwell.journeys.actions.gp_summaries import keep_gp_summary, note_shown, prepare_gp_summary
from livingwell.journeys.actions.papers import say_wishes, write_down_practice
from livingwell.journeys.letter_commands import PracticeCommand, ShownCommand, WishCommand
from livingwell.journeys.models import ClosingPaper, GoneHow, GpPractice, Paper, PaperShown
from livingwell.journeys.models.closing_way import ClosingWay
from livingwell.journeys.queries.journeys import episode_now
from livingwell.journeys.queries.papers import paper_of
from livingwell.people.models import Episode, Person, Topic
from tests.factories.carers import agree, make_carer
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


def make_gp_summary(person: Person, actor: Actor, *, with_safety_plan: bool = False) -> ClosingPaper:
    """The summary for the GP, which nobody has shown to the person yet."""
    episode = episode_of(person)
    made = prepare_gp_summary(person, episode, actor, with_safety_plan=with_safety_plan)
    return keep_gp_summary(person, episode, made, actor)


def make_shown(
    paper: ClosingPaper, actor: Actor, how: HowSaid | None = HowSaid.IN_PERSON, why_not: str = ""
) -> PaperShown:
    """The person saw it; or, with a why, could not."""
    return note_shown(paper, ShownCommand(how, why_not), actor)


def make_sent_to_gp(person: Person, actor: Actor, how: GoneHow = GoneHow.EMAIL) -> Sequence[ClosingPaper]:
    """All that may go now has gone to the practice."""
    episode = episode_of(person)
    sent = send_to_gp(person, episode, prepare_for_gp(person, episode, actor), how, actor)
    return [paper_of(person.id, each.id) for each in sent]


def make_carer_who_may_know(person: Person, actor: Actor) -> Carer:
    """A carer to whom the person lets us show the plan."""
    carer = make_carer(person, actor)
    agree(carer, actor, Topic.PLAN)
    return carer
