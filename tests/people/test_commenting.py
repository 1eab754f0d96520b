"""What the person says about what is written of them stands beside it, and changes nothing in it."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.core.actor import Actor
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Forbidden, Invalid, NotFound
from livingwell.identity.models import Account
from livingwell.people.actions.commenting import comment_on, take_comment_back
from livingwell.people.models import ImportedNote, Person, Topic
from livingwell.people.queries.commenting import comments_on
from tests.factories.identity import actor_for, make_account, make_team, sign_in
from tests.factories.people import make_carer_account, make_note, make_own_account, make_person


@dataclass
class Setting:
    person: Person
    amara: Actor
    nurse: Actor
    member: Account
    note: ImportedNote


@pytest.fixture
def setting(app: Flask) -> Setting:
    team = make_team()
    person = make_person(team=team)
    member = make_account(team=team)
    nurse = actor_for(member, team)
    return Setting(person, actor_for(make_own_account(person)), nurse, member, make_note(person, "Does not engage"))


def say(setting: Setting, words: str = "I was never asked.", actor: Actor | None = None, **given: object) -> None:
    comment_on(setting.person.id, "imported_note", setting.note.id, words, actor or setting.amara, **given)


def said(setting: Setting) -> list[tuple[str, str]]:
    return [(each.words, each.written_by) for each in comments_on(setting.person.id).get(setting.note.id, ())]


def test_the_persons_words_stand_beside_the_row(setting: Setting) -> None:
    say(setting)
    assert said(setting) == [("I was never asked.", "Amara Osei")]


def test_a_member_writes_down_what_they_were_told_and_how(setting: Setting) -> None:
    say(setting, actor=setting.nurse, said_on=today() - timedelta(days=1), how="by phone")
    [comment] = comments_on(setting.person.id)[setting.note.id]
    assert (comment.written_by, comment.how) == ("Priya Mistry", "by phone")


def test_nobody_comments_on_the_row_of_somebody_else(setting: Setting) -> None:
    other = make_person("Tom", "Reid")
    with pytest.raises(NotFound):
        comment_on(other.id, "imported_note", setting.note.id, "Mine", setting.amara)
    with pytest.raises(NotFound):
        comment_on(setting.person.id, "imported_note", make_note(other).id, "Mine", setting.amara)


@pytest.mark.parametrize("table", ["account", "no_such_table", "imported_note"])
def test_only_rows_of_a_persons_record_take_comments(setting: Setting, table: str) -> None:
    with pytest.raises(NotFound):
        comment_on(setting.person.id, table, uuid4(), "Words", setting.amara)


def test_a_carer_never_speaks_for_the_person(setting: Setting) -> None:
    with pytest.raises(Forbidden):
        say(setting, actor=actor_for(make_carer_account(setting.person, *Topic)))


def test_it_needs_words_and_is_said_once(setting: Setting) -> None:
    with pytest.raises(Invalid):
        say(setting, " \n")
    say(setting)
    with pytest.raises(Conflict):
        say(setting)


def test_what_was_said_can_be_taken_back_by_the_person_alone_or_a_member(setting: Setting) -> None:
    say(setting)
    [comment] = comments_on(setting.person.id)[setting.note.id]
    with pytest.raises(NotFound):
        take_comment_back(setting.person.id, comment.id, actor_for(make_own_account(make_person("Tom", "Reid"))))
    take_comment_back(setting.person.id, comment.id, setting.amara)
    assert said(setting) == []


def test_a_member_writes_it_down_on_a_page(setting: Setting, client: FlaskClient) -> None:
    sign_in(client, setting.member)
    path = f"/people/{setting.person.id}/said-about/imported_note/{setting.note.id}"
    day = {f"said_on-{part}": str(getattr(today(), part)) for part in ("day", "month", "year")}
    assert client.get(path).status_code == 200
    assert client.post(path, data={"words": "I was never asked.", **day}).status_code == 422
    assert client.post(path, data={"words": "I was never asked.", "how": "by phone", **day}).status_code == 303
    assert said(setting) == [("I was never asked.", "Priya Mistry")]
    assert client.get(f"/people/{setting.person.id}/said-about/private_goal/{setting.note.id}").status_code == 404
