"""My people: the person sees who helps, says who may know what, and takes it back."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.carers.actions.people import edit_carer
from livingwell.carers.commands import CarerDetails, CarerWishes
from livingwell.carers.models import MayPersonSee, WhoHelps
from livingwell.carers.queries.carers import carers_of, helped_by, last_asked
from livingwell.core.actor import Actor
from livingwell.extensions import db
from livingwell.identity.models import Account, Team
from livingwell.people.models import FromPerson, Person, Topic
from livingwell.people.queries.own_reach import topics_shared
from tests.factories.carers import make_carer, make_carer_with_account, make_note
from tests.factories.identity import actor_for, make_account, make_team, sign_in
from tests.factories.people import make_own_account, make_person

MOST_STATEMENTS = 14
"""Of the list, however many people are on it."""

Counting = Callable[[], AbstractContextManager[list[str]]]


@pytest.fixture
def team(app: Flask) -> Team:
    return make_team()


@pytest.fixture
def amara(team: Team) -> Person:
    return make_person(team=team)


@pytest.fixture
def nurse(team: Team) -> Actor:
    return actor_for(make_account(team=team), team)


@pytest.fixture
def own(client: FlaskClient, amara: Person) -> FlaskClient:
    """Amara, signed in on her own side."""
    sign_in(client, make_own_account(amara))
    return client


def text(client: FlaskClient, path: str = "/my/people") -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def arrived(person: Person) -> list[tuple[str, str]]:
    rows = db.session.scalars(db.select(FromPerson).where(FromPerson.person_id == person.id))
    return [(each.kind, each.words) for each in rows]


def shared(account: Account, person: Person) -> frozenset[Topic]:
    return topics_shared(actor_for(account), person.id)


def test_the_question_stands_there_until_it_is_answered(own: FlaskClient, amara: Person) -> None:
    assert "“Nobody” is a good answer too." in text(own)
    assert own.post("/my/people/who-helps", data={"answer": "nobody"}).location == "/my/people"
    asked = last_asked(amara.id)
    assert asked is not None
    assert asked.answer is WhoHelps.NOBODY
    assert "“Nobody” is a good answer too." not in text(own)
    assert arrived(amara) == [("people.who_helps", "nobody")]


@pytest.mark.parametrize(("answer", "onward"), [("helps_me", "/my/people/helps-me"), ("i_help", "/my/people/i-help")])
def test_an_answer_leads_on_to_who_it_is(own: FlaskClient, answer: str, onward: str) -> None:
    assert own.post("/my/people/who-helps", data={"answer": answer}).location == onward


def test_somebody_named_sees_nothing_by_it(own: FlaskClient, amara: Person) -> None:
    own.post("/my/people/helps-me", data={"name_of_carer": "Efua", "relation": "My sister", "what_they_do": ""})
    [around] = carers_of(amara.id)
    assert (around.carer.name, around.carer.is_known_to_person, around.sharing) == ("Efua", True, {})
    assert "My sister" in text(own)
    own.post("/my/people/i-help", data={"who": "My gran", "what_they_do": "Shopping"})
    assert [each.who for each, _offers in helped_by(amara.id)] == ["My gran"]
    assert "My gran" in text(own)


def test_a_yes_and_a_no_are_two_presses_away_and_hold_at_once(own: FlaskClient, amara: Person) -> None:
    carer, account = make_carer_with_account(amara)
    where = f"/my/people/{carer.id}/may-know/plan"
    assert where in text(own)
    assert "May Efua Osei see your plan?" in text(own, where)
    own.post(where, data={"answer": "yes"})
    assert shared(account, amara) == {Topic.PLAN}
    assert "No, stop it now" in text(own, where)
    own.post(where, data={"answer": "no"})
    assert shared(account, amara) == set()
    assert [kind for kind, _words in arrived(amara)] == ["people.sharing", "people.sharing"]


def test_an_answer_about_one_topic_leaves_the_others(own: FlaskClient, amara: Person) -> None:
    carer, account = make_carer_with_account(amara, Topic.PLAN, Topic.LETTERS)
    own.post(f"/my/people/{carer.id}/may-know/letters", data={"answer": "no"})
    assert shared(account, amara) == {Topic.PLAN}


def test_neither_yes_nor_no_changes_nothing(own: FlaskClient, amara: Person) -> None:
    carer, account = make_carer_with_account(amara, Topic.PLAN)
    answer = own.post(f"/my/people/{carer.id}/may-know/plan", data={"answer": "perhaps"})
    assert answer.status_code == 422
    assert "Choose from what is offered" in answer.get_data(as_text=True)
    assert shared(account, amara) == {Topic.PLAN}


def test_please_do_not_contact_ends_everything_and_stands_there(own: FlaskClient, amara: Person) -> None:
    carer, account = make_carer_with_account(amara, *Topic)
    own.post(f"/my/people/{carer.id}/asked/do_not_contact", data={"said": "I am afraid of her"})
    assert shared(account, amara) == set()
    assert "You asked us not to be in touch with them." in text(own)
    assert ("people.asked", "Please don’t contact Efua Osei. I am afraid of her") in arrived(amara)
    again = own.post(f"/my/people/{carer.id}/may-know/plan", data={"answer": "yes"})
    assert again.status_code == 409
    assert shared(account, amara) == set()


@pytest.mark.parametrize("say", MayPersonSee)
def test_what_a_carer_told_us_is_there_only_on_their_yes(
    own: FlaskClient, amara: Person, nurse: Actor, say: MayPersonSee
) -> None:
    carer = make_carer(amara, nurse)
    make_note(carer, nurse, "The canary sang at night", say)
    assert ("canary" in text(own, f"/my/people/{carer.id}")) == (say is MayPersonSee.YES)
    for path in ("/my", "/my/people"):
        assert "canary" not in text(own, path)


def test_what_is_the_carers_own_is_on_no_page_of_the_persons(own: FlaskClient, amara: Person, nurse: Actor) -> None:
    wishes = CarerWishes(
        "07700 900999", "canary@example.com", "Canary Street", way_words="canary", adjustments="canary"
    )
    carer = make_carer(amara, nurse, wishes=wishes)
    pages = ["/my", "/my/people", f"/my/people/{carer.id}"]
    pages += [f"/my/people/{carer.id}/may-know/{topic.value}" for topic in Topic]
    for path in pages:
        page = text(own, path)
        assert "canary" not in page.lower()
        assert "900999" not in page


def test_a_carer_of_whom_the_person_was_not_told_is_not_there(own: FlaskClient, amara: Person, nurse: Actor) -> None:
    carer = make_carer(amara, nurse, is_known=False)
    assert "Efua" not in text(own)
    paths = [f"/my/people/{carer.id}", f"/my/people/{carer.id}/may-know/plan"]
    for path in (*paths, f"/my/people/{carer.id}/asked/do_not_contact"):
        assert own.get(path).status_code == 404
    edit_carer(carer, CarerDetails("Efua Osei", is_known_to_person=True), nurse)
    assert "Efua" in text(own)


@pytest.mark.parametrize("path", ["may-know/everything", "asked/anything"])
def test_what_can_not_be_asked_has_no_page(own: FlaskClient, amara: Person, nurse: Actor, path: str) -> None:
    assert own.get(f"/my/people/{make_carer(amara, nurse).id}/{path}").status_code == 404


def test_no_title_names_anybody(own: FlaskClient, amara: Person, nurse: Actor) -> None:
    carer = make_carer(amara, nurse)
    for path in ("", f"/{carer.id}", f"/{carer.id}/may-know/plan", f"/{carer.id}/asked/do_not_contact"):
        title = text(own, f"/my/people{path}").split("<title>")[1].split("</title>")[0]
        assert "Efua" not in title


def test_the_list_asks_the_same_of_the_database_for_many(
    own: FlaskClient, amara: Person, count_statements: Counting
) -> None:
    for number in range(5):
        make_carer_with_account(amara, *Topic, name=f"Carer {number}")
    with count_statements() as statements:
        own.get("/my/people")
    assert len(statements) <= MOST_STATEMENTS


def test_what_stands_already_is_not_said_twice(own: FlaskClient, amara: Person, nurse: Actor) -> None:
    carer = make_carer(amara, nurse)
    answer = own.post(f"/my/people/{carer.id}/asked/helps_again", data={"said": "She is back"})
    assert answer.status_code == 409
    assert "She is back" in answer.get_data(as_text=True)


def test_who_can_see_names_each_carer_with_what_they_see_now(own: FlaskClient, amara: Person) -> None:
    make_carer_with_account(amara, Topic.APPOINTMENTS, Topic.PLAN)
    make_carer_with_account(amara, name="Kofi Osei")
    page = text(own, "/my/who-can-see")
    assert "Your appointments and Your plan." in page
    assert "Kofi" not in page
