"""Efua, Amara’s sister, who sees appointments and nothing else."""

from datetime import date

from livingwell.adjustments.models import Way
from livingwell.carers.commands import CarerDetails, CarerWishes
from livingwell.carers.models import HowTold, MayPersonSee, TheWord
from livingwell.demo.story_own import (
    CarerNoteStory,
    CarerStory,
    WayInStory,
)
from livingwell.identity.models import OwnWay
from livingwell.people.models import Topic

EFUA = CarerStory(
    70,
    "Jo Brennan",
    CarerDetails(
        name="Efua Osei",
        relation="Sister",
        what_they_do="Texts every evening. Shops with her on Saturdays.",
        the_word=TheWord.NOT_THEIRS,
        wishes=CarerWishes(
            phone="07700 900618",
            email="efua.osei@example.com",
            best_way=Way.EMAIL,
            nevers=(Way.PHONE,),
            way_words="I’m at work until six. I can’t be seen on the phone there.",
        ),
    ),
    shares=(Topic.APPOINTMENTS,),
    said="She can know when, so that she doesn’t text in the middle of it. Not what about.",
    born_on=date(1993, 11, 2),
    way_in=WayInStory(
        "Jo Brennan",
        58,
        OwnWay.LINK,
        "Efua, Amara’s sister",
        "She sees appointments, because Amara agreed to that, and nothing else.",
        used_days_ago=57,
    ),
    notes=(
        CarerNoteStory(
            4,
            "She has stopped answering me before nine in the evening. Last time that was two weeks before it got bad.",
            MayPersonSee.ASK_FIRST,
        ),
        CarerNoteStory(
            40,
            "I can’t do Saturdays next month. Could somebody else go to the shop with her?",
            MayPersonSee.YES,
            to="Jo Brennan",
            how=HowTold.IN_WRITING,
        ),
    ),
)
