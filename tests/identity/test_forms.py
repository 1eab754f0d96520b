"""What the forms take, and what they say when they don't."""

from uuid import uuid4

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from livingwell.core.actor import Right
from livingwell.identity.commands import Place
from livingwell.identity.forms import AccountForm, EditAccountForm, InvitationForm, PlaceForm, SignInForm
from livingwell.identity.models import Account, Profession, Team

TEAM = Team(id=uuid4(), name="Salford")
GOOD = {"name": "Sam Oduya", "email": "sam@example.com", "profession": "nurse", "right": "member", "team_id": ""}


@pytest.fixture(autouse=True)
def _request(app: Flask) -> object:
    with app.test_request_context(method="POST"):
        yield


def invitation(**told: str) -> InvitationForm:
    form = InvitationForm(MultiDict({**GOOD, **told}), meta={"csrf": False})
    form.offer_teams([TEAM])
    return form


def test_an_invitation_needs_no_team() -> None:
    form = invitation()
    assert form.validate()
    assert form.command().place is None


def test_an_invitation_into_a_team_says_with_which_right() -> None:
    form = invitation(team_id=str(TEAM.id), right="team_lead", is_account_administrator="y")
    assert form.validate()
    assert form.command().place == Place(TEAM.id, Right.TEAM_LEAD)
    assert form.command().details.is_account_administrator


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("name", "", "Enter the name"),
        ("name", "x" * 101, "Name must be 100 characters or fewer"),
        ("name", "Sam\x00", "a character that can’t be kept"),
        ("email", "", "Enter the e-mail address"),
        ("email", "sam at example", "must be like name@example.nhs.uk"),
        ("email", "x" * 250 + "@example.com", "254 characters or fewer"),
        ("profession", "", "Choose the profession"),
        ("profession", "wizard", "Choose from what is offered"),
        ("team_id", "3b6ef3de-2d1c-4b0c-8f64-6d1dd2e6b6a1", "Choose from what is offered"),
        ("right", "owner", "Choose from what is offered"),
    ],
)
def test_what_cannot_be_used_says_what_to_do_beside_its_field(field: str, value: str, says: str) -> None:
    form = invitation(**{field: value})
    assert not form.validate()
    assert says in " ".join(form[field].errors)
    assert set(form.errors) == {field}


def test_every_profession_can_be_chosen_and_none_is_chosen_for_somebody() -> None:
    offered = [choice.value for choice in AccountForm(meta={"csrf": False}).profession.choices]
    assert offered == ["", *Profession]


def test_an_account_is_changed_from_the_version_that_was_read() -> None:
    account = Account(name="Sam", email="sam@example.com", profession=Profession.NURSE, row_version=4)
    account.is_account_administrator = False
    form = EditAccountForm.showing(account)
    assert form.row_version.data == "4"
    for sent in ("", "x", "²"):
        form.row_version.data = sent
        assert form.version_read() == 0


def test_a_place_needs_a_team() -> None:
    form = PlaceForm(MultiDict({"team_id": "", "right": "member"}), meta={"csrf": False})
    form.offer_teams([TEAM])
    assert not form.validate()
    assert form.errors == {"team_id": ["Choose a team"]}


@pytest.mark.parametrize("password", ["x" * 201, "with\x00nul", "half \ud800"])
def test_signing_in_with_what_no_password_can_be_is_refused_at_the_form(password: str) -> None:
    form = SignInForm(MultiDict({"email": "sam@example.com", "password": password}), meta={"csrf": False})
    assert not form.validate()
