"""What the record knows for a closing letter: nothing that is held back from the person, or that is theirs alone."""

from collections.abc import Iterator, Sequence

from livingwell.adjustments.queries.adjustments import lives_of
from livingwell.careplans.models import GoalState, StepState, WhoseWords
from livingwell.careplans.models.snapshot import GoalLine
from livingwell.careplans.queries.seen import plan_as_the_person_sees_it
from livingwell.contacts.models import Outcome
from livingwell.contacts.queries.contacts import latest_contacts
from livingwell.core.clock import in_london
from livingwell.identity.queries.crisis_wording import standing_wording
from livingwell.journeys.models import ClosureProposal, Destination, EndingKind, Paper
from livingwell.journeys.models.closing_facts import (
    ClosingFacts,
    GoalTold,
    PlaceTold,
    RatingTold,
    Tried,
    WayBackTold,
)
from livingwell.journeys.queries.closures import closure_of, proposal_in
from livingwell.journeys.queries.journeys import chosen_destinations, journey_of
from livingwell.journeys.queries.papers import papers_of, practice_of
from livingwell.journeys.queries.staying_well import staying_well_now
from livingwell.journeys.queries.ways_back import way_back_of
from livingwell.people.models import Episode, Person

MOST_TRIED = 10


def closing_facts(person: Person, episode: Episode) -> ClosingFacts:
    """All that the letter is drafted from, in a fixed number of statements."""
    proposal = _proposal(episode)
    plan = plan_as_the_person_sees_it(person.id, person.preferred_name)
    staying_well, crisis, practice = staying_well_now(person.id), standing_wording(), practice_of(person.id)
    return ClosingFacts(
        kind=proposal.kind if proposal else None,
        to_where=proposal.to_where if proposal else "",
        goals=tuple(_goals(plan.snapshot.goals)) if plan else (),
        adjustments=tuple(each.what for each in lives_of(person.id) if each.is_active and each.objection is None),
        what_helps=staying_well.what_helps if staying_well else "",
        places=tuple(_places(episode)),
        way_back=_way_back(episode),
        crisis=crisis.words if crisis else "",
        practice=practice.name if practice else person.gp_practice,
        is_copied_to_gp=not papers_of(episode.id)[Paper.GP_COPY].is_not_wanted,
        tried=tuple(_tried(person)) if proposal and proposal.kind is EndingKind.LOST_CONTACT else (),
    )


def _proposal(episode: Episode) -> ClosureProposal | None:
    """Why support ends, or ended."""
    proposal = proposal_in(episode.id)
    if proposal is None and (closure := closure_of(episode.id)):
        return closure.proposal
    return proposal


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


def _places(episode: Episode) -> Iterator[PlaceTold]:
    journey = journey_of(episode.id)
    if journey is None:
        return
    yield from (_place(each) for each in chosen_destinations(journey))


def _place(destination: Destination) -> PlaceTold:
    service = destination.service
    reached_by = (service.phone, service.email, service.website, service.address) if service else ()
    return PlaceTold(
        name=destination.name,
        what=destination.what or (service.summary if service else ""),
        how_to_join=service.how_to_join if service else "",
        reached_by=tuple(filter(None, reached_by)),
    )


def _way_back(episode: Episode) -> WayBackTold | None:
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
