"""Letters to the person, and what their GP gets, as the person reads them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import url_for

from livingwell.contacts.models import Letter, LetterFormat
from livingwell.contacts.wording.blocks import Block, blocks_of
from livingwell.core.clock import in_london
from livingwell.journeys.models import ClosingPaper, Paper
from livingwell.journeys.models.papers import Papers, PaperStanding
from livingwell.people.models import PersonComment
from livingwell.portal.dates import long_date
from livingwell.portal.saying import gettext as _
from livingwell.portal.waiting import Waiting


@dataclass(frozen=True)
class LetterLink:
    """One letter in the list."""

    id: UUID
    title: str
    note: str


def letter_links(letters: Iterable[Letter]) -> list[LetterLink]:
    """What was written to the person and has gone, the latest first."""
    return [_link(each) for each in letters if each.is_sent and each.subject]


def _link(letter: Letter) -> LetterLink:
    return LetterLink(letter.id, letter.subject, _signed(letter))


def _signed(letter: Letter) -> str:
    sent = letter.sending.created_at if letter.sending else letter.created_at
    return _("From %(who)s, %(day)s", who=letter.written_by, day=long_date(in_london(sent).date()))


@dataclass(frozen=True)
class MyLetter:
    """One letter, set as the person asked; what they said about it, with the ids to take it back by."""

    id: UUID
    title: str
    signed: str
    parts: tuple[Block, ...]
    said: tuple[tuple[str, str], ...]


def my_letter(letter: Letter, comments: Sequence[PersonComment]) -> MyLetter:
    """A letter that has gone."""
    parts = blocks_of(letter.words, letter.format)
    return MyLetter(letter.id, letter.subject, _signed(letter), parts, said_about(comments))


def said_about(comments: Iterable[PersonComment]) -> tuple[tuple[str, str], ...]:
    """Pairs of the person's words and the id to take them back by."""
    return tuple((each.words, str(each.id)) for each in comments)


@dataclass(frozen=True)
class ForMyGp:
    """What the GP gets. `parts` is the summary, where there is one; `stands` are sentences about both papers."""

    parts: tuple[Block, ...]
    stands: tuple[str, ...]
    can_read: bool
    said: tuple[tuple[str, str], ...]


def for_my_gp(papers: Papers, whole: ClosingPaper | None, comments: Sequence[PersonComment]) -> ForMyGp:
    """As it stands now."""
    summary = papers[Paper.GP_SUMMARY]
    return ForMyGp(
        parts=blocks_of(whole.text, LetterFormat()) if whole else (),
        stands=(_copy_stands(papers[Paper.GP_COPY]), _summary_stands(summary)),
        can_read=is_to_be_read(summary),
        said=said_about(comments),
    )


def is_to_be_read(summary: PaperStanding) -> bool:
    """Whether a summary waits that the person has not seen."""
    shown = summary.made.shown if summary.made else ()
    return summary.is_made and not summary.is_settled and not any(each.how for each in shown)


def _copy_stands(copy: PaperStanding) -> str:
    if copy.is_not_wanted:
        return _("You said no to a copy of your letter. We do not send it.")
    if copy.is_gone and copy.gone_on:
        return _("Your GP got a copy of your letter on %(day)s.", day=long_date(copy.gone_on))
    return _("Your GP gets a copy of your letter, once you have it.")


def _summary_stands(summary: PaperStanding) -> str:
    if summary.is_not_wanted:
        return _("You said no to a summary. We do not send it.")
    if summary.is_gone and summary.gone_on:
        return _("Your GP got this on %(day)s.", day=long_date(summary.gone_on))
    if summary.is_made:
        return _("We have not sent this yet. You see it first.")
    return _("There is no summary for your GP yet.")


def summary_waiting(summary: ClosingPaper | None) -> list[Waiting]:
    """The summary, while it waits to be read."""
    if summary is None:
        return []
    title = _("Read what your GP would get")
    return [Waiting(title, _("You see it before it goes."), url_for("portal.show_for_gp"), summary.created_at)]
