"""The pages of where next: what they show, what they take, and what they refuse."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from html import unescape

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from livingwell.adjustments.actions.adding import add_adjustments
from livingwell.adjustments.commands import AddAdjustments, NewAdjustment
from livingwell.adjustments.models import HowWeKnow
from livingwell.audit import record
from livingwell.careplans.actions import ask_to_hold_back, raise_consequence
from livingwell.careplans.commands import ConsequenceCommand, HoldBackCommand
from livingwell.careplans.models import ConsequenceArea, HowSaid, StatementKind, TargetKind
from livingwell.careplans.queries.plans import current_plan
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.directory.models import Feature
from livingwell.extensions import db
from livingwell.journeys.models import Choice, Destination, OnwardJourney, PointKind
from livingwell.journeys.models.landings import Landings
from livingwell.journeys.presenters.journey_page import journey_page
from livingwell.journeys.queries.journeys import journey_now
from livingwell.people.actions.registering import refer
from livingwell.people.commands import Referral
from tests.factories.adjustments import make_adjustment
from tests.factories.careplans import make_plan, make_statement
from tests.factories.closing import end_support
from tests.factories.directory import make_service, make_stale_service, say
from tests.factories.identity import sign_in
from tests.factories.journeys import (
    make_choice,
    make_chosen,
    make_destination,
    make_hope,
    make_point,
    ours_together,
)
from tests.factories.people import make_person
from tests.factories.setting import Setting

Counting = Callable[[], AbstractContextManager[list[str]]]


@pytest.fixture
def member(setting: Setting, client: FlaskClient) -> FlaskClient:
    """A peer support worker, signed in."""
    sign_in(client, setting.jo)
    return client


def path(setting: Setting, rest: str = "") -> str:
    return f"/people/{setting.person.id}/where-next{rest}"


def text_of(response: TestResponse) -> str:
    return unescape(response.get_data(as_text=True))


def shown(member: FlaskClient, setting: Setting, rest: str = "") -> str:
    response = member.get(path(setting, rest))
    assert response.status_code == 200
    return text_of(response)


def found(member: FlaskClient, setting: Setting, words: str, near: str = "") -> str:
    response = member.post(path(setting, "/options/find"), data={"sought": words, "near": near})
    assert response.status_code == 200
    return text_of(response)


def now_of(setting: Setting) -> OnwardJourney:
    db.session.expire_all()
    journey = journey_now(setting.person.id)
    assert journey is not None
    return journey


def on_a_day() -> dict[str, str]:
    day = today()
    return {"said_on-day": str(day.day), "said_on-month": str(day.month), "said_on-year": str(day.year)}


def theirs(**given: str) -> dict[str, str]:
    """A line in the person's words, told today by phone."""
    return {"whose_words": "person", "how": "by phone", **on_a_day(), **given}


# What it shows


def test_the_empty_page_says_that_it_starts_with_the_first_plan(setting: Setting, member: FlaskClient) -> None:
    text = shown(member, setting)
    assert "Nobody has talked with Amara about what comes after. It starts with the first plan" in text
    assert "Write down what Amara hopes for" in text


def test_what_the_plan_says_already_is_offered_as_the_first_hope(setting: Setting, member: FlaskClient) -> None:
    make_statement(setting.person, setting.nurse, "The library group.", StatementKind.WHERE_NEXT)
    assert "“The library group.”" in shown(member, setting)
    form = shown(member, setting, "/hopes/new")
    assert "The library group." in form
    assert "you need not ask again" in form


def test_what_is_held_back_from_the_person_is_not_offered_as_a_hope(setting: Setting, member: FlaskClient) -> None:
    make_statement(setting.person, setting.nurse, "The library group.", StatementKind.WHERE_NEXT)
    hold_back(setting)
    assert "The library group." not in shown(member, setting, "/hopes/new")


def hold_back(setting: Setting) -> None:
    plan = current_plan(setting.person.id)
    assert plan is not None
    line = plan.statement(StatementKind.WHERE_NEXT)
    assert line is not None
    command = HoldBackCommand(TargetKind.STATEMENT, line.id, "It would frighten her", today() + timedelta(days=30))
    ask_to_hold_back(plan, command, setting.nurse)


def test_hopes_come_before_options_and_stand_in_the_persons_words(setting: Setting, member: FlaskClient) -> None:
    make_destination(setting.person, setting.nurse, "The allotment group")
    make_hope(setting.person, setting.nurse, "A week with people in it.")
    text = shown(member, setting)
    assert text.index("“A week with people in it.”") < text.index("The allotment group")
    assert "Amara’s words, told in person on" in text


def test_each_line_says_whose_words_it_is(setting: Setting, member: FlaskClient) -> None:
    option = make_destination(setting.person, setting.nurse)
    make_point(option, setting.nurse, "It is outside.")
    make_point(option, setting.nurse, "Mud.", PointKind.HARD, voice=ours_together())
    text = shown(member, setting)
    assert "“It is outside.”" in text
    assert "Ours together, Priya Mistry" in text


def test_what_could_follow_is_flagged_until_it_is_talked_through(setting: Setting, member: FlaskClient) -> None:
    option = make_chosen(setting.person, setting.nurse)
    make_point(option, setting.nurse, "It may change a benefit.", PointKind.CONSEQUENCE, voice=ours_together())
    plan = make_plan(setting.person, setting.nurse)
    raise_consequence(plan, ConsequenceCommand(ConsequenceArea.TRAVEL, "A pass names the diagnosis"), setting.nurse)
    text = shown(member, setting)
    assert "Chosen, and what it could mean is not talked through yet." in text
    assert "Travel: A pass names the diagnosis" in text
    answer = shown(member, setting, f"/options/{option.id}/answer")
    assert "Talk this through first" in answer
    assert "It may change a benefit." in answer


def test_what_the_person_needs_there_is_shown_in_the_words_of_the_adjustment(
    setting: Setting, member: FlaskClient
) -> None:
    service = make_service("The Quiet Café")
    make_destination(setting.person, setting.nurse, service_id=service.id)
    for key in ("never-phone", "a-quiet-place", "step-free-and-not-far-to-walk"):
        chosen = AddAdjustments((NewAdjustment(choice_key=key),), HowWeKnow.TOLD_US)
        add_adjustments(setting.person, chosen, setting.nurse)
    make_adjustment(setting.person, setting.nurse, "Talk about trains first")
    say(service, Feature.BOOK_BY_TEXT, setting.nurse)
    say(service, Feature.BOOK_BY_TEXT, setting.peer)
    say(service, Feature.QUIET_ROOM, setting.peer, is_so=False)
    text = shown(member, setting)
    assert "Never phone. Book by text: yes, 2 members say so." in text
    assert "A quiet place. Quiet room: no, one member says so." in text
    assert "Step-free, and not far to walk. Step-free: nobody has said." in text
    assert f"/directory/{service.id}" in text
    assert "Talk about trains first" in text[text.index("What no entry can tell") :]


def test_an_option_that_they_said_no_to_is_folded_away(setting: Setting, member: FlaskClient) -> None:
    make_choice(make_destination(setting.person, setting.nurse), setting.nurse, Choice.NO, why="Too far.")
    text = shown(member, setting)
    assert "Amara said no to 1" in text
    assert "“Too far.”" in text


# What it takes


def test_a_hope_is_written_down_with_how_it_was_told(setting: Setting, member: FlaskClient) -> None:
    sent = member.post(path(setting, "/hopes/new"), data=theirs(words="To sing.", area="days"))
    assert sent.status_code == 303
    (hope,) = now_of(setting).current_hopes
    assert (hope.words, hope.area, hope.is_persons) == ("To sing.", "days", True)
    told = now_of(setting).told_about(hope.id)
    assert told is not None
    assert told.how is HowSaid.BY_PHONE


def test_a_hope_in_the_persons_words_says_how_they_were_told(setting: Setting, member: FlaskClient) -> None:
    sent = member.post(path(setting, "/hopes/new"), data=theirs(words="To sing.", how=""))
    assert sent.status_code == 422
    assert "Choose how Amara said it" in text_of(sent)
    assert journey_now(setting.person.id) is None


def test_a_hope_reworded_by_two_shows_both_texts(setting: Setting, member: FlaskClient) -> None:
    hope = make_hope(setting.person, setting.nurse)
    where = path(setting, f"/hopes/{hope.id}")
    assert member.post(where, data=theirs(words="One", row_version="1")).status_code == 303
    sent = member.post(where, data=theirs(words="Two", row_version="1"))
    assert sent.status_code == 409
    assert "One" in text_of(sent)
    assert "Two" in text_of(sent)
    assert member.post(where, data=theirs(words="Two", row_version="2")).status_code == 303
    assert [each.words for each in now_of(setting).current_hopes] == ["Two"]


def test_a_hope_that_was_taken_out_keeps_what_is_typed(setting: Setting, member: FlaskClient) -> None:
    hope = make_hope(setting.person, setting.nurse, voice=ours_together())
    assert member.post(path(setting, f"/hopes/{hope.id}/end"), data={}).status_code == 303
    sent = member.post(path(setting, f"/hopes/{hope.id}"), data=theirs(words="Two", row_version="1"))
    assert sent.status_code == 409
    assert "Two" in text_of(sent)


def test_a_service_is_found_and_looked_at(setting: Setting, member: FlaskClient) -> None:
    service = make_service("The Quiet Café")
    text = found(member, setting, "quiet")
    assert "The Quiet Café" in text
    assert "Look at this together" in text
    sent = member.post(path(setting, f"/options/from/{service.id}"), data=theirs(what="Wednesdays", area=""))
    assert sent.status_code == 303
    (option,) = now_of(setting).options
    assert (option.name, option.service_id, option.what) == ("The Quiet Café", service.id, "Wednesdays")
    assert "one of the options already" in found(member, setting, "quiet")


def test_an_entry_that_nobody_checked_in_time_is_checked_first(setting: Setting, member: FlaskClient) -> None:
    service = make_stale_service("The Quiet Café")
    text = found(member, setting, "quiet")
    assert "Check it first" in text
    assert "Look at this together" not in text
    sent = member.post(path(setting, f"/options/from/{service.id}"), data=theirs(what=""))
    assert sent.status_code == 409
    assert "Check it first" in text_of(sent)
    assert journey_now(setting.person.id) is None


def test_a_search_that_finds_nothing_offers_to_add_it_by_its_name(setting: Setting, member: FlaskClient) -> None:
    assert "Nothing fits" in found(member, setting, "zebra", "M6")


@pytest.mark.parametrize("kind", ["good", "hard", "consequence"])
def test_a_point_is_added_where_it_was_asked_for(setting: Setting, member: FlaskClient, kind: str) -> None:
    option = make_destination(setting.person, setting.nurse)
    where = path(setting, f"/options/{option.id}/add/{kind}")
    assert "checked" in shown(member, setting, f"/options/{option.id}/add/{kind}")
    assert member.post(where, data=theirs(words="Outside", kind=kind)).status_code == 303
    assert [point.kind for point in now_of(setting).options[0].points] == [kind]


def test_there_is_no_fourth_kind_of_point(setting: Setting, member: FlaskClient) -> None:
    option = make_destination(setting.person, setting.nurse)
    assert member.get(path(setting, f"/options/{option.id}/add/risk")).status_code == 404


def test_a_choice_says_how_the_person_told_it(setting: Setting, member: FlaskClient) -> None:
    option = make_destination(setting.person, setting.nurse)
    where = path(setting, f"/options/{option.id}/answer")
    told = answer_on_a_day() | {"says": "chosen", "row_version": "0"}
    refused = member.post(where, data=told)
    assert refused.status_code == 422
    assert "Choose how Amara said it" in text_of(refused)
    assert member.post(where, data=told | {"how": "by text", "why": "I can walk there."}).status_code == 303
    text = shown(member, setting)
    assert "“I can walk there.”" in text
    assert "Amara said so by text on" in text


def test_nothing_is_chosen_beforehand(setting: Setting, member: FlaskClient) -> None:
    option = make_destination(setting.person, setting.nurse)
    form = shown(member, setting, f"/options/{option.id}/answer")
    assert "checked" not in form


def test_that_they_could_not_be_asked_is_no_answer(setting: Setting, member: FlaskClient) -> None:
    option = make_destination(setting.person, setting.nurse)
    where = path(setting, f"/options/{option.id}/answer")
    told = answer_on_a_day() | {"says": "could_not_ask", "row_version": "0"}
    assert member.post(where, data=told).status_code == 422
    assert member.post(where, data=told | {"why": "In hospital."}).status_code == 303
    text = shown(member, setting)
    assert "Amara has not said yet" in text
    assert "could not ask" in text


def test_an_answer_to_an_older_reading_shows_what_was_said_since(setting: Setting, member: FlaskClient) -> None:
    option = make_destination(setting.person, setting.nurse)
    make_choice(option, setting.nurse, Choice.NO, why="Too far.")
    told = answer_on_a_day() | {"says": "chosen", "how": "by text", "why": "Near", "row_version": "0"}
    sent = member.post(path(setting, f"/options/{option.id}/answer"), data=told)
    assert sent.status_code == 409
    assert "Too far." in text_of(sent)
    assert now_of(setting).options[0].stands is Choice.NO


def test_the_order_is_saved_without_a_script(setting: Setting, member: FlaskClient) -> None:
    first, second = (make_destination(setting.person, setting.nurse, name) for name in ("A", "B"))
    told = on_a_day() | {"how": "in person", "row_version": "0", f"place-{first.id}": "2", f"place-{second.id}": "1"}
    assert member.post(path(setting, "/options/order"), data=told).status_code == 303
    assert [option.name for option in now_of(setting).options] == ["B", "A"]
    assert "In Amara’s order: in person" in shown(member, setting)
    assert member.post(path(setting, "/options/order"), data=told).status_code == 409


def test_taking_the_persons_words_out_needs_their_answer(setting: Setting, member: FlaskClient) -> None:
    hope = make_hope(setting.person, setting.nurse)
    where = path(setting, f"/hopes/{hope.id}/end")
    assert member.post(where, data={"has_answered": "no"}).status_code == 422
    day = today()
    told = {"answered_on-day": str(day.day), "answered_on-month": str(day.month), "answered_on-year": str(day.year)}
    yes = {"has_answered": "yes", "answered_how": "by text", "answer": "Not any more.", **told}
    assert member.post(where, data=yes).status_code == 303
    assert "No hope any more" in shown(member, setting, "/history")


def test_everything_that_was_said_stays_in_the_history(setting: Setting, member: FlaskClient) -> None:
    option = make_chosen(setting.person, setting.nurse)
    make_choice(option, setting.nurse, Choice.NOT_NOW, why="After the winter.")
    text = shown(member, setting, "/history")
    assert "Amara said to The allotment group: chosen" in text
    assert "Amara said to The allotment group: not now" in text
    assert "After the winter." in text


# Who may, and how much it costs


def test_every_page_is_as_good_as_absent_for_a_stranger(setting: Setting, client: FlaskClient) -> None:
    option = make_destination(setting.person, setting.nurse)
    sign_in(client, setting.outsider)
    for rest in ("", "/history", "/hopes/new", "/options/find", f"/options/{option.id}/answer"):
        assert client.get(path(setting, rest)).status_code == 404, rest


def test_an_option_of_somebody_else_is_not_there(setting: Setting, member: FlaskClient) -> None:
    theirs_option = make_destination(make_person("Bo", team=setting.team), setting.nurse)
    make_hope(setting.person, setting.nurse)
    assert member.get(path(setting, f"/options/{theirs_option.id}/answer")).status_code == 404


def fill(setting: Setting, count: int) -> Destination:
    for number in range(count):
        option = make_destination(setting.person, setting.nurse, service_id=make_service(f"Place {number}").id)
        for point in range(8):
            make_point(option, setting.nurse, f"Point {point}", list(PointKind)[point % 3], voice=ours_together())
        make_choice(option, setting.nurse, Choice.NOT_NOW)
    make_hope(setting.person, setting.nurse, f"A hope beside {count}")
    return option


def test_the_page_takes_as_many_statements_for_twelve_options_as_for_one(
    setting: Setting, member: FlaskClient, count_statements: Counting
) -> None:
    fill(setting, 1)
    shown(member, setting)
    with count_statements() as few:
        shown(member, setting)
    fill_more(setting)
    with count_statements() as many:
        text = shown(member, setting)
    assert text.count("Point 7") >= 12
    assert len(few) == len(many)
    assert len(many) <= 20


def fill_more(setting: Setting) -> None:
    for number in range(11):
        option = make_destination(setting.person, setting.nurse, f"Another {number}")
        for point in range(8):
            make_point(option, setting.nurse, f"Point {point}", list(PointKind)[point % 3], voice=ours_together())
        make_choice(option, setting.nurse, Choice.CHOSEN)


def answer_on_a_day() -> dict[str, str]:
    day = today()
    return {"on-day": str(day.day), "on-month": str(day.month), "on-year": str(day.year)}


def test_anything_else_is_added_by_its_name(setting: Setting, member: FlaskClient) -> None:
    assert "What is it?" in shown(member, setting, "/options/new")
    assert member.post(path(setting, "/options/new"), data=theirs(option="Her cousin’s shop")).status_code == 303
    assert member.post(path(setting, "/options/new"), data=theirs(option="her cousin’s shop")).status_code == 409
    assert [option.name for option in now_of(setting).options] == ["Her cousin’s shop"]


def test_what_meets_most_is_found_first_and_what_lacks_something_last(setting: Setting, member: FlaskClient) -> None:
    chosen = AddAdjustments((NewAdjustment(choice_key="never-phone"),), HowWeKnow.TOLD_US)
    add_adjustments(setting.person, chosen, setting.nurse)
    lacks, unknown, meets = (make_service(f"Café {name}") for name in ("A", "B", "C"))
    say(lacks, Feature.NO_PHONE_NEEDED, setting.nurse, is_so=False)
    say(meets, Feature.BOOK_ONLINE, setting.nurse)
    text = found(member, setting, "caf")
    assert text.index("Café C") < text.index("Café B") < text.index("Café A")
    assert unknown.name in text


def test_the_plan_says_that_where_next_was_not_talked_about_yet(setting: Setting, member: FlaskClient) -> None:
    plan = f"/people/{setting.person.id}/plan"
    assert "Where next has not been talked about yet." in text_of(member.get(plan))
    make_plan(setting.person, setting.nurse)
    assert "Where next has not been talked about yet." in text_of(member.get(plan))
    make_hope(setting.person, setting.nurse)
    make_destination(setting.person, setting.nurse)
    text = text_of(member.get(plan))
    assert "1 hope is written down, 1 thing is looked at." in text
    assert "Where would Amara like to be after this?" not in text
    assert path(setting) in text


def test_a_place_that_often_does_not_land_is_shown_where_it_is_chosen_next(setting: Setting) -> None:
    option = make_destination(setting.person, setting.nurse, service_id=make_service("The Quiet Café").id)
    assert option.service_id is not None
    landed = {option.service_id: Landings(working=1, not_working=3)}
    (card,) = journey_page(now_of(setting), "Amara", {}, landed=landed).options
    assert card.landed.startswith("Of 4 people who chose this and told us, 1 said it works.")


@pytest.mark.parametrize("kind", ["hope", "option", "point"])
def test_what_was_recorded_in_error_is_struck_out_with_a_reason(
    setting: Setting, member: FlaskClient, kind: str
) -> None:
    hope, option = (
        make_hope(setting.person, setting.nurse, "Somebody else’s hope"),
        make_destination(setting.person, setting.nurse, "Somebody else’s place"),
    )
    point = make_point(option, setting.nurse, "Somebody else’s point")
    line = {"hope": hope, "option": option, "point": point}[kind]
    where = path(setting, f"/struck/{kind}/{line.id}")
    assert member.post(where, data={"reason": ""}).status_code == 422
    assert member.post(where, data={"reason": "Written on the wrong person’s page"}).status_code == 303
    assert (line.name if kind == "option" else line.words) not in shown(member, setting)
    assert member.get(where).status_code == 404


def test_there_is_nothing_else_to_strike_out(setting: Setting, member: FlaskClient) -> None:
    hope = make_hope(setting.person, setting.nurse)
    assert member.get(path(setting, f"/struck/goal/{hope.id}")).status_code == 404


def test_whoever_came_back_is_not_asked_again_what_they_hope_for(setting: Setting, member: FlaskClient) -> None:
    make_hope(setting.person, setting.nurse, "To sing.")
    end_support(setting.person)
    come_back_again(setting)
    text = shown(member, setting)
    assert "Everything so far" in text
    assert "“To sing.”" in text
    assert "The time before, written by Priya Mistry" in text
    assert "To sing." in shown(member, setting, "/hopes/new")
    assert "To sing." in shown(member, setting, "/history")


@atomic()
def come_back_again(setting: Setting) -> None:
    """Support begins again, by whichever way."""
    refer(setting.person.id, Referral(setting.team.id, today(), "GP"))
    record("come_back_again", setting.nurse, setting.person.id)
