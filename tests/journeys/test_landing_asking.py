"""Asking whether it landed: the real worker, with servers that answer as GOV.UK Notify and a mail server do."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from flask import Flask

from livingwell.adjustments.models import Standing, TimePreference, TimeStanding, Way
from livingwell.audit import record
from livingwell.contacts.queries.replies import replies_of
from livingwell.core.atomic import atomic
from livingwell.core.clock import fixed, london_instant, today
from livingwell.core.errors import Conflict, NotFound
from livingwell.extensions import db
from livingwell.journeys.actions.landing import answer_landing, stop_asking
from livingwell.journeys.actions.landing_asking import ask
from livingwell.journeys.actions.landing_replies import press_back, press_landing
from livingwell.journeys.landing_commands import AnswerLanding
from livingwell.journeys.models import EndingKind, Landed, LandingCheck
from livingwell.journeys.queries.landing import checks_of
from livingwell.people.actions.deaths import record_death
from livingwell.people.actions.registering import refer
from livingwell.people.commands import RecordDeath, Referral
from tests.delivery.conftest import OurWorker, carriers
from tests.factories.contacts import THURSDAY, Desk, tell_preferences
from tests.factories.landing import make_chosen, make_last_key_worker, plan_checks
from tests.factories.letters import make_reachable, make_sent
from tests.harness.mail_server import MailSink, mail_server
from tests.harness.notify_server import BAD_NUMBER, NotifySink, notify_server
from tests.harness.together import together

TWO_WEEKS_ON = THURSDAY + timedelta(weeks=2)
NUMBER = "447700900123"
TEXT_FIRST = {Way.TEXT: Standing.BEST, Way.EMAIL: Standing.FINE}
BASE = "https://livingwell.example"


@pytest.fixture
def desk(app: Flask) -> Iterator[Desk]:
    """Amara, whose support ended on a Thursday: Priya was her key worker."""
    with fixed(THURSDAY):
        desk = Desk()
        make_reachable(desk.amara)
        make_last_key_worker(desk.amara, desk.nurse)
        yield desk


@pytest.fixture
def mail() -> Iterator[MailSink]:
    with mail_server() as sink:
        yield sink


@pytest.fixture
def notify() -> Iterator[NotifySink]:
    with notify_server() as sink:
        yield sink


@pytest.fixture
def worker(app: Flask, desk: Desk, mail: MailSink, notify: NotifySink) -> OurWorker:
    app.config["LIVINGWELL"] = replace(app.config["LIVINGWELL"], address=BASE)
    return OurWorker(app, carriers(mail.settings, notify.settings))


def ended(desk: Desk, *names: str, ways: dict[Way, Standing] | None = None, **told: object) -> None:
    """Support has ended, and how she asked to be reached."""
    for name in names:
        make_chosen(desk.amara, desk.nurse, name)
    tell_preferences(desk.amara, desk.nurse, TEXT_FIRST if ways is None else ways, **told)
    plan_checks(desk.amara, desk.nurse, told.pop("kind", EndingKind.GOALS_REACHED))


def texts(notify: NotifySink) -> list[str]:
    return [str(message["personalisation"]["words"]) for message in notify.messages.values()]


def work_at(worker: OurWorker, at: datetime) -> None:
    with fixed(at):
        worker.work_off()


def text_back(worker: OurWorker, notify: NotifySink, *texts_back: str, after: timedelta = timedelta()) -> None:
    """She texts one thing after another, some minutes after she was asked."""
    for number, words in enumerate(texts_back, start=1):
        notify.receive(NUMBER, words)
        work_at(worker, TWO_WEEKS_ON + after + number * timedelta(minutes=5))


def first(desk: Desk) -> LandingCheck:
    db.session.expire_all()
    return checks_of(desk.amara.id)[0]


def tries(desk: Desk) -> list[tuple[Way | None, bool]]:
    """Each try for the first check: by which way, and whether it waits for a member."""
    return [(each.way, each.asked_at is None) for each in first(desk).askings]


def test_asked_by_text_on_the_day_and_answered_with_a_number(desk: Desk, worker: OurWorker, notify: NotifySink) -> None:
    ended(desk, "Ancoats Photo Walks")
    work_at(worker, TWO_WEEKS_ON - timedelta(days=1))
    assert texts(notify) == []
    work_at(worker, TWO_WEEKS_ON)
    assert texts(notify) == [
        "Hi Amara, it’s Priya. Some weeks ago you chose Ancoats Photo Walks. Is it going well? Reply 1 for yes, 2 for "
        "partly, 3 for no, 4 if it has not happened. Or use your own words. Reply STOP and we will not ask again."
    ]
    text_back(worker, notify, " 3. ")
    answer = first(desk).answer
    assert answer is not None
    assert (answer.landed, answer.way, answer.dealt_with_at) == (Landed.NOT_WORKING, Way.TEXT, None)
    assert "reply BACK" in texts(notify)[-1]
    [reply] = replies_of(desk.amara.id)
    assert (reply.words, reply.dealt_with_at is None) == (" 3. ", False)


@pytest.mark.parametrize(
    ("words", "landed"),
    [("1", Landed.WORKING), ("Yes!", Landed.WORKING), ("two", Landed.PARTLY), ("4", Landed.DID_NOT_HAPPEN)],
)
def test_a_clear_answer_is_taken(desk: Desk, worker: OurWorker, notify: NotifySink, words: str, landed: Landed) -> None:
    ended(desk, "Ancoats Photo Walks")
    work_at(worker, TWO_WEEKS_ON)
    text_back(worker, notify, words)
    assert [each.landed for each in first(desk).answers] == [landed]


def test_their_own_words_wait_for_a_member_and_nobody_asks_again(
    desk: Desk, worker: OurWorker, notify: NotifySink
) -> None:
    ended(desk, "Ancoats Photo Walks")
    work_at(worker, TWO_WEEKS_ON)
    text_back(worker, notify, "1 but the bus is hard")
    [reply] = replies_of(desk.amara.id)
    assert reply.dealt_with_at is None
    assert (first(desk).answers, first(desk).askings[0].reply_id) == ([], reply.id)
    work_at(worker, TWO_WEEKS_ON + timedelta(days=8))
    assert len(texts(notify)) == 1


def test_a_yes_to_what_we_wrote_back_is_no_answer_to_the_question(
    desk: Desk, worker: OurWorker, notify: NotifySink
) -> None:
    ended(desk, "Ancoats Photo Walks")
    work_at(worker, TWO_WEEKS_ON)
    text_back(worker, notify, "no", "yes")
    assert [each.landed for each in first(desk).answers] == [Landed.NOT_WORKING]
    text_back(worker, notify, "2", after=timedelta(hours=1))
    assert [each.landed for each in first(desk).answers] == [Landed.NOT_WORKING, Landed.PARTLY]


def test_back_asks_to_come_back(desk: Desk, worker: OurWorker, notify: NotifySink) -> None:
    ended(desk, "Ancoats Photo Walks")
    work_at(worker, TWO_WEEKS_ON)
    text_back(worker, notify, "3", "Back")
    answer = first(desk).answer
    assert answer is not None
    assert answer.wants_to_come_back
    assert "the way you like best" in texts(notify)[-1]


def test_stop_ends_all_asking_and_a_member_reads_it(desk: Desk, worker: OurWorker, notify: NotifySink) -> None:
    ended(desk, "Ancoats Photo Walks")
    work_at(worker, TWO_WEEKS_ON)
    text_back(worker, notify, "STOP")
    assert all(check.cancelled_at for check in checks_of(desk.amara.id))
    assert replies_of(desk.amara.id)[0].dealt_with_at is None
    for weeks in (6, 12):
        work_at(worker, THURSDAY + timedelta(weeks=weeks))
    assert len(texts(notify)) == 1


def test_a_letter_that_came_later_gets_the_answer(desk: Desk, worker: OurWorker, notify: NotifySink) -> None:
    ended(desk, "Ancoats Photo Walks")
    work_at(worker, TWO_WEEKS_ON)
    with fixed(TWO_WEEKS_ON + timedelta(minutes=5)):
        sent = make_sent(desk.amara, desk.nurse, asks_for_answer=True)
    text_back(worker, notify, "yes", after=timedelta(minutes=10))
    assert replies_of(desk.amara.id)[0].letter_id == sent.letter_id
    assert first(desk).answers == []


def test_no_answer_is_asked_once_more_another_way_and_then_left(
    desk: Desk, worker: OurWorker, notify: NotifySink, mail: MailSink
) -> None:
    ended(desk, "Ancoats Photo Walks")
    for days in (0, 6, 7, 8, 13, 14, 15):
        work_at(worker, TWO_WEEKS_ON + timedelta(days=days))
    assert tries(desk) == [(Way.TEXT, False), (Way.EMAIL, False)]
    assert (len(texts(notify)), len(mail.taken)) == (1, 1)
    assert first(desk).given_up_at == TWO_WEEKS_ON + timedelta(days=14)


def test_where_nothing_else_is_fine_nobody_is_asked_twice(desk: Desk, worker: OurWorker, notify: NotifySink) -> None:
    ended(desk, ways={Way.TEXT: Standing.BEST, Way.PHONE: Standing.NOT_WANTED})
    for days in (0, 7, 8):
        work_at(worker, TWO_WEEKS_ON + timedelta(days=days))
    assert tries(desk) == [(Way.TEXT, False)]
    assert first(desk).given_up_at is not None


@pytest.mark.parametrize("kind", [EndingKind.OWN_DECISION, EndingKind.LOST_CONTACT])
def test_who_left_or_could_not_be_reached_is_asked_once(desk: Desk, worker: OurWorker, kind: EndingKind) -> None:
    tell_preferences(desk.amara, desk.nurse, TEXT_FIRST)
    plan_checks(desk.amara, desk.nurse, kind)
    for days in (0, 7, 8):
        work_at(worker, TWO_WEEKS_ON + timedelta(days=days))
    assert tries(desk) == [(Way.TEXT, False)]


@pytest.mark.parametrize(
    ("ways", "expected"),
    [
        ({Way.TEXT: Standing.NOT_SAFE, Way.EMAIL: Standing.FINE}, Way.EMAIL),
        ({Way.PHONE: Standing.BEST, Way.TEXT: Standing.FINE}, Way.PHONE),
        ({Way.LETTER: Standing.BEST}, Way.LETTER),
        ({Way.TEXT: Standing.NOT_WANTED, Way.EMAIL: Standing.ONLY_IF_URGENT}, None),
        ({}, None),
    ],
)
def test_never_a_way_that_they_said_no_to_and_by_hand_what_needs_a_member(
    desk: Desk, worker: OurWorker, notify: NotifySink, ways: dict[Way, Standing], expected: Way | None
) -> None:
    ended(desk, "Ancoats Photo Walks", ways=ways)
    work_at(worker, TWO_WEEKS_ON)
    assert texts(notify) == []
    assert tries(desk) == [(expected, expected is not Way.EMAIL)]


def test_nobody_asked_how_to_reach_them_so_a_member_finds_a_way(desk: Desk, worker: OurWorker) -> None:
    plan_checks(desk.amara, desk.nurse)
    work_at(worker, TWO_WEEKS_ON)
    assert tries(desk) == [(None, True)]


def test_one_question_at_a_time(desk: Desk, worker: OurWorker, notify: NotifySink) -> None:
    ended(desk, "Ancoats Photo Walks", "Salford Bikes")
    work_at(worker, TWO_WEEKS_ON)
    assert len(texts(notify)) == 1
    text_back(worker, notify, "1")
    work_at(worker, TWO_WEEKS_ON + timedelta(hours=2))
    assert "Salford Bikes" in texts(notify)[-1]


def test_who_said_that_one_is_not_working_is_not_asked_the_next_at_once(
    desk: Desk, worker: OurWorker, notify: NotifySink
) -> None:
    ended(desk, "Ancoats Photo Walks", "Salford Bikes")
    work_at(worker, TWO_WEEKS_ON)
    text_back(worker, notify, "3")
    work_at(worker, TWO_WEEKS_ON + timedelta(hours=2))
    assert "reply BACK" in texts(notify)[-1]
    work_at(worker, TWO_WEEKS_ON + timedelta(days=1, hours=1))
    assert "Salford Bikes" in texts(notify)[-1]
    text_back(worker, notify, "back", after=timedelta(days=1, hours=2))
    answer = first(desk).answer
    assert answer is not None
    assert answer.wants_to_come_back


def test_who_does_not_answer_one_is_not_asked_the_others_of_that_time(
    desk: Desk, worker: OurWorker, notify: NotifySink
) -> None:
    ended(desk, "Ancoats Photo Walks", "Salford Bikes")
    for days in range(0, 21):
        work_at(worker, TWO_WEEKS_ON + timedelta(days=days))
    assert len(texts(notify)) == 1
    assert [bool(check.given_up_at) for check in checks_of(desk.amara.id)] == [True, True] + [False] * 4


def test_a_name_that_tells_of_health_stands_in_no_text(desk: Desk, worker: OurWorker, notify: NotifySink) -> None:
    ended(desk, "Salford Recovery College")
    work_at(worker, TWO_WEEKS_ON)
    assert "you chose where to go next. Is it going well?" in texts(notify)[0]


def test_two_that_can_not_be_named_are_not_asked_by_text(desk: Desk, worker: OurWorker, notify: NotifySink) -> None:
    ended(desk, "Anxiety UK", "Salford Recovery College")
    work_at(worker, TWO_WEEKS_ON)
    assert texts(notify) == []
    assert tries(desk) == [(Way.TEXT, True)]


def test_it_goes_by_day_on_a_working_day(desk: Desk, worker: OurWorker, notify: NotifySink) -> None:
    tell_preferences(desk.amara, desk.nurse, TEXT_FIRST)
    plan_checks(desk.amara, desk.nurse, on=date(2026, 6, 6))  # two weeks on is a Saturday
    for day, hour in (
        (date(2026, 6, 20), 12),
        (date(2026, 6, 21), 12),
        (date(2026, 6, 22), 8),
        (date(2026, 6, 22), 22),
    ):
        work_at(worker, london_instant(day, hour))
        assert texts(notify) == []
    work_at(worker, london_instant(date(2026, 6, 23), 10))
    assert len(texts(notify)) == 1


def test_it_goes_at_a_time_that_they_said_is_good(desk: Desk, worker: OurWorker, notify: NotifySink) -> None:
    saturday = TimePreference(position=0, standing=TimeStanding.GOOD, weekdays="6", starts=time(14), ends=time(16))
    ended(desk, times=(saturday,))
    for at in (TWO_WEEKS_ON, TWO_WEEKS_ON + timedelta(days=2)):
        work_at(worker, at)
        assert texts(notify) == []
    work_at(worker, london_instant(TWO_WEEKS_ON.date() + timedelta(days=2), 15))
    assert len(texts(notify)) == 1


def test_where_no_time_is_good_a_member_asks(desk: Desk, worker: OurWorker, notify: NotifySink) -> None:
    never = TimePreference(position=0, standing=TimeStanding.NOT, why="Not by day")
    ended(desk, times=(never,))
    for days in (0, 7, 8):
        work_at(worker, TWO_WEEKS_ON + timedelta(days=days))
    assert (texts(notify), tries(desk)) == ([], [(Way.TEXT, True)])


def test_a_text_that_was_refused_is_followed_at_once_by_another_way(
    desk: Desk, worker: OurWorker, notify: NotifySink, mail: MailSink
) -> None:
    ended(desk, "Ancoats Photo Walks")
    notify.next.append(BAD_NUMBER)
    work_at(worker, TWO_WEEKS_ON)
    work_at(worker, TWO_WEEKS_ON + timedelta(minutes=2))
    assert tries(desk) == [(Way.TEXT, False), (Way.EMAIL, False)]
    assert len(mail.taken) == 1


def test_a_text_that_was_refused_is_no_question_where_there_is_no_other_way(
    desk: Desk, worker: OurWorker, notify: NotifySink
) -> None:
    ended(desk, ways={Way.TEXT: Standing.BEST})
    notify.next.append(BAD_NUMBER)
    for minutes in (0, 2):
        work_at(worker, TWO_WEEKS_ON + timedelta(minutes=minutes))
    assert tries(desk) == [(Way.TEXT, False), (None, True)]


def die(desk: Desk) -> None:
    record_death(desk.amara, RecordDeath("Efe, her sister", today()), desk.nurse)


def ask_us_to_stop(desk: Desk) -> None:
    tell_preferences(desk.amara, desk.nurse, asked_to_stop=True)


def ask_not_to_be_asked(desk: Desk) -> None:
    stop_asking(desk.amara.id, "Please leave it", desk.nurse)


def answer(desk: Desk) -> None:
    answer_landing(desk.amara.id, first(desk).id, AnswerLanding(Landed.WORKING), desk.nurse)


@pytest.mark.parametrize("happens", [die, ask_us_to_stop, ask_not_to_be_asked, answer])
def test_nothing_goes_once_it_should_not(desk: Desk, worker: OurWorker, notify: NotifySink, happens: object) -> None:
    ended(desk, ways={Way.TEXT: Standing.BEST, Way.PHONE: Standing.NOT_WANTED})
    with fixed(TWO_WEEKS_ON):
        happens(desk)  # type: ignore[operator]
        worker.work_off()
    assert texts(notify) == []
    assert tries(desk) == []


@pytest.mark.parametrize("happens", [die, ask_us_to_stop, ask_not_to_be_asked, answer])
def test_what_waits_to_go_out_is_stopped_too(
    desk: Desk, worker: OurWorker, notify: NotifySink, happens: object
) -> None:
    ended(desk)
    with fixed(TWO_WEEKS_ON):
        ask(first(desk).id, BASE)
        happens(desk)  # type: ignore[operator]
        worker.work_off()
    assert texts(notify) == []


def test_a_way_that_became_never_is_not_used_and_another_is(
    desk: Desk, worker: OurWorker, notify: NotifySink, mail: MailSink
) -> None:
    ended(desk)
    with fixed(TWO_WEEKS_ON):
        ask(first(desk).id, BASE)
        tell_preferences(desk.amara, desk.nurse, {Way.TEXT: Standing.NOT_SAFE, Way.EMAIL: Standing.BEST})
        worker.work_off()
    work_at(worker, TWO_WEEKS_ON + timedelta(minutes=2))
    assert (texts(notify), len(mail.taken)) == ([], 1)


def test_several_workers_ask_once(app: Flask, desk: Desk) -> None:
    ended(desk, "Ancoats Photo Walks")
    check_id = first(desk).id
    with fixed(TWO_WEEKS_ON):
        assert together(app, lambda: ask(check_id, BASE)) == []
    assert len(first(desk).askings) == 1


def test_a_worker_that_is_cut_off_half_way_has_asked_nothing(desk: Desk, worker: OurWorker, notify: NotifySink) -> None:
    ended(desk, "Ancoats Photo Walks")
    with fixed(TWO_WEEKS_ON), pytest.raises(KeyboardInterrupt), atomic():
        ask(first(desk).id, BASE)
        raise KeyboardInterrupt
    assert first(desk).askings == []
    work_at(worker, TWO_WEEKS_ON)
    assert len(texts(notify)) == 1


def test_who_came_back_any_other_way_is_not_asked(desk: Desk, worker: OurWorker, notify: NotifySink) -> None:
    ended(desk, "Ancoats Photo Walks")
    with fixed(TWO_WEEKS_ON), atomic():
        refer(desk.amara.id, Referral(desk.team.id, today(), "GP"))
        record("refer", desk.nurse, desk.amara.id)
    work_at(worker, TWO_WEEKS_ON)
    assert texts(notify) == []
    assert {check.cancelled_why for check in checks_of(desk.amara.id)} == {"They are back with us."}


def test_the_next_time_overtakes_one_that_nobody_asked(desk: Desk, worker: OurWorker, notify: NotifySink) -> None:
    ended(desk, "Ancoats Photo Walks")
    work_at(worker, THURSDAY + timedelta(weeks=6))
    asked = [check.weeks for check in checks_of(desk.amara.id) if check.askings]
    assert asked == [6]


def pressed_token(mail: MailSink) -> str:
    [message] = mail.mails
    return str(message.get_body(("plain",)).get_content()).split(f"{BASE}/landing/")[1].split("/")[0]


def test_a_press_in_an_email_answers_once(desk: Desk, worker: OurWorker, mail: MailSink) -> None:
    ended(desk, "Salford Recovery College", ways={Way.EMAIL: Standing.BEST})
    with fixed(TWO_WEEKS_ON):
        ask(first(desk).id, BASE)
        worker.work_off()
        token = pressed_token(mail)
        with pytest.raises(NotFound):
            press_back(token)
        press_landing(token, Landed.NOT_WORKING)
        with pytest.raises(Conflict):
            press_landing(token, Landed.WORKING)
        press_back(token)
        with pytest.raises(NotFound):
            press_landing("x" * 32, Landed.WORKING)
    given = first(desk).answer
    assert given is not None
    assert (given.landed, given.way, given.wants_to_come_back) == (Landed.NOT_WORKING, Way.EMAIL, True)


def test_without_an_address_of_our_own_no_email_goes_by_itself(desk: Desk) -> None:
    ended(desk, ways={Way.EMAIL: Standing.BEST})
    with fixed(TWO_WEEKS_ON):
        ask(first(desk).id, "")
    assert tries(desk) == [(Way.EMAIL, True)]
