"""What stands for each variable of an address when a test opens every route there is.

A feature adds a line for its own: the name of the variable and how to make such a thing in the team’s world. What is
not named here gets an id that nobody has, and should be answered with 404.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import select
from werkzeug.routing import Rule

from livingwell.extensions import db
from livingwell.identity.models import Account, Team
from livingwell.people.models import Episode, Person
from tests.factories.identity import make_account, make_team, membership_of
from tests.factories.importing import make_held_row, make_import
from tests.factories.people import make_note, make_person


@dataclass(frozen=True)
class World:
    """A team, somebody whom it supports, and a colleague."""

    team: Team
    person: Person
    colleague: Account

    @classmethod
    def make(cls) -> "World":
        team = make_team()
        return cls(team, make_person(team=team), make_account("Tom Adeyemi", team=team))


MAKERS: dict[str, Callable[[World], object]] = {
    "person_id": lambda world: world.person.id,
    "team_id": lambda world: world.team.id,
    "account_id": lambda world: world.colleague.id,
    "batch_id": lambda world: make_import(world.team).id,
    "held_row_id": lambda world: make_held_row(world.team).id,
    "membership_id": lambda world: membership_of(world.colleague).id,
    "episode_id": lambda world: db.session.scalars(select(Episode.id).filter_by(person_id=world.person.id)).one(),
    "note_id": lambda world: make_note(world.person).id,
}


def address_of(rule: Rule, world: World, **chosen: object) -> str:
    """The path that opens the route in this world; `chosen` values win."""
    values = {name: MAKERS.get(name, _unknown)(world) for name in rule.arguments if name not in chosen}
    with_names = {**values, **{name: value for name, value in chosen.items() if name in rule.arguments}}
    built = rule.build(with_names)
    assert built is not None, f"{rule} can't be built"
    return built[1]


def _unknown(_world: World) -> object:
    return uuid4()
