"""What the GP gets: the copy of the letter, and the summary that the person was shown; e-mailed, or printed here."""

from collections.abc import Sequence
from uuid import UUID

from livingwell.audit import record
from livingwell.contacts.models import LetterFormat
from livingwell.contacts.queries.letters import letter_of, writing_team
from livingwell.contacts.queries.stopping import why_nothing_goes
from livingwell.contacts.wording.paper import Paper as Page
from livingwell.contacts.wording.paper import page_of
from livingwell.contacts.wording.pdf import pdf_of
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.dates import long_date
from livingwell.core.errors import Conflict
from livingwell.delivery.actions import put_in_outbox
from livingwell.delivery.commands import File, Outgoing
from livingwell.delivery.models import Channel, Message
from livingwell.extensions import db
from livingwell.journeys import policy
from livingwell.journeys.models import ClosingPaper, GoneHow, Paper, PaperSending
from livingwell.journeys.models.for_gp import Copied, ForGp, Summary, papers_in
from livingwell.journeys.models.papers import Papers
from livingwell.journeys.queries.papers import paper_of, papers_of, practice_of
from livingwell.journeys.wording.gp_cover import SUBJECT, cover
from livingwell.people.models import Episode, Person
from livingwell.people.queries.locking import hold_person

NO_PRACTICE = "Write down the GP practice first: its name, and where it reads what is sent."
NOTHING = "There is nothing to send yet. The letter goes to the person first, and the summary is shown to them."
SAFETY_NOT_SHOWN = "The safety plan goes to the GP only where the person has seen it in the summary. Make it without."


def prepare_for_gp(person: Person, episode: Episode, actor: Actor) -> ForGp:
    """The covering line with all that may go now: the copy once the letter has gone, the summary once it was shown.

    Raises Conflict where nothing may, and where no practice is known.
    """
    policy.require_change(actor, person.id)
    practice = practice_of(person.id)
    if practice is None:
        raise Conflict(NO_PRACTICE)
    papers = papers_of(episode.id)
    copied, summary = _letter_to_copy(papers, person.id), _summary_to_send(papers)
    if copied is None and summary is None:
        raise Conflict(NOTHING)
    was_shown = summary is None or summary.was_shown
    text = cover(
        person, papers_in(copied, summary), actor.name, writing_team(person.id, actor).name, was_shown=was_shown
    )
    lines = (practice.name, *practice.address.split("\n"))
    html = page_of(Page(SUBJECT, text, lines, long_date(today())), LetterFormat())
    return ForGp(practice.name, practice.email, text, html, copied, summary)


def _letter_to_copy(papers: Papers, person_id: UUID) -> Copied | None:
    """The letter, once it has gone and while its copy has not."""
    letter, copy = papers[Paper.LETTER], papers[Paper.GP_COPY]
    if copy.is_settled or not letter.is_gone or letter.letter is None:
        return None
    whole = letter_of(person_id, letter.letter.id)
    pages = None if whole.pdf else pdf_of(whole.html)
    return Copied(whole.id, whole.text, whole.html, whole.pdf, pages.content if pages else None)


def _summary_to_send(papers: Papers) -> Summary | None:
    """The last one made, once it was shown or could not be. What the person has not seen carries no safety plan."""
    standing = papers[Paper.GP_SUMMARY]
    if standing.is_settled or standing.made is None or not standing.made.shown:
        return None
    was_shown = standing.made.shown[-1].how is not None
    if standing.made.has_safety_plan and not was_shown:
        raise Conflict(SAFETY_NOT_SHOWN)
    whole = paper_of(standing.made.person_id, standing.made.id)
    return Summary(whole.id, whole.html, whole.pdf, was_shown)


@atomic()
def send_to_gp(person: Person, episode: Episode, made: ForGp, how: GoneHow, actor: Actor) -> Sequence[ClosingPaper]:
    """E-mail it to the practice, or write down that it was printed and posted or taken there.

    Raises Conflict where something of it went meanwhile, or nothing may go out by itself.
    """
    policy.require_change(actor, person.id)
    hold_person(person.id)
    _require_still_so(episode, made)
    message = _email(person, made, actor) if how is GoneHow.EMAIL else None
    papers = [_paper_of(each, person, episode, made, actor) for each in made.papers]
    db.session.add_all(papers)
    db.session.flush()
    for paper in papers:
        sending = PaperSending(
            person_id=person.id,
            paper_id=paper.id,
            how=how,
            to=made.email if message else made.practice,
            gone_on=today(),
            message_id=message.id if message else None,
        )
        sending.sign(actor)
        db.session.add(sending)
    record("send_to_gp", actor, person.id)
    return papers


def _require_still_so(episode: Episode, made: ForGp) -> None:
    papers = papers_of(episode.id)
    if any(papers[paper].is_settled for paper in made.papers):
        raise Conflict("Something of this has gone meanwhile, or is not wanted any more. Look again.")


def _paper_of(paper: Paper, person: Person, episode: Episode, made: ForGp, actor: Actor) -> ClosingPaper:
    """The summary that was kept; or a copy, made by its going."""
    if paper is Paper.GP_SUMMARY and made.summary is not None:
        return db.session.get_one(ClosingPaper, made.summary.paper_id)
    copied = made.copied
    copy = ClosingPaper(
        person_id=person.id,
        episode_id=episode.id,
        paper=paper,
        letter_id=copied.letter_id if copied else None,
        text=made.text,
        html=made.html,
        pdf=copied.made_pdf if copied else None,
    )
    copy.sign(actor)
    return copy


def _email(person: Person, made: ForGp, actor: Actor) -> Message:
    """The covering line with the letter's own words under it, and both as files."""
    if why_not := why_nothing_goes(person.id):
        raise Conflict(f"{why_not} Print what the GP gets, and post it.")
    if not made.email:
        raise Conflict("No e-mail address of the practice is known. Print what it gets, and post it.")
    parts = [made.text, made.copied.text if made.copied else ""]
    return put_in_outbox(
        Outgoing(
            channel=Channel.EMAIL,
            to_address=made.email,
            subject=SUBJECT,
            text="\n\n".join(filter(None, parts)),
            files=tuple(_files(made)),
            about=person.id,
            asked_by_id=actor.account_id,
        )
    )


def _files(made: ForGp) -> list[File]:
    """As PDF; where this machine makes none, as pages for a browser."""
    files = [_file("letter", made.copied.pdf or made.copied.made_pdf, made.copied.html)] if made.copied else []
    if made.summary:
        files.append(_file("summary", made.summary.pdf, made.summary.html))
    return files


def _file(name: str, pdf: bytes | None, html: str) -> File:
    return File(f"{name}.pdf", "application/pdf", pdf) if pdf else File(f"{name}.html", "text/html", html.encode())
