"""Whose way on is told: somebody who is on it, and somebody whose support has ended."""

from livingwell.demo.stories.onward.amara import AMARA
from livingwell.demo.stories.onward.marcus import ONWARD as MARCUS
from livingwell.demo.stories.onward.marcus import PERSON, REACHED

MOVED_ON = (PERSON,)
ONWARD = (AMARA, MARCUS)
REACHED_BEFORE_MOVING_ON = (REACHED,)
