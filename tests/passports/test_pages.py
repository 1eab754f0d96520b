"""Members read and write the passport with the person: the same actions, and each says whose hand it was."""

import re
from io import BytesIO

import pytest

from livingwell.passports.actions import use_line
from livingwell.passports.models import HowWritten, Section, UsedIn
from livingwell.passports.queries.passport import passport_now
from livingwell.passports.queries.shares import shares_of
from tests.factories.identity import make_account, sign_in
from tests.factories.passports import make_piece, make_share, write
from tests.factories.people import make_person
from tests.harness.media import bomb, picture, recording


@pytest.fixture
def member(client, team):
    """Jo, signed in."""
    sign_in(client, make_account("Jo Brennan", team=team))
    return client


@pytest.fixture
def address(person):
    return f"/people/{person.id}/passport"


def text(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def test_it_is_one_of_the_pages_about_a_person(member, person, address):
    assert f'href="{address}"' in text(member, f"/people/{person.id}")
    assert "Nothing is written yet" in text(member, address)


def test_what_must_be_known_first_stands_on_the_overview(member, person, herself):
    assert "Please know this first" not in text(member, f"/people/{person.id}")
    write(person, herself)
    assert "Write to me. Please never phone." in text(member, f"/people/{person.id}")


def test_a_section_says_who_wrote_it_down_and_how(member, person, address):
    form = {"words": "Write to me.", "how_written": "for_person", "row_version": "0"}
    assert member.post(f"{address}/headings/first", data=form).status_code == 303
    assert passport_now(person.id).parts[Section.FIRST].how_written is HowWritten.FOR_PERSON
    assert "Jo Brennan wrote this down on" in text(member, address)


@pytest.mark.parametrize("how", ["", "by_person"])
def test_nobody_writes_in_the_person_s_own_name(member, person, address, how):
    form = {"words": "Write to me.", "how_written": how, "row_version": "0"}
    assert member.post(f"{address}/headings/first", data=form).status_code == 422
    assert passport_now(person.id).is_empty


def test_written_meanwhile_both_texts_are_shown(member, person, address, herself):
    write(person, herself, "Text me.")
    form = {"words": "Write to me.", "how_written": "together", "row_version": "0"}
    answer = member.post(f"{address}/headings/first", data=form)
    assert answer.status_code == 409
    assert "Text me." in answer.get_data(as_text=True)
    assert "Write to me." in answer.get_data(as_text=True)


def test_pictures_and_recordings_go_in_and_out(member, person, address):
    for kind, content in (("picture", picture()), ("recording", recording())):
        sent = {"file": (BytesIO(content), "IMG"), "words": "Hello", "how_written": "together"}
        answer = member.post(f"{address}/headings/also/{kind}", data=sent, content_type="multipart/form-data")
        assert answer.status_code == 303
    first, second = passport_now(person.id).pieces
    assert member.get(f"{address}/files/{first.id}/small").headers["Content-Type"] == "image/jpeg"
    assert member.get(f"{address}/files/{second.id}/large").headers["Content-Type"] == "audio/mpeg"
    assert member.post(f"{address}/pieces/{first.id}/removal").status_code == 303
    assert [piece.id for piece in passport_now(person.id).pieces] == [second.id]


def test_a_bomb_is_refused_beside_its_field(member, person, address):
    sent = {"file": (BytesIO(bomb()), "holiday.png"), "words": "Hello", "how_written": "together"}
    answer = member.post(f"{address}/headings/also/picture", data=sent, content_type="multipart/form-data")
    assert answer.status_code == 422
    assert "This file is too big" in answer.get_data(as_text=True)


def test_a_picture_of_somebody_else_is_not_there(member, person, address, team, jo):
    other = make_person("Ben", "Shah", team=team)
    piece = make_piece(other, jo)
    assert member.get(f"{address}/files/{piece.id}/large").status_code == 404
    assert member.post(f"{address}/pieces/{piece.id}/removal").status_code == 404


def test_every_version_can_be_read(member, person, address, herself):
    write(person, herself, "Write to me.")
    write(person, herself, "Text me.")
    listed = text(member, f"{address}/versions")
    assert "Version 2" in listed
    assert "Please know this first" in listed
    assert "Write to me." in text(member, f"{address}/versions/1")
    assert member.get(f"{address}/versions/3").status_code == 404


def test_it_shows_where_the_person_was_spared_saying_it_again(member, person, address, herself, jo):
    write(person, herself)
    use_line(person.id, passport_now(person.id).lines[0].id, UsedIn.PLAN, person.id, jo)
    shown = text(member, address)
    assert "did not have to say it again: 1" in shown
    assert "In the plan, by Jo Brennan" in shown


def test_a_link_is_made_and_stopped_beside_somebody_without_an_account(app, member, person, address, jo):
    write(person, jo)
    made = member.post(f"{address}/links/new", data={"lasting": "day", "for_whom": "the library"})
    shown = made.get_data(as_text=True)
    link, pin = re.search(r"/shared/[\w-]+", shown).group(), re.search(r"PIN: (\d{6})", shown).group(1)
    visitor = app.test_client()
    assert visitor.post(link, data={"pin": pin}).status_code == 303
    assert "Write to me." in visitor.get(link).get_data(as_text=True)
    assert "Opened" in text(member, address)
    share = shares_of(person.id)[0]
    assert member.post(f"{address}/links/{share.id}/stop").status_code == 303
    assert visitor.get(link).status_code == 404


def test_somebody_else_s_link_is_not_stopped(member, person, address, team, jo):
    other = make_person("Ben", "Shah", team=team)
    made = make_share(other, jo)
    assert member.post(f"{address}/links/{made.id}/stop").status_code == 404
    assert shares_of(other.id)[0].stop is None


def test_the_page_asks_the_database_the_same_however_much_there_is(member, person, address, herself, count_statements):
    member.get(address)
    with count_statements() as few:
        member.get(address)
    for section in Section:
        write(person, herself, "one\ntwo\nthree", section)
    for _number in range(3):
        make_share(person, herself)
    with count_statements() as many:
        member.get(address)
    assert len(many) <= len(few) + 2, "the lines, and the links' openings, are asked for once there are any"
