"""Somebody invited by text reads their plan and changes it; the team sees it when it meets, and answers."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from livingwell.careplans.actions import agree_goal, start_plan
from livingwell.people.models import Person
from tests.factories.careplans import goal_command, make_statement, make_step
from tests.factories.discussions import Room, address
from tests.factories.identity import give_password
from tests.factories.letters import make_reachable
from tests.harness.session import settle
from tests.stories.at_a_phone import AtAPhone, Texts, texts_to
from tests.stories.conftest import TODAY
from tests.stories.telling import Member, NewContext

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("database_kind", ["sqlite"], scope="session"),
    pytest.mark.parametrize("has_script", [True, False], ids=["with JavaScript", "without JavaScript"]),
]

AtAScreen = Callable[..., Member]
DESK = {"viewport": {"width": 1280, "height": 900}}
BORN_ON = date(1997, 3, 14)
MOBILE = "07700 900123"
GOAL = "Get the tram into town on my own"
HER_WORDS = "Get the tram into town on my own, on a quiet day"
STEP = "Ring the clinic to book"
LINE = "The reminder calls. Please stop them before anything else."
LARGE_PRINT = 24
"""Pixels: 18 points, where large print begins."""

ANSWER = "You are right about the calls. Ruth stops them today."


@pytest.fixture
def room(app: Flask, morning: None) -> Room:
    """Amara is on today’s agenda, nothing has begun, and her plan has a goal with a step."""
    room = Room(is_started=False)
    for account in (room.ruth, room.jo):
        give_password(account)
    plan_of(room)
    settle()
    return room


def plan_of(room: Room) -> None:
    make_statement(room.amara, room.peer, "I want to get to the library and back.")
    plan = start_plan(room.amara, room.peer)
    goal = agree_goal(
        plan, goal_command(GOAL, is_rated=True, baseline=1, said_on=TODAY - timedelta(days=30)), room.peer
    )
    make_step(goal, room.peer, STEP)


@pytest.fixture
def amara(room: Room) -> Person:
    return make_reachable(room.amara, mobile=MOBILE)


@pytest.fixture
def texts(app: Flask) -> Iterator[Texts]:
    with texts_to(app) as texts:
        yield texts


def test_a_plan_is_shaped_on_a_phone_and_answered_in_the_meeting(
    room: Room, amara: Person, texts: Texts, at_a_screen: AtAScreen, new_context: NewContext, has_script: bool
) -> None:
    jo = at_a_screen(room.jo, java_script_enabled=has_script, **DESK)
    jo_invites_her(jo, amara)
    phone = AtAPhone(new_context, has_script=has_script)
    phone.gets_in(texts.link(), MOBILE, texts, BORN_ON)

    she_reads_and_rates(phone)
    she_puts_the_goal_in_her_own_words(phone)
    she_says_no_to_one_line(phone)
    jo_tells_her_of_the_meeting(jo, room)
    she_says_what_to_talk_about(phone)

    ruth = at_a_screen(room.ruth, java_script_enabled=has_script, **DESK)
    the_team_sees_it(ruth, room)
    jo_takes_her_words(jo, amara)
    the_team_answers(ruth, jo, room)

    she_chooses_large_print(phone)
    she_reads_the_answer(phone)


def jo_invites_her(jo: Member, amara: Person) -> None:
    jo.page.goto(f"/people/{amara.id}/access")
    jo.goes_to("Invite Amara")
    jo.page.get_by_label("Text").check()
    jo.presses("Send the invitation")
    jo.sees("is on its way")


def she_reads_and_rates(phone: AtAPhone) -> None:
    """Two presses: the number, and that she means it."""
    phone.opens("/my/plan")
    phone.sees("I want to get to the library and back.")
    phone.goes_to("How close am I?")
    phone.chooses("4")
    phone.presses("Save my number")
    phone.sees("you said 4. Up 3 since")


def she_puts_the_goal_in_her_own_words(phone: AtAPhone) -> None:
    phone.goes_to("Say something about this")
    phone.goes_to("I would put it in other words")
    phone.writes("Your words", HER_WORDS)
    phone.writes("Why?", "Full trams are loud.")
    phone.presses("Send my words")
    phone.sees("on a quiet day")


def she_says_no_to_one_line(phone: AtAPhone) -> None:
    phone.opens("/my/plan/answer/line")
    phone.goes_to(STEP)
    phone.writes("What isn’t right?", "I can’t ring. You know that.")
    phone.presses("Save")
    phone.sees("I can’t ring. You know that.")


def jo_tells_her_of_the_meeting(jo: Member, room: Room) -> None:
    """What is told to her face is written down: from then on the meeting stands on her pages."""
    jo.opens_meeting()
    jo.sets_question("Amara Osei", "What would help with the tram?")


def she_says_what_to_talk_about(phone: AtAPhone) -> None:
    phone.opens("/my/meetings")
    phone.goes_to("Say what you want said")
    phone.goes_to("What would you like us to talk about?")
    phone.writes("What would you like us to talk about?", LINE)
    phone.presses("Save")
    phone.sees(LINE)


def the_team_sees_it(ruth: Member, room: Room) -> None:
    """Her line opens the screen. Her words for the goal and her no to one line stand beside the goals."""
    ruth.page.goto(address(room))
    expect(ruth.page.get_by_role("region", name="Amara’s line for today")).to_contain_text(LINE)
    beside = ruth.page.get_by_role("region", name="Amara’s goals")
    expect(beside).to_contain_text("Amara suggests other words")
    expect(beside).to_contain_text(HER_WORDS)
    expect(beside).to_contain_text("I can’t ring. You know that.")


def jo_takes_her_words(jo: Member, amara: Person) -> None:
    jo.page.goto(f"/people/{amara.id}/plan")
    jo.presses("Accept this suggestion from Amara")
    expect(jo.page.get_by_role("heading", name=HER_WORDS)).to_be_visible()


def the_team_answers(ruth: Member, jo: Member, room: Room) -> None:
    ruth.page.goto(address(room))
    ruth.presses("Start")
    jo.page.goto(address(room))
    jo.adds_view("A ringing phone is what undoes the week. She said so herself.")
    ruth.page.reload()
    ruth.decides("Take Amara’s number out of the reminder system", ruth, TODAY, "She asked us to")
    ruth.goes_to_closing()
    ruth.closes(ANSWER, TODAY + timedelta(days=1), teller=jo)
    ruth.sees("Closed. Everybody was discussed.")
    jo.page.goto(address(room))
    jo.presses("Tick when told")


def she_chooses_large_print(phone: AtAPhone) -> None:
    phone.opens("/my/reading/size")
    phone.page.get_by_role("radio").last.check()
    phone.presses("Use this")


def she_reads_the_answer(phone: AtAPhone) -> None:
    """You asked, we said, what happens next: on the screen and on paper in the size that she chose."""
    phone.opens("/my/meetings")
    phone.goes_to("Read our answer")
    phone.sees(LINE)
    phone.sees(ANSWER)
    phone.sees("Take Amara’s number out of the reminder system")
    expect(phone.page.get_by_role("list").filter(has_text="What happens next")).to_contain_text("Ruth")
    assert size_of(phone.page, ANSWER) >= LARGE_PRINT
    phone.presses("Yes, that’s right")
    phone.sees("Yes, you said.")


def size_of(page: Page, words: str) -> float:
    """How large the words are set, in pixels."""
    return float(page.get_by_text(words).evaluate("element => parseFloat(getComputedStyle(element).fontSize)"))
