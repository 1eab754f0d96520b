"""What is another person's is nobody's: the whole answer equals the one for an id that nobody has.

An account tries every address it may open with every id of another person's world, alone and together with ids of its
own. A new route is covered as soon as it is there; its ids come from tests/factories/routes.py.
"""

import re
from collections.abc import Iterator
from itertools import chain, combinations
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.datastructures import MultiDict
from werkzeug.routing import Rule, UUIDConverter

from livingwell.audit.models import AuditEntry
from livingwell.core import clock
from livingwell.core.actor import Right
from livingwell.extensions import db
from livingwell.identity.models import Account
from livingwell.identity.permissions import ALLOWED, Permission, Role
from livingwell.people.models import Person, Topic
from livingwell.web.guards import access_of
from tests.factories.identity import make_account, make_team, sign_in
from tests.factories.people import make_carer_account, make_own_account, make_person
from tests.factories.readers import is_portal
from tests.factories.routes import MAKERS, World, address_of
from tests.harness.answers import differences
from tests.harness.application import build_app
from tests.harness.forms import forms_in

METHODS = ("GET", "POST")
LEAVES = ("/sign-out",)
NOT_A_PERSONS = {"team_id", "account_id", "membership_id", "batch_id", "held_row_id", "request_id", "meeting_id"}
"""Ids of what belongs to a team, or to several people at once: members may open them within anybody’s record."""
NOBODYS = {"service_id"}
"""Ids of what is about nobody: everybody sees the same."""


def ids_in(rule: Rule) -> list[str]:
    """The variables of an address that stand for something of one person's; on the person's side, all of them."""
    is_id = {name for name, converter in rule._converters.items() if isinstance(converter, UUIDConverter)}
    return sorted(is_id - NOBODYS if is_portal(rule) else is_id - NOBODYS - NOT_A_PERSONS)


WITHIN_A_RECORD = [
    rule
    for rule in build_app("sqlite://").url_map.iter_rules()
    if rule.rule.startswith("/people/<uuid:person_id>") and len(ids_in(rule)) > 1
]


def make_world(preferred_name: str, family_name: str, mobile: str) -> World:
    team = make_team()
    person = make_person(preferred_name, family_name, team=team)
    return World(team, person, make_account("Tom Adeyemi", team=team), mobile)


def two_worlds() -> tuple[World, World]:
    return make_world("Amara", "Osei", "07700 900123"), make_world("Zebedee", "Quill", "07700 900456")


def rules_for(app: Flask, permission: Permission) -> list[Rule]:
    rules = (rule for rule in app.url_map.iter_rules() if rule.endpoint != "static")
    return sorted((rule for rule in rules if _permission_of(app, rule) is permission), key=str)


def _permission_of(app: Flask, rule: Rule) -> object:
    access = access_of(app.view_functions[rule.endpoint])
    return access and access.permission


def swaps(names: list[str]) -> Iterator[tuple[str, ...]]:
    """Each of the names alone, and every few of them together."""
    return chain.from_iterable(combinations(names, count) for count in range(1, len(names) + 1))


def told_more(client: FlaskClient, rule: Rule, mine: World, theirs: World) -> Iterator[str]:
    """Where an answer for what is theirs differs from the one for what is nobody's."""
    other = {name: MAKERS[name](theirs) for name in ids_in(rule)}
    for names in swaps(ids_in(rule)):
        nobodys = address_of(rule, mine, **{name: uuid4() for name in names})
        somebodys = address_of(rule, mine, **{name: other[name] for name in names})
        for method in (each for each in METHODS if each in (rule.methods or ())):
            with clock.fixed(clock.now()):
                nobody = client.open(nobodys, method=method)
                somebody = client.open(somebodys, method=method)
            told = differences(nobody, somebody)
            if somebody.status_code != 404 or told:
                yield f"{method} {rule} with their {', '.join(names)}: {somebody.status} {told}"


def signed_in(app: Flask, account: Account) -> FlaskClient:
    client = app.test_client()
    sign_in(client, account)
    client.get("/nothing-here")  # the first page of all sets the cookie that forms need
    return client


def test_a_person_never_meets_what_is_anothers(app: Flask) -> None:
    mine, theirs = two_worlds()
    make_own_account(theirs.person)
    client = signed_in(app, make_own_account(mine.person))
    rules = rules_for(app, Permission.TAKE_PART)
    assert [problem for rule in rules for problem in told_more(client, rule, mine, theirs)] == []


def test_a_carer_never_meets_what_is_anothers(app: Flask) -> None:
    """Neither by the other's own address, nor by an id of theirs within that of somebody who shares everything."""
    mine, theirs = two_worlds()
    client = signed_in(app, make_carer_account(mine.person, *Topic))
    rules = rules_for(app, Permission.SEE_AS_CARER)
    assert [problem for rule in rules for problem in told_more(client, rule, mine, theirs)] == []


def test_a_carer_opens_what_is_agreed_and_nothing_else(app: Flask) -> None:
    """With each topic alone: what shows another topic is answered like nobody's."""
    world = World.make()
    rules = [rule for rule in rules_for(app, Permission.SEE_AS_CARER) if "person_id" in rule.arguments]
    problems = []
    for topic in Topic:
        client = signed_in(app, make_carer_account(world.person, topic))
        for rule in rules:
            asked = access_of(app.view_functions[rule.endpoint])
            if asked is not None and asked.topic not in (None, topic):
                problems += [f"{rule} with {topic.value} alone: {why}" for why in _not_as_nobody(client, rule, world)]
    assert problems == []


def _not_as_nobody(client: FlaskClient, rule: Rule, world: World) -> Iterator[str]:
    for method in (each for each in METHODS if each in (rule.methods or ())):
        with clock.fixed(clock.now()):
            nobody = client.open(address_of(rule, world, person_id=uuid4()), method=method)
            somebody = client.open(address_of(rule, world), method=method)
        if somebody.status_code != 404 or differences(nobody, somebody):
            yield f"{method} {somebody.status}"


def test_no_page_of_a_persons_own_names_them_in_its_address(app: Flask) -> None:
    for rule in rules_for(app, Permission.TAKE_PART):
        assert "person_id" not in rule.arguments, rule


@pytest.mark.parametrize("rule", WITHIN_A_RECORD, ids=str)
def test_a_member_never_meets_a_line_of_another_record_within_one_they_reach(app: Flask, rule: Rule) -> None:
    """The door asks for the person; each view asks that the line is theirs."""
    mine, theirs = two_worlds()
    asked = access_of(app.view_functions[rule.endpoint])
    is_for_leads = asked is not None and asked.permission not in ALLOWED[Role.MEMBER]
    who = make_account("Ruth Okafor", team=mine.team, right=Right.TEAM_LEAD) if is_for_leads else mine.colleague
    assert list(told_more(signed_in(app, who), rule, mine, theirs)) == []


def test_nothing_that_a_person_sends_touches_anothers_record(app: Flask) -> None:
    """Every id in every form of their own pages is swapped for each of another's, and sent."""
    mine, theirs = two_worlds()
    client = signed_in(app, make_own_account(mine.person))
    rules = [rule for rule in rules_for(app, Permission.TAKE_PART) if "GET" in (rule.methods or ())]
    ids = {str(MAKERS[name](theirs)) for rule in rules for name in ids_in(rule)}
    their_id = str(theirs.person.id)
    before = entries_about(theirs.person)
    for rule in rules:
        for sent, action in swapped_forms(client, address_of(rule, mine), {"about": {their_id}}, ids | {their_id}):
            assert client.post(action, data=sent).status_code < 500
    assert entries_about(theirs.person) == before


def swapped_forms(
    client: FlaskClient, path: str, by_name: dict[str, set[str]], ids: set[str]
) -> Iterator[tuple[MultiDict[str, str], str]]:
    """What is sent, and where. A field that `by_name` knows is swapped for those ids alone."""
    answer = client.get(path)
    if answer.status_code != 200 or answer.mimetype != "text/html":
        return
    for form in (each for each in forms_in(answer.text, path) if each.action not in LEAVES):
        for name, value in form.fields.items():
            for other in sorted(by_name.get(name, ids)) if is_id(value) and name != "submission" else ():
                yield form.filled(**{name: other}), form.action


def is_id(value: str) -> bool:
    return re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", value) is not None


def entries_about(person: Person) -> int:
    found = select(func.count()).select_from(AuditEntry).where(AuditEntry.person_id == person.id)
    return db.session.scalar(found) or 0
