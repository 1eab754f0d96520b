"""The summary for the GP: made from the record, and shown to the person before it goes."""

from dataclasses import dataclass

from livingwell.audit import record
from livingwell.careplans.models import HowSaid
from livingwell.contacts.models import LetterFormat
from livingwell.contacts.wording.booklet import booklet_of
from livingwell.contacts.wording.pdf import pdf_of
from livingwell.core.actor import Actor, Side
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.text import clean
from livingwell.extensions import db
from livingwell.journeys import policy
from livingwell.journeys.letter_commands import ShownCommand
from livingwell.journeys.models import ClosingPaper, Paper, PaperShown
from livingwell.journeys.queries.gp_facts import gp_facts
from livingwell.journeys.queries.papers import papers_of
from livingwell.journeys.wording.gp_summary import gp_summary, summary_words
from livingwell.people.models import Episode, Person
from livingwell.people.queries.locking import hold_person


@dataclass(frozen=True)
class MadeSummary:
    """A summary that was made and is not kept yet."""

    text: str
    html: str
    pdf: bytes | None
    has_safety_plan: bool


def prepare_gp_summary(person: Person, episode: Episode, actor: Actor, *, with_safety_plan: bool) -> MadeSummary:
    """Make it from what the record says now. It only reads."""
    policy.require_change(actor, person.id)
    facts = gp_facts(person, episode, actor.name, with_safety_plan=with_safety_plan)
    booklet = gp_summary(facts)
    html = booklet_of(booklet, LetterFormat())
    pages = pdf_of(html)
    return MadeSummary(summary_words(booklet), html, pages.content if pages else None, facts.safety_plan is not None)


@atomic()
def keep_gp_summary(person: Person, episode: Episode, made: MadeSummary, actor: Actor) -> ClosingPaper:
    """Keep what was made, to be shown before it goes. One that was made before stays as it was, and goes no more.

    Raises Conflict where one has gone, or the person wants none.
    """
    policy.require_change(actor, person.id)
    hold_person(person.id)
    standing = papers_of(episode.id)[Paper.GP_SUMMARY]
    if standing.is_settled:
        raise Conflict("The summary has gone, or it is not wanted. Look at where it stands.")
    paper = ClosingPaper(person_id=person.id, episode_id=episode.id, paper=Paper.GP_SUMMARY, **vars(made))
    paper.sign(actor)
    db.session.add(paper)
    record("keep_gp_summary", actor, person.id)
    return paper


@atomic()
def note_shown(paper: ClosingPaper, command: ShownCommand, actor: Actor) -> PaperShown:
    """The person has seen it and how, or why they could not. Whoever looks at it on their own side has seen it."""
    policy.require_part(actor, paper.person_id)
    if command.shown_on > today():
        raise Invalid({"shown_on": "The date must be today or in the past."})
    is_own = actor.side is Side.PERSON
    why_not = "" if is_own or command.how else clean(command.why_not)
    if not is_own and command.how is None and not why_not:
        raise Invalid({"why_not": "Say why it could not be shown"})
    shown = PaperShown(
        person_id=paper.person_id,
        paper_id=paper.id,
        shown_on=today() if is_own else command.shown_on,
        how=HowSaid.ON_THIS_SCREEN if is_own else command.how,
        why_not=why_not,
    )
    shown.sign(actor)
    db.session.add(shown)
    record("note_paper_shown", actor, paper.person_id)
    return shown
