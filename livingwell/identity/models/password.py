"""Passwords: what makes one good enough, and how it is kept."""

import string
import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from livingwell.core.text import SHORT, fold

SHORTEST = 12
LONGEST = SHORT
_AROUND = string.digits + string.punctuation + string.whitespace

# OWASP's least for argon2id: 19 MiB, two passes, one lane. About 40 ms.
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)

# The hash of a random text that nobody knows, made with the same settings: checking it takes as long.
NOBODYS_HASH = "$argon2id$v=19$m=19456,t=2,p=1$WWUn5MbKzyTqV1Nde2z1EA$qLiTr/wFHxjg7zYARngf10BOFFuiPSAQxpHJAiBPKlE"


def hash_of_password(password: str) -> str:
    """What is kept of a password."""
    return _hasher.hash(_same_everywhere(password))


def is_right(password: str, kept: str | None) -> bool:
    """Whether it is the password that was kept. Takes as long when none was, so that the time tells nothing."""
    try:
        _hasher.verify(kept or NOBODYS_HASH, _same_everywhere(password))
    except VerificationError:
        return False
    return kept is not None


def needs_new_hash(kept: str) -> bool:
    """Whether it was hashed with weaker settings than today's."""
    return _hasher.check_needs_rehash(kept)


def problem_with(password: str, email: str = "", name: str = "") -> str | None:
    """What to do about a password that is not good enough; none for a good one. There are no composition rules."""
    if len(password) < SHORTEST:
        return f"Password must be {SHORTEST} characters or more. Three or four words that you can remember work well"
    if len(password) > LONGEST:
        return f"Password must be {LONGEST} characters or fewer"
    if _is_common(password):
        return "Many people use this password, so it is easy to guess. Choose another one"
    if _is_only_about(password, email, name):
        return "Password must not be just your own name or e-mail address. Add words that others would not guess"
    return None


def _is_common(password: str) -> bool:
    """Whether it is among the common ones, in any case, also with only digits and signs around it."""
    lowered = password.casefold()
    return not _common_passwords().isdisjoint({lowered, lowered.strip(_AROUND)})


def _is_only_about(password: str, email: str, name: str) -> bool:
    left = fold(password).replace(" ", "")
    local, _at, domain = email.casefold().partition("@")
    words = {fold(word) for part in (name, local, domain) for word in _words_of(part)}
    for word in sorted(words | {fold(local), fold(domain)}, key=len, reverse=True):
        left = left.replace(word, "") if word else left
    return not any(character.isalpha() for character in left)


def _words_of(text: str) -> list[str]:
    return "".join(character if character.isalnum() else " " for character in text).split()


@cache
def _common_passwords() -> frozenset[str]:
    """zxcvbn's list of 30,000, read when the first password is chosen."""
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    return frozenset(FREQUENCY_LISTS["passwords"])


def _same_everywhere(password: str) -> str:
    """One spelling for letters that keyboards send in several (é as one character or as two)."""
    return unicodedata.normalize("NFKC", password)
