"""What people see of a member, only if that member wishes; and how they reach a team, said by its lead."""

from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image

from livingwell.core.actor import Side
from livingwell.core.errors import Forbidden, Invalid, NotFound, Stale
from livingwell.core.media.store import file_kept
from livingwell.identity.actions.introducing import introduce_myself, say_how_to_reach_team
from livingwell.identity.models import Team
from livingwell.identity.queries.introducing import introduction_of, team_contact_of
from livingwell.people.models import Person
from tests.factories.identity import actor_for, make_account_on, sign_in
from tests.factories.people import make_own_account, make_person
from tests.factories.worklist import support
from tests.people.conftest import Member

PATH = "/account/introduction"


def a_picture() -> tuple[BytesIO, str]:
    file = BytesIO()
    Image.new("RGB", (600, 400), "navy").save(file, "JPEG")
    file.seek(0)
    return file, "me.jpg"


@pytest.fixture
def amara(team: Team, member: Member, lead: Member) -> Person:
    person = make_person("Amara", "Osei", team=team)
    support(person, member.account, lead.actor)
    return person


@pytest.fixture
def herself(app: Flask, amara: Person) -> FlaskClient:
    client = app.test_client()
    sign_in(client, make_own_account(amara))
    return client


def test_nobody_is_shown_more_than_a_name_unless_they_wish(herself: FlaskClient, member: Member) -> None:
    page = herself.get("/my").get_data(as_text=True)
    assert "Priya Mistry" in page
    assert "<img" not in page
    assert herself.get(f"/my/faces/{member.account.id}").status_code == 404


def test_words_and_a_photo_are_shown_and_taken_away_again(herself: FlaskClient, member: Member) -> None:
    assert member.client.post(PATH, data={"words": "I have a blue bag."}).status_code == 303
    assert member.client.post(f"{PATH}/photo", data={"picture": a_picture()}).status_code == 303
    kept = introduction_of(member.account.id).small_picture
    page = herself.get("/my").get_data(as_text=True)
    assert "I have a blue bag." in page
    photo = herself.get(f"/my/faces/{member.account.id}")
    assert (photo.status_code, photo.content_type) == (200, "image/jpeg")
    assert "The photo of you that people see" in member.sees(PATH)
    member.client.post(f"{PATH}/end")
    assert "<img" not in herself.get("/my").get_data(as_text=True)
    assert "I have a blue bag." not in herself.get("/my").get_data(as_text=True)
    with pytest.raises(NotFound):
        file_kept(kept)


def test_another_photo_takes_the_place_of_the_one_before(member: Member) -> None:
    member.client.post(f"{PATH}/photo", data={"picture": a_picture()})
    before = introduction_of(member.account.id).picture
    member.client.post(f"{PATH}/photo", data={"picture": a_picture()})
    with pytest.raises(NotFound):
        file_kept(before)


@pytest.mark.parametrize("content", [b"", b"<svg onload=alert(1)>", b"\xff\xd8\xff\xe0 nothing more"])
def test_what_is_no_photo_is_refused(member: Member, content: bytes) -> None:
    answer = member.client.post(f"{PATH}/photo", data={"picture": (BytesIO(content), "me.jpg")})
    assert answer.status_code == 422
    assert introduction_of(member.account.id) is None


def test_a_photo_is_shown_only_to_those_whom_the_team_supports(app: Flask, member: Member, other_team: Team) -> None:
    member.client.post(f"{PATH}/photo", data={"picture": a_picture()})
    stranger = app.test_client()
    sign_in(stranger, make_own_account(make_person("Kwame", "Boateng", team=other_team)))
    assert stranger.get(f"/my/faces/{member.account.id}").status_code == 404


def test_two_windows_do_not_write_over_each_other(member: Member) -> None:
    introduce_myself("One", None, member.actor)
    with pytest.raises(Stale):
        introduce_myself("Two", 0, member.actor)


def test_it_is_two_sentences_and_for_members_alone(app: Flask, member: Member) -> None:
    with pytest.raises(Invalid):
        introduce_myself("x" * 501, None, member.actor)
    with pytest.raises(Forbidden):
        introduce_myself("Me", None, actor_for(make_account_on(Side.PERSON, "Amara Osei")))


def test_a_lead_says_how_the_team_is_reached(member: Member, lead: Member, other_lead: Member, team: Team) -> None:
    path = f"/teams/{team.id}/contact"
    assert member.client.get(path).status_code == 403
    assert other_lead.client.get(path).status_code == 404
    assert lead.client.post(path, data={"text_number": "07700 900142", "reads": "We read from 9am."}).status_code == 303
    contact = team_contact_of(team.id)
    assert (contact.text_number, contact.phone_number, contact.reads) == ("07700 900142", "", "We read from 9am.")
    assert lead.client.post(path, data={"reads": "Never", "row_version": "0"}).status_code == 409
    with pytest.raises(Forbidden):
        say_how_to_reach_team(team.id, text_number="", phone_number="", reads="", version=None, actor=member.actor)
