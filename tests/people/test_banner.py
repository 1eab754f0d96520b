"""Every staff page about a person says who it is about."""

from datetime import UTC, date, datetime

from flask.testing import FlaskClient

from livingwell.core.clock import fixed
from livingwell.people.models import Person
from tests.factories.identity import make_account, make_team, sign_in
from tests.factories.people import make_note, make_person

NOON = datetime(2026, 6, 11, 11, tzinfo=UTC)


def page_of(client: FlaskClient, person: Person) -> str:
    return client.get(f"/people/{person.id}").get_data(as_text=True)


def test_the_top_carries_both_names_birth_age_and_nhs_number(client: FlaskClient) -> None:
    team = make_team()
    person = make_person(
        "Amara", "Osei", given_name="Amarachi", team=team, born_on=date(1997, 2, 12), nhs_number="9990000018"
    )
    with fixed(NOON):
        sign_in(client, make_account(team=team))
        page = page_of(client, person)
    for words in ("Amara Osei", "Amarachi Osei", "12 February 1997 (29)", "999 000 0018"):
        assert words in page


def test_somebody_without_an_nhs_number_is_said_to_have_none(client: FlaskClient) -> None:
    team = make_team()
    sign_in(client, make_account(team=team))
    assert "none yet" in page_of(client, make_person(team=team))


def test_what_was_imported_stands_word_for_word_until_the_person_was_asked(client: FlaskClient) -> None:
    team = make_team()
    sign_in(client, make_account(team=team))
    person = make_person(team=team)
    make_note(person, "Text only <b>NO CALLS</b>")
    page = page_of(client, person)
    assert "Text only &lt;b&gt;NO CALLS&lt;/b&gt;" in page
    assert "not yet confirmed with Amara" in page


def test_the_name_is_in_no_title(client: FlaskClient) -> None:
    team = make_team()
    sign_in(client, make_account(team=team))
    page = page_of(client, make_person("Amara", "Osei", team=team))
    assert "Amara" not in page[page.index("<title") : page.index("</title>")]
