"""The demo's endings: one was withdrawn, and one can't be done before it was tried her way."""

import pytest
from flask import Flask
from sqlalchemy import select

from livingwell.extensions import db
from livingwell.journeys.models import ClosureProposal
from livingwell.journeys.models.lost_contact import Lack
from livingwell.journeys.queries.lost_contact import lost_contact_of
from livingwell.people.models import Episode, Person
from tests.harness.demo import put_demo


@pytest.mark.parametrize("database_kind", ["sqlite"], scope="session")
def test_one_was_withdrawn_and_one_waits_until_it_was_tried_her_way(app: Flask) -> None:
    put_demo(app)
    rows = db.session.execute(
        select(ClosureProposal, Person.preferred_name, Episode)
        .join(Person, Person.id == ClosureProposal.person_id)
        .join(Episode, Episode.id == ClosureProposal.episode_id)
    )
    found = {name: (proposal, episode) for proposal, name, episode in rows}
    assert found["Kwame"][0].ended_why.startswith("I found him at the bike shed.")
    proposal, episode = found["Aoife"]
    assert proposal.ended_at is None
    facts = lost_contact_of(episode, ())
    assert {Lack.IN_PERSON, Lack.LIVED_EXPERIENCE} <= set(facts.lacks)
    assert facts.lapses
