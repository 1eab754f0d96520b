"""The pages of messages: written, looked at, sent, and what came back."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.adjustments.models import Background, Standing, Way
from livingwell.contacts.models import PressedAnswer
from livingwell.contacts.queries.contacts import contacts_of
from livingwell.contacts.queries.letters import letter_of, letters_of
from livingwell.contacts.queries.outgoing import letters_to_print
from livingwell.contacts.queries.replies import replies_of
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.delivery.models import DeliveryState
from livingwell.delivery.queries import message_in_full
from tests.factories.contacts import Desk, tell_preferences
from tests.factories.discussions import as_member
from tests.factories.letters import asked_of, make_letter, make_reachable, make_reply, make_sent, make_unfiled_text


@pytest.fixture
def priya(app: Flask, desk: Desk) -> FlaskClient:
    make_reachable(desk.amara)
    return as_member(app, desk.priya)


def path(desk: Desk, more: str = "") -> str:
    return f"/people/{desk.amara.id}/messages{more}"


def text_of(client: FlaskClient, address: str) -> str:
    return unescape(client.get(address).get_data(as_text=True))


def ask(desk: Desk, ways: dict[Way, Standing], **told: object) -> None:
    tell_preferences(desk.amara, desk.nurse, ways, told_at=now() - timedelta(days=1), **told)


def test_a_link_names_the_way_and_the_template_and_the_words_are_ready(desk: Desk, priya: FlaskClient) -> None:
    page = text_of(priya, path(desk, "/new?way=text&template=missed-you"))
    assert "Hi Amara, it’s Priya. Sorry we missed each other." in page
    assert "What it is about" not in page


def test_without_a_way_it_is_the_persons_best(desk: Desk, priya: FlaskClient) -> None:
    ask(desk, {Way.PHONE: Standing.NOT_WANTED, Way.EMAIL: Standing.BEST})
    assert 'value="A message from Priya"' in text_of(priya, path(desk, "/new"))


def test_a_way_that_they_said_no_to_says_so_before_a_word_is_written(desk: Desk, priya: FlaskClient) -> None:
    ask(desk, {Way.EMAIL: Standing.NOT_WANTED})
    page = text_of(priya, path(desk, "/new?way=email"))
    assert "Amara asked us never to e-mail" in page
    assert "I still can’t pick up. Please write." in page


def test_written_looked_at_and_sent(desk: Desk, priya: FlaskClient) -> None:
    ask(desk, {Way.EMAIL: Standing.BEST}, font_points=24, background=Background.CREAM)
    sent = {"subject": "Tuesday", "words": "Dear Amara,\n\nYou failed to engage. Is 1pm good?"}
    response = priya.post(path(desk, "/new?way=email"), data=sent)
    assert response.status_code == 303
    [letter] = letters_of(desk.amara.id)
    page = text_of(priya, response.location)
    assert "24 point print, cream background" in page
    assert "we have not found the right way to reach you yet" in page
    document = priya.get(path(desk, f"/{letter.id}/page"))
    assert document.get_data() == letter_of(desk.amara.id, letter.id).html.encode()
    assert "sandbox" in document.headers["Content-Security-Policy"]
    assert priya.post(response.location, data={"row_version": letter.row_version}).status_code == 303
    assert letters_of(desk.amara.id)[0].sending is not None
    assert "Waiting to go" in text_of(priya, response.location)


def test_the_guard_stands_between_the_preview_and_the_outbox(desk: Desk, priya: FlaskClient) -> None:
    ask(desk, {Way.TEXT: Standing.BEST, Way.EMAIL: Standing.NOT_WANTED})
    letter = make_letter(desk.amara, desk.nurse, Way.EMAIL)
    here = path(desk, f"/{letter.id}")
    stopped = priya.post(here, data={"row_version": letter.row_version})
    assert stopped.status_code == 409
    assert "Amara asked us never to e-mail" in unescape(stopped.get_data(as_text=True))
    assert "way=text" in stopped.get_data(as_text=True)
    assert letters_of(desk.amara.id)[0].sending is None
    going_on = {"row_version": letter.row_version, "reason": "She asked for it", "going_on": "y"}
    assert priya.post(here, data=going_on).status_code == 303


@pytest.mark.parametrize(
    ("words", "status"),
    [("", 422), ("   ", 422), ("x" * 4001, 422), ("See you on {day}", 422), ("مرحبا أمارا", 303), ("😀" * 400, 303)],
)
def test_what_is_typed_is_taken_whole_or_refused_and_kept(
    desk: Desk, priya: FlaskClient, words: str, status: int
) -> None:
    response = priya.post(path(desk, "/new?way=text"), data={"words": words})
    assert response.status_code == status
    if status == 422:
        assert words.strip() in unescape(response.get_data(as_text=True))
    else:
        assert letters_of(desk.amara.id)[0].words == words


def test_without_a_number_it_says_what_to_do_and_keeps_the_words(desk: Desk, priya: FlaskClient) -> None:
    make_reachable(desk.amara, mobile="")
    response = priya.post(path(desk, "/new?way=text"), data={"words": "Hi Amara"})
    assert response.status_code == 409
    assert "No mobile number" in response.get_data(as_text=True)
    assert "Hi Amara" in response.get_data(as_text=True)


def test_what_was_not_sent_can_be_put_in_other_words_or_thrown_away(desk: Desk, priya: FlaskClient) -> None:
    letter = make_letter(desk.amara, desk.nurse)
    changed = {"words": "Hi Amara, it’s Priya again.", "row_version": letter.row_version}
    assert priya.post(path(desk, f"/{letter.id}/words"), data=changed).status_code == 303
    assert "Hi Amara, it’s Priya again." in text_of(priya, path(desk, f"/{letter.id}"))
    assert priya.post(path(desk, f"/{letter.id}/words"), data=changed).status_code == 409
    assert priya.post(path(desk, f"/{letter.id}/end")).status_code == 303
    assert letters_of(desk.amara.id) == []


def test_a_letter_on_coloured_paper_is_printed_by_a_member(desk: Desk, priya: FlaskClient) -> None:
    ask(desk, {Way.LETTER: Standing.BEST}, background=Background.YELLOW)
    make_sent(desk.amara, desk.nurse, Way.LETTER)
    [letter] = letters_of(desk.amara.id)
    assert "In colour, or in black on yellow paper" in text_of(priya, "/letters/to-print")
    assert priya.post(path(desk, f"/{letter.id}/decision/printed")).status_code == 303
    assert letters_to_print(desk.nurse) == []
    assert "Printed and posted" in text_of(priya, path(desk))


def test_a_message_that_waits_can_be_cancelled_with_why(desk: Desk, priya: FlaskClient) -> None:
    make_sent(desk.amara, desk.nurse)
    [letter] = letters_of(desk.amara.id)
    assert priya.post(path(desk, f"/{letter.id}/cancelling"), data={"why_not": ""}).status_code == 422
    assert priya.post(path(desk, f"/{letter.id}/cancelling"), data={"why_not": "She called"}).status_code == 303
    assert "Cancelled" in text_of(priya, path(desk))
    assert contacts_of(desk.amara.id).rows == []


def test_a_message_that_is_waiting_is_not_one_to_decide_about(desk: Desk, priya: FlaskClient) -> None:
    make_sent(desk.amara, desk.nurse)
    [letter] = letters_of(desk.amara.id)
    for went in ("went", "did-not-go", "again", "printed"):
        assert priya.post(path(desk, f"/{letter.id}/decision/{went}")).status_code == 409
    assert priya.post(path(desk, f"/{letter.id}/decision/other")).status_code == 404


def test_a_press_from_an_email_answers_once_and_a_look_does_not(desk: Desk, priya: FlaskClient, app: Flask) -> None:
    make_sent(desk.amara, desk.nurse, Way.EMAIL, asks_for_answer=True)
    text = letters_of(desk.amara.id)[0].text
    address = re.search(r"/answers/[^/]+/more_time", text)[0]
    stranger = app.test_client()
    page = stranger.get(address)
    assert page.status_code == 200
    assert "Your answer: More time" in page.get_data(as_text=True)
    for nothing in ("Amara", "Living Well", desk.team.name, "Priya"):
        assert nothing not in page.get_data(as_text=True)
    assert replies_of(desk.amara.id) == []
    assert stranger.post(address).status_code == 303
    assert [reply.pressed for reply in replies_of(desk.amara.id)] == [PressedAnswer.MORE_TIME]
    assert stranger.post(address).status_code == 409


@pytest.mark.parametrize("address", ["/answers/x/yes", "/answers/x/no"])
def test_a_link_that_leads_nowhere_answers_nothing(desk: Desk, app: Flask, address: str) -> None:
    assert app.test_client().post(address).status_code == 404


def test_a_text_to_file_is_filed_by_a_member(desk: Desk, priya: FlaskClient) -> None:
    text = make_unfiled_text("Who is this?")
    assert "Who is this?" in text_of(priya, "/texts/to-file")
    assert priya.post(f"/texts/to-file/{text.id}", data={}).status_code == 422
    assert priya.post(f"/texts/to-file/{text.id}", data={"person_id": str(desk.amara.id)}).status_code == 303
    assert "Who is this?" in text_of(priya, path(desk))


def test_a_reply_waits_until_somebody_has_dealt_with_it(desk: Desk, priya: FlaskClient) -> None:
    make_sent(desk.amara, desk.nurse)
    reply = make_reply(desk.amara, "Can it be Jo?")
    assert asked_of(desk.nurse) == [reply.id]
    assert asked_of(desk.peer) == []
    assert priya.post(f"/people/{desk.amara.id}/replies/{reply.id}/end").status_code == 303
    assert asked_of(desk.nurse) == []


def test_a_refusal_is_the_senders(desk: Desk, priya: FlaskClient) -> None:
    sent = make_sent(desk.amara, desk.nurse)
    with atomic():
        delivery = message_in_full(sent.message_id).delivery
        delivery.move(DeliveryState.HANDING_OVER)
        delivery.move(DeliveryState.REFUSED, said="No such number.", what_to_do="Check the number.")
    assert asked_of(desk.nurse) == [sent.letter_id]
    assert asked_of(desk.peer) == []
    page = text_of(priya, path(desk))
    for words in ("Refused", "No such number.", "Check the number."):
        assert words in page


def test_the_team_edits_its_templates_and_others_see_none(desk: Desk, priya: FlaskClient) -> None:
    here = f"/teams/{desk.team.id}/templates"
    changed = {
        "name": "We missed you",
        "subject": "Hello",
        "words": "Dear {name}",
        "text_words": "Hi {name}, from {me}!",
        "number": "0",
    }
    assert priya.post(f"{here}/missed-you", data={**changed, "words": "Dear {firstname}"}).status_code == 422
    assert priya.post(f"{here}/missed-you", data=changed).status_code == 303
    assert priya.post(f"{here}/missed-you", data=changed).status_code == 409
    assert "Hi Amara, from Priya!" in text_of(priya, path(desk, "/new?way=text&template=missed-you"))
    assert "Version 1: Priya Mistry" in text_of(priya, f"{here}/missed-you")


def test_a_template_of_the_teams_own_is_offered_until_it_is_put_away(desk: Desk, priya: FlaskClient) -> None:
    here = f"/teams/{desk.team.id}/templates"
    own = {"name": "Thank you", "subject": "Thank you", "words": "Thank you, {name}", "text_words": "", "number": "0"}
    assert priya.post(f"{here}/new", data=own).status_code == 303
    assert priya.post(f"{here}/new", data=own).status_code == 422
    assert "template=thank-you" in text_of(priya, path(desk, "/new"))
    assert priya.post(f"{here}/thank-you", data={**own, "number": "1", "is_put_away": "y"}).status_code == 303
    assert "template=thank-you" not in text_of(priya, path(desk, "/new"))


def test_the_list_of_words_that_judge_is_the_teams(desk: Desk, priya: FlaskClient) -> None:
    here = f"/teams/{desk.team.id}/words-to-avoid"
    assert priya.post(here, data={"lines": "no colon", "number": "0"}).status_code == 422
    assert priya.post(here, data={"lines": "naughty: say what happened", "number": "0"}).status_code == 303
    letter = make_letter(desk.amara, desk.nurse, words="How naughty. You DNA’d.")
    page = text_of(priya, path(desk, f"/{letter.id}"))
    assert "say what happened" in page
    assert "missed an appointment" not in page


def test_the_list_takes_as_many_statements_with_one_message_as_with_ten(
    desk: Desk, priya: FlaskClient, count_statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    make_sent(desk.amara, desk.nurse)
    priya.get(path(desk))
    with count_statements() as few:
        priya.get(path(desk))
    for number in range(9):
        make_sent(desk.amara, desk.nurse, words=f"Hi Amara, this is number {number}.")
    with count_statements() as many:
        priya.get(path(desk))
    assert len(few) == len(many)
