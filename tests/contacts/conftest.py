"""A team and Amara, on a Thursday morning."""

from collections.abc import Iterator

import pytest
from flask import Flask

from livingwell.core.clock import fixed
from tests.factories.contacts import THURSDAY, Desk


@pytest.fixture
def _thursday() -> Iterator[None]:
    with fixed(THURSDAY):
        yield


@pytest.fixture
def desk(app: Flask, _thursday: None) -> Desk:
    return Desk()
