"""Siân’s own side: a link by e-mail."""

from livingwell.demo.story_own import OwnSideStory, WayInStory
from livingwell.identity.models import OwnWay

SIAN = OwnSideStory(
    "Siân Pryce",
    way_in=WayInStory(
        "Sana Iqbal",
        45,
        OwnWay.LINK,
        "Siân Pryce, on her own side",
        "She gets a link by e-mail, and wants to know who looked.",
        used_days_ago=45,
    ),
)
