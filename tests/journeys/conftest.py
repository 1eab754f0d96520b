"""A team with a nurse and a peer support worker, and a person they support."""

import pytest
from flask import Flask

from tests.factories.setting import Setting, make_setting


@pytest.fixture
def setting(app: Flask) -> Setting:
    return make_setting()
