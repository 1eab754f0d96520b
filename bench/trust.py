"""A trust to measure in: one team told as the demo tells it, filled up to the size of a team, and copied."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from typing import Any
from uuid import UUID

from flask import Flask
from sqlalchemy import Column, Connection, Table, event, func, insert, literal, select, text, type_coerce, update
from sqlalchemy.types import JSON

from bench.copying import Copying, Group, numbers, tables_about
from bench.names import names
from livingwell.adjustments.models import Way
from livingwell.audit.models import AuditEntry
from livingwell.audit.recording import OPERATIONAL
from livingwell.contacts.models import AsAsked, Contact, ContactKind, Outcome
from livingwell.core.clock import now, today
from livingwell.demo.cast import Cast
from livingwell.demo.models import DemoMark
from livingwell.demo.telling import tell_demo
from livingwell.discussions.actions.agenda import say_line
from livingwell.discussions.actions.attendance import check_in_member
from livingwell.discussions.actions.closing import start_discussion
from livingwell.discussions.actions.deciding import decide
from livingwell.discussions.actions.round import add_view
from livingwell.discussions.commands import AddView, Decide, SayLine
from livingwell.discussions.models import CaseDiscussion, Meeting
from livingwell.extensions import Model, db
from livingwell.identity.models import Account, CrisisWording
from livingwell.people.models import Allocation, NamePart, Person
from livingwell.people.models.searching import folded_parts

COPIES_WITHIN_A_TEAM = 7
"""The demo's people once, and seven times more: a team of about two hundred."""

WITHIN, ACROSS = Group.THIRD, Group.FOURTH
"""The part of an id that says which copy of a person, and which team's copy, a row is."""

CONTACTS, YEARS_OF_CONTACTS = 500, timedelta(days=3 * 365)
"""With the one person whose record is looked at."""

WEEKS_TOLD = 3  # past meetings of the demo: each copy of them goes before the last
OF_THE_INSTALLATION = {DemoMark.__tablename__, CrisisWording.__tablename__} | {
    mapper.local_table.name
    for mapper in Model.registry.mappers
    if mapper.class_.__module__.startswith("livingwell.directory.")
}
"""What stands once, however many teams there are; the directory is one for all."""

NOT_COPIED = (OPERATIONAL - {"audit_entry", "discussion_stamp"}) | OF_THE_INSTALLATION


@dataclass(frozen=True)
class Trust:
    """What is measured: a member of one of the teams, whom they look at, and how many people there are."""

    people: int
    account_id: UUID
    person_id: UUID
    discussion_id: UUID


def make_trust(app: Flask, people: int, copies: int = COPIES_WITHIN_A_TEAM) -> Trust:
    """Fill an empty database with a trust that supports about so many people, the demo's so often in each team."""
    with app.app_context(), _without_durability():
        cast = tell_demo()
        told = _told_team(cast, _begin_a_discussion(cast))
        db.session.remove()
        a_team = len(cast.people) * (1 + copies)
        teams = max(1, ceil(people / a_team))
        with db.engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SET LOCAL session_replication_role = replica"))  # a test checks the keys
            _fill_up_the_team(connection, copies)
            _copy_the_team(connection, teams - 1)
        seen = _seen_from(told, teams // 2, teams * a_team)
        with db.engine.begin() as connection:
            _contact_often(connection, seen)
        with db.engine.begin() as connection:
            connection.execute(text("ANALYZE"))
    return seen


def _begin_a_discussion(cast: Cast) -> CaseDiscussion:
    """Today's meeting under way: of the people on its agenda, the one with the most goals is talked about."""
    waiting = select(CaseDiscussion).join(CaseDiscussion.meeting).where(Meeting.ended_at.is_(None))
    goals = {name: sum(who == name for who, _number in cast.goals) for name in cast.people}
    goals_of = {person.id: goals[name] for name, person in cast.people.items()}
    places = db.session.scalars(waiting.order_by(CaseDiscussion.position))
    discussion = max(places, key=lambda place: goals_of[place.person_id])
    meeting = db.session.get_one(Meeting, discussion.meeting_id)
    chair = cast.lead()
    for actor in cast.actors.values():
        check_in_member(meeting, actor.account_id, chair)
    start_discussion(discussion, chair)
    brought_by = next(iter(cast.accounts.values())).id
    say_line(discussion, SayLine(brought_by, talk_about="the call on Monday", please_dont="my mum"), chair)
    for name, actor in sorted(cast.actors.items(), key=lambda each: not each[1].lived_experience_team_ids):
        view = f"{name} here. What was said last week still stands, and the evenings are where it gets hard. " * 2
        add_view(discussion, AddView(view), actor)
    for actor in list(cast.actors.values())[:3]:
        what = "Ring before six, and leave no message"
        decide(discussion, Decide(what, actor.account_id, today() + timedelta(days=7)), chair)
    return discussion


def _told_team(cast: Cast, discussion: CaseDiscussion) -> Trust:
    """The team as told, seen by the member who is key worker or peer to most."""
    allocated = select(Account.id).join(Allocation, Allocation.account_id == Account.id).group_by(Account.id)
    account_id = db.session.scalars(allocated.order_by(func.count().desc(), Account.name).limit(1)).one()
    return Trust(len(cast.people), account_id, discussion.person_id, discussion.id)


def _seen_from(told: Trust, number: int, people: int) -> Trust:
    """The same in one of the copied teams: its rows lie scattered among the others', as a real team's do."""

    def there(row_id: UUID) -> UUID:
        return ACROSS.of_copy(row_id, number) if number else row_id

    return Trust(people, there(told.account_id), there(told.person_id), there(told.discussion_id))


@contextmanager
def _without_durability() -> Iterator[None]:
    """Fill an SQLite database without waiting for the disk. Whatever is measured later gets a connection of its own."""

    def relax(connection: Any, _record: Any) -> None:
        if db.engine.dialect.name == "sqlite":
            connection.execute("PRAGMA synchronous=OFF")
            connection.execute("PRAGMA foreign_keys=OFF")

    event.listen(db.engine, "connect", relax)
    db.engine.dispose()
    try:
        yield
    finally:
        event.remove(db.engine, "connect", relax)
        db.engine.dispose()


def _fill_up_the_team(connection: Connection, copies: int) -> None:
    """More people like those who were told, under names of their own, and the weekly meetings before the told ones."""
    about_meetings = {table.name for table in tables_about(_table(Meeting))}
    about = tables_about(_table(Person)) | tables_about(_table(Meeting))
    not_copied = NOT_COPIED | {NamePart.__tablename__, AuditEntry.__tablename__} | _only_once(about)
    Copying(
        tables=tuple(table for table in db.metadata.sorted_tables if table in about and table.name not in not_copied),
        group=WITHIN,
        only={Meeting.__tablename__: lambda meeting: meeting.c.ended_at.is_not(None)},
        days_earlier=dict.fromkeys(about_meetings, 7 * WEEKS_TOLD),
        changes={  # a team has answered by now what was open so long ago
            "passport_share.token_hash": _number_first,
            **{
                name: lambda value, table: func.coalesce(value, table.c.created_at)
                for name in ("decision.settled_at", "decision.answered_at", "challenge.closed_at", "telling.told_at")
            },
        },
    ).run(connection, copies)
    _name_everybody(connection)


def _only_once(about: set[Table]) -> set[str]:
    """Tables whose rows stand for one row of a table that isn't copied, as a letter sent does for its message."""

    def is_unique(column: Column[Any]) -> bool:
        return bool(column.unique) or any(
            index.unique and [*index.columns] == [column] for index in column.table.indexes
        )

    keys = {(table.name, key) for table in about for key in table.foreign_keys if key.column.table not in about}
    return {name for name, key in keys if is_unique(key.parent)}


def _name_everybody(connection: Connection) -> None:
    person, part = _table(Person), _table(NamePart)
    known = set(connection.scalars(select(part.c.person_id)))
    everybody = set(connection.scalars(select(person.c.id)))
    for person_id, (given, family) in zip(sorted(everybody - known), names(), strict=False):
        named = {"preferred_name": given, "given_name": given, "family_name": family}
        connection.execute(update(person).where(person.c.id == person_id).values(**named))
        parts = [{"person_id": person_id, "folded": folded} for folded in sorted(folded_parts(given, family))]
        connection.execute(insert(NamePart), parts)


def _copy_the_team(connection: Connection, count: int) -> None:
    """The team again and again, everybody born on another day and with a number of their own."""
    if not count:
        return
    Copying(
        tables=tuple(table for table in db.metadata.sorted_tables if table.name not in NOT_COPIED),
        group=ACROSS,
        changes={
            "team.name": lambda name, _table: name.concat(" ").concat(numbers.c.digits),
            "account.email": lambda email, _table: numbers.c.digits.concat(".").concat(email),
            "received_text.provider_id": lambda number, _table: numbers.c.digits.concat(".").concat(number),
            "answer_link.token_hash": _number_last,
            "passport_share.token_hash": _number_last,
            "person.nhs_number": lambda number, _table: numbers.c.digits.concat(func.substr(number, 5)),
            # The copies' entries don't verify as a chain; they are there so that the table is as large as it would be.
            "audit_entry.detail": lambda _detail, _table: type_coerce(
                literal({"shown": [], "changes": []}, JSON), JSON
            ),
        },
    ).run(connection, count)


def _number_first(hashed: Any, _table: Table) -> Any:
    """A hash of nobody's secret, for a copy within a team: each is the only one of its kind."""
    return numbers.c.digits.concat(func.substr(hashed, 1, 60))


def _number_last(hashed: Any, _table: Table) -> Any:
    """The same for another team's copy, whose rows may be copies already."""
    return func.substr(hashed, 1, 60).concat(numbers.c.digits)


def _contact_often(connection: Connection, seen: Trust) -> None:
    """Three years of contacts with the person who is looked at: what came of them takes turns."""
    kinds = (
        (Way.TEXT, Outcome.REPLIED, AsAsked.AS_ASKED),
        (Way.PHONE, Outcome.NO_ANSWER, AsAsked.NOT_AS_ASKED),
        (Way.TEXT, Outcome.SENT, AsAsked.AS_ASKED),
        (Way.LETTER, Outcome.REPLIED, AsAsked.BEFORE_WE_ASKED),
        (Way.PHONE, Outcome.SPOKE, AsAsked.BEFORE_WE_ASKED),
    )
    for number in range(CONTACTS):
        way, outcome, verdict = kinds[number % len(kinds)]
        at = now() - YEARS_OF_CONTACTS * (CONTACTS - number) / CONTACTS
        row = {"kind": ContactKind.ATTEMPT, "at": at, "outcome_at": at, "reason": "The number on the old list"}
        people = {"person_id": seen.person_id, "made_by_id": seen.account_id, "recorded_by_id": seen.account_id}
        connection.execute(insert(Contact).values(way=way, outcome=outcome, as_asked=verdict, **row, **people))


def _table(model: type) -> Table:
    table: Any = model.__table__  # type: ignore[attr-defined]
    return table
