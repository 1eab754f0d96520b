"""What a carer may know: given, asked again, withdrawn. What they can see changes in the same commit."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import select

from livingwell.audit import record
from livingwell.carers import policy
from livingwell.carers.commands import SayOfCarer, Share, Told
from livingwell.carers.labels import EVENTS, SHARING, TOPICS
from livingwell.carers.models import (
    Around,
    Carer,
    CarerEvent,
    CarerEventKind,
    HowTold,
    SharingAgreement,
    SharingKind,
)
from livingwell.carers.models.sharing import LONGEST
from livingwell.carers.queries.carers import carer_of
from livingwell.core.actor import Actor, Side
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.text import clean
from livingwell.extensions import db
from livingwell.people.actions.arriving import note_arrival
from livingwell.people.actions.striking import strike
from livingwell.people.models import CarerLink, CarerReach, Struck, Topic
from livingwell.people.queries.locking import hold_person


@atomic()
def share(carer: Carer, command: Share, actor: Actor) -> list[SharingAgreement]:
    """Keep what the person says that the carer may know; from the next request on the carer sees that and no more.

    A topic that stands already is asked about again. With whom they agree to share, the person knows to be on record.
    Raises Invalid for a last day that has been or is over a year away, and Conflict where the person asked us not to
    contact the carer, or the carer no longer helps.
    """
    policy.require_part(actor, carer.person_id)
    hold_person(carer.person_id)
    around = carer_of(carer.person_id, carer.id)
    told = _told(command.told, actor)
    given = {topic: until for topic, until in command.until.items() if topic in command.of}
    _require_open(around, given.values())
    rows = [
        _row(around, topic, given.get(topic), told)
        for topic in Topic
        if topic in command.of and (topic in given or topic in around.sharing)
    ]
    if given:
        around.carer.is_known_to_person = True
    words = "; ".join(f"{TOPICS[row.topic]}: {SHARING[row.kind].lower()}" for row in rows)
    if rows:
        note_arrival(carer.person_id, "people.sharing", f"{around.carer.name}. {words}", actor)
    return _keep(around.carer, rows, actor)


@atomic()
def say_of_carer(carer: Carer, command: SayOfCarer, actor: Actor) -> CarerEvent:
    """The person asks us not to be in touch with somebody, or they no longer help; or the contrary.

    Then whatever they might know is withdrawn with it. Somebody who no longer helps can't come in any more; somebody
    whom we don't contact still can, and sees no difference to a carer with whom nothing is shared.
    """
    policy.require_part(actor, carer.person_id)
    hold_person(carer.person_id)
    around = carer_of(carer.person_id, carer.id)
    _require_change(around, command.kind)
    event = CarerEvent(
        person_id=carer.person_id,
        carer_id=carer.id,
        number=len(around.events) + 1,
        kind=command.kind,
        said=clean(command.said),
    )
    event.sign(actor)
    db.session.add(event)
    if command.kind in (CarerEventKind.DO_NOT_CONTACT, CarerEventKind.STOPPED_HELPING):
        told = _told(Told(HowTold.OWN_SIDE if actor.side is Side.PERSON else HowTold.ANOTHER_WAY), actor)
        _keep(around.carer, [_row(around, topic, None, told) for topic in around.sharing], actor)
    _open_or_shut(around.carer, command.kind)
    heading = EVENTS[command.kind].format(carer=around.carer.name)
    note_arrival(carer.person_id, "people.asked", f"{heading}. {event.said}".strip(), actor)
    record("say_of_carer", actor, carer.person_id)
    return event


@atomic()
def strike_carer(carer: Carer, reason: str, actor: Actor) -> Struck:
    """They should never have been on record here. Whatever they might know ends with it, and so does their way in."""
    policy.require_change(actor, carer.person_id)
    hold_person(carer.person_id)
    around = carer_of(carer.person_id, carer.id)
    told = _told(Told(HowTold.ANOTHER_WAY), actor)
    _open_or_shut(around.carer, CarerEventKind.STOPPED_HELPING)
    _keep(around.carer, [_row(around, topic, None, told) for topic in around.sharing], actor)
    record("strike_carer", actor, carer.person_id)
    return strike(around.carer, reason, actor)


def let_in(carer: Carer, account_id: UUID, actor: Actor) -> None:
    """Let a carer's account in: they may write to us from now on, and see what the person agreed to already.

    A part of an action, which asks the policy and records. Raises Conflict where the person asked us not to be in touch
    with the carer, or the carer no longer helps.
    """
    around = carer_of(carer.person_id, carer.id)
    require_welcome(around)
    carer.account_id = account_id
    db.session.add(CarerLink(person_id=carer.person_id, account_id=account_id))
    for topic, sharing in around.sharing.items():
        db.session.add(_reach(carer, topic, sharing.until))


def _keep(carer: Carer, rows: Iterable[SharingAgreement], actor: Actor) -> list[SharingAgreement]:
    """Keep the rows, and let the carer see what they say and nothing else."""
    kept = list(rows)
    reach = _reach_of(carer)
    for row in kept:
        row.sign(actor)
        db.session.add(row)
        there = reach.get(row.topic)
        if row.review_on is None:
            if there is not None:
                db.session.delete(there)
        elif there is not None:
            there.until_on = row.review_on
        elif carer.account_id is not None:
            db.session.add(_reach(carer, row.topic, row.review_on))
    if kept:
        record("share_with_carer", actor, carer.person_id)
    return kept


def _row(around: Around, topic: Topic, until: date | None, told: Told) -> SharingAgreement:
    stands = around.sharing.get(topic)
    kind = SharingKind.WITHDRAWN if until is None else SharingKind.REVIEWED if stands else SharingKind.GIVEN
    return SharingAgreement(
        person_id=around.carer.person_id,
        carer_id=around.carer.id,
        topic=topic,
        number=sum(each.topic is topic for each in around.agreements) + 1,
        kind=kind,
        told_on=told.on or today(),
        how=told.how,
        said=told.said,
        review_on=until,
    )


def _told(told: Told, actor: Actor) -> Told:
    """How the person told us. On their own side it is there and now, whatever a form says."""
    if actor.side is Side.PERSON:
        return Told(HowTold.OWN_SIDE, today(), clean(told.said))
    if told.on is not None and told.on > today():
        raise Invalid({"told_on": "The day they told us must be today or in the past"})
    return Told(told.how, told.on or today(), clean(told.said))


def _require_open(around: Around, days: Iterable[date]) -> None:
    given = list(days)
    if given:
        require_welcome(around)
    if any(not today() <= day <= today() + LONGEST for day in given):
        raise Invalid({"review_on": "Choose a day to ask again: from today, and within a year"})


def require_welcome(around: Around) -> None:
    """Raise Conflict where the person asked us not to be in touch with the carer, or the carer no longer helps."""
    if around.do_not_contact is not None:
        raise Conflict("We were asked not to be in touch with them. That has to be taken back first.")
    if around.stopped is not None:
        raise Conflict("They no longer help. Say first that they do again.")


def _require_change(around: Around, kind: CarerEventKind) -> None:
    """Raise Conflict where it stands so already."""
    stands = {
        CarerEventKind.DO_NOT_CONTACT: around.do_not_contact is not None,
        CarerEventKind.MAY_CONTACT: around.do_not_contact is None,
        CarerEventKind.STOPPED_HELPING: around.stopped is not None,
        CarerEventKind.HELPS_AGAIN: around.stopped is None,
    }
    if stands[kind]:
        raise Conflict("That is on record already.")


def _open_or_shut(carer: Carer, kind: CarerEventKind) -> None:
    """Let the carer's account in while they help, and not afterwards."""
    if carer.account_id is None or kind not in (CarerEventKind.STOPPED_HELPING, CarerEventKind.HELPS_AGAIN):
        return
    wanted = select(CarerLink).where(CarerLink.person_id == carer.person_id, CarerLink.account_id == carer.account_id)
    link = db.session.scalar(wanted)
    if kind is CarerEventKind.STOPPED_HELPING and link is not None:
        db.session.delete(link)
    elif kind is CarerEventKind.HELPS_AGAIN and link is None:
        db.session.add(CarerLink(person_id=carer.person_id, account_id=carer.account_id))


def _reach(carer: Carer, topic: Topic, until: date) -> CarerReach:
    return CarerReach(person_id=carer.person_id, account_id=carer.account_id, topic=topic, until_on=until)


def _reach_of(carer: Carer) -> dict[Topic, CarerReach]:
    if carer.account_id is None:
        return {}
    wanted = select(CarerReach).where(
        CarerReach.person_id == carer.person_id, CarerReach.account_id == carer.account_id
    )
    return {each.topic: each for each in db.session.scalars(wanted)}
