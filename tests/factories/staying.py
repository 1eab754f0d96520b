"""Staying-well plans, ways back, and support that has ended, for tests."""

from datetime import timedelta

from sqlalchemy import select

from livingwell.adjustments.models import Way
from livingwell.audit import record
from livingwell.careplans.models import HowSaid
from livingwell.core.actor import Actor, the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.extensions import db
from livingwell.identity.models import Team
from livingwell.journeys.actions.closing import complete_closure
from livingwell.journeys.actions.proposing import propose_closure
from livingwell.journeys.actions.staying_well import agree_staying_well, write_staying_well
from livingwell.journeys.actions.ways_back import agree_way_back
from livingwell.journeys.closing_commands import ProposeClosure
from livingwell.journeys.models import EndingKind, StayingPart, StayingWellPlan, WayBack
from livingwell.journeys.queries.staying_well import staying_well_now
from livingwell.journeys.queries.ways_back import way_back_of
from livingwell.journeys.staying_commands import AgreeStayingWell, AgreeWayBack, TellWayBack, WriteStayingWell
from livingwell.people.actions.registering import refer
from livingwell.people.commands import Referral
from livingwell.people.models import Episode, Person
from tests.factories.identity import actor_for, make_account, make_team

WALKS = "A walk each day.\nMy allotment on Tuesdays."


def write_part(
    person: Person,
    actor: Actor,
    words: str = WALKS,
    part: StayingPart = StayingPart.KEEPS_ME_WELL,
    read: int | None = None,
) -> StayingWellPlan:
    """One part written, over the version that was read: the one that stands, unless another is named."""
    stands = staying_well_now(person.id)
    number = (stands.number if stands else 0) if read is None else read
    plan = write_staying_well(person.id, WriteStayingWell({part: words}, number), actor)
    assert plan is not None
    return plan


def make_staying_well(person: Person, actor: Actor) -> StayingWellPlan:
    """A plan with something in every part."""
    words = {
        StayingPart.KEEPS_ME_WELL: WALKS,
        StayingPart.EARLY_SIGNS: "I stop answering texts.",
        StayingPart.TRIGGERS: "Letters from the benefits office.",
        StayingPart.WHAT_HELPS: "Ten minutes outside. Then tea.",
        StayingPart.WHO_TO_CALL: "My sister Efua, by text.",
        StayingPart.WHAT_SHOULD_HAPPEN: "Ask me first. Write, do not phone.",
    }
    stands = staying_well_now(person.id)
    plan = write_staying_well(person.id, WriteStayingWell(words, stands.number if stands else 0), actor)
    assert plan is not None
    return plan


def make_agreed_staying_well(person: Person, actor: Actor) -> StayingWellPlan:
    """One that the person said was theirs, today and in person."""
    plan = make_staying_well(person, actor)
    return agree_staying_well(person.id, AgreeStayingWell(plan.number, today(), HowSaid.IN_PERSON), actor)


def episode_in(person: Person) -> Episode:
    """The person's episode that began last."""
    found = select(Episode).where(Episode.person_id == person.id)
    return db.session.scalars(found.order_by(Episode.referred_on.desc(), Episode.created_at.desc())).first()  # type: ignore[return-value]


def make_way_back(person: Person, actor: Actor, *, days: int = 300, way: Way = Way.TEXT, told: bool = True) -> WayBack:
    """A way back after the person's episode, which runs for so many days and of which they know."""
    episode = episode_in(person)
    stands = way_back_of(episode.id)
    command = AgreeWayBack(
        until_on=today() + timedelta(days=days),
        to_whom="Priya Mistry",
        way=way,
        replaces=stands.number if stands else 0,
        how="A text with the word back is enough.",
        told=TellWayBack(today(), HowSaid.IN_PERSON) if told else None,
    )
    return agree_way_back(episode, command, actor)


def make_left_team(person: Person) -> WayBack:
    """Another team supported the person until today, and they can come back to it."""
    team = make_team()
    farida = actor_for(make_account("Farida Noor", team=team), team)
    make_second_episode(person, team)
    way_back = make_way_back(person, farida)
    complete_closure(propose_closure(episode_in(person), ProposeClosure(EndingKind.GOALS_REACHED), farida), farida)
    return way_back


@atomic()
def make_second_episode(person: Person, team: Team) -> Episode:
    """One more team supports the person."""
    episode = refer(person.id, Referral(team.id, today(), "GP"))
    episode.accepted_on = episode.started_on = today()
    record("make_second_episode", the_system("tests"), person.id)
    return episode
