"""Priya’s Thursday: the clock stands at 25 minutes before the team meets."""

from collections.abc import Iterator

import pytest
from flask import Flask

from livingwell.core.clock import fixed
from tests.factories.worklist import THURSDAY, Desk


@pytest.fixture
def desk(app: Flask) -> Iterator[Desk]:
    with fixed(THURSDAY):
        yield Desk()
