"""One member's day, gathered from the packages below in a fixed number of statements."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from livingwell.adjustments.queries import needs_member as adjustments
from livingwell.careplans.queries import holds_due
from livingwell.careplans.queries.needs_member import plan_needs, recent_ratings, steps_due
from livingwell.carers.queries import needs_member as carers
from livingwell.contacts.queries import needs_member as contacts
from livingwell.contacts.queries import outgoing_asks as messages
from livingwell.contacts.queries.notices import notices
from livingwell.core.actor import Actor
from livingwell.core.clock import today
from livingwell.discussions.models import CaseDiscussion, Challenge, PersonLine
from livingwell.discussions.queries import needs_member as discussions
from livingwell.discussions.queries.agenda import agenda
from livingwell.discussions.queries.decisions import open_decisions_of
from livingwell.discussions.queries.needs_member import (
    coming_places,
    open_challenges,
    soonest_meeting,
    tellings_promised,
)
from livingwell.journeys.queries import hand_overs_asking, landing_asks, paper_asks
from livingwell.people.models import Episode, Person
from livingwell.people.queries import arriving, looked
from livingwell.people.queries.asks import asks
from livingwell.people.queries.needs_member import episodes_supported, waiting_to_start
from livingwell.worklist.models import COMING, COUNTED, LATELY, Answers, Day, NextMeeting, Promises, Supported, Waiting

ANSWERS_SHOWN = 5
WAITING_SHOWN = 5
ASKS_SHOWN = 200  # what has waited longest; whoever supports fifty may not have asked any of them two questions

ASKS = (
    *arriving.ASKS,
    *looked.ASKS,
    *discussions.ASKS,
    *contacts.ASKS,
    *messages.ASKS,
    *adjustments.ASKS,
    *carers.ASKS,
    *holds_due.ASKS,
    *landing_asks.ASKS,
    *hand_overs_asking.ASKS,
    *paper_asks.ASKS,
)
"""Every feature's statements of what waits for a member: read as one."""


def day_of(actor: Actor) -> Day:
    """What needs the member today. Only people within the member's reach are in it."""
    supported = episodes_supported(actor)
    waiting, waiting_count = waiting_to_start(actor, WAITING_SHOWN, COUNTED)
    mine = [person.id for _episode, person in supported]
    places, lines = _coming(actor, [*mine, *(person.id for _episode, person in waiting)])
    return Day(
        today=today(),
        next_meeting=_next_meeting(actor),
        promises=_promises(actor),
        supported=_supported(actor, supported, places),
        waiting=[Waiting(person, episode, places.get(person.id)) for episode, person in waiting],
        waiting_count=waiting_count,
        answers=Answers(
            ratings=recent_ratings(mine, today() - LATELY, ANSWERS_SHOWN),
            lines=[line for line in lines if line.is_their_own and line.person_id in mine],
        ),
        asks=asks(actor, ASKS, ASKS_SHOWN),
        notices=notices(),
    )


def _next_meeting(actor: Actor) -> NextMeeting | None:
    meeting = soonest_meeting(actor)
    return NextMeeting(meeting, [place for place, _closing in agenda(actor, meeting.id)]) if meeting else None


def _promises(actor: Actor) -> Promises:
    return Promises(
        decisions=open_decisions_of(actor, actor.account_id),
        tellings=tellings_promised(actor),
        steps=steps_due(actor, today() + COMING),
    )


def _supported(
    actor: Actor, episodes: Sequence[tuple[Episode, Person]], places: dict[UUID, CaseDiscussion]
) -> list[Supported]:
    ids = [person.id for _episode, person in episodes]
    plans = plan_needs(ids, actor.account_id)
    challenges: dict[UUID, list[tuple[Challenge, bool]]] = defaultdict(list)
    for challenge, is_decided_over in open_challenges(actor, ids):
        challenges[challenge.person_id].append((challenge, is_decided_over))
    return [
        Supported(person, episode, plans.get(person.id), challenges[person.id], places.get(person.id))
        for episode, person in episodes
    ]


def _coming(actor: Actor, person_ids: Sequence[UUID]) -> tuple[dict[UUID, CaseDiscussion], list[PersonLine]]:
    """Each person's first place on an agenda to come, and the lines that were sent for any."""
    first: dict[UUID, CaseDiscussion] = {}
    lines = []
    for place, line in coming_places(actor, person_ids):
        first.setdefault(place.person_id, place)
        if line is not None:
            lines.append(line)
    return first, lines
