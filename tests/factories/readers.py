"""Who opens which page, when a test opens every page there is."""

from collections.abc import Iterator
from functools import cached_property

from flask import Flask, current_app
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.routing import Rule

from livingwell.core.actor import Right
from livingwell.extensions import db
from livingwell.identity.models import Account
from livingwell.people.models import OwnRecord, Topic
from livingwell.web.guards import access_of
from livingwell.web.own_side import OWN_PATHS
from tests.factories.identity import make_account, sign_in
from tests.factories.people import make_carer_account, make_own_account
from tests.factories.routes import World


class Readers:
    """The lead of the world's team, who looks after accounts too; the person; a carer with every topic; a stranger."""

    def __init__(self, world: World) -> None:
        self.world = world

    @cached_property
    def lead(self) -> Account:
        return make_account("Priya Mistry", team=self.world.team, right=Right.TEAM_LEAD, is_account_administrator=True)

    @cached_property
    def person(self) -> Account:
        of_the_person = select(Account).join(OwnRecord).where(OwnRecord.person_id == self.world.person.id)
        return db.session.scalar(of_the_person) or make_own_account(self.world.person)

    @cached_property
    def carer(self) -> Account:
        return make_carer_account(self.world.person, *Topic)

    def of(self, rule: Rule) -> Account | None:
        """Whoever the page is for: nobody who is signed in, where it is open before signing in."""
        if not is_portal(rule):
            return self.lead
        if is_for_strangers(rule):
            return None
        return self.person if rule.rule.startswith("/my") else self.carer

    def visit(self, app: Flask, rule: Rule) -> FlaskClient:
        """A browser of theirs."""
        client, account = app.test_client(), self.of(rule)
        if account is not None:
            sign_in(client, account)
        return client


def portal_pages(app: Flask) -> Iterator[Rule]:
    """Every address of the person's side that can be opened."""
    rules = sorted(app.url_map.iter_rules(), key=str)
    return (rule for rule in rules if is_portal(rule) and "GET" in (rule.methods or ()))


def is_portal(rule: Rule) -> bool:
    """Whether it is an address of the person's side."""
    return rule.rule.split("/")[1] in OWN_PATHS


def is_for_strangers(rule: Rule) -> bool:
    """Whether it is a page of the person's side that is open before signing in."""
    access = access_of(current_app.view_functions[rule.endpoint])
    return is_portal(rule) and access is not None and access.is_public
