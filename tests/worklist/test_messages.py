"""What Today says about messages: what came back, what did not go, whom nobody has asked, and what waits."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.adjustments.models import Way
from livingwell.audit import record
from livingwell.contacts.models import LetterSending
from livingwell.contacts.models.asking import MESSAGE_TO_DECIDE, REPLY_TO_READ
from livingwell.contacts.queries.notices import notices
from livingwell.core.actor import the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.delivery.models import Channel, Delivery, DeliveryState, Outage
from livingwell.extensions import db
from livingwell.identity.models import Account
from livingwell.people.models import Ask
from livingwell.worklist.queries import day_of
from tests.factories.identity import actor_for, make_account, make_team, sign_in
from tests.factories.letters import make_reachable, make_reply, make_sent, make_unfiled_text
from tests.factories.people import make_person
from tests.factories.worklist import Desk, support


@pytest.fixture
def desk(app: Flask) -> Desk:
    return Desk()


def asked(desk: Desk, kind: str, account: Account | None = None) -> list[Ask]:
    actor = actor_for(account or desk.priya, desk.team)
    return [each for each in day_of(actor).asks if each.kind == kind]


@atomic()
def stands(sent: LetterSending, state: DeliveryState, what_to_do: str = "") -> None:
    """Have the message of a letter stand so."""
    delivery = db.session.scalars(db.select(Delivery).filter_by(message_id=sent.message_id)).one()
    delivery.state, delivery.what_to_do = state, what_to_do
    delivery.due_at = now() - timedelta(hours=2) if state is DeliveryState.WAITING else None
    record("stands", the_system("tests"))


@atomic()
def provider_is_down(channel: Channel) -> None:
    db.session.add(Outage(channel=channel, until=now() + timedelta(minutes=5), said="timed out"))
    record("provider_is_down", the_system("tests"))


def today(client: FlaskClient, account: Account) -> str:
    sign_in(client, account)
    return client.get("/today").get_data(as_text=True)


def test_a_reply_waits_for_whoever_wrote_and_whoever_supports_the_person(desk: Desk, client: FlaskClient) -> None:
    make_reachable(desk.amara)
    make_sent(desk.amara, desk.nurse)
    support(desk.amara, desk.jo, desk.chair)
    make_reply(desk.amara, "Can we say two o’clock?")
    for account in (desk.priya, desk.jo):
        assert [each.words for each in asked(desk, REPLY_TO_READ, account)] == ["Can we say two o’clock?"]
    assert asked(desk, REPLY_TO_READ, desk.ruth) == []
    page = today(client, desk.priya)
    assert "Amara Osei answered" in page
    assert "Can we say two o’clock?" in page
    assert "Dealt with" in page


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (DeliveryState.REFUSED, "was refused"),
        (DeliveryState.UNSURE, "may not have gone"),
        (DeliveryState.STOPPED, "was held back"),
    ],
)
def test_a_message_that_needs_somebody_says_what_to_do(
    desk: Desk, client: FlaskClient, state: DeliveryState, said: str
) -> None:
    make_reachable(desk.amara)
    sent = make_sent(desk.amara, desk.nurse)
    assert asked(desk, MESSAGE_TO_DECIDE) == []
    stands(sent, state, "Check the number with her")
    assert [each.person.id for each in asked(desk, MESSAGE_TO_DECIDE)] == [desk.amara.id]
    page = today(client, desk.priya)
    assert f"A message to Amara Osei {said}" in page
    assert "Check the number with her" in page


def test_people_whom_nobody_has_asked_stand_in_one_row(desk: Desk, client: FlaskClient) -> None:
    support(desk.amara, desk.priya, desk.chair)
    page = today(client, desk.priya)
    assert "Amara Osei has not been asked how to reach them" in page
    assert client.get(page.split('id="asked"')[1].split('href="')[1].split('"')[0]).status_code == 200
    support(make_person("Kwame", "Boateng", team=desk.team), desk.priya, desk.chair)
    assert "2 people you support have not been asked how to reach them" in today(client, desk.priya)


def test_messages_that_wait_since_a_provider_is_down_are_said_to_everybody(desk: Desk, client: FlaskClient) -> None:
    assert notices() == []
    make_reachable(desk.amara)
    stands(make_sent(desk.amara, desk.nurse, Way.EMAIL), DeliveryState.WAITING)
    (late,) = notices()
    assert (late.what, late.count, late.is_down) == (Channel.EMAIL, 1, False)
    provider_is_down(Channel.EMAIL)
    assert notices()[0].is_down
    page = today(client, desk.ruth)
    assert "1 e-mail waits since" in page
    assert "The service that sends them doesn’t answer" in page


def test_texts_that_nobody_has_filed_lead_to_their_list(desk: Desk, client: FlaskClient) -> None:
    make_unfiled_text()
    page = today(client, desk.ruth)
    assert "Texts came in of which nobody has said whose they are." in page
    assert 'href="/texts/to-file"' in page


def test_another_team_is_asked_nothing_about_ours(desk: Desk, client: FlaskClient) -> None:
    make_reachable(desk.amara)
    stands(make_sent(desk.amara, desk.nurse), DeliveryState.REFUSED)
    make_reply(desk.amara)
    assert "Amara" not in today(client, make_account("Sam Okoro", team=make_team()))
