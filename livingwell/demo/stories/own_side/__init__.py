"""Whoever of the 25 takes part on their own side, and a sister who sees one thing of one record."""

from livingwell.demo.stories.own_side.amara import AMARA
from livingwell.demo.stories.own_side.ellis import ELLIS
from livingwell.demo.stories.own_side.kwame import KWAME
from livingwell.demo.stories.own_side.sian import SIAN

OWN_SIDES = (AMARA, SIAN, ELLIS, KWAME)
