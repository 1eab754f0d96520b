"""The pages of a meeting that only some see: in other languages, and easily read. On SQLite alone."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.core.clock import today
from livingwell.discussions.actions.agenda import change_place
from livingwell.discussions.actions.closing import close_discussion, mark_told, start_discussion, write_telling
from livingwell.discussions.actions.deciding import answer_decision
from livingwell.discussions.actions.taking_part import say_for_them, say_way
from livingwell.discussions.actions.telling_answers import answer_telling
from livingwell.discussions.commands import Answer, AnswerTelling, Place, SayLine, WriteTelling
from livingwell.discussions.models import Doer, IsItRight, Outcome, Reason, Way
from livingwell.identity.models import Account
from tests.factories.discussions import Room
from tests.factories.identity import actor_for, sign_in
from tests.factories.people import make_own_account
from tests.harness.pseudo import ACCENTED, PLAIN, RIGHT_TO_LEFT
from tests.harness.reading import grade, own_sentences
from tests.harness.session import settle
from tests.portal.test_every_page import HARDEST
from tests.portal.test_translation import left_out, words_of_the_calendar, written_by_people

pytestmark = pytest.mark.parametrize("database_kind", ["sqlite"], scope="session")

SAID_AS_THEY_ARE = {"Jo", "Ruth", "{time}"}
"""First names, and the place of a time that a script fills in."""


class Told:
    """Amara, who was told of a meeting, has answered everything, and was told what came of it."""

    def __init__(self) -> None:
        self.room = Room(is_started=False)
        self.account: Account = make_own_account(self.room.amara)
        place = Place(Reason.REVIEW, self.room.jo.id, question="What would help?", is_person_told=True)
        change_place(self.room.discussion, place, self.room.chair)
        said = SayLine(self.room.jo.id, "The phone", "My mum", "Less noise", how="by phone", who_there="Efua")
        say_for_them(self.room.discussion, said, self.room.peer)
        say_way(self.room.discussion, Way.COME, "", "", actor_for(self.account))

    def tell(self) -> None:
        room = self.room
        start_discussion(room.discussion, room.chair)
        room.hear_lived_experience()
        for doer, outcome in zip((*Doer, Doer.MEMBER), Outcome, strict=True):
            decided = room.decide("Write to her", doer=doer, doer_name="Efua" if doer is Doer.OTHER else "")
            answer_decision(decided, Answer(outcome, "As planned"), room.chair)
        close_discussion(room.discussion, room.chair)
        told = WriteTelling("You are right.", room.jo.id, "by text", today())
        write_telling(room.discussion, told, room.peer)

    def hear(self, answer: IsItRight) -> None:
        mark_told(self.room.discussion, self.room.peer)
        answer_telling(self.room.discussion, AnswerTelling(answer, "Two stops"), actor_for(self.account))

    def pages(self, client: FlaskClient) -> dict[str, str]:
        """What is shown before the meeting, while the person waits, and after."""
        mine = f"/my/meetings/{self.room.discussion.id}"
        seen = {"ahead": shown(client, mine), "way": shown(client, f"{mine}/say/way")}
        self.tell()
        seen |= {"to be told": shown(client, mine), "too late": shown(client, f"{mine}/say/way")}
        seen |= {"list": shown(client, "/my/meetings")}
        self.hear(IsItRight.NOT_QUITE)
        say_for_them(self.room.discussion, SayLine(self.room.jo.id, "The bus", how="by phone"), self.room.peer)
        seen |= {"answered": shown(client, mine), "not quite": shown(client, f"{mine}/answer/not-quite")}
        answer_telling(self.room.discussion, AnswerTelling(IsItRight.YES), actor_for(self.account))
        return seen | {"right": shown(client, mine)}


def shown(client: FlaskClient, path: str) -> str:
    settle()
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def reader(translated: Flask, account: Account, language: str) -> FlaskClient:
    client = translated.test_client()
    sign_in(client, account)
    client.set_cookie("reading", f"language={language}")
    return client


@pytest.mark.parametrize("language", [ACCENTED, RIGHT_TO_LEFT])
def test_no_string_is_left_out_before_or_after_a_meeting(app: Flask, translated: Flask, language: str) -> None:
    told = Told()
    pages = told.pages(reader(translated, told.account, language))
    known, calendar = written_by_people(), words_of_the_calendar(language)
    left = {name: set(left_out(page, known, calendar)) - SAID_AS_THEY_ARE for name, page in pages.items()}
    assert {name: words for name, words in left.items() if words} == {}


def test_they_are_read_at_eleven_or_sooner(app: Flask, translated: Flask) -> None:
    told = Told()
    pages = told.pages(reader(translated, told.account, PLAIN))
    grades = {name: grade(own_sentences(page)) for name, page in pages.items()}
    assert {name: found for name, found in grades.items() if found > HARDEST} == {}
