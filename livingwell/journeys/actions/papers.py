"""What the person wishes about the papers of an ending, their GP practice, and that a carer was told."""

from livingwell.audit import record
from livingwell.careplans.models import HowSaid
from livingwell.core.actor import Actor, Side
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.contact import is_email
from livingwell.core.dates import long_date
from livingwell.core.errors import Conflict, Invalid, NotFound
from livingwell.core.text import clean, require_words
from livingwell.extensions import db
from livingwell.journeys import policy
from livingwell.journeys.letter_commands import CarerToldCommand, PracticeCommand, WishCommand
from livingwell.journeys.models import CarerTold, CarerToldKind, GpPractice, Paper, PaperWish
from livingwell.journeys.models.papers import PaperStanding
from livingwell.journeys.queries.papers import carers_told, papers_of
from livingwell.people.actions.arriving import note_arrival
from livingwell.people.models import Episode
from livingwell.people.queries.locking import hold_person


@atomic()
def say_wishes(episode: Episode, command: WishCommand, actor: Actor) -> list[PaperWish]:
    """Write down which papers the person does not want, and which they do after all. What they want already is no wish.

    Raises Conflict for one that has gone.
    """
    policy.require_part(actor, episode.person_id)
    hold_person(episode.person_id)
    changed = [each for each in papers_of(episode.id).values() if _differs(each, command)]
    for standing in changed:
        if standing.is_gone and standing.gone_on:
            raise Conflict(f"It went on {long_date(standing.gone_on)}. It can’t be called back.")
    wishes = [_wish(episode, each.paper, command, actor) for each in changed]
    db.session.add_all(wishes)
    db.session.flush()
    if actor.side is Side.PERSON and wishes:
        note_arrival(episode.person_id, "letters.wish", clean(command.words), actor, wishes[0].id)
    record("say_wishes_about_letters", actor, episode.person_id)
    return wishes


def _differs(standing: PaperStanding, command: WishCommand) -> bool:
    return standing.is_not_wanted is not (standing.paper in command.not_wanted)


def _wish(episode: Episode, paper: Paper, command: WishCommand, actor: Actor) -> PaperWish:
    if command.said_on > today():
        raise Invalid({"said_on": "The date must be today or in the past."})
    is_own = actor.side is Side.PERSON
    wish = PaperWish(
        person_id=episode.person_id,
        episode_id=episode.id,
        paper=paper,
        is_wanted=paper not in command.not_wanted,
        words=clean(command.words),
        how=HowSaid.ON_THIS_SCREEN if is_own else command.how,
        said_on=today() if is_own else command.said_on,
    )
    wish.sign(actor)
    return wish


@atomic()
def write_down_practice(episode: Episode, command: PracticeCommand, actor: Actor) -> GpPractice:
    """Where the person's GP practice reads what is sent. Raises Invalid without a name, or without any address."""
    policy.require_change(actor, episode.person_id)
    name, email, address = clean(command.name), clean(command.email), clean(command.address)
    require_words(name, "name", "Enter the name of the practice")
    if email and not is_email(email):
        raise Invalid({"email": "Enter an e-mail address like surgery@example.nhs.uk"})
    if not email and not address:
        raise Invalid({"email": "Enter an e-mail address or a postal address"})
    practice = GpPractice(person_id=episode.person_id, name=name, email=email, address=address)
    practice.sign(actor)
    db.session.add(practice)
    record("write_down_practice", actor, episode.person_id)
    return practice


@atomic()
def tell_carer(episode: Episode, command: CarerToldCommand, actor: Actor) -> CarerTold:
    """Write down that a carer was told what they may know, that the person doesn't want it, or why it could not be.

    Raises NotFound for somebody who may know nothing today.
    """
    policy.require_change(actor, episode.person_id)
    if not any(each.around.carer.id == command.carer_id for each in carers_told(episode.id)):
        raise NotFound
    if command.kind is CarerToldKind.COULD_NOT:
        require_words(command.words, "words", "Say why they could not be told")
    if command.told_on > today():
        raise Invalid({"told_on": "The date must be today or in the past."})
    told = CarerTold(
        person_id=episode.person_id,
        episode_id=episode.id,
        carer_id=command.carer_id,
        kind=command.kind,
        words=clean(command.words),
        told_on=command.told_on,
    )
    told.sign(actor)
    db.session.add(told)
    record("tell_carer_of_ending", actor, episode.person_id)
    return told
