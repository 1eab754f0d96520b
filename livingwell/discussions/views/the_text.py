"""The discussion as plain text for the trust's own record, and when it was copied there."""

from typing import Any
from uuid import UUID

from flask import request

from livingwell.careplans.actions import record_copy
from livingwell.careplans.models import CopiedWhat
from livingwell.careplans.presenters.plain_text import lines_gone, new_lines
from livingwell.careplans.queries.copies import copies_of
from livingwell.core.dates import date_and_time, long_date
from livingwell.core.errors import Conflict
from livingwell.core.identifiers import nhs_number_spaced
from livingwell.discussions.presenters.meetings import when_words
from livingwell.discussions.presenters.plain_text import discussion_text
from livingwell.discussions.presenters.stamps import stamp_of
from livingwell.discussions.queries.screen import screen
from livingwell.discussions.views.blueprint import discussions
from livingwell.discussions.views.showing import parts_of
from livingwell.discussions.views.the_round import ADDRESS
from livingwell.drafts.kept import once
from livingwell.identity.permissions import Permission
from livingwell.people.door import door
from livingwell.people.models import Person
from livingwell.web.guards import current_actor
from livingwell.web.page import page, see


@discussions.get(f"{ADDRESS}/text")
@door(Permission.SEE_MEETINGS)
def show_discussion_text(person: Person, discussion_id: UUID) -> Any:
    """The discussion and its decisions as plain text, when it was copied, and what is new since."""
    text, copies = _text(person, discussion_id), copies_of(discussion_id)
    last = copies[0].text if copies else text
    return page(
        "discussions/show_text.html",
        person=person,
        discussion_id=discussion_id,
        text=text,
        seen=stamp_of(text),
        copies=[(each.written_by, date_and_time(each.created_at)) for each in copies],
        new=new_lines(last, text),
        gone=lines_gone(last, text),
    )


@discussions.post(f"{ADDRESS}/text/copies")
@door(Permission.DISCUSS)
def say_copied(person: Person, discussion_id: UUID) -> Any:
    """Write down that the text went into the trust's record as the page showed it."""
    text = _text(person, discussion_id)
    if request.form.get("seen") != stamp_of(text):
        raise Conflict("The discussion changed while this page was open. Go back, and copy the text again.")
    once(record_copy, person, CopiedWhat.DISCUSSION, discussion_id, text, current_actor())
    said = "It is written down that you copied this."
    return see("discussions.show_discussion_text", said=said, person_id=person.id, discussion_id=discussion_id)


def _text(person: Person, discussion_id: UUID) -> str:
    actor = current_actor()
    found = screen(actor, person.id, discussion_id)
    number = nhs_number_spaced(person.nhs_number) or "none yet"
    who = f"{person.name}, born {long_date(person.born_on)}, NHS number {number}"
    return discussion_text(parts_of(found, actor), who, when_words(found.head.discussion.meeting))
