"""The papers of an ending, and who was told: in a fixed number of statements."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from sqlalchemy import exists, func, select, true
from sqlalchemy.orm import joinedload, selectinload, undefer

from livingwell.carers.models import Sharing
from livingwell.carers.queries.carers import carers_of
from livingwell.contacts.models import Letter, LetterSending
from livingwell.core.clock import today
from livingwell.core.errors import NotFound
from livingwell.delivery.models import Delivery, Message
from livingwell.extensions import db
from livingwell.journeys.models import CarerTold, ClosingPaper, GpPractice, Paper, PaperSending, PaperShown, PaperWish
from livingwell.journeys.models.papers import CarerStanding, Papers, PaperStanding
from livingwell.people.models import Episode, Topic
from livingwell.people.queries.striking import is_struck

AFRESH = {"populate_existing": True}
"""What was loaded before it was shown or sent knows nothing of that."""


def papers_of(episode_id: UUID) -> Papers:
    """The letter, its copy for the GP and the summary for the GP, each as it stands. Six statements at most."""
    made = _last_made(episode_id)
    wishes = _last_wishes(episode_id)
    letters = _letters([each.letter_id for each in made.values() if each.letter_id])
    deliveries = _deliveries(made.values(), letters.values())
    return {
        paper: PaperStanding(
            paper=paper,
            made=made.get(paper),
            letter=_letter_of(made.get(paper), letters),
            delivery=deliveries.get(_message_id(made.get(paper), letters)),
            wish=wishes.get(paper),
        )
        for paper in Paper
    }


def summary_to_read(person_id: UUID) -> ClosingPaper | None:
    """The last summary for the GP, where it has not gone, is wanted, and waits for the person to see it. One statement.

    For home, which asks little: of it all, only when it was made.
    """
    has_gone = exists().where(PaperSending.paper_id == ClosingPaper.id)
    was_seen = exists().where(PaperShown.paper_id == ClosingPaper.id, PaperShown.how.is_not(None))
    wanted = (
        select(PaperWish.is_wanted)
        .where(
            PaperWish.episode_id == ClosingPaper.episode_id, PaperWish.paper == Paper.GP_SUMMARY, ~is_struck(PaperWish)
        )
        .order_by(PaperWish.created_at.desc(), PaperWish.id.desc())
        .limit(1)
        .correlate(ClosingPaper)
        .scalar_subquery()
    )
    found = select(ClosingPaper, has_gone | was_seen | ~func.coalesce(wanted, true())).where(
        ClosingPaper.person_id == person_id, ClosingPaper.paper == Paper.GP_SUMMARY
    )
    last = db.session.execute(found.order_by(ClosingPaper.created_at.desc(), ClosingPaper.id.desc()).limit(1)).first()
    return last[0] if last is not None and not last[1] else None


def paper_of(person_id: UUID, paper_id: UUID) -> ClosingPaper:
    """One paper with all of it, whether it was shown, and its sending. Raises NotFound for another person's."""
    wanted = select(ClosingPaper).where(ClosingPaper.id == paper_id, ClosingPaper.person_id == person_id)
    whole = wanted.options(
        undefer(ClosingPaper.html),
        undefer(ClosingPaper.pdf),
        selectinload(ClosingPaper.sendings),
        selectinload(ClosingPaper.shown),
    )
    found = db.session.scalar(whole.execution_options(populate_existing=True))
    if found is None:
        raise NotFound
    return found


def carers_told(episode_id: UUID) -> Sequence[CarerStanding]:
    """Everybody who helps the person and may know something today, with whether they were told. Six statements.

    Somebody whom the person asked us not to contact, or who no longer helps, is none of them.
    """
    person_id = db.session.scalar(select(Episode.person_id).where(Episode.id == episode_id))
    if person_id is None:
        return []
    told = _last_told(episode_id)
    around = [each for each in carers_of(person_id) if each.stopped is None and each.do_not_contact is None]
    standings = (CarerStanding(each, _open_topics(each.sharing), told.get(each.carer.id)) for each in around)
    return [each for each in standings if each.may_know]


def practice_of(person_id: UUID) -> GpPractice | None:
    """The person's GP practice as it was written down last, or none."""
    wanted = select(GpPractice).where(GpPractice.person_id == person_id, ~is_struck(GpPractice))
    return db.session.scalar(wanted.order_by(GpPractice.created_at.desc(), GpPractice.id).limit(1))


def _last_made(episode_id: UUID) -> dict[Paper, ClosingPaper]:
    wanted = select(ClosingPaper).where(ClosingPaper.episode_id == episode_id)
    ordered = wanted.order_by(ClosingPaper.created_at, ClosingPaper.id)
    whole = ordered.options(selectinload(ClosingPaper.sendings), selectinload(ClosingPaper.shown))
    rows = db.session.scalars(whole, execution_options=AFRESH)
    return {each.paper: each for each in rows}


def _last_wishes(episode_id: UUID) -> dict[Paper, PaperWish]:
    wanted = select(PaperWish).where(PaperWish.episode_id == episode_id, ~is_struck(PaperWish))
    return {each.paper: each for each in db.session.scalars(wanted.order_by(PaperWish.created_at, PaperWish.id))}


def _last_told(episode_id: UUID) -> dict[UUID, CarerTold]:
    wanted = select(CarerTold).where(CarerTold.episode_id == episode_id, ~is_struck(CarerTold))
    return {each.carer_id: each for each in db.session.scalars(wanted.order_by(CarerTold.created_at, CarerTold.id))}


def _letters(letter_ids: Sequence[UUID]) -> dict[UUID, Letter]:
    wanted = select(Letter).where(Letter.id.in_(letter_ids))
    with_sending = wanted.options(joinedload(Letter.sending).joinedload(LetterSending.contact))
    return {each.id: each for each in db.session.scalars(with_sending, execution_options=AFRESH)} if letter_ids else {}


def _deliveries(papers: Iterable[ClosingPaper], letters: Iterable[Letter]) -> dict[UUID | None, Delivery]:
    """Where the message of each stands now, by the id of the first: of the one that took its place, if one did."""
    sendings = [*(each.sending for each in papers), *(each.sending for each in letters)]
    firsts = {each.message_id for each in sendings if each and each.message_id}
    if not firsts:
        return {}
    wanted = select(Message).where(Message.id.in_(firsts) | Message.in_place_of_id.in_(firsts))
    messages = db.session.scalars(wanted.options(joinedload(Message.delivery)).order_by(Message.created_at))
    return {each.in_place_of_id or each.id: each.delivery for each in messages}


def _letter_of(made: ClosingPaper | None, letters: Mapping[UUID, Letter]) -> Letter | None:
    return letters.get(made.letter_id) if made and made.letter_id else None


def _message_id(made: ClosingPaper | None, letters: Mapping[UUID, Letter]) -> UUID | None:
    """The message that carried it: the letter's own, or that of what went to the practice."""
    letter = _letter_of(made, letters)
    if made is not None and made.paper is Paper.LETTER:
        return letter.sending.message_id if letter and letter.sending else None
    return made.sending.message_id if made and made.sending else None


def _open_topics(sharing: Mapping[Topic, Sharing]) -> tuple[Topic, ...]:
    day = today()
    return tuple(topic for topic, each in sharing.items() if each.is_open(day))
