"""Telling the demo: the team, everybody's story in the order of time, and today's meeting, ready to run."""

from datetime import date, datetime, timedelta
from functools import partial

from sqlalchemy import select

from livingwell.audit import record
from livingwell.core.actor import Actor, Right, the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import fixed, london_instant, today
from livingwell.core.errors import Conflict
from livingwell.demo.cast import EVERYBODY, HOW_REACHED, Cast
from livingwell.demo.events import Event, tell
from livingwell.demo.models import DemoMark
from livingwell.demo.queries import has_accounts, is_told
from livingwell.demo.stories.directory import SERVICES
from livingwell.demo.stories.directory_more import MORE_SERVICES
from livingwell.demo.stories.endings import ENDINGS
from livingwell.demo.stories.meetings import MEETINGS
from livingwell.demo.stories.members import ADMINISTRATOR, HOW_TO_REACH_US, IF_THINGS_GET_TOO_MUCH, MEMBERS, TEAM
from livingwell.demo.stories.onward import ONWARD
from livingwell.demo.stories.own_side import OWN_SIDES
from livingwell.demo.stories.reaching.waiting import FROM_A_NUMBER_NOBODY_KNOWS
from livingwell.demo.story import MemberStory, PersonStory
from livingwell.demo.telling_directory import DirectoryTelling
from livingwell.demo.telling_endings import EndingTelling
from livingwell.demo.telling_letters import LetterTelling, unknown_text_events
from livingwell.demo.telling_looking import looking_events
from livingwell.demo.telling_meetings import MeetingTelling
from livingwell.demo.telling_onward import OnwardTelling
from livingwell.demo.telling_own import OwnSideTelling
from livingwell.demo.telling_own_words import OwnWordsTelling
from livingwell.demo.telling_passports import PassportTelling
from livingwell.demo.telling_plans import PlanTelling
from livingwell.demo.telling_reaching import ReachTelling
from livingwell.extensions import db
from livingwell.identity.actions.crisis_wording import begin_crisis_wording
from livingwell.identity.actions.introducing import introduce_myself, say_how_to_reach_team
from livingwell.identity.models import Account, Membership, Profession, Team
from livingwell.people.actions.episodes import accept_referrals, allocate, start_support
from livingwell.people.actions.registering import register_person
from livingwell.people.commands import Details, Referral, RegisterPerson
from livingwell.people.models import AllocationRole, Episode, ImportedNote

THE_DEMO = the_system("the demo")
BEGINNING = timedelta(days=210)  # before anybody was referred


class NotTheDemo(Conflict):
    """The database holds something that the demo did not put there."""


def require_demo_database() -> None:
    """Raise NotTheDemo where the database holds accounts and isn't marked as the demo's."""
    if not is_told() and has_accounts():
        raise NotTheDemo("This database holds accounts that the demo did not make. Choose another DATABASE_URL.")


def tell_demo(until: datetime | None = None) -> Cast:
    """Fill an empty database with the demo, or with what had happened by some time. Raises NotTheDemo for any other."""
    require_demo_database()
    cast = gather_team()
    plans = [PlanTelling(story, cast) for story in EVERYBODY]
    passports = [PassportTelling(told.person, told.passport, cast) for told in OWN_SIDES if told.passport]
    words = [OwnWordsTelling(told.person, told.said, cast) for told in OWN_SIDES if told.said]
    meetings = [MeetingTelling(story, cast) for story in MEETINGS]
    events = [event for story in EVERYBODY for event in referral_events(story, cast)]
    events += [event for plan in plans for event in plan.events()]
    events += [event for meeting in meetings for event in meeting.events()]
    events += [event for told in HOW_REACHED for event in ReachTelling(told, cast).events()]
    events += [event for told in HOW_REACHED for event in LetterTelling(told, cast).events()]
    events += [event for told in OWN_SIDES for event in OwnSideTelling(told, cast).events()]
    events += [event for told in OWN_SIDES for event in looking_events(told.looks, told.person, cast)]
    events += [event for told in passports for event in told.events()]
    events += [event for told in words for event in told.events()]
    events += [event for told in (*SERVICES, *MORE_SERVICES) for event in DirectoryTelling(told, cast).events()]
    events += [event for told in ENDINGS for event in EndingTelling(told, cast).events()]
    events += [event for told in ONWARD for event in OnwardTelling(told, cast).events()]
    events += unknown_text_events(FROM_A_NUMBER_NOBODY_KNOWS, cast)
    tell(event for event in events if until is None or event.at < until)
    return cast


def gather_team() -> Cast:
    """The team and its members, who were there before anybody was referred."""
    day = today()
    with fixed(london_instant(day - BEGINNING, 9)):
        cast = _gather(day)
        _introduce(cast)
        return cast


def _introduce(cast: Cast) -> None:
    """What people see of those who work with them, and how they reach the team."""
    for story in MEMBERS:
        if story.introduction:
            introduce_myself(story.introduction, None, cast.actors[story.name])
    number, reads = HOW_TO_REACH_US
    say_how_to_reach_team(
        cast.team.id, text_number=number, phone_number="", reads=reads, version=None, actor=cast.lead()
    )


@atomic()
def _gather(day: date) -> Cast:
    team = Team(name=TEAM)
    db.session.add_all((DemoMark(), team))
    begin_crisis_wording(IF_THINGS_GET_TOO_MUCH, THE_DEMO)
    accounts = {story.name: _account(story) for story in (*MEMBERS, ADMINISTRATOR)}
    db.session.flush()
    for story in MEMBERS:
        right = Right.TEAM_LEAD if story.is_lead else Right.MEMBER
        db.session.add(Membership(account_id=accounts[story.name].id, team_id=team.id, right=right, joined_on=today()))
    record("gather_team", THE_DEMO)
    accounts.pop(ADMINISTRATOR.name)
    actors = {story.name: _actor(story, accounts[story.name], team) for story in MEMBERS}
    return Cast(team, day, accounts, actors)


def _account(story: MemberStory) -> Account:
    account = Account(
        email=story.email,
        name=story.name,
        profession=story.profession,
        is_account_administrator=story.is_administrator,
    )
    db.session.add(account)
    return account


def _actor(story: MemberStory, account: Account, team: Team) -> Actor:
    is_peer = story.profession is Profession.PEER_SUPPORT_WORKER
    return Actor(
        account_id=account.id,
        name=story.name,
        rights={team.id: Right.TEAM_LEAD if story.is_lead else Right.MEMBER},
        lived_experience_team_ids=frozenset({team.id}) if is_peer else frozenset(),
    )


def referral_events(story: PersonStory, cast: Cast) -> list[Event]:
    """How somebody came: referred, then accepted, then begun, as far as they have come."""
    events = [Event(cast.at(story.referred_days_ago, 9), partial(_refer, story, cast))]
    if story.accepted_days_ago is not None:
        events.append(Event(cast.at(story.accepted_days_ago, 9), partial(_accept, story, cast)))
    if story.started_days_ago is not None:
        events.append(Event(cast.at(story.started_days_ago, 9), partial(_start, story, cast)))
    return events


def _refer(story: PersonStory, cast: Cast) -> None:
    details = Details(
        preferred_name=story.preferred_name,
        given_name=story.given_name or story.preferred_name,
        family_name=story.family_name,
        born_on=story.born_on,
        pronouns=story.pronouns,
        nhs_number=story.nhs_number,
        mobile=story.mobile,
        email=story.email,
        address=story.address,
        postcode=story.postcode,
        gp_practice=story.gp_practice,
        language=story.language,
        interpreter=story.interpreter,
    )
    referral = Referral(cast.team.id, today(), story.referred_by, story.referral_reason)
    person = register_person(RegisterPerson(details, referral), cast.lead())
    cast.people[story.name] = person
    if story.support_note:
        _note(story, cast)


@atomic()
def _note(story: PersonStory, cast: Cast) -> None:
    person = cast.people[story.name]
    db.session.add(
        ImportedNote(person_id=person.id, said=story.support_note, source=f"Referral from {story.referred_by}")
    )
    record("import_note", THE_DEMO, person.id)


def _accept(story: PersonStory, cast: Cast) -> None:
    accept_referrals([_episode(story, cast).id], cast.lead())


def _start(story: PersonStory, cast: Cast) -> None:
    episode = _episode(story, cast)
    start_support(episode, cast.lead())
    for role, member in ((AllocationRole.KEY_WORKER, story.key_worker), (AllocationRole.PEER, story.peer)):
        if member:
            allocate(episode, role, cast.id_of(member), cast.lead())


def _episode(story: PersonStory, cast: Cast) -> Episode:
    return db.session.scalars(select(Episode).where(Episode.person_id == cast.people[story.name].id)).one()
