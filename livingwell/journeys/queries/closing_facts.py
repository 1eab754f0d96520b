"""What the record knows for a closing letter: nothing that is held back from the person, or that is theirs alone."""

from collections.abc import Iterator, Sequence

from sqlalchemy import exists, select

from livingwell.adjustments.queries.adjustments import lives_of
from livingwell.careplans.models import ActorKind, GoalState, StepState, WhoseWords
from livingwell.careplans.models.snapshot import GoalLine
from livingwell.careplans.queries.seen import plan_as_the_person_sees_it
from livingwell.contacts.models import Outcome
from livingwell.contacts.queries.contacts import latest_contacts
from livingwell.core.clock import in_london, today
from livingwell.extensions import db
from livingwell.identity.queries.crisis_wording import standing_wording
from livingwell.journeys.models import (
    ClosureProposal,
    Destination,
    EndingKind,
    HandOver,
    Paper,
    ReadyAnswer,
    ReadyKind,
)
from livingwell.journeys.models.closing_facts import (
    ClosingFacts,
    GoalTold,
    NextStep,
    PlaceTold,
    RatingTold,
    Tried,
    WayBackTold,
)
from livingwell.journeys.queries.closures import closure_of, proposal_in
from livingwell.journeys.queries.hand_overs import hand_overs_of
from livingwell.journeys.queries.journeys import chosen_destinations, journey_of
from livingwell.journeys.queries.papers import papers_of, practice_of
from livingwell.journeys.queries.staying_well import staying_well_now
from livingwell.journeys.queries.ways_back import way_back_of
from livingwell.people.models import Episode, Person

MOST_TRIED = 10


def closing_facts(person: Person, episode: Episode) -> ClosingFacts:
    """All that the letter is drafted from, in a fixed number of statements."""
    proposal = why_support_ends(episode)
    plan = plan_as_the_person_sees_it(person.id, person.preferred_name)
    staying_well, crisis, practice = staying_well_now(person.id), standing_wording(), practice_of(person.id)
    return ClosingFacts(
        kind=proposal.kind if proposal else None,
        has_heard=_has_heard(proposal),
        to_where=proposal.to_where if proposal else "",
        goals=tuple(_goals(plan.snapshot.goals)) if plan else (),
        adjustments=tuple(each.what for each in lives_of(person.id) if each.is_active and each.objection is None),
        what_helps=staying_well.what_helps if staying_well else "",
        places=tuple(places_chosen(episode)),
        way_back=way_back_told(episode),
        crisis=crisis.words if crisis else "",
        practice=practice.name if practice else person.gp_practice,
        is_copied_to_gp=not papers_of(episode.id)[Paper.GP_COPY].is_not_wanted,
        tried=tuple(_tried(person)) if proposal and proposal.kind is EndingKind.LOST_CONTACT else (),
    )


def why_support_ends(episode: Episode) -> ClosureProposal | None:
    """What is proposed, or was carried out; none before anybody proposed to end it."""
    proposal = proposal_in(episode.id)
    if proposal is None and (closure := closure_of(episode.id)):
        return closure.proposal
    return proposal


def _has_heard(proposal: ClosureProposal | None) -> bool:
    """Whether the person answered if they are ready, whatever they said; or decided it themself."""
    if proposal is None or proposal.kind is EndingKind.OWN_DECISION:
        return proposal is not None
    asked = exists().where(ReadyAnswer.proposal_id == proposal.id, ReadyAnswer.kind != ReadyKind.COULD_NOT_ASK)
    return bool(db.session.scalar(select(asked)))


def _goals(goals: Sequence[GoalLine]) -> Iterator[GoalTold]:
    """What is worked on and what was reached."""
    for goal in goals:
        state = GoalState(goal.state)
        if state.is_live or state is GoalState.REACHED:
            ratings = [RatingTold(each.value, each.on) for each in goal.ratings]
            yield GoalTold(
                words=goal.words,
                is_own=goal.whose_words == WhoseWords.PERSON,
                is_reached=state is GoalState.REACHED,
                first=ratings[0] if ratings else None,
                last=ratings[-1] if ratings else None,
                steps_done=tuple(step.what for step in goal.steps if step.state == StepState.DONE),
            )


def places_chosen(episode: Episode) -> Iterator[PlaceTold]:
    """What the person chose, as they would like it most, with what is still to come on the way there."""
    journey = journey_of(episode.id)
    if journey is None:
        return
    hand_overs = {each.destination_id: each for each in hand_overs_of(journey.id) if each.ended_on is None}
    for destination in chosen_destinations(journey):
        yield _place(destination, hand_overs.get(destination.id))


def _place(destination: Destination, hand_over: HandOver | None) -> PlaceTold:
    service = destination.service
    reached_by = (service.phone, service.email, service.website, service.address) if service else ()
    return PlaceTold(
        name=destination.name,
        what=destination.what or (service.summary if service else ""),
        how_to_join=service.how_to_join if service else "",
        reached_by=tuple(filter(None, reached_by)),
        next_steps=tuple(_next_steps(hand_over)) if hand_over else (),
    )


def _next_steps(hand_over: HandOver) -> Iterator[NextStep]:
    """What is still to come, and with whom."""
    for step in hand_over.steps:
        if step.done_on is None and step.dropped_on is None and step.by_on >= today():
            who = "" if step.actor_kind is ActorKind.PERSON else step.done_by  # the letter says "you" of them
            yield NextStep(step.kind, step.by_on, step.what, who)


def way_back_told(episode: Episode) -> WayBackTold | None:
    """How the person comes back, as it was agreed last."""
    told = way_back_of(episode.id)
    return WayBackTold(told.until_on, told.to_whom, told.way, told.how) if told else None


def _tried(person: Person) -> Iterator[Tried]:
    """Our attempts since somebody last reached them, the first first."""
    since: list[Tried] = []
    for contact in latest_contacts(person.id, MOST_TRIED):
        if contact.outcome is None or contact.outcome.has_reached:
            break
        if contact.outcome.has_not_reached or contact.outcome is Outcome.SENT:
            since.append(Tried(contact.way, in_london(contact.at).date()))
    yield from reversed(since)
