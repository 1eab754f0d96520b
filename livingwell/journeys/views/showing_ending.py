"""The page about ending support, put together."""

from typing import Any
from uuid import UUID

from flask import Response, url_for

from livingwell.adjustments.models import Way
from livingwell.contacts.presenters.naming import Named
from livingwell.contacts.views.engagement import engagement_picture
from livingwell.journeys.models import Closure, ClosurePoint, ClosureProposal, EndingKind
from livingwell.journeys.models.readiness import Readiness, ReadyPoint
from livingwell.journeys.presenters.ending import EndedCard, ProposalCard, Withdrawn
from livingwell.journeys.presenters.lost_contact import Places, next_steps, stop_of
from livingwell.journeys.presenters.lost_points import lost_points
from livingwell.journeys.presenters.readiness import ready_lines
from livingwell.journeys.queries.closures import (
    closure_of,
    episode_to_show,
    proposal_in,
    proposals_before,
)
from livingwell.journeys.queries.lost_contact import is_view_asked_for, lost_contact_of
from livingwell.journeys.queries.readiness import readiness_of
from livingwell.journeys.queries.waiting_to_go import appointments_of_team
from livingwell.people.models import AllocationRole, Episode, Person
from livingwell.people.queries.episodes import support_now
from livingwell.web.guards import current_actor
from livingwell.web.page import page

PLACES_OF_POINTS = {
    ReadyPoint.GOALS: "careplans.show_plan",
    ReadyPoint.CHOSEN: "journeys.show_journey",
    ReadyPoint.ACCEPTED: "journeys.list_hand_overs",
    ReadyPoint.ADJUSTMENTS: "journeys.list_hand_overs",
    ReadyPoint.STAYING_WELL: "journeys.show_staying_well",
    ReadyPoint.WAY_BACK: "journeys.show_way_back",
    ReadyPoint.CARERS: "journeys.show_papers",
    ReadyPoint.GP: "journeys.show_papers",
    ReadyPoint.LETTER: "journeys.show_papers",
    ReadyPoint.DISCUSSED: "discussions.list_discussions",
}


def show_ending(person: Person) -> Response:
    """Where the person's ending stands."""
    episode = episode_to_show(person.id, current_actor().team_ids)
    closure = closure_of(episode.id) if episode else None
    if episode is None or closure is not None or episode.ended_on is not None:
        return _ended_page(person, episode, closure)
    proposal = proposal_in(episode.id)
    if proposal is not None and proposal.kind is EndingKind.LOST_CONTACT:
        return _lost_page(person, episode, proposal)
    return _open_page(person, episode, proposal)


def lost_contact_page(person: Person) -> Response:
    """The same, as the answer to a press that could not be done: it says what to do instead."""
    response = show_ending(person)
    response.status_code = 409
    return response


def _open_page(person: Person, episode: Episode, proposal: ClosureProposal | None) -> Response:
    ready = readiness_of(episode, proposal.answer if proposal else None)
    return page(
        "journeys/show_closure.html",
        proposal=proposal,
        card=ProposalCard.of(proposal) if proposal else None,
        lines=ready_lines(ready, person.preferred_name, _links(person.id, proposal), is_proposed=proposal is not None),
        done=ready.done,
        before=[Withdrawn.of(each) for each in proposals_before(episode.id)],
        ahead=len(appointments_of_team(episode)),
    )


def _lost_page(person: Person, episode: Episode, proposal: ClosureProposal) -> Response:
    answers = proposal.answered
    facts = lost_contact_of(episode, answers)
    named = Named.of(person.preferred_name, person.pronouns)
    ready = readiness_of(episode, proposal.answer)
    lines = lost_points(facts, answers, named, lambda point: _point(person.id, proposal.id, point))
    return page(
        "journeys/show_lost_contact.html",
        proposal=proposal,
        card=ProposalCard.of(proposal),
        stop=stop_of(facts, named) if facts.lacks else None,
        steps=next_steps(facts, named, _places(person, episode, proposal, ready)) if facts.lacks else (),
        picture=engagement_picture(person),
        lines=lines,
        done=sum(line.icon == "done" for line in lines),
        before=[Withdrawn.of(each) for each in proposals_before(episode.id)],
        may_override=current_actor().leads(episode.team_id),
        ahead=len(appointments_of_team(episode)),
    )


def _ended_page(person: Person, episode: Episode | None, closure: Closure | None) -> Response:
    card = lines = None
    if episode is not None and closure is not None:
        ready = readiness_of(episode, None)
        card = EndedCard.of(closure, ready.way_back, person.preferred_name)
        lines = _offered(person, ready, closure)
    return page("journeys/show_ended.html", episode=episode, card=card, lines=lines)


def _offered(person: Person, ready: Readiness, closure: Closure) -> Any:
    """What can still be done after the end: the way back, the letter, and telling whoever may know."""
    if closure.kind is EndingKind.DIED:
        return ()
    after = (ReadyPoint.WAY_BACK, ReadyPoint.LETTER, ReadyPoint.GP, ReadyPoint.CARERS, ReadyPoint.STAYING_WELL)
    lines = ready_lines(ready, person.preferred_name, _links(person.id, None))
    return [line for point, line in zip(ready.points, lines, strict=True) if point in after]


def _links(person_id: UUID, proposal: ClosureProposal | None) -> dict[ReadyPoint, str]:
    links = {point: url_for(endpoint, person_id=person_id) for point, endpoint in PLACES_OF_POINTS.items()}
    if proposal is not None:
        links[ReadyPoint.ANSWER] = url_for("journeys.new_ready_answer", person_id=person_id, proposal_id=proposal.id)
    return links


def _point(person_id: UUID, proposal_id: UUID, point: ClosurePoint) -> str:
    return url_for(
        "journeys.new_closure_answer", person_id=person_id, proposal_id=proposal_id, closure_point=point.value
    )


def _places(person: Person, episode: Episode, proposal: ClosureProposal, ready: Readiness) -> Places:
    workers, _notes = support_now(person.id)
    peer = next((each.account.first_name for each in workers if each.role is AllocationRole.PEER), "")
    return Places(
        ways={way: _to_reach(person.id, way) for way in Way},
        preferences=url_for("adjustments.new_preferences", person_id=person.id),
        way_back=url_for("journeys.show_way_back", person_id=person.id),
        let_go=url_for("journeys.new_letting_go", person_id=person.id),
        agenda=url_for("journeys.ask_for_view", person_id=person.id, proposal_id=proposal.id),
        discussions=url_for("discussions.list_discussions", person_id=person.id),
        points="#points",
        agenda_on=ready.signs.next_on,
        is_asked_for=is_view_asked_for(episode),
        peer=peer,
    )


def _to_reach(person_id: UUID, way: Way) -> str:
    """Where a contact in this way is written or planned; with somebody else in between, where it is logged."""
    if way.is_written:
        return url_for("contacts.new_message", person_id=person_id, way=way.value)
    endpoint = "contacts.new_appointment" if way.needs_notice else "contacts.new_contact"
    return url_for(endpoint, person_id=person_id, way=way.value)
