"""A team and Amara, on a Thursday morning."""

from collections.abc import Iterator

import pytest
from flask import Flask

from livingwell.core.clock import fixed
from tests.factories.contacts import THURSDAY, Desk


@pytest.fixture
def desk(app: Flask) -> Iterator[Desk]:
    with fixed(THURSDAY):
        yield Desk()
