"""One number or address for several accounts: whose page opens is proved each time, and the two never mix."""

from datetime import date

import pytest
from flask import Flask

from livingwell.audit import record
from livingwell.core.actor import Side
from livingwell.core.atomic import atomic
from livingwell.core.errors import Conflict, NotFound
from livingwell.identity.actions.getting_in import let_in, tell_birth_date
from livingwell.identity.actions.own_passwords import prove_own_password
from livingwell.identity.models import Account, OwnWay
from livingwell.identity.queries.own_accounts import proved_accounts, sign_ins_of
from tests.factories.identity import PASSWORD
from tests.factories.ways_in import (
    A_MEMBER,
    BORN_ON,
    MOBILE,
    NETWORK,
    THROTTLE,
    Asked,
    ask,
    come_in,
    make_invited_account,
    use,
)

DAVIDS_DAY = date(1985, 7, 2)


@pytest.fixture
def couple(app: Flask) -> tuple[Account, Account]:
    """Two people with one phone. Amara has used hers before."""
    amara = make_invited_account(name="Amara Osei")
    come_in(amara)
    return amara, make_invited_account(name="David Osei")


def ask_and_type() -> Asked:
    asked = ask()
    assert use(asked) is not None
    return asked


def open_for(asked: Asked) -> list[str]:
    return [each.name for each in proved_accounts(asked.id)]


def test_with_one_phone_the_date_of_birth_is_asked_each_time(couple: tuple[Account, Account]) -> None:
    amara, david = couple
    for who, day in ((amara, BORN_ON), (david, DAVIDS_DAY), (amara, BORN_ON), (david, DAVIDS_DAY)):
        asked = ask_and_type()
        assert open_for(asked) == []
        assert tell_birth_date(asked.id, day, {amara.id: BORN_ON, david.id: DAVIDS_DAY})
        assert open_for(asked) == [who.name]
        other = david if who is amara else amara
        with pytest.raises(NotFound):
            let_in(asked.id, other.id, "", THROTTLE)
        let_in(asked.id, who.id, "", THROTTLE)


def test_one_who_signs_in_often_does_not_use_up_the_other_ones_tries(couple: tuple[Account, Account]) -> None:
    amara, david = couple
    for _time in range(4):
        asked = ask_and_type()
        assert tell_birth_date(asked.id, BORN_ON, {amara.id: BORN_ON, david.id: DAVIDS_DAY})
        let_in(asked.id, amara.id, "", THROTTLE)
    assert sign_ins_of([david.id])[0].birth_date_tries == 0


def test_one_who_knows_their_own_date_cannot_guess_the_others_for_ever(couple: tuple[Account, Account]) -> None:
    amara, david = couple
    born = {amara.id: BORN_ON, david.id: DAVIDS_DAY}
    for guess in range(1, 4):
        asked = ask_and_type()
        assert not tell_birth_date(asked.id, date(1985, 1, guess), born)
        if guess < 3:
            assert tell_birth_date(asked.id, BORN_ON, born)
            let_in(asked.id, amara.id, "", THROTTLE)
    assert sign_ins_of([david.id])[0].needs_help
    asked = ask_and_type()
    assert not tell_birth_date(asked.id, DAVIDS_DAY, born)


def test_somebody_who_is_a_person_and_a_carer_chooses_which_page_to_open(app: Flask) -> None:
    person = make_invited_account(Side.PERSON)
    carer = make_invited_account(Side.CARER)
    asked = ask_and_type()
    assert tell_birth_date(asked.id, BORN_ON, {person.id: BORN_ON, carer.id: BORN_ON})
    assert {each.side for each in proved_accounts(asked.id)} == {Side.PERSON, Side.CARER}
    let_in(asked.id, carer.id, "", THROTTLE)
    with pytest.raises(NotFound):
        let_in(asked.id, person.id, "", THROTTLE)


def test_who_holds_the_phone_and_has_a_password_with_its_number_does_not_open_the_other_ones_page(app: Flask) -> None:
    amara = make_invited_account(name="Amara Osei")
    come_in(amara)
    make_invited_account(name="David Osei", way=OwnWay.PASSWORD)
    assert open_for(ask_and_type()) == []


def test_twins_with_one_date_of_birth_are_never_let_in_by_it(app: Flask) -> None:
    twins = [make_invited_account(name=name) for name in ("Amara Osei", "Ama Osei")]
    asked = ask_and_type()
    with pytest.raises(Conflict):
        tell_birth_date(asked.id, BORN_ON, {each.id: BORN_ON for each in twins})
    assert open_for(asked) == []


def test_the_same_password_of_two_with_one_address_opens_neither(app: Flask) -> None:
    for name in ("Amara Osei", "David Osei"):
        account = make_invited_account(name=name, way=OwnWay.PASSWORD)
        give_own_password(account)
    assert prove_own_password(MOBILE, PASSWORD, network=NETWORK, throttle=THROTTLE) is None


@pytest.mark.parametrize("others", [0, 1, 2])
def test_as_many_hashes_are_checked_whoever_has_the_address(
    app: Flask, others: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(others):
        give_own_password(make_invited_account(name=f"Someone {number}", way=OwnWay.PASSWORD))
    checked: list[str | None] = []
    monkeypatch.setattr(
        "livingwell.identity.actions.own_passwords.is_right", lambda _words, kept: checked.append(kept) or False
    )
    assert prove_own_password(MOBILE, "not it", network=NETWORK, throttle=THROTTLE) is None
    assert len(checked) == 2


@atomic()
def give_own_password(account: Account) -> None:
    account.choose_password(PASSWORD)
    record("choose_password", A_MEMBER)
