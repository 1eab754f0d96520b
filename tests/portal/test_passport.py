"""The person's own pages of their passport."""

from io import BytesIO

import pytest

from livingwell.core.actor import Actor, Side
from livingwell.passports.models import Section
from livingwell.passports.queries.passport import passport_now
from tests.factories.identity import actor_for, make_account, make_team, sign_in
from tests.factories.passports import make_piece, write
from tests.factories.people import make_own_account, make_person
from tests.harness.media import bomb, heic_picture, picture, recording

MINE = "/my/passport"


@pytest.fixture
def team(app):
    return make_team()


@pytest.fixture
def person(team):
    return make_person(team=team)


@pytest.fixture
def account(person):
    return make_own_account(person)


@pytest.fixture
def amara(account, client):
    """Amara, signed in on her own phone."""
    sign_in(client, account)
    return client


@pytest.fixture
def herself(person, account):
    return Actor(account.id, person.name, side=Side.PERSON)


@pytest.fixture
def jo(team):
    return actor_for(make_account("Jo Brennan", team=team), team)


def text(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status
    return answer.get_data(as_text=True)


def send_file(client, address, content, name="IMG_0001", **fields):
    sent = {"file": (BytesIO(content), name), **fields}
    return client.post(address, data=sent, content_type="multipart/form-data")


def test_an_empty_passport_says_where_to_start_and_asks_for_nothing(amara):
    shown = text(amara, MINE)
    assert "Start where you like" in shown
    assert "not a medical record" in shown
    for heading in ("What is most important to me", "Also worth knowing"):
        assert heading in shown


def test_each_heading_is_a_page_and_its_lines_stand_on_the_whole(amara, person):
    answer = amara.post(f"{MINE}/headings/first", data={"words": "Write to me.\nNever phone.", "row_version": "0"})
    assert answer.status_code == 303
    shown = text(amara, MINE)
    assert "<li>Write to me.</li><li>Never phone.</li>" in shown
    assert "Write to me.\nNever phone.</textarea>" in text(amara, f"{MINE}/headings/first")


def test_it_says_who_it_was_written_with(amara, person, herself, jo):
    write(person, herself)
    write(person, jo, "I like trams.", Section.ALSO)
    assert "I wrote this with Jo Brennan." in text(amara, MINE)


def test_four_things_first_are_too_many_and_nothing_is_lost(amara):
    answer = amara.post(f"{MINE}/headings/first", data={"words": "one\ntwo\nthree\nfour", "row_version": "0"})
    assert answer.status_code == 422
    assert "Write 3 lines or fewer" in answer.get_data(as_text=True)
    assert "one\ntwo\nthree\nfour</textarea>" in answer.get_data(as_text=True)


def test_written_meanwhile_both_texts_are_shown(amara, person, jo):
    write(person, jo, "Text me.")
    answer = amara.post(f"{MINE}/headings/first", data={"words": "Write to me.", "row_version": "0"})
    shown = answer.get_data(as_text=True)
    assert answer.status_code == 409
    assert "Text me." in shown
    assert "Write to me." in shown
    assert "Jo Brennan" in shown
    assert [line.words for line in passport_now(person.id).lines] == ["Text me."]


def test_every_version_can_be_read(amara, person, herself):
    write(person, herself, "Write to me.")
    write(person, herself, "Text me.")
    assert "Version 1" in text(amara, f"{MINE}/versions")
    assert "Write to me." in text(amara, f"{MINE}/versions/1")
    text(amara, f"{MINE}/versions/3", 404)


def test_somebody_else_s_picture_is_not_there(amara, team, jo):
    other = make_person("Ben", "Shah", team=team)
    piece = make_piece(other, jo)
    text(amara, f"{MINE}/files/{piece.id}/small", 404)
    text(amara, f"{MINE}/pieces/{piece.id}/removal", 404)
    assert amara.post(f"{MINE}/pieces/{piece.id}/removal").status_code == 404


@pytest.mark.parametrize("content", [picture(), heic_picture()])
def test_a_picture_from_a_phone_goes_in_and_is_shown_with_its_words(amara, person, content):
    answer = send_file(amara, f"{MINE}/headings/important/picture", content, words="My cat on the sofa")
    assert answer.status_code == 303
    piece = passport_now(person.id).pieces[0]
    assert 'alt="My cat on the sofa"' in text(amara, MINE)
    sent = amara.get(f"{MINE}/files/{piece.id}/large")
    assert sent.headers["Content-Type"] == "image/jpeg"
    assert sent.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in sent.headers["Content-Security-Policy"]
    assert sent.headers["Cache-Control"] == "no-store"


def test_a_picture_needs_words_for_who_cannot_see_it(amara, person):
    answer = send_file(amara, f"{MINE}/headings/important/picture", picture())
    assert answer.status_code == 422
    assert "Say what is in the picture" in answer.get_data(as_text=True)
    assert passport_now(person.id).is_empty


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (bomb(), "too big"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "kind of file"),
        (b"<html><script>alert(1)</script></html>", "kind of file"),
        (picture("PNG")[:60], "could not open"),
        (recording(), "kind of file"),
    ],
)
def test_what_is_no_picture_is_refused_with_a_reason_whatever_it_is_called(amara, person, content, said):
    answer = send_file(amara, f"{MINE}/headings/important/picture", content, "holiday.jpg", words="My cat")
    assert answer.status_code == 422
    assert said in answer.get_data(as_text=True)
    assert passport_now(person.id).is_empty


def test_a_recording_plays_from_any_part_of_it(amara, person):
    answer = send_file(amara, f"{MINE}/headings/also/recording", recording(seconds=2), words="Hello, I am Amara.")
    assert answer.status_code == 303
    piece = passport_now(person.id).pieces[0]
    shown = text(amara, MINE)
    assert "Hello, I am Amara." in shown
    assert "Recording, 2 seconds" in shown
    part = amara.get(f"{MINE}/files/{piece.id}/large", headers={"Range": "bytes=10-19"})
    assert part.status_code == 206
    assert len(part.data) == 10
    assert part.headers["Content-Type"] == "audio/mpeg"
    text(amara, f"{MINE}/files/{piece.id}/small", 404)


def test_more_than_the_route_takes_is_not_read(amara):
    """The largest picture and room for the form is 21 megabytes; the caseload's page takes 40."""
    environ = {"CONTENT_LENGTH": str(22 * 1024 * 1024), "CONTENT_TYPE": "multipart/form-data; boundary=x"}
    answer = amara.post(f"{MINE}/headings/important/picture", environ_overrides=environ)
    assert answer.status_code == 413


def test_only_the_seven_headings_take_pictures(amara):
    for section in ("first", "helpers", "nothing"):
        text(amara, f"{MINE}/headings/{section}/picture", 404)


def test_what_is_taken_out_is_gone_from_the_passport(amara, person, herself):
    piece = make_piece(person, herself)
    assert "It stays in the old versions" in text(amara, f"{MINE}/pieces/{piece.id}/removal")
    assert amara.post(f"{MINE}/pieces/{piece.id}/removal").status_code == 303
    assert "My cat on the sofa" not in text(amara, MINE)
    assert "My cat on the sofa" in text(amara, f"{MINE}/versions/1")
