"""Getting in by a code, a link or paper: once, in time, by whoever it was sent to, and by nobody who guesses."""

from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from livingwell.core import clock
from livingwell.core.actor import Side
from livingwell.core.errors import Conflict, Invalid, NotFound
from livingwell.extensions import db
from livingwell.identity.actions.getting_in import (
    ASKED_A_DAY,
    ask_for_way_in,
    forget_old_codes,
    let_in,
    link_that_opens,
    see_who_it_is,
    take_to_make,
    tell_birth_date,
    use_code,
    use_link,
    use_printed,
)
from livingwell.identity.actions.own_accounts import (
    end_own_account,
    let_try_again,
    make_printed_code,
    reopen_own_account,
    set_way_in,
)
from livingwell.identity.actions.throttling import Throttle, TooManyTries
from livingwell.identity.models import Account, LoginSession, OneTimeCode, OwnWay
from livingwell.identity.queries.own_accounts import proved_accounts, sign_ins_of
from livingwell.identity.queries.sessions import signed_in_with
from tests.factories.ways_in import (
    A_MEMBER,
    BASE,
    BORN_ON,
    EMAIL,
    MOBILE,
    NETWORK,
    THROTTLE,
    Asked,
    ask,
    come_in,
    kept,
    make_invited_account,
    use,
)
from tests.harness.statements import counted
from tests.harness.together import TOGETHER, together

WRONG_DAY = date(1990, 1, 1)
PATIENT = Throttle(per_account=10**6, per_address=10**6, window=timedelta(minutes=15), key=THROTTLE.key)
HOUR = timedelta(hours=12)


@pytest.fixture
def amara(app: Flask) -> Account:
    return make_invited_account()


def sessions_of(account: Account) -> int:
    counted = select(func.count()).select_from(LoginSession).where(LoginSession.account_id == account.id)
    return db.session.scalar(counted.where(LoginSession.revoked_at.is_(None))) or 0


def open_for(asked: Asked) -> list[str]:
    return [each.name for each in proved_accounts(asked.id)]


def test_the_first_use_of_a_number_asks_for_the_date_of_birth_and_the_next_does_not(amara: Account) -> None:
    first = ask()
    assert use(first) is not None
    assert open_for(first) == []
    assert tell_birth_date(first.id, BORN_ON, {amara.id: BORN_ON})
    token = let_in(first.id, amara.id, "Firefox", THROTTLE)
    known = signed_in_with(token, idle=HOUR, longest=HOUR)
    assert known is not None
    assert known.actor.side is Side.PERSON
    again = ask()
    assert use(again) is not None
    assert open_for(again) == ["Amara Osei"]


def test_a_code_is_used_once(amara: Account) -> None:
    come_in(amara)
    asked = ask()
    assert use(asked) is not None
    assert use(asked) is None
    let_in(asked.id, amara.id, "", THROTTLE)
    with pytest.raises(NotFound):
        let_in(asked.id, amara.id, "", THROTTLE)


def test_of_four_who_use_a_link_at_the_same_time_one_gets_in(app: Flask) -> None:
    make_invited_account(way=OwnWay.LINK, address=EMAIL)
    asked = ask(EMAIL)
    refused = together(app, lambda: use_link(asked.secret))
    assert [type(each) for each in refused] == [Conflict] * (TOGETHER - 1)


def test_of_four_who_type_a_code_at_the_same_time_one_gets_on_and_of_four_who_go_in_one_is_let_in(
    app: Flask, amara: Account
) -> None:
    come_in(amara)
    asked, used, sessions = ask(), [], []
    together(app, lambda: used.append(use(asked)))
    assert len([each for each in used if each is not None]) == 1
    together(app, lambda: sessions.append(let_in(asked.id, amara.id, "", THROTTLE)))
    assert len(sessions) == 1


def test_of_four_wrong_dates_at_the_same_time_none_is_forgotten(app: Flask, amara: Account) -> None:
    asked = ask()
    assert use(asked) is not None
    together(app, lambda: tell_birth_date(asked.id, WRONG_DAY, {amara.id: BORN_ON}))
    with pytest.raises(Conflict):
        for _try in range(3):
            tell_birth_date(asked.id, WRONG_DAY, {amara.id: BORN_ON})
    assert kept(asked.id).birth_date_tries == 3


@pytest.mark.parametrize(("address", "minutes"), [(MOBILE, 15), (EMAIL, 60)])
def test_a_code_lasts_15_minutes_and_a_link_60(app: Flask, address: str, minutes: int) -> None:
    asked_at = clock.now()
    with clock.fixed(asked_at):
        asked = ask(address)
    with clock.fixed(asked_at + timedelta(minutes=minutes, seconds=-1)):
        assert kept(asked.id).is_usable
    with clock.fixed(asked_at + timedelta(minutes=minutes)):
        assert not kept(asked.id).is_usable
        if address == MOBILE:
            assert use(asked) is None
        else:
            with pytest.raises(Conflict):
                use_link(asked.secret)


def test_an_altered_link_opens_nothing(app: Flask) -> None:
    make_invited_account(way=OwnWay.LINK, address=EMAIL)
    secret = ask(EMAIL).secret
    for altered in (secret[:-1], secret + "A", secret.swapcase(), "", "\x00", "x" * 5_000):
        with pytest.raises(Conflict):
            use_link(altered)
    use_link(secret)
    with pytest.raises(Conflict):
        use_link(secret)


def test_looking_at_a_link_leaves_it_as_it_is(app: Flask) -> None:
    make_invited_account(way=OwnWay.LINK, address=EMAIL)
    asked = ask(EMAIL)
    for _look in range(20):
        link_that_opens(asked.secret)
    assert kept(asked.id).is_usable


def test_a_code_guessed_ten_thousand_times_never_gets_in(amara: Account) -> None:
    """Without any waiting in between: five wrong ones end a code, and then the right one is refused too."""
    asked = ask(throttle=PATIENT)
    wrong = (f"{number:06d}" for number in range(10_001) if f"{number:06d}" != asked.secret)
    assert not any(use_code(asked.id, digits, network=NETWORK, throttle=PATIENT) for digits in _first(wrong, 10_000))
    assert use_code(asked.id, asked.secret, network=NETWORK, throttle=PATIENT) is None
    assert kept(asked.id).used_at is None


def _first(guesses: object, count: int) -> list[str]:
    return [guess for guess, _number in zip(guesses, range(count), strict=False)]  # type: ignore[call-overload]


def test_who_guesses_has_to_wait_whatever_is_asked_for_anew(amara: Account) -> None:
    with pytest.raises(TooManyTries):
        for _try in range(THROTTLE.per_account + 1):
            asked = ask()
            assert use(asked, "not it") is None


def test_a_number_is_written_to_ten_times_a_day_at_most(amara: Account) -> None:
    for _time in range(ASKED_A_DAY):
        ask(throttle=PATIENT)
    with pytest.raises(TooManyTries):
        ask(throttle=PATIENT)
    with clock.fixed(clock.now() + timedelta(days=1, minutes=1)):
        ask(throttle=PATIENT)


def test_asking_from_one_network_address_has_its_limit_too(app: Flask) -> None:
    few = Throttle(per_account=100, per_address=3, window=THROTTLE.window, key=THROTTLE.key)
    for number in range(3):
        ask(f"someone{number}@example.com", throttle=few)
    with pytest.raises(TooManyTries):
        ask("another@example.com", throttle=few)
    ask("another@example.com", throttle=few, network="192.0.2.2")


def test_asking_takes_the_same_statements_for_an_address_that_nobody_has(app: Flask, amara: Account) -> None:
    told = []
    for address in (MOBILE, "+447700900999"):
        with counted(app) as statements:
            ask_for_way_in(address, BASE, network=NETWORK, throttle=THROTTLE)
        told.append([statement.split(" VALUES")[0] for statement in statements])
    assert told[0] == told[1]


def test_what_is_no_address_is_refused_beside_its_field(app: Flask) -> None:
    for typed in ("", "Amara", "12", "a@b", "\x00"):
        with pytest.raises(Invalid) as refused:
            ask_for_way_in(typed, BASE, network=NETWORK, throttle=THROTTLE)
        assert "address" in refused.value.messages


def test_a_number_is_the_same_however_it_is_written(amara: Account) -> None:
    come_in(amara)
    for typed in ("07700 900123", "+44 7700 900123", "(07700)900123"):
        asked = ask(typed)
        assert use(asked) is not None
        assert open_for(asked) == ["Amara Osei"]


def test_nothing_but_a_hash_is_kept_of_a_secret(amara: Account) -> None:
    asked = ask()
    printed = make_printed_code(amara.id, THROTTLE, A_MEMBER)
    rows = db.session.scalars(select(OneTimeCode)).all()
    everything = " ".join(str(value) for row in rows for value in vars(row).values())
    assert asked.secret not in everything.replace(MOBILE, "")
    assert printed not in everything


def test_three_wrong_dates_of_birth_and_a_member_has_to_help(amara: Account) -> None:
    asked = ask()
    assert use(asked) is not None
    for _try in range(3):
        assert not tell_birth_date(asked.id, WRONG_DAY, {amara.id: BORN_ON})
    with pytest.raises(Conflict):
        tell_birth_date(asked.id, BORN_ON, {amara.id: BORN_ON})
    another = ask()
    assert use(another) is not None
    assert not tell_birth_date(another.id, BORN_ON, {amara.id: BORN_ON})
    assert sign_ins_of([amara.id])[0].needs_help
    let_try_again(amara.id, A_MEMBER)
    assert come_in(amara)


def test_somebody_whose_date_of_birth_was_not_proved_is_not_let_in(amara: Account) -> None:
    asked = ask()
    assert use(asked) is not None
    with pytest.raises(NotFound):
        let_in(asked.id, amara.id, "", THROTTLE)
    assert sessions_of(amara) == 0


def test_another_number_starts_again_and_the_one_before_ends_then(amara: Account) -> None:
    come_in(amara)
    set_way_in(amara.id, OwnWay.CODE, "07700 900777", A_MEMBER, keep_the_one_before=True)
    old = ask()
    assert use(old) is not None
    assert open_for(old) == ["Amara Osei"]
    new = ask("07700 900777")
    assert use(new) is not None
    assert open_for(new) == []
    assert tell_birth_date(new.id, BORN_ON, {amara.id: BORN_ON})
    let_in(new.id, amara.id, "", THROTTLE)
    over = ask()
    assert use(over) is not None
    assert open_for(over) == []
    assert [each.address for each in sign_ins_of([amara.id])] == ["+447700900777"]


def test_a_lost_phone_opens_nothing_any_more_from_the_moment_on(amara: Account) -> None:
    token = come_in(amara)
    set_way_in(amara.id, OwnWay.CODE, "07700 900777", A_MEMBER)
    assert signed_in_with(token, idle=HOUR, longest=HOUR) is None
    lost = ask()
    assert use(lost) is not None
    assert open_for(lost) == []
    with pytest.raises(Conflict):
        for _try in range(4):
            assert not tell_birth_date(lost.id, BORN_ON, {amara.id: BORN_ON})


def test_where_access_ended_nothing_opens_and_opened_again_it_starts_anew(amara: Account) -> None:
    token = come_in(amara)
    asked = ask()
    paper = make_printed_code(amara.id, THROTTLE, A_MEMBER)
    end_own_account(amara.id, A_MEMBER)
    assert signed_in_with(token, idle=HOUR, longest=HOUR) is None
    assert use(asked) is not None
    assert open_for(asked) == []
    assert use_printed(paper, network=NETWORK, throttle=THROTTLE) is None
    reopen_own_account(amara.id, A_MEMBER)
    assert sign_ins_of([amara.id]) == []


def test_paper_opens_one_account_once_with_the_date_of_birth(amara: Account) -> None:
    first = make_printed_code(amara.id, THROTTLE, A_MEMBER)
    paper = make_printed_code(amara.id, THROTTLE, A_MEMBER)
    assert use_printed(first, network=NETWORK, throttle=THROTTLE) is None
    typed = f" {paper[:4].lower()}-{paper[4:8]} {paper[8:]}"
    code = use_printed(typed, network=NETWORK, throttle=THROTTLE)
    assert code is not None
    see_who_it_is(code.id)
    assert proved_accounts(code.id) == []
    assert tell_birth_date(code.id, BORN_ON, {amara.id: BORN_ON})
    let_in(code.id, amara.id, "", THROTTLE)
    assert use_printed(paper, network=NETWORK, throttle=THROTTLE) is None


def test_paper_that_was_kept_for_over_two_weeks_opens_nothing(amara: Account) -> None:
    paper = make_printed_code(amara.id, THROTTLE, A_MEMBER)
    with clock.fixed(clock.now() + timedelta(days=14, seconds=1)):
        assert use_printed(paper, network=NETWORK, throttle=THROTTLE) is None


def test_codes_that_ended_long_ago_are_let_go(amara: Account) -> None:
    asked = ask()
    assert forget_old_codes(timedelta(days=30)) == 0
    with clock.fixed(clock.now() + timedelta(days=31)):
        assert forget_old_codes(timedelta(days=30)) == 1
    assert db.session.get(OneTimeCode, asked.id) is None


def test_only_one_worker_makes_what_was_asked_for(app: Flask, amara: Account) -> None:
    code = ask_for_way_in(MOBILE, BASE, network=NETWORK, throttle=THROTTLE)
    made = []
    together(app, lambda: made.append(take_to_make(code.id)))
    assert len([each for each in made if each is not None]) == 1
