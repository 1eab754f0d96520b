"""What stands for each variable of an address when a test opens every route there is.

A feature adds a line for its own: the name of the variable and how to make such a thing in the team’s world. A variable
without a line fails the test of every route, so that none is opened only with an id that nobody has.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from uuid import UUID, uuid4

from sqlalchemy import select
from werkzeug.routing import Rule

from livingwell.adjustments.models import Way
from livingwell.careplans.models import CarePlan, Suggestion
from livingwell.careplans.queries.plans import current_plan
from livingwell.carers.models import Carer, CarerNote
from livingwell.carers.queries.carers import carers_of
from livingwell.carers.queries.notes import notes_of_carer
from livingwell.contacts.commands import Because
from livingwell.contacts.models import LetterSending
from livingwell.core.actor import Actor
from livingwell.directory.models import Service
from livingwell.discussions.models import CaseDiscussion
from livingwell.discussions.queries.discussions import discussion
from livingwell.extensions import db
from livingwell.identity.actions.links import make_link
from livingwell.identity.models import Account, OwnWay, Team
from livingwell.journeys.models import (
    ClosureProposal,
    Destination,
    EndingKind,
    HandOver,
    HandOverSending,
    HandOverStepKind,
    PointKind,
    StayingWellPlan,
)
from livingwell.journeys.queries.closures import proposal_now
from livingwell.journeys.queries.hand_overs import all_hand_overs_of
from livingwell.journeys.queries.journeys import journey_now
from livingwell.journeys.queries.staying_well import staying_well_now
from livingwell.people.models import Episode, Person
from tests.factories.adjustments import make_adjustment
from tests.factories.careplans import make_comment, make_full_plan, make_hold, make_private_goal
from tests.factories.carers import make_carer, make_helped
from tests.factories.carers import make_note as make_note_of_carer
from tests.factories.closing import make_proposal
from tests.factories.closing_letters import make_carer_who_may_know, make_gp_summary
from tests.factories.contacts import make_appointment, make_reminder
from tests.factories.directory import make_course, make_service
from tests.factories.discussions import (
    begin_discussion,
    make_answer,
    make_challenge,
    make_check_in,
    make_decision,
    make_line,
    make_view,
)
from tests.factories.feeds import make_feed, make_feed_reading
from tests.factories.hand_overs import make_hand_over, make_sending, make_sent, make_step, make_told_answer
from tests.factories.identity import actor_for, make_account, make_team, membership_of
from tests.factories.importing import make_held_row, make_import
from tests.factories.journeys import make_chosen, make_destination, make_hope, make_point, ours_together
from tests.factories.landing import check_in, make_landing_answer, make_landing_link, make_pressed_landing_link
from tests.factories.letters import REACHABLE, make_letter, make_reachable, make_reply, make_unfiled_text
from tests.factories.letters import make_sent as make_letter_sent
from tests.factories.looked import make_looked_question, make_reading
from tests.factories.passports import make_share, some_piece, write
from tests.factories.people import make_arrival, make_arrival_answer, make_note, make_person, make_request
from tests.factories.staying import make_left_team, make_staying_well
from tests.factories.ways_in import EMAIL, ask, make_invited_account


@dataclass(frozen=True)
class World:
    """A team, somebody whom it supports, and a colleague."""

    team: Team
    person: Person
    colleague: Account
    mobile: str = REACHABLE["mobile"]

    @property
    def actor(self) -> Actor:
        """The colleague at work."""
        return actor_for(self.colleague, self.team)

    @cached_property
    def discussion_id(self) -> UUID:
        """The person being discussed, in a meeting that the colleague chairs."""
        return begin_discussion(self.person, self.team, self.colleague).id

    @property
    def discussion(self) -> CaseDiscussion:
        """The same, read again with what actions need of it."""
        return discussion(self.actor, self.person.id, self.discussion_id)

    @property
    def reachable(self) -> Person:
        """The person, with a number and addresses."""
        return make_reachable(self.person, mobile=self.mobile)

    @classmethod
    def make(cls) -> "World":
        team = make_team()
        return cls(team, make_person(team=team), make_account("Tom Adeyemi", team=team))


AN_ADMINISTRATOR = Actor(None, "an account administrator of the tests", is_account_administrator=True)

OTHER = HandOverStepKind.OTHER

MAKERS: dict[str, Callable[[World], object]] = {
    "person_id": lambda world: world.person.id,
    "team_id": lambda world: world.team.id,
    "account_id": lambda world: world.colleague.id,
    "batch_id": lambda world: make_import(world.team).id,
    "feed_id": lambda world: make_feed("https://feeds.example.org/services").id,
    "reading_id": lambda world: make_feed_reading().id,
    "held_row_id": lambda world: make_held_row(world.team).id,
    "membership_id": lambda world: membership_of(world.colleague).id,
    "episode_id": lambda world: db.session.scalars(select(Episode.id).filter_by(person_id=world.person.id)).one(),
    "note_id": lambda world: make_note(world.person).id,
    "meeting_id": lambda world: world.discussion.meeting_id,
    "discussion_id": lambda world: world.discussion_id,
    "view_id": lambda world: make_view(world.discussion, world.actor).id,
    "decision_id": lambda world: make_decision(world.discussion, world.actor).id,
    "own_line_id": lambda world: make_line(world.discussion, world.actor).id,
    "question_key": lambda world: "talk-about",
    "answer_id": lambda world: make_answer(make_decision(world.discussion, world.actor), world.actor).id,
    "challenge_id": lambda world: make_challenge(world.discussion, world.actor).id,
    "check_in_id": lambda world: make_check_in(world.discussion.meeting, world.actor).id,
    "request_id": lambda world: make_request(world.person, world.team, make_team(), world.colleague).id,
    "token": lambda world: make_link(world.colleague.id, timedelta(days=1), AN_ADMINISTRATOR),
    "way_in": lambda world: make_link_sent(),
    "fingerprint": lambda world: "today",
    "contact_id": lambda world: make_appointment(world.person, world.actor, because=Because("No other day.")).id,
    "reminder_id": lambda world: make_reminder(world.person, world.actor).id,
    "path": lambda world: "css/lw.css",
    "kind": lambda world: "matters",
    "need_id": lambda world: plan_in(world).needs[0].id,
    "goal_id": lambda world: plan_in(world).goals[0].id,
    "step_id": lambda world: plan_in(world).goals[0].steps[0].id,
    "own_goal_id": lambda world: make_private_goal(world.person).id,
    "comment_id": lambda world: make_comment(world.person, plan_in(world).goals[0], world.actor).id,
    "hold_id": lambda world: make_hold(plan_in(world), world.actor).id,
    "consequence_id": lambda world: plan_in(world).consequences[0].id,
    "suggestion_id": lambda world: _team_suggestion(plan_in(world)).id,
    "target_kind": lambda world: "goal",
    "target_id": lambda world: plan_in(world).goals[0].id,
    "line_kind": lambda world: "goal",
    "line_id": lambda world: plan_in(world).goals[0].id,
    "adjustment_id": lambda world: make_adjustment(world.person, world.actor, f"Need {uuid4()}").id,
    "happening": lambda world: "shared",
    "letter_id": lambda world: make_letter(world.reachable, world.actor).id,
    "reply_id": lambda world: make_reply(world.reachable).id,
    "looked_on": lambda world: make_reading(world.person, world.actor),
    "looked_question_id": lambda world: make_looked_question(world.person).id,
    "arrival_answer_id": lambda world: make_arrival_answer(world.person, world.actor).id,
    "arrival_id": lambda world: make_arrival(world.person).id,
    "text_id": lambda world: make_unfiled_text().id,
    "template_key": lambda world: "missed-you",
    "went": lambda world: "went",
    "answer": lambda world: "yes",
    "number": lambda world: plan_in(world) and 1,
    "setting": lambda world: "size",
    "figure": lambda world: "contacts",
    "section": lambda world: "important",
    "left_id": lambda world: make_left_team(world.person).episode_id,
    "staying_part": lambda world: "what-helps",
    "staying_version": lambda world: staying_well_in(world).number,
    "piece_id": lambda world: some_piece(world.person, world.actor).id,
    "share_id": lambda world: make_share(world.person, world.actor).id,
    "share_token": lambda world: make_share(world.person, world.actor).token,
    "version": lambda world: write(world.person, world.actor).number,
    "size": lambda world: "large",
    "layout": lambda world: "page",
    "carer_id": lambda world: carer_in(world).id,
    "told_carer_id": lambda world: make_carer_who_may_know(world.person, world.actor).id,
    "own_letter_id": lambda world: _letter_in(world).letter_id,
    "paper_id": lambda world: make_gp_summary(world.person, world.actor).id,
    "told_id": lambda world: note_in(world).id,
    "helped_id": lambda world: make_helped(world.person, world.actor).id,
    "carer_event": lambda world: "do_not_contact",
    "offer_kind": lambda world: "support",
    "topic": lambda world: "plan",
    "proposal_id": lambda world: proposal_in(world).id,
    "closure_point": lambda world: "safety",
    "service_id": lambda world: service_in(world).id,
    "course_id": lambda world: make_course(service_in(world), world.actor).id,
    "landing_id": lambda world: check_in(world.person, world.actor).id,
    "landing_answer_id": lambda world: make_landing_answer(world.person, world.actor).id,
    "landing_token": lambda world: make_landing_link(world.person, world.actor),
    "pressed_token": lambda world: make_pressed_landing_link(world.person, world.actor),
    "landing_pressed": lambda world: "working",
    "destination_id": lambda world: make_chosen(world.person, world.actor, f"Place {uuid4()}").id,
    "hand_over_id": lambda world: hand_over_in(world).id,
    "hand_over_step_id": lambda world: make_step(hand_over_in(world), world.person, world.actor, OTHER, what="A").id,
    "hand_over_step_kind": lambda world: OTHER.value,
    "sending_id": lambda world: sending_in(world).id,
    "hand_over_answer_id": lambda world: make_told_answer(hand_over_in(world), world.actor).id,
    "hand_over_token": lambda world: make_sent(world.person, world.actor, f"Place {uuid4()}").token,
    "onward_kind": lambda world: "option",
    "onward_line_id": lambda world: option_in(world).id,
    "hope_id": lambda world: make_hope(world.person, world.actor).id,
    "option_id": lambda world: option_in(world).id,
    "point_id": lambda world: option_in(world).points[0].id,
    "point_kind": lambda world: "good",
}


def address_of(rule: Rule, world: World, **chosen: object) -> str:
    """The path that opens the route in this world; `chosen` values win."""
    if rule.endpoint.startswith(("careplans.", "portal.")):
        plan_in(world)  # its pages show more once there is a plan
    values = {name: MAKERS[name](world) for name in rule.arguments if name not in chosen}
    with_names = {**values, **{name: value for name, value in chosen.items() if name in rule.arguments}}
    built = rule.build(with_names)
    assert built is not None, f"{rule} can't be built"
    return built[1]


def make_link_sent() -> str:
    """The secret of a link that was sent to somebody by e-mail."""
    make_invited_account(way=OwnWay.LINK, address=EMAIL)
    return ask(EMAIL).secret


def _team_suggestion(plan: CarePlan) -> Suggestion:
    """One that the team made and that waits for an answer, so that members and the person can open its pages."""
    return next(each for each in plan.suggestions if each.is_open and not each.is_persons)


def staying_well_in(world: World) -> StayingWellPlan:
    """What keeps the person well; made when it is first asked for."""
    return staying_well_now(world.person.id) or make_staying_well(world.person, world.actor)


def plan_in(world: World) -> CarePlan:
    """The person's plan, with something of everything; made when it is first asked for."""
    return current_plan(world.person.id) or make_full_plan(world.person, world.actor)


def service_in(world: World) -> Service:
    """An entry of the directory, the first that there is; made when it is first asked for."""
    return db.session.scalars(select(Service).limit(1)).first() or make_service("Irwell Men’s Shed")


def _letter_in(world: World) -> LetterSending:
    """One that was sent, whatever hour of somebody's day it is."""
    return make_letter_sent(world.reachable, world.actor, Way.EMAIL, because=Because("It is about tomorrow."))


def carer_in(world: World) -> Carer:
    """Somebody who helps the person, the first on record; made when it is first asked for."""
    there = carers_of(world.person.id)
    return there[0].carer if there else make_carer(world.person, world.actor)


def note_in(world: World) -> CarerNote:
    """What that carer told us."""
    carer = carer_in(world)
    there = notes_of_carer(carer.id)
    return there[0] if there else make_note_of_carer(carer, world.actor)


def proposal_in(world: World) -> ClosureProposal:
    """What is proposed: for lost contact, which has every page of its own. Made when it is first asked for."""
    there = proposal_now(world.person.id)
    return there or make_proposal(world.person, world.actor, EndingKind.LOST_CONTACT)


def hand_over_in(world: World) -> HandOver:
    """The person's first hand-over; made when it is first asked for."""
    there = all_hand_overs_of(world.person.id)
    return there[0] if there else make_hand_over(world.person, world.actor)


def sending_in(world: World) -> HandOverSending:
    """What waits for the person's yes in it, so that members and the person can open its pages."""
    there = hand_over_in(world).sendings
    return there[0] if there else make_sending(hand_over_in(world), world.actor)


def option_in(world: World) -> Destination:
    """An option for afterwards, with something that it could mean; made when it is first asked for."""
    journey = journey_now(world.person.id)
    for option in journey.options if journey else ():
        if option.points:
            return option
    option = make_destination(world.person, world.actor, "The walking group")
    make_point(option, world.actor, "It may change a benefit.", PointKind.CONSEQUENCE, voice=ours_together())
    return option_in(world)
