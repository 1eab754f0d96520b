"""Passwords, one-time links and memberships keep their rules."""

from datetime import timedelta

import pytest

from livingwell.core import clock
from livingwell.core.actor import Right
from livingwell.core.errors import Conflict, Invalid
from livingwell.identity.models import Account, LinkPurpose, Membership, OneTimeLink, Profession
from livingwell.identity.models.password import (
    LONGEST,
    hash_of_password,
    is_right,
    needs_new_hash,
    problem_with,
)


def an_account(**told: object) -> Account:
    return Account(
        **{"name": "Priya Mistry", "email": "p.mistry@example.nhs.uk", "profession": Profession.NURSE, **told}
    )


@pytest.mark.parametrize(
    ("password", "says"),
    [
        ("elevenchars", "12 characters or more"),
        ("x" * (LONGEST + 1), "200 characters or fewer"),
        ("1qaz2wsx3edc", "easy to guess"),
        ("1QAZ2wsx3EDC", "easy to guess"),
        ("password12345!", "easy to guess"),
        ("Priya.Mistry", "your own name"),
        ("priyamistry2026", "your own name"),
        ("p.mistry@example.nhs.uk", "your own name"),
        ("MISTRY priya MISTRY", "your own name"),
    ],
)
def test_a_password_that_is_easy_to_guess_is_refused_with_what_to_do(password: str, says: str) -> None:
    assert says in (problem_with(password, "p.mistry@example.nhs.uk", "Priya Mistry") or "")


@pytest.mark.parametrize(
    "password",
    ["three quiet green kettles", "abcdefghijkl mnop", "mistry of the northern canal", "ünïcödé wörds", "x" * LONGEST],
)
def test_a_long_one_needs_no_capitals_digits_or_signs(password: str) -> None:
    assert problem_with(password, "p.mistry@example.nhs.uk", "Priya Mistry") is None


def test_a_refused_password_leaves_the_account_as_it_was() -> None:
    account = an_account()
    with pytest.raises(Invalid):
        account.choose_password("short")
    assert account.is_invited


def test_only_the_hash_is_kept_and_it_is_strong() -> None:
    account = an_account()
    account.choose_password("three quiet green kettles")
    assert account.password_hash is not None
    assert account.password_hash.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert not needs_new_hash(account.password_hash)


def test_a_password_is_right_however_the_keyboard_spells_its_letters() -> None:
    kept = hash_of_password("caf\u00e9 in the old mill")
    assert is_right("cafe\u0301 in the old mill", kept)
    assert not is_right("cafe in the old mill", kept)


def test_nothing_is_right_for_an_account_without_a_password() -> None:
    assert not is_right("three quiet green kettles", None)


def test_a_hash_made_with_weaker_settings_is_noticed() -> None:
    assert needs_new_hash(
        "$argon2id$v=19$m=8192,t=1,p=1$WWUn5MbKzyTqV1Nde2z1EA$qLiTr/wFHxjg7zYARngf10BOFFuiPSAQxpHJAiBPKlE"
    )


def a_link(account: Account | None = None) -> OneTimeLink:
    expires = clock.now() + timedelta(days=7)
    return OneTimeLink(account=account or an_account(), purpose=LinkPurpose.INVITATION, expires_at=expires)


def test_a_link_works_once() -> None:
    link = a_link()
    link.use()
    with pytest.raises(Conflict, match="can’t be used any more"):
        link.use()


def test_a_link_works_until_it_expires() -> None:
    link = a_link()
    with clock.fixed(clock.now() + timedelta(days=7, seconds=1)), pytest.raises(Conflict):
        link.use()


def test_a_link_that_was_withdrawn_or_whose_account_is_switched_off_opens_nothing() -> None:
    withdrawn = a_link()
    withdrawn.withdraw()
    of_nobody = a_link(an_account(deactivated_at=clock.now()))
    assert not withdrawn.is_usable
    assert not of_nobody.is_usable


def test_switching_off_and_on_each_happen_once() -> None:
    account = an_account()
    account.deactivate()
    with pytest.raises(Conflict):
        account.deactivate()
    account.reactivate()
    with pytest.raises(Conflict):
        account.reactivate()


def a_membership(profession: Profession = Profession.NURSE) -> Membership:
    return Membership(account=an_account(profession=profession), right=Right.MEMBER, joined_on=clock.today())


def test_whoever_left_the_team_is_not_changed_any_more() -> None:
    membership = a_membership()
    membership.end()
    for change in (membership.end, lambda: membership.change_right(Right.TEAM_LEAD)):
        with pytest.raises(Conflict, match="left the team"):
            change()


def test_peer_support_workers_fill_the_lived_experience_place_unmarked_and_others_when_marked() -> None:
    peer, nurse = a_membership(Profession.PEER_SUPPORT_WORKER), a_membership()
    assert peer.brings_lived_experience
    assert not nurse.brings_lived_experience
    nurse.mark_lived_experience(True)
    assert nurse.brings_lived_experience
    with pytest.raises(Conflict):
        peer.mark_lived_experience(False)
