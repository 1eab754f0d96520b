"""What stands around every page of the person's side."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.factories.identity import make_account, make_team, sign_in
from tests.factories.people import make_carer_account, make_own_account, make_person


@pytest.fixture
def amara(app: Flask, client: FlaskClient) -> FlaskClient:
    """Amara, signed in on her own phone."""
    sign_in(client, make_own_account(make_person(team=make_team())))
    return client


def test_a_page_leads_to_how_i_read_and_to_help_and_ends_with_it(amara: FlaskClient) -> None:
    page = amara.get("/my").get_data(as_text=True)
    assert 'href="#too-much"' in page
    assert page.index('id="too-much"') < page.index("</main>")
    assert "css/portal.css" in page
    assert "lw-header" not in page


@pytest.mark.parametrize("path", ["/my/nowhere", "/people", "/nowhere"])
def test_what_goes_wrong_is_said_in_the_look_of_the_persons_side(amara: FlaskClient, path: str) -> None:
    answer = amara.get(path)
    page = answer.get_data(as_text=True)
    assert answer.status_code in (403, 404)
    assert "If things get too much" in page
    assert "team lead" not in page


def test_a_member_of_staff_who_opens_a_page_of_the_persons_side_is_told_so(app: Flask, client: FlaskClient) -> None:
    sign_in(client, make_account(team=make_team()))
    answer = client.get("/my")
    assert answer.status_code == 403
    assert "This page is not for you" in answer.get_data(as_text=True)


def test_a_carer_sees_the_same_frame(app: Flask, client: FlaskClient) -> None:
    sign_in(client, make_carer_account(make_person(team=make_team())))
    assert 'id="too-much"' in client.get("/for").get_data(as_text=True)
