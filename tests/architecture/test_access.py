"""Every route, as everybody: what a route declares is what happens, and a person out of reach does not exist.

A new route is covered as soon as it is there. Values for its address come from tests/factories/routes.py.
"""

from enum import StrEnum
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from livingwell.audit import record
from livingwell.core import clock
from livingwell.core.actor import Actor, Right, Side, the_system
from livingwell.core.atomic import atomic
from livingwell.extensions import db
from livingwell.identity.models import Account, Profession
from livingwell.identity.permissions import may
from livingwell.people.models import OwnRecord, Person, RecordLimit, Topic
from livingwell.web.guards import Access, access_of
from tests.factories.identity import make_account, make_team, sign_in, switch_off
from tests.factories.people import make_carer_account, make_own_account, make_person
from tests.factories.routes import MAKERS, World, address_of
from tests.harness.answers import differences
from tests.harness.application import build_app

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
SIGN_IN = ("/sign-in", "/my/sign-in")


class Who(StrEnum):
    """Everybody that a route may meet."""

    STRANGER = "a stranger"
    IN_NO_TEAM = "somebody in no team"
    MEMBER = "a member"
    PEER = "a peer support worker"
    LEAD = "a team lead"
    ADMINISTRATOR = "an account administrator"
    SWITCHED_OFF = "a deactivated account"
    PERSON = "the person"
    CARER = "a carer with every topic"


ONLY_ITS_OWN = {
    "discussions.confirm_one_view",
    "discussions.close_one_challenge",
    "discussions.strike_one_answer",
    "discussions.strike_one_decision",
    "discussions.strike_one_line",
    "discussions.strike_one_view",
}
"""What only whoever raised or said it may do: the colleague, who is nobody of those above."""

SIDES = {Who.PERSON: Side.PERSON, Who.CARER: Side.CARER}
OUTSIDE = (Who.STRANGER, Who.SWITCHED_OFF)
STAFF = (Who.MEMBER, Who.PEER, Who.LEAD)


def rules() -> list[Rule]:
    return sorted(build_app("sqlite://").url_map.iter_rules(), key=lambda rule: rule.rule)


def each(found: list[Rule]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("rule", found, ids=lambda rule: f"{rule.rule} {rule.endpoint}")


RULES = rules()
ABOUT_A_PERSON = [rule for rule in RULES if "person_id" in rule.arguments]


def declared(app: Flask, rule: Rule) -> Access:
    access = access_of(app.view_functions[rule.endpoint])
    assert access is not None, f"{rule} does not say who may open it"
    return access


@each(RULES)
def test_a_route_does_to_everybody_what_it_declares(app: Flask, rule: Rule) -> None:
    access, world = declared(app, rule), World.make()
    address = address_of(rule, world)
    problems = [
        f"{method} as {who}: {answer.status}"
        for who in Who
        for method in methods_of(rule)
        for answer in [visitor(who, app, world).open(address, method=method)]
        if not is_right(answer, access, who, is_others=rule.endpoint in ONLY_ITS_OWN)
    ]
    assert problems == []


@each([rule for rule in RULES if rule.endpoint in ONLY_ITS_OWN])
def test_what_only_its_own_may_do_is_open_to_them(app: Flask, rule: Rule) -> None:
    world = World.make()
    client = app.test_client()
    sign_in(client, world.colleague)
    for method in methods_of(rule):
        assert client.open(address_of(rule, world), method=method).status_code in (200, 303, 422)


def test_every_variable_of_an_address_stands_for_something(app: Flask) -> None:
    variables = {name for rule in RULES for name in rule.arguments}
    assert sorted(variables - MAKERS.keys()) == []
    assert sorted(MAKERS.keys() - variables) == []


def methods_of(rule: Rule) -> list[str]:
    return [method for method in METHODS if method in (rule.methods or ())]


def visitor(who: Who, app: Flask, world: World) -> FlaskClient:
    """A browser of somebody new, for one request: what it asked for may have signed it out."""
    client = app.test_client()
    if who is not Who.STRANGER:
        account = make(who, world)
        sign_in(client, account)
        if who is Who.SWITCHED_OFF:
            switch_off(account)
    return client


def make(who: Who, world: World) -> Account:
    if who is Who.PERSON:
        return make_own_account(world.person)
    if who is Who.CARER:
        return make_carer_account(world.person, *Topic)
    if who is Who.ADMINISTRATOR:
        return make_account(is_account_administrator=True)
    return make_account(
        profession=Profession.PEER_SUPPORT_WORKER if who is Who.PEER else Profession.NURSE,
        team=None if who is Who.IN_NO_TEAM else world.team,
        right=Right.TEAM_LEAD if who is Who.LEAD else Right.MEMBER,
    )


def is_right(answer: TestResponse, access: Access, who: Who, *, is_others: bool) -> bool:
    """Whether the answer is what the route declares. `is_others`: what it would change is another member's."""
    if access.is_public:
        return answer.status_code not in (401, 403) and answer.status_code < 500
    if who in OUTSIDE:
        return is_sent_to_sign_in(answer)
    if is_others or not is_allowed(access, who):
        return answer.status_code == 403
    return answer.status_code not in (401, 403) and answer.status_code < 500 and not is_sent_to_sign_in(answer, "next=")


def is_sent_to_sign_in(answer: TestResponse, and_back: str = "") -> bool:
    return answer.status_code == 303 and answer.location.startswith(SIGN_IN) and and_back in answer.location


def is_allowed(access: Access, who: Who) -> bool:
    actor = an_actor(who)
    return may(actor, access.permission) if access.permission else actor.side in access.sides


def an_actor(who: Who) -> Actor:
    """The rights that somebody of this kind has, in any one team."""
    rights = {who: {} for who in (Who.IN_NO_TEAM, Who.ADMINISTRATOR, *SIDES)} | {Who.LEAD: {uuid4(): Right.TEAM_LEAD}}
    return Actor(
        account_id=uuid4(),
        name=who.value,
        side=SIDES.get(who, Side.TEAM),
        rights=rights.get(who, {uuid4(): Right.MEMBER}),
        is_account_administrator=who is Who.ADMINISTRATOR,
    )


@each([rule for rule in RULES if rule.endpoint != "static"])
def test_a_script_is_told_that_it_must_sign_in_instead_of_being_led_away(app: Flask, rule: Rule) -> None:
    if declared(app, rule).is_public:
        return
    address = address_of(rule, World.make())
    for method in methods_of(rule):
        assert app.test_client().open(address, method=method, headers={"HX-Request": "true"}).status_code == 401


@each(ABOUT_A_PERSON)
def test_a_person_out_of_reach_is_answered_like_nobody(app: Flask, rule: Rule) -> None:
    access, world = declared(app, rule), World.make()
    assert access.is_about_a_person
    strangers = out_of_reach(world)
    for who in (*STAFF, Who.CARER):
        if is_allowed(access, who):
            account = make(who, world)
            client = app.test_client()
            sign_in(client, account)
            client.get("/account")  # the first page of all sets the cookie that forms need
            for why, person in {**strangers, "their own record": own_record(account, world)}.items():
                require_same_answer(client, rule, world, person, f"{who}: {why}")


def require_same_answer(client: FlaskClient, rule: Rule, world: World, person: Person, why: str) -> None:
    """The whole answer equals the one for an id that nobody has."""
    for method in methods_of(rule):
        with clock.fixed(clock.now()):
            nobody = client.open(address_of(rule, world, person_id=uuid4()), method=method)
            somebody = client.open(address_of(rule, world, person_id=person.id), method=method)
        assert nobody.status_code == 404, f"{method} as {why}"
        told = differences(nobody, somebody)
        assert not told, f"{method} as {why}: {told}"


def out_of_reach(world: World) -> dict[str, Person]:
    limited = make_person("Limited", "Record", team=world.team)
    keep(RecordLimit(person_id=limited.id, reason="A relative works here", limited_by_id=world.colleague.id))
    return {
        "somebody of another team": make_person("Someone", "Else", team=make_team()),
        "a record limited to others": limited,
        "somebody in no team": make_person("Nobody", "Knows"),
    }


def own_record(account: Account, world: World) -> Person:
    person = make_person("Own", "Record", team=world.team)
    keep(OwnRecord(person_id=person.id, account_id=account.id))
    return person


@atomic()
def keep(row: OwnRecord | RecordLimit) -> None:
    db.session.add(row)
    record("keep", the_system("tests"), row.person_id)


def test_an_address_with_a_person_in_it_is_kept_by_the_door(app: Flask) -> None:
    for rule in RULES:
        assert declared(app, rule).is_about_a_person == ("person_id" in rule.arguments), rule


def test_a_route_that_declares_nothing_is_closed_to_everybody(app: Flask) -> None:
    other = build_app("sqlite://")
    other.add_url_rule("/forgotten", "forgotten", lambda: "what nobody meant to show")
    for method in ("GET", "HEAD"):
        answer = other.test_client().open("/forgotten", method=method)
        assert answer.status_code == 403
        assert "what nobody meant to show" not in answer.get_data(as_text=True)


def test_a_route_that_is_not_there_says_so_to_everybody(client: FlaskClient) -> None:
    assert client.get("/nothing-here").status_code == 404
