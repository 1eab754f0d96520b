"""How to reach and support the person stands at the top of every staff page about them."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from livingwell.adjustments.commands import WaySaid
from livingwell.adjustments.models import Standing, Way
from tests.factories.adjustments import make_preferences
from tests.factories.identity import sign_in
from tests.factories.routes import World, address_of
from tests.harness.application import build_app

SEEN_BY_THE_PERSON = {
    "careplans.print_plan",
    "careplans.print_safety_plan",
    "careplans.show_turned",
    "careplans.turn_screen",
    "journeys.show_paper_page",
    "portal.show_code",
    "portal.show_pack_document",
    "portal.show_their_passport_document",
}
"""What is turned round or handed to the person: somebody whom they are not safe with may read what they keep."""


def pages() -> list[Rule]:
    rules = build_app("sqlite://").url_map.iter_rules()
    return sorted((rule for rule in rules if is_a_page(rule)), key=lambda rule: rule.rule)


def is_a_page(rule: Rule) -> bool:
    return "person_id" in rule.arguments and "GET" in (rule.methods or ())


@pytest.mark.parametrize("rule", pages(), ids=lambda rule: rule.endpoint)
def test_every_staff_page_about_a_person_says_how_to_reach_them(app: Flask, client: FlaskClient, rule: Rule) -> None:
    world = World.make()
    make_preferences(world.person, world.actor, ways=(WaySaid(Way.PHONE, Standing.NOT_SAFE, "Somebody listens."),))
    sign_in(client, world.colleague)
    answer = client.get(address_of(rule, world))
    if answer.status_code != 200 or answer.mimetype != "text/html" or is_part_of_a_page(answer.text):
        return  # an address that leads on, a file, or a piece of a page that has its top already
    has_strip = "How to reach and support Amara" in answer.text and "not safe" in answer.text
    assert has_strip is (rule.endpoint not in SEEN_BY_THE_PERSON)
    assert has_strip or "Somebody listens" not in answer.text


def is_part_of_a_page(text: str) -> bool:
    return "<body" not in text
