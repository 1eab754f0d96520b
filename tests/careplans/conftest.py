"""A team with a nurse and a peer support worker, and a person they support, with a plan."""

import pytest
from flask import Flask

from livingwell.careplans.models import CarePlan
from tests.factories.careplans import make_plan
from tests.factories.setting import Setting, make_setting


@pytest.fixture
def setting(app: Flask) -> Setting:
    return make_setting()


@pytest.fixture
def plan(setting: Setting) -> CarePlan:
    return make_plan(setting.person, setting.nurse)
