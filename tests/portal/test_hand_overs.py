"""My hand-overs: I see what would go before it goes, say yes or no, and can stop it."""

import re
from html import unescape

import pytest

from livingwell.adjustments.actions.life import note_happening
from livingwell.adjustments.commands import Happening
from livingwell.adjustments.models import EventKind
from livingwell.careplans.models import ActorKind
from livingwell.core.clock import today
from livingwell.journeys.actions.receiving import answer_sending, open_sending
from livingwell.journeys.models import SendingState
from livingwell.journeys.queries.hand_overs import hand_over_of
from livingwell.people.queries.arriving import arrivals_of
from tests.factories.adjustments import make_adjustment
from tests.factories.hand_overs import NO, QUESTION, YES, make_hand_over, make_sending, make_sent, make_step
from tests.factories.identity import sign_in
from tests.factories.people import make_own_account, make_person
from tests.factories.setting import make_setting

MOST_STATEMENTS = 25


@pytest.fixture
def setting(app):
    return make_setting()


@pytest.fixture
def own(client, setting):
    """Amara, signed in on her own side."""
    sign_in(client, make_own_account(setting.person))
    return client


@pytest.fixture
def waiting(setting):
    """Something that waits for her yes."""
    return make_sending(make_hand_over(setting.person, setting.nurse), setting.nurse)


def path(sending):
    return f"/my/hand-overs/{sending.hand_over_id}/sendings/{sending.id}"


def text(client, where):
    answer = client.get(where)
    assert answer.status_code == 200
    return unescape(answer.get_data(as_text=True))


def told(page):
    """What a receiver reads, as this page shows it."""
    return re.search(r'<div class="telling .*?</div>', page, re.DOTALL).group()


def state_of(sending):
    found = hand_over_of(sending.person_id, sending.hand_over_id).sendings
    return next(each.state for each in found if each.id == sending.id)


def test_what_would_go_waits_for_me_at_home(own, waiting):
    assert "May Lena Brandt read this about you?" in text(own, "/my")
    assert path(waiting) in text(own, "/my")


def test_i_read_byte_for_byte_what_the_team_previews_and_the_receiver_reads(app, own, setting):
    sent = make_sent(setting.person, setting.nurse)
    mine = told(own.get(path(sent.sending)).get_data(as_text=True))
    staff, receiver = app.test_client(), app.test_client(use_cookies=False)
    sign_in(staff, setting.priya)
    preview = f"/people/{setting.person.id}/hand-overs/{sent.hand_over.id}/sendings/{sent.sending.id}"
    assert told(staff.get(preview).get_data(as_text=True)) == mine
    assert told(receiver.post(f"/handover/{sent.token}", csrf=False).get_data(as_text=True)) == mine


def test_yes_lets_it_go_and_the_team_hears_of_it(own, setting, waiting):
    assert "would read these words, and no others" in text(own, path(waiting))
    assert own.post(path(waiting), data={"answer": "yes"}).status_code == 303
    assert state_of(waiting) is SendingState.READY
    assert [each.kind for each in arrivals_of(setting.person.id, 1)[0]] == ["hand_over.yes"]
    assert "May Lena Brandt read this" not in text(own, "/my")


def test_i_can_say_what_should_be_different(own, setting, waiting):
    assert own.post(path(waiting), data={"answer": "change"}).status_code == 422
    own.post(path(waiting), data={"answer": "change", "words": "Leave out the gate."})
    assert state_of(waiting) is SendingState.STOPPED
    assert [each.words for each in arrivals_of(setting.person.id, 1)[0]] == ["Leave out the gate."]


def test_no_needs_no_reason(own, waiting):
    own.post(path(waiting), data={"answer": "no"})
    assert state_of(waiting) is SendingState.STOPPED


@pytest.mark.parametrize("sent", [{"answer": "no"}, {"answer": "change", "words": "Leave out the gate."}])
def test_a_no_from_an_older_page_stops_what_a_yes_let_go(own, waiting, sent):
    own.post(path(waiting), data={"answer": "yes"})
    assert own.post(path(waiting), data=sent).status_code == 303
    assert state_of(waiting) is SendingState.STOPPED
    assert "It is stopped. The link opens nothing now." in text(own, f"/my/hand-overs/{waiting.hand_over_id}")


def test_a_yes_from_an_older_page_does_not_undo_a_no(own, waiting):
    own.post(path(waiting), data={"answer": "no"})
    own.post(path(waiting), data={"answer": "yes"})
    assert state_of(waiting) is SendingState.STOPPED


def test_what_is_not_so_any_more_is_not_asked(own, setting):
    adjustment = make_adjustment(setting.person, setting.nurse)
    hand_over = make_hand_over(setting.person, setting.nurse)
    waiting = make_sending(hand_over, setting.nurse, adjustment_ids=(adjustment.id,))
    note_happening(setting.person, adjustment.id, Happening(EventKind.OBJECTED, today()), setting.nurse)
    assert "Something changed after your team wrote this." in text(own, path(waiting))
    own.post(path(waiting), data={"answer": "yes"})
    assert state_of(waiting) is SendingState.WAITS_FOR_YES


def test_i_stop_it_after_it_went_and_see_that_it_was_opened(own, setting):
    sent = make_sent(setting.person, setting.nurse)
    open_sending(sent.token, "Safari, iPhone")
    page = text(own, path(sent.sending))
    assert "With: Safari, iPhone." in page
    assert "They have read it already" in page
    assert own.post(f"{path(sent.sending)}/stop").location == path(sent.sending)
    assert "It is stopped. Nobody can open it." in text(own, path(sent.sending))
    assert own.get(f"/handover/{sent.token}").status_code == 404


def test_who_can_see_names_the_receiver_until_the_link_ends(own, setting):
    sent = make_sent(setting.person, setting.nurse)
    assert "Lena Brandt" in text(own, "/my/who-can-see")
    answer_sending(sent.token, YES)
    assert "Lena Brandt" not in text(own, "/my/who-can-see")


def test_a_yes_waits_at_home_until_i_read_it(own, setting):
    sent = make_sent(setting.person, setting.nurse)
    answer_sending(sent.token, YES)
    assert "The allotment group said yes" in text(own, "/my")
    where = f"/my/hand-overs/{sent.hand_over.id}"
    assert "We look forward to it." in text(own, where)
    (answer,) = hand_over_of(setting.person.id, sent.hand_over.id).answers
    assert own.post(f"{where}/answers/{answer.id}/seen").status_code == 303
    assert "The allotment group said yes" not in text(own, "/my")


def test_a_no_is_told_gently_with_what_i_can_do_now(own, setting):
    sent = make_sent(setting.person, setting.nurse)
    answer_sending(sent.token, NO)
    assert "The allotment group has answered" in text(own, "/my")
    page = text(own, f"/my/hand-overs/{sent.hand_over.id}")
    assert "can’t say yes now" in page
    assert "It is not about you." in page
    assert "You can choose something else." in page


def test_a_question_is_shown_and_asks_nothing_of_me(own, setting):
    sent = make_sent(setting.person, setting.nurse)
    answer_sending(sent.token, QUESTION)
    assert "asked us something" in text(own, f"/my/hand-overs/{sent.hand_over.id}")
    assert "I have read it" not in text(own, f"/my/hand-overs/{sent.hand_over.id}")


def test_the_steps_say_who_walks_with_me(own, setting):
    hand_over = make_hand_over(setting.person, setting.nurse)
    make_step(hand_over, setting.person, setting.peer)
    page = text(own, f"/my/hand-overs/{hand_over.id}")
    assert "You visit together" in page
    assert "Who: Jo Brennan" in page
    assert "The allotment group" in text(own, "/my/hand-overs")


def test_a_step_of_mine_says_you(own, setting):
    hand_over = make_hand_over(setting.person, setting.nurse)
    make_step(hand_over, setting.person, setting.nurse, actor_kind=ActorKind.PERSON, done_by_id=None)
    assert "Who: You" in text(own, f"/my/hand-overs/{hand_over.id}")


def test_nobody_elses_is_there(client, setting, waiting):
    other = make_person("Kai", "Brown", team=setting.team)
    sign_in(client, make_own_account(other))
    assert client.get(path(waiting)).status_code == 404
    assert client.post(path(waiting), data={"answer": "yes"}).status_code == 404
    assert client.post(f"{path(waiting)}/stop").status_code == 404
    assert state_of(waiting) is SendingState.WAITS_FOR_YES


def test_before_there_is_any_the_page_says_so_calmly(own):
    assert "There is nothing here yet." in text(own, "/my/hand-overs")


def test_the_pages_take_few_statements(own, setting, waiting, count_statements):
    make_sent(setting.person, setting.nurse, "The choir")
    for where in ("/my/hand-overs", f"/my/hand-overs/{waiting.hand_over_id}", path(waiting)):
        with count_statements() as statements:
            text(own, where)
        assert len(statements) <= MOST_STATEMENTS, where
