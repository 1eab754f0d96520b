"""What home shows of meetings: a question before one, and an answer after it."""

from collections.abc import Iterator

from flask import url_for

from livingwell.discussions.models import OwnDiscussion, OwnState
from livingwell.people.models import Person
from livingwell.portal.presenters.meeting import when_words
from livingwell.portal.saying import gettext as _
from livingwell.portal.views.around import around, meetings_of
from livingwell.portal.waiting import Waiting, waits


@waits
def meetings_waiting(person: Person) -> Iterator[Waiting]:
    """A meeting to which the person has said nothing yet, and an answer that they have not called right or wrong.

    Once no team supports them, nothing more is asked before a meeting.
    """
    for own in meetings_of(person.id):
        href = url_for("portal.show_meeting", discussion_id=own.discussion.id)
        if own.state is OwnState.COMING and not own.has_said and around(person.id):
            title = _("The team meets on %(when)s. What would you like said?", when=when_words(own))
            yield Waiting(title, _("Five short questions. Answer any you like."), href, own.discussion.created_at)
        elif own.closing is not None and own.waits_for_answer:
            yield Waiting(_title(own), _("One question. There is no rush."), href, own.closing.created_at)


def _title(own: OwnDiscussion) -> str:
    if own.has_said:
        return _("You asked us something. Here is our answer")
    return _("The team talked about you. Here is what it said")
