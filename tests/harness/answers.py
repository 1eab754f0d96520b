"""Comparing answers: whether one tells more than the other."""

from difflib import unified_diff

from werkzeug.test import TestResponse

from tests.harness.html import without_tokens


def what_is_told(answer: TestResponse) -> list[str]:
    """All of an answer but the tokens of its forms, which are never the same twice, and the address asked for."""
    told = without_tokens(answer.get_data(as_text=True)).replace(answer.request.path, "this address")
    return [answer.status, *sorted(answer.headers.keys()), *told.splitlines()]


def differences(one: TestResponse, other: TestResponse) -> list[str]:
    """What the second tells otherwise than the first."""
    return list(unified_diff(what_is_told(one), what_is_told(other), lineterm="", n=0))
