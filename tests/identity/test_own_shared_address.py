"""One number or address for several accounts: whose page opens is proved each time, and the two never mix."""

from datetime import date

import pytest
from flask import Flask

from livingwell.core.actor import Side
from livingwell.core.errors import NotFound
from livingwell.identity.actions.getting_in import let_in, tell_birth_date
from livingwell.identity.models import Account
from livingwell.identity.queries.own_accounts import proved_accounts, sign_ins_of
from tests.factories.ways_in import BORN_ON, THROTTLE, Asked, ask, come_in, make_invited_account, use

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
