"""Hand-overs on the pages of staff: what to do next stands first, and nothing is ticked that nobody agreed to."""

import re
from datetime import timedelta
from html import unescape

import pytest
from sqlalchemy import select

from livingwell.adjustments.actions.life import note_happening
from livingwell.adjustments.commands import Happening
from livingwell.adjustments.models import EventKind
from livingwell.careplans.models import ActorKind
from livingwell.core import clock
from livingwell.core.actor import Actor, Right
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.delivery.models import DeliveryState, Message
from livingwell.delivery.queries.deciding import locked_message
from livingwell.extensions import db
from livingwell.identity.actions.introducing import say_how_to_reach_team
from livingwell.identity.actions.teams import take_out_of_team
from livingwell.journeys.actions.receiving import answer_sending, open_sending
from livingwell.journeys.actions.sending import stop_sending
from livingwell.journeys.models import HandOverStepKind, SendingState
from livingwell.journeys.queries.hand_overs import hand_over_of
from livingwell.worklist.queries import day_of
from tests.factories.adjustments import make_adjustment, make_preferences
from tests.factories.hand_overs import (
    FORTNIGHT,
    NO,
    QUESTION,
    make_agreed,
    make_hand_over,
    make_sending,
    make_sent,
    make_step,
)
from tests.factories.identity import actor_for, membership_of, sign_in
from tests.factories.journeys import make_chosen, make_journey
from tests.factories.passports import write
from tests.factories.worklist import support

AN_ADMINISTRATOR = Actor(None, "an account administrator", is_account_administrator=True)

MOST_STATEMENTS = 21
"""Of a hand-over's page, however much is in it: nine are of every page about a person."""


MOST_WITH_ALL_THAT_CAN_BE_TOLD = 40
"""Of the page that composes it and of the preview: they read everything that may be told."""


@pytest.fixture
def hand_over(setting):
    return make_hand_over(setting.person, setting.nurse)


@pytest.fixture
def priya(client, setting):
    """The nurse, signed in."""
    sign_in(client, setting.priya)
    return client


def path(setting, hand_over, *more):
    return "/".join((f"/people/{setting.person.id}/hand-overs/{hand_over.id}", *map(str, more)))


def text(client, where):
    answer = client.get(where)
    assert answer.status_code == 200
    return unescape(answer.get_data(as_text=True))


def ticked(page):
    return re.findall(r'<input[^>]*type="checkbox"[^>]*checked', page)


def in_a_week():
    on = today() + timedelta(days=7)
    return {"by_on-day": on.day, "by_on-month": on.month, "by_on-year": on.year}


def test_the_teams_number_is_proposed_for_who_has_a_question(priya, setting, hand_over):
    lead = actor_for(setting.priya, setting.team, Right.TEAM_LEAD)
    say_how_to_reach_team(
        setting.team.id, text_number="", phone_number="01632 960 222", reads="", version=None, actor=lead
    )
    assert 'value="01632 960 222"' in text(priya, path(setting, hand_over, "sendings/new"))


def read(setting, hand_over):
    db.session.expire_all()
    return hand_over_of(setting.person.id, hand_over.id)


def test_it_begins_from_what_the_person_chose(priya, setting):
    option = make_chosen(setting.person, setting.nurse)
    where = f"/people/{setting.person.id}/hand-overs"
    assert "Chosen, and nobody walks along yet" in text(priya, where)
    answer = priya.post(f"/people/{setting.person.id}/where-next/{option.id}/hand-over")
    assert answer.status_code == 303
    assert "To The allotment group" in text(priya, answer.location)
    assert "Chosen, and nobody walks along yet" not in text(priya, where)


def test_nothing_chosen_says_where_to_begin(priya, setting):
    make_journey(setting.person, setting.nurse)
    assert "It begins once Amara has chosen where to go next." in text(priya, f"/people/{setting.person.id}/hand-overs")


def test_what_was_not_chosen_is_refused_in_words(priya, setting):
    option = make_chosen(setting.person, setting.nurse)
    address = f"/people/{setting.person.id}/where-next/{option.id}/hand-over"
    priya.post(address)
    answer = priya.post(address, data={"submission": "another"})
    assert answer.status_code == 409
    assert "There is a hand-over to this already." in unescape(answer.get_data(as_text=True))


def test_a_peer_is_the_first_to_be_asked_to_go_along(priya, setting, hand_over):
    page = text(priya, path(setting, hand_over, "steps/new/visited"))
    offered = re.findall(r"<option[^>]*>([^<]+)", page)
    assert offered[0] == "Jo Brennan, peer support worker"
    assert text(priya, path(setting, hand_over, "steps/new/introduced")).count("Choose who does it") == 1


def test_a_step_is_planned_done_and_shown(priya, setting, hand_over):
    planned = {"who": str(setting.jo.id), "what": "We take the 2 bus.", **in_a_week()}
    assert priya.post(path(setting, hand_over, "steps/new/visited"), data=planned).status_code == 303
    (step,) = read(setting, hand_over).steps
    on = {"on-day": today().day, "on-month": today().month, "on-year": today().year}
    became = {"became": "done", "words": "Lena showed us round.", **on}
    assert priya.post(path(setting, hand_over, "steps", step.id, "outcome"), data=became).status_code == 303
    shown = text(priya, path(setting, hand_over))
    for told in ("We take the 2 bus.", "Jo Brennan", "Lena showed us round.", "Done on"):
        assert told in shown


@pytest.mark.parametrize(
    ("fields", "asked_for"),
    [
        ({"who": ""}, "Choose who does it"),
        ({"who": ActorKind.CARER.value}, "Enter the name of whoever does it"),
        ({"who": ActorKind.PERSON.value, "by_on-day": ""}, "By when? must include a day"),
    ],
)
def test_a_step_says_what_is_missing(priya, setting, hand_over, fields, asked_for):
    answer = priya.post(path(setting, hand_over, "steps/new/introduced"), data={**in_a_week(), **fields})
    assert answer.status_code == 422
    assert asked_for in unescape(answer.get_data(as_text=True))


def test_a_step_whose_worker_has_left_is_taken_over_in_one_press(priya, setting, hand_over):
    step = make_step(hand_over, setting.person, setting.peer)
    take_out_of_team(membership_of(setting.jo).id, AN_ADMINISTRATOR)
    assert "who is not in the team any more" in text(priya, path(setting, hand_over))
    assert priya.post(path(setting, hand_over, "steps", step.id, "take-over")).status_code == 303
    assert read(setting, hand_over).steps[0].done_by == "Priya Mistry"


def test_nothing_is_ticked_that_the_person_has_not_agreed_to(priya, setting, hand_over):
    make_adjustment(setting.person, setting.nurse)
    make_preferences(setting.person, setting.nurse)
    write(setting.person, setting.nurse, "Tell me the exact time.")
    make_sending(hand_over, setting.nurse, has_preferences=True)
    page = text(priya, path(setting, hand_over, "sendings/new"))
    assert "Questions on paper first" in page
    assert ticked(page) == []


def test_what_they_said_yes_to_before_is_ticked_and_what_they_stopped_is_not(priya, setting, hand_over):
    make_preferences(setting.person, setting.nurse)
    sending = make_agreed(hand_over, setting.nurse, has_preferences=True)
    where = path(setting, hand_over, "sendings/new")
    assert len(ticked(text(priya, where))) == 1
    stop_sending(setting.person.id, hand_over.id, sending.id, "Not that.", setting.nurse)
    assert ticked(text(priya, where)) == []


def test_what_the_person_does_not_want_shared_is_counted_and_not_offered(priya, setting, hand_over):
    adjustment = make_adjustment(setting.person, setting.nurse)
    note_happening(setting.person, adjustment.id, Happening(EventKind.OBJECTED, today()), setting.nurse)
    page = text(priya, path(setting, hand_over, "sendings/new"))
    assert adjustment.what not in page[page.index("What may they know?") :]
    assert "1 more is not offered: Amara does not want it shared." in page


def test_it_is_composed_looked_at_agreed_and_sent(priya, setting, hand_over):
    adjustment = make_adjustment(setting.person, setting.nurse)
    typed = {
        "to_name": "Lena Brandt",
        "to_email": "lena@allotment.example",
        "call_us": "01632 960 111",
        "words": "She likes to dig.",
        "adjustments": [str(adjustment.id)],
    }
    looked = priya.post(path(setting, hand_over, "sendings/new"), data=typed).location
    assert "Does Amara say yes to this text?" in text(priya, looked)
    assert priya.post(f"{looked}/send").status_code == 409
    assert priya.post(f"{looked}/yes", data={"how": ""}).status_code == 422
    assert priya.post(f"{looked}/yes", data={"how": "by phone"}).location == looked
    sent = priya.post(f"{looked}/send")
    assert "The link is on its way to Lena Brandt." in text(priya, sent.location)
    message = db.session.scalars(select(Message)).one()
    assert "/handover/" in message.text
    assert read(setting, hand_over).sendings[0].state is SendingState.OPEN


def test_without_an_e_mail_address_the_link_is_shown_once_with_nothing_of_the_record(priya, setting, hand_over):
    sending = make_agreed(hand_over, setting.nurse, email="")
    where = path(setting, hand_over, "sendings", sending.id, "send")
    form = {"submission": "once"}
    shown = unescape(priya.post(where, data=form).get_data(as_text=True))
    assert "/handover/" in shown
    assert "A quiet place near the gate would help." in shown
    assert setting.person.nhs_number_shown not in shown or not setting.person.nhs_number_shown
    again = priya.post(where, data=form)
    assert again.status_code in (303, 409)
    assert "/handover/" not in again.get_data(as_text=True)


def test_what_has_changed_since_is_said_and_not_offered_to_be_sent(priya, setting, hand_over):
    adjustment = make_adjustment(setting.person, setting.nurse)
    sending = make_agreed(hand_over, setting.nurse, adjustment_ids=(adjustment.id,))
    note_happening(setting.person, adjustment.id, Happening(EventKind.ENDED, today(), "Not needed."), setting.nurse)
    page = text(priya, path(setting, hand_over, "sendings", sending.id))
    assert "Something in it has changed since" in page
    assert "Send the link" not in page
    answer = priya.post(path(setting, hand_over, "sendings", sending.id, "send"))
    assert answer.status_code == 409
    assert "Put it together again" in unescape(answer.get_data(as_text=True))


def test_a_question_is_answered_in_what_goes_next(priya, setting):
    sent = make_sent(setting.person, setting.nurse)
    answer_sending(sent.token, QUESTION)
    assert "Lena Brandt asks: “Is the path wide enough?”" in text(priya, path(setting, sent.hand_over))
    typed = {"to_name": "Lena", "to_email": "", "call_us": "01632 960 111", "reply": ""}
    where = path(setting, sent.hand_over, "sendings/new")
    assert priya.post(where, data=typed).status_code == 422
    looked = priya.post(where, data={**typed, "reply": "Yes, 90 centimetres."}).location
    assert "Our answer: Yes, 90 centimetres." in text(priya, looked)


def test_an_e_mail_that_was_refused_is_said_and_stands_on_today(priya, setting):
    support(setting.person, setting.priya, setting.nurse)
    sent = make_sent(setting.person, setting.nurse)
    with atomic():
        delivery = locked_message(sent.sending.message_id).delivery
        delivery.begin(clock.now())
        delivery.move(DeliveryState.REFUSED, said="There is no such mailbox.")
    page = text(priya, path(setting, sent.hand_over))
    assert "The e-mail was refused. There is no such mailbox. Check the address, or call them." in page
    assert asked(setting, setting.nurse) == ["did_not_arrive"]


def test_the_page_says_what_to_do_next(priya, setting, hand_over):
    where = path(setting, hand_over)
    assert "Plan a visit together" in text(priya, where)
    make_step(hand_over, setting.person, setting.peer)
    assert "They do not know yet what helps." in text(priya, where)
    make_sending(hand_over, setting.nurse)
    assert "Amara has not said yes yet" in text(priya, where)


def test_what_they_said_is_passed_on_to_the_person_and_how_is_written_down(priya, setting):
    sent = make_sent(setting.person, setting.nurse)
    answer_sending(sent.token, NO)
    (answer,) = read(setting, sent.hand_over).answers
    assert "Lena Brandt said no. Tell Amara." in text(priya, path(setting, sent.hand_over))
    where = path(setting, sent.hand_over, "answers", answer.id)
    assert priya.post(where, data={}).status_code == 422
    assert priya.post(where, data={"how": "in person"}).status_code == 303
    assert "Amara was told, in person." in text(priya, path(setting, sent.hand_over))


def test_stopping_says_that_it_was_opened_already(priya, setting):
    sent = make_sent(setting.person, setting.nurse)
    open_sending(sent.token, "Safari, iPhone")
    where = path(setting, sent.hand_over, "sendings", sent.sending.id, "stop")
    assert "It was opened already" in text(priya, where)
    priya.post(where, data={"why": "She has thought again."})
    assert "She has thought again." in text(priya, path(setting, sent.hand_over, "sendings", sent.sending.id))


def asked(setting, account_actor):
    return sorted(each.kind.removeprefix("journeys_") for each in day_of(account_actor).asks if "journeys" in each.kind)


def test_today_shows_what_is_late_to_send_and_answered(setting):
    support(setting.person, setting.priya, setting.nurse)
    hand_over = make_hand_over(setting.person, setting.nurse)
    make_step(hand_over, setting.person, setting.peer)
    make_agreed(hand_over, setting.nurse)
    answer_sending(make_sent(setting.person, setting.nurse, "The choir").token, NO)
    make_sent(setting.person, setting.nurse, "The library")
    assert asked(setting, setting.nurse) == ["receiver_answered", "to_send"]
    with clock.fixed(clock.now() + FORTNIGHT):
        assert asked(setting, setting.nurse) == ["did_not_arrive", "receiver_answered", "to_send"]
        assert "step_late" in asked(setting, setting.peer)
        assert "step_late" not in asked(setting, setting.nurse)
    take_out_of_team(membership_of(setting.jo).id, AN_ADMINISTRATOR)
    with clock.fixed(clock.now() + FORTNIGHT):
        assert "step_late" in asked(setting, setting.nurse)


def test_today_shows_them_in_words(client, setting):
    support(setting.person, setting.priya, setting.nurse)
    make_step(make_hand_over(setting.person, setting.nurse), setting.person, setting.nurse)
    answer_sending(make_sent(setting.person, setting.nurse, "The choir").token, NO)
    with clock.fixed(clock.now() + timedelta(days=9)):
        sign_in(client, setting.priya)
        shown = text(client, "/today")
    assert "The choir said no about Amara Osei" in shown
    assert "A step of Amara Osei’s way to The allotment group is late" in shown


@pytest.mark.parametrize("how_many", [1, 4])
def test_a_page_takes_as_many_statements_for_much_as_for_little(priya, setting, hand_over, how_many, count_statements):
    for number in range(how_many):
        make_step(hand_over, setting.person, setting.nurse, HandOverStepKind.OTHER, what=f"Step {number}")
        make_sending(hand_over, setting.nurse)
    with count_statements() as statements:
        text(priya, path(setting, hand_over))
    assert len(statements) <= MOST_STATEMENTS
    for where in ("sendings/new", f"sendings/{read(setting, hand_over).sendings[0].id}"):
        with count_statements() as statements:
            text(priya, path(setting, hand_over, where))
        assert len(statements) <= MOST_WITH_ALL_THAT_CAN_BE_TOLD
