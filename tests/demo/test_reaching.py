"""How the demo's people are reached: a story for each, which comes out the same on whatever weekday it is told."""

from collections import Counter
from collections.abc import Iterator
from datetime import time

import pytest
from flask import Flask
from sqlalchemy import select

from livingwell.adjustments.models import Standing, TimeStanding, Way
from livingwell.contacts.models import AsAsked, Contact, Reply, UnfiledText
from livingwell.delivery.models import Delivery, DeliveryState
from livingwell.demo.cast import EVERYBODY, HOW_REACHED
from livingwell.demo.story_reaching import AppointmentStory, ContactStory, ReachStory
from livingwell.extensions import db
from livingwell.people.models import Person
from tests.harness.demo import put_demo

BY_NAME = {story.person: story for story in HOW_REACHED}


@pytest.fixture
def told(app: Flask) -> None:
    put_demo(app)


def contacts_of(name: str) -> list[Contact]:
    whose = Person.preferred_name == name
    return list(db.session.scalars(select(Contact).join(Person, Person.id == Contact.person_id).where(whose)))


def moments(story: ReachStory) -> Iterator[ContactStory | AppointmentStory]:
    yield from story.contacts
    yield from story.appointments


def test_each_of_the_twenty_four_has_a_story() -> None:
    assert {story.name for story in EVERYBODY} == set(BY_NAME)
    assert len(HOW_REACHED) == len(BY_NAME)


def test_two_people_nobody_has_asked_yet() -> None:
    assert [story.person for story in HOW_REACHED if not story.preferences] == ["Rashid Anwar", "Fatima Noor"]


def test_one_person_has_no_way_but_through_somebody_else() -> None:
    first, agreed = BY_NAME["Hana Yusuf"].preferences

    assert all(way.standing.is_never for way in first.said.ways)
    assert [way.way for way in agreed.said.ways if not way.standing.is_never] == [Way.THROUGH_SOMEONE]


def test_for_one_person_voicemail_is_not_safe() -> None:
    [asked] = BY_NAME["Grace Danquah"].preferences

    assert Standing.NOT_SAFE in {way.standing for way in asked.said.ways if way.way is Way.VOICEMAIL}


@pytest.mark.parametrize("story", HOW_REACHED, ids=lambda story: story.person)
def test_no_day_of_the_week_makes_a_contact_go_against_what_was_asked(story: ReachStory) -> None:
    """Days count back from today, so a time of one weekday alone must be clear of every contact in that way."""
    spans = [span for asked in story.preferences for span in asked.said.times if span.standing is TimeStanding.NOT]
    on_some_days = [span for span in spans if span.weekdays]
    clocks = [time(told.hour, told.minute) for told in moments(story) if told.way.has_its_time and not told.reason]

    within = [at for at in clocks for span in on_some_days if (span.starts or time.min) <= at < (span.ends or time.max)]
    assert not within


def test_amara_is_reached_whenever_it_is_as_she_asked(told: None) -> None:
    been = [contact for contact in contacts_of("Amara") if not contact.is_ahead]
    as_asked = Counter((contact.as_asked, contact.outcome.has_reached) for contact in been if contact.outcome)

    assert len(been) == 18
    assert as_asked == {
        (AsAsked.BEFORE_WE_ASKED, True): 1,
        (AsAsked.AS_ASKED, True): 10,
        (AsAsked.NOT_AS_ASKED, False): 7,
    }


def test_whatever_went_against_what_was_asked_says_why(told: None) -> None:
    against = db.session.scalars(select(Contact).where(Contact.as_asked == AsAsked.NOT_AS_ASKED)).all()

    assert against
    assert all(contact.reason for contact in against)


def test_nothing_of_the_demo_leaves_the_machine(told: None) -> None:
    states = {delivery.state for delivery in db.session.scalars(select(Delivery))}

    assert states == {DeliveryState.KEPT, DeliveryState.WAITING, DeliveryState.CANCELLED}


def test_one_answer_waits_for_a_member_and_one_text_is_from_nobody_we_know(told: None) -> None:
    waiting = db.session.scalars(select(Reply).where(Reply.dealt_with_at.is_(None))).all()
    unknown = db.session.scalars(select(UnfiledText)).all()

    assert [reply.words for reply in waiting] == ["Yes. There’s a fern that needs rescuing"]
    assert len(unknown) == 1
