"""What a receiver was sent, opened by a link without an account: whatever is tried with it, it gives away nothing."""

from dataclasses import replace
from datetime import timedelta
from html import unescape

import pytest
from sqlalchemy import func, select

from livingwell.core import clock
from livingwell.core.clock import today
from livingwell.extensions import db
from livingwell.journeys.actions.receiving import answer_sending
from livingwell.journeys.actions.sending import resend_hand_over, stop_sending
from livingwell.journeys.models import HandOverAnswer, HandOverAnswerKind, HandOverOpening
from livingwell.journeys.queries.hand_overs import hand_over_of
from livingwell.people.actions.deaths import record_death
from livingwell.people.commands import RecordDeath
from tests.factories.hand_overs import FORTNIGHT, NO, YES, address_of, make_sent
from tests.factories.setting import make_setting

SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) Version/15.0 Mobile/15E148 Safari/604.1"
ACCEPT = {"kind": "accepted", "answered_by": "Lena Brandt", "role": "coordinator", "words": ""}


@pytest.fixture
def setting(app):
    return make_setting()


@pytest.fixture
def sent(setting):
    return make_sent(setting.person, setting.nurse)


@pytest.fixture
def receiver(app):
    """A browser that keeps no cookie and carries no secret of ours: nothing but the address."""
    return app.test_client(use_cookies=False)


def path(sent):
    return f"/handover/{sent.token}"


def open_it(receiver, sent):
    return receiver.post(path(sent), headers={"User-Agent": SAFARI}, csrf=False)


def answer_it(receiver, sent, **changes):
    return receiver.post(f"{path(sent)}/answer", data={**ACCEPT, **changes}, csrf=False)


def count(model):
    return db.session.scalar(select(func.count()).select_from(model))


def text_of(answer):
    return unescape(answer.get_data(as_text=True))


def stopped(setting, sent):
    stop_sending(setting.person.id, sent.hand_over.id, sent.sending.id, "", setting.nurse)


def replaced(setting, sent):
    resend_hand_over(setting.person.id, sent.hand_over.id, sent.sending.id, address_of, FORTNIGHT, setting.nurse)


ENDS = {
    "stopped": stopped,
    "replaced": replaced,
    "used": lambda _setting, sent: answer_sending(sent.token, NO),
    "the person has died": lambda setting, _sent: record_death(
        setting.person, RecordDeath("Her sister", today()), setting.nurse
    ),
}


def test_a_scanner_that_follows_the_link_a_hundred_times_decides_notes_and_reads_nothing(receiver, sent):
    for _ in range(100):
        shown = text_of(receiver.get(path(sent)))
        assert receiver.head(path(sent)).status_code == 200
    for hidden in ("Amara", "Osei", "allotment", "Questions on paper"):
        assert hidden not in shown
    assert count(HandOverOpening) == 0
    assert count(HandOverAnswer) == 0


def test_the_first_page_says_who_asks_and_until_when(receiver, sent):
    shown = text_of(receiver.get(path(sent)))
    for told in ("Irwell team asks you to read something", "01632 960 111", "You need no account"):
        assert told in shown
    assert clock.in_london(sent.sending.ends_at).strftime("%-d %B %Y") in shown


def test_pressing_open_shows_what_the_person_agreed_to_and_is_noted(receiver, sent):
    answer = open_it(receiver, sent)
    shown = text_of(answer)
    assert answer.status_code == 200
    assert "Questions on paper before The allotment group" in shown
    assert "Amara Osei" in shown
    assert "Amara" not in shown[shown.index("<title>") : shown.index("</title>")]
    (opening,) = db.session.scalars(select(HandOverOpening))
    assert opening.browser == "Safari, iPhone"


@pytest.mark.parametrize("method", ["get", "head"])
def test_the_pages_keep_out_of_indexes_and_tell_no_other_site_the_address(receiver, sent, method):
    answer = getattr(receiver, method)(path(sent))
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_nothing_is_kept_in_the_receivers_browser(receiver, sent):
    for answer in (receiver.get(path(sent)), open_it(receiver, sent), answer_it(receiver, sent)):
        assert "Set-Cookie" not in answer.headers


def test_yes_is_taken_with_a_name(receiver, sent):
    answer = answer_it(receiver, sent)
    assert answer.status_code == 200
    assert "You said yes" in text_of(answer)
    assert hand_over_of(sent.sending.person_id, sent.hand_over.id).is_accepted


@pytest.mark.parametrize(
    ("kind", "thanks"), [("declined", "You said no"), ("asked", "We send you a new link with our answer")]
)
def test_a_no_and_a_question_are_taken_with_words(receiver, sent, kind, thanks):
    answer = answer_it(receiver, sent, kind=kind, words="We are full until spring.")
    assert thanks in text_of(answer)
    assert db.session.scalars(select(HandOverAnswer.kind)).one() is HandOverAnswerKind(kind)


@pytest.mark.parametrize(
    ("changes", "asked_for"),
    [
        ({"kind": ""}, "Choose one of the three"),
        ({"kind": "perhaps"}, "What do you say?"),
        ({"answered_by": " "}, "Write your name"),
        ({"kind": "declined"}, "Say why not, in a few words"),
        ({"kind": "asked", "words": " "}, "Write your question"),
    ],
)
def test_what_is_missing_is_asked_for_and_what_was_typed_stays(receiver, sent, changes, asked_for):
    answer = answer_it(receiver, sent, **{"role": "the coordinator here", **changes})
    assert answer.status_code == 422
    assert asked_for in text_of(answer)
    assert "the coordinator here" in text_of(answer)
    assert count(HandOverAnswer) == 0


@pytest.mark.parametrize("ending", list(ENDS))
def test_every_link_that_opens_nothing_is_answered_alike(receiver, setting, sent, ending):
    made_up = receiver.get("/handover/made-up")
    ENDS[ending](setting, sent)
    for answer in (receiver.get(path(sent)), open_it(receiver, sent)):
        assert answer.status_code == made_up.status_code == 404
        assert answer.get_data() == made_up.get_data()
        assert dict(answer.headers) == dict(made_up.headers)


def test_a_late_link_is_answered_as_one_that_was_never_made(receiver, sent):
    with clock.fixed(clock.now() + FORTNIGHT):
        made_up = receiver.get("/handover/made-up")
        made_up_answer = receiver.post("/handover/made-up/answer", data=ACCEPT, csrf=False)
        for answer, alike in (
            (receiver.get(path(sent)), made_up),
            (open_it(receiver, sent), made_up),
            (answer_it(receiver, sent), made_up_answer),
        ):
            assert answer.status_code == 404
            assert answer.get_data() == alike.get_data()
    with clock.fixed(clock.now() + FORTNIGHT - timedelta(minutes=1)):
        assert receiver.get(path(sent)).status_code == 200


@pytest.mark.parametrize("ending", ["stopped", "replaced", "the person has died"])
def test_a_link_that_ends_between_opening_and_pressing_takes_no_answer(receiver, setting, sent, ending):
    open_it(receiver, sent)
    ENDS[ending](setting, sent)
    answer = answer_it(receiver, sent)
    assert answer.status_code == 404
    assert "If you sent an answer just now, it was not kept." in text_of(answer)
    assert count(HandOverAnswer) == 0


def test_the_page_for_what_opens_nothing_says_whom_to_call_and_names_nobody(app, receiver, setting, sent, monkeypatch):
    monkeypatch.setitem(app.config, "LIVINGWELL", replace(app.config["LIVINGWELL"], contact="01632 960 000"))
    stopped(setting, sent)
    shown = text_of(receiver.get(path(sent)))
    assert "Call or write to us: 01632 960 000" in shown
    for hidden in ("Amara", "allotment", "Irwell", "Lena"):
        assert hidden not in shown


def test_the_second_of_two_is_told_plainly_that_theirs_was_not_kept(receiver, sent):
    answer_it(receiver, sent)
    second = answer_it(receiver, sent, kind="declined", words="No room.", answered_by="Ola Berg")
    assert second.status_code == 409
    assert "Yours was not kept" in text_of(second)
    assert "Amara" not in text_of(second)
    assert count(HandOverAnswer) == 1


def test_whoever_answered_and_opens_the_link_again_does_not_read_that_it_was_not_kept(receiver, sent):
    answer_it(receiver, sent)
    assert "not kept" not in text_of(receiver.get(path(sent)))
    assert "not kept" not in text_of(open_it(receiver, sent))


def test_the_same_answer_pressed_twice_is_thanked_twice_and_kept_once(receiver, sent):
    answer_it(receiver, sent)
    assert "You said yes" in text_of(answer_it(receiver, sent))
    assert count(HandOverAnswer) == 1


@pytest.mark.parametrize("way", ["put", "patch", "delete"])
def test_no_other_way_of_asking_is_answered(receiver, sent, way):
    assert getattr(receiver, way)(path(sent), csrf=False).status_code == 405


def test_opening_and_answering_take_few_statements(receiver, sent, count_statements):
    with count_statements() as statements:
        open_it(receiver, sent)
    assert len(statements) <= 30
    with count_statements() as statements:
        answer_it(receiver, sent)
    assert len(statements) <= 35


def test_an_answer_for_somebody_who_said_yes_before_is_not_taken_for_a_new_one(receiver, setting, sent):
    answer_sending(sent.token, YES)
    assert answer_it(receiver, sent, kind="declined", words="We changed our minds.").status_code == 409
    assert hand_over_of(setting.person.id, sent.hand_over.id).is_accepted
