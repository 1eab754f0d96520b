"""What a carer sees: what is agreed, now, and nothing else."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.adjustments.models import Way
from livingwell.careplans.actions import save_safety_plan
from livingwell.careplans.commands import SafetyPlanCommand
from livingwell.carers.actions.notes import acknowledge
from livingwell.carers.actions.sharing import say_of_carer, share
from livingwell.carers.commands import SayOfCarer, Share
from livingwell.carers.models import CarerEventKind, MayPersonSee
from livingwell.carers.queries.notes import notes_of_carer
from livingwell.contacts.commands import Because
from livingwell.core import clock
from livingwell.core.actor import Actor
from livingwell.core.clock import now, today
from livingwell.extensions import db
from livingwell.identity.models import Account, Profession, Team
from livingwell.people.actions.deaths import record_death
from livingwell.people.commands import RecordDeath
from livingwell.people.models import Person, Topic
from livingwell.people.queries.looking import readings
from tests.factories.careplans import make_full_plan
from tests.factories.carers import agree, make_carer_with_account, make_note
from tests.factories.contacts import make_appointment
from tests.factories.identity import actor_for, make_account, make_team, sign_in
from tests.factories.letters import make_reachable, make_sent
from tests.factories.people import make_own_account, make_person

PAGES = {
    Topic.APPOINTMENTS: "appointments",
    Topic.PLAN: "plan",
    Topic.SAFETY_PLAN: "safety-plan",
    Topic.LETTERS: "letters",
    Topic.MEETINGS: "meetings",
}
ALWAYS = ("", "write", "reach-me", "what-i-need")
"""What a carer may open whatever is shared: listening never needs an agreement."""


@pytest.fixture
def team(app: Flask) -> Team:
    return make_team()


@pytest.fixture
def amara(team: Team) -> Person:
    return make_person(team=team)


@pytest.fixture
def jo(team: Team) -> Actor:
    return actor_for(make_account("Jo Brennan", Profession.PEER_SUPPORT_WORKER, team=team), team)


def path(person: Person, page: str = "") -> str:
    return f"/for/{person.id}/{page}".rstrip("/")


def text(client: FlaskClient, person: Person, page: str = "") -> str:
    answer = client.get(path(person, page))
    assert answer.status_code == 200, page
    return answer.get_data(as_text=True)


def come_in(app: Flask, account: Account) -> FlaskClient:
    client = app.test_client()
    sign_in(client, account)
    return client


@pytest.mark.parametrize("topic", Topic)
@pytest.mark.parametrize("asked", Topic)
def test_each_page_opens_for_its_own_topic_alone(app: Flask, amara: Person, topic: Topic, asked: Topic) -> None:
    _carer, account = make_carer_with_account(amara, topic)
    answer = come_in(app, account).get(path(amara, PAGES[asked]))
    assert answer.status_code == (200 if asked is topic else 404)


def test_the_way_in_shows_what_is_shared_and_no_other(app: Flask, amara: Person) -> None:
    for topic in Topic:
        _carer, account = make_carer_with_account(amara, topic)
        page = text(come_in(app, account), amara)
        assert [each for each in Topic if f'{path(amara, PAGES[each])}"' in page] == [topic]


@pytest.mark.parametrize("page", ALWAYS)
def test_somebody_with_whom_nothing_is_shared_can_still_write(app: Flask, amara: Person, page: str) -> None:
    _carer, account = make_carer_with_account(amara)
    text(come_in(app, account), amara, page)
    for topic in Topic:
        assert come_in(app, account).get(path(amara, PAGES[topic])).status_code == 404


@pytest.mark.parametrize("topic", Topic)
def test_an_agreement_that_ends_while_the_page_is_open_shuts_the_next_request(
    app: Flask, amara: Person, jo: Actor, topic: Topic
) -> None:
    carer, account = make_carer_with_account(amara, topic)
    client = come_in(app, account)
    assert client.get(path(amara, PAGES[topic])).status_code == 200
    share(carer, Share({}), jo)
    assert client.get(path(amara, PAGES[topic])).status_code == 404


def test_somebody_who_no_longer_helps_can_send_nothing_from_an_open_page(app: Flask, amara: Person, jo: Actor) -> None:
    carer, account = make_carer_with_account(amara, *Topic)
    client = come_in(app, account)
    text(client, amara, "write")
    say_of_carer(carer, SayOfCarer(CarerEventKind.STOPPED_HELPING), jo)
    for page in (*ALWAYS, *PAGES.values()):
        assert client.get(path(amara, page)).status_code == 404
    sent = client.post(path(amara, "write"), data={"words": "Hello", "may_see": "no"})
    assert sent.status_code == 404
    assert notes_of_carer(carer.id) == []
    assert "Amara" not in client.get("/for").get_data(as_text=True)


def test_an_agreement_that_nobody_renewed_ends_by_itself(app: Flask, amara: Person, jo: Actor) -> None:
    carer, account = make_carer_with_account(amara)
    agree(carer, jo, Topic.APPOINTMENTS, days=5)
    text(come_in(app, account), amara, "appointments")
    with clock.fixed(now() + timedelta(days=6)):
        assert come_in(app, account).get(path(amara, "appointments")).status_code == 404


def test_somebody_whom_we_must_not_contact_sees_what_any_other_sees_with_whom_nothing_is_shared(
    app: Flask, amara: Person, jo: Actor
) -> None:
    """An abusive relative does not learn that the person asked."""
    carer, account = make_carer_with_account(amara, *Topic)
    _other, nothing = make_carer_with_account(amara)
    say_of_carer(carer, SayOfCarer(CarerEventKind.DO_NOT_CONTACT, "I am afraid of him"), jo)
    assert shown(come_in(app, account), amara) == shown(come_in(app, nothing), amara)


def shown(client: FlaskClient, person: Person) -> str:
    return text(client, person).split('<main id="main"')[1].split("</main>")[0]


@pytest.fixture
def full(app: Flask, amara: Person, jo: Actor) -> Callable[[Topic], str]:
    """Something in every topic, each with a word that stands nowhere else; then the page of a topic."""
    make_reachable(amara)
    carer, account = make_carer_with_account(amara, *Topic)
    agree(carer, jo, *Topic)
    make_appointment(amara, jo, at=now() + timedelta(days=3), place="Heron House", because=Because("No other day."))
    make_full_plan(amara, jo)
    save_safety_plan(amara, SafetyPlanCommand(triggers="The Kestrel flies", replaces=1), jo)
    make_sent(amara, jo, words="The Linnet is a letter.")
    client = come_in(app, account)
    return lambda topic: text(client, amara, PAGES[topic])


CANARIES = {
    Topic.APPOINTMENTS: "Heron House",
    Topic.PLAN: "Get the tram into town on my own",
    Topic.SAFETY_PLAN: "Kestrel",
    Topic.LETTERS: "Linnet",
}


@pytest.mark.parametrize("topic", Topic)
def test_each_page_holds_its_own_and_nothing_of_the_others(full: Callable[[Topic], str], topic: Topic) -> None:
    page = full(topic)
    assert {each for each, word in CANARIES.items() if word in page} == {topic} & CANARIES.keys()


def test_letters_from_before_the_agreement_are_not_the_carers(app: Flask, amara: Person, jo: Actor) -> None:
    make_reachable(amara)
    with clock.fixed(now() - timedelta(days=30)):
        make_sent(amara, jo, words="The Wren is older.")
    carer, account = make_carer_with_account(amara)
    agree(carer, jo, Topic.LETTERS)
    assert "Wren" not in text(come_in(app, account), amara, "letters")


def test_what_they_tell_us_is_acknowledged_by_name_role_and_time(app: Flask, amara: Person, jo: Actor) -> None:
    carer, account = make_carer_with_account(amara)
    client = come_in(app, account)
    client.post(path(amara, "write"), data={"words": "I am worried", "may_see": "ask_first"})
    assert "Nobody has read this yet." in text(client, amara)
    [note] = notes_of_carer(carer.id)
    assert note.may_see is MayPersonSee.ASK_FIRST
    acknowledge(note, "Thank you", jo)
    page = text(client, amara)
    assert "Jo Brennan, peer support worker, read this on" in page
    assert "Thank you" in page


def test_they_change_their_mind_about_who_may_see_it(app: Flask, amara: Person, jo: Actor) -> None:
    carer, account = make_carer_with_account(amara)
    note = make_note(carer, jo, may_see=MayPersonSee.YES)
    come_in(app, account).post(path(amara, f"told/{note.id}/who-may-see"), data={"may_see": "no"})
    assert [each.may_see for each in notes_of_carer(carer.id)] == [MayPersonSee.NO]


def test_one_carer_never_sees_what_another_told_us(app: Flask, amara: Person, jo: Actor) -> None:
    other, _theirs = make_carer_with_account(amara, *Topic, name="Kofi Osei")
    note = make_note(other, jo, "The canary sang at night", MayPersonSee.YES)
    _carer, account = make_carer_with_account(amara, *Topic)
    client = come_in(app, account)
    for page in ("", *PAGES.values()):
        assert "canary" not in text(client, amara, page)
        assert "Kofi" not in text(client, amara, page)
    assert client.get(path(amara, f"told/{note.id}/who-may-see")).status_code == 404


def test_their_own_wishes_are_kept_and_one_question_leaves_the_other(app: Flask, amara: Person) -> None:
    carer, account = make_carer_with_account(amara)
    client = come_in(app, account)
    reach = {"phone": "07700 900321", "best_way": "text", "nevers": ["phone"], "way_words": "After six"}
    client.post(path(amara, "reach-me"), data=reach)
    client.post(path(amara, "what-i-need"), data={"adjustments": "Large print"})
    db.session.refresh(carer)
    assert (carer.phone, carer.ways_never, carer.adjustments) == ("07700 900321", "phone", "Large print")


def test_a_carer_who_is_a_person_here_too_has_two_accounts_that_never_mix(
    app: Flask, team: Team, amara: Person
) -> None:
    """Efua has a record of her own, and helps Amara."""
    efua = make_person("Efua", "Osei", team=team)
    _carer, as_carer = make_carer_with_account(amara, *Topic)
    own = make_own_account(efua)
    person_side, carer_side = come_in(app, own), come_in(app, as_carer)
    assert person_side.get("/my").status_code == 200
    assert person_side.get("/for").status_code == 403
    assert person_side.get(path(amara, "plan")).status_code == 403
    assert carer_side.get("/my").status_code == 403
    assert carer_side.get(path(efua)).status_code == 404
    assert carer_side.get(path(amara, "plan")).status_code == 200


def test_no_title_names_anybody(app: Flask, amara: Person) -> None:
    _carer, account = make_carer_with_account(amara, *Topic)
    client = come_in(app, account)
    for page in (*ALWAYS, *PAGES.values()):
        assert "Amara" not in text(client, amara, page).split("<title>")[1].split("</title>")[0]


def test_what_can_not_be_saved_is_said_with_all_that_was_typed(app: Flask, amara: Person, jo: Actor) -> None:
    carer, account = make_carer_with_account(amara)
    note = make_note(carer, jo, may_see=MayPersonSee.NO)
    client = come_in(app, account)
    same = client.post(path(amara, f"told/{note.id}/who-may-see"), data={"may_see": "no"})
    assert same.status_code == 409
    against = {"best_way": "text", "nevers": ["text"], "way_words": "After six"}
    refused = client.post(path(amara, "reach-me"), data=against)
    assert refused.status_code == 422
    assert "After six" in refused.get_data(as_text=True)
    stale = client.post(path(amara, "what-i-need"), data={"adjustments": "Large print", "row_version": "99"})
    assert stale.status_code == 409
    assert "Large print" in stale.get_data(as_text=True)


def test_a_carer_never_gets_the_links_with_which_the_person_answers(app: Flask, amara: Person, jo: Actor) -> None:
    make_reachable(amara)
    carer, account = make_carer_with_account(amara)
    agree(carer, jo, Topic.LETTERS)
    make_sent(amara, jo, Way.EMAIL, words="Is Tuesday good?", asks_for_answer=True)
    page = text(come_in(app, account), amara, "letters")
    assert "Is Tuesday good?" in page
    assert "/answers/" not in page


def test_writing_to_the_team_is_no_look_at_the_record_and_opening_a_topic_is(app: Flask, amara: Person) -> None:
    """Among those who looked, a carer who only wrote would be told on."""
    _carer, account = make_carer_with_account(amara, Topic.APPOINTMENTS)
    client = come_in(app, account)
    for page in ALWAYS:
        text(client, amara, page)
    client.post(path(amara, "write"), data={"words": "", "may_see": "no"})
    assert readings(amara.id, today(), today()) == []
    text(client, amara, "appointments")
    assert [each.account_id for each in readings(amara.id, today(), today())] == [account.id]


def test_once_somebody_has_died_nothing_is_shared_and_the_carer_can_write(app: Flask, amara: Person, jo: Actor) -> None:
    _carer, account = make_carer_with_account(amara, *Topic)
    record_death(amara, RecordDeath("Her mother", today()), jo)
    client = come_in(app, account)
    page = text(client, amara)
    assert "We are very sorry." in page
    assert "What you may see" not in page
    for each in PAGES.values():
        assert client.get(path(amara, each)).status_code == 404
    text(client, amara, "write")
