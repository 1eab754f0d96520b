"""More of what is on, told in a line or two each, as most of a directory is."""

from typing import Any

from livingwell.demo.story_directory import ServiceStory, ViewStory
from livingwell.directory.models import Feature, ServiceKind

DROP_IN: dict[str, Any] = {"is_drop_in": True, "cost": "Free"}
SELF: dict[str, Any] = {"is_self_referral": True, "cost": "Free"}
REFERRED: dict[str, Any] = {"is_by_referral": True, "cost": "Free"}

MORE_SERVICES = (
    ServiceStory(
        "Langworthy Surgery", ServiceKind.GP, "A GP practice that takes new patients from M6.",
        "5 Cobden Rise, Salford", "M6 8VK", (53.4880, -2.2876), days_ago=50,
        more={"is_self_referral": True, "phone": "0161 496 0203"},
        views=(ViewStory("Priya Mistry", Feature.BOOK_ONLINE), ViewStory("Priya Mistry", Feature.HEARING_LOOP)),
    ),
    ServiceStory(
        "Broughton Community Mental Health Team", ServiceKind.COMMUNITY_MENTAL_HEALTH,
        "Nurses, doctors and social workers, for longer support than ours.", "Albion House, Salford", "M7 2VM",
        (53.5043, -2.2611), days_ago=70, more={"is_by_referral": True, "waiting_time": "About 8 weeks"},
    ),
    ServiceStory(
        "Back to Work at Your Pace", ServiceKind.WORK, "A coach who helps you to find work, or to keep it.",
        "9 Canal Wharf, Manchester", "M3 5VC", (53.4848, -2.2532), days_ago=40,
        more={**SELF, "email": "coach@yourpace.example.org"}, views=(ViewStory("Callum Reid", Feature.ONE_TO_ONE),),
    ),
    ServiceStory(
        "Quays Skills", ServiceKind.LEARNING, "Reading, numbers and computers, in small classes.",
        "22 Basin Way, Salford", "M50 3VI", (53.4712, -2.2964), days_ago=45,
        more={**SELF, "website": "https://quaysskills.example.org"},
        views=(ViewStory("Tom Adeyemi", Feature.STEP_FREE), ViewStory("Tom Adeyemi", Feature.NEAR_A_STOP)),
    ),
    ServiceStory(
        "Peel Park Gardeners", ServiceKind.VOLUNTEERING, "Dig, plant or just water. There are spare gloves.",
        "Park Lodge, Salford", "M5 4VO", (53.4871, -2.2717), days_ago=65, more=DROP_IN,
        views=(ViewStory("Dev Lal", Feature.BRING_SOMEONE), ViewStory("Dev Lal", "Nobody minds if you don’t talk.")),
    ),
    ServiceStory(
        "Little Hulton Larder", ServiceKind.VOLUNTARY, "Food for a small sum, and a kettle that is always on.",
        "3 Precinct Walk, Little Hulton", "M38 9VK", (53.5331, -2.4188), days_ago=55,
        more={"is_drop_in": True, "cost": "£4 a visit", "opening_hours": "Fridays, 10am to 2pm"},
    ),
    ServiceStory(
        "Walkden Choir for Anybody", ServiceKind.VOLUNTARY, "Singing without notes. Nobody sings alone.",
        "Methodist Hall, Walkden", "M28 3VM", (53.5240, -2.3962), days_ago=35, more=DROP_IN,
        views=(ViewStory("Mel Hart", Feature.EVENINGS_OR_WEEKENDS),),
    ),
    ServiceStory(
        "Moss Side Mothers", ServiceKind.VOLUNTARY, "A group for mothers, with a room for the children.",
        "Millennium Rooms, Manchester", "M14 4VC", (53.4533, -2.2356), days_ago=85, more=DROP_IN,
        views=(ViewStory("Jo Brennan", Feature.WOMEN_ONLY), ViewStory("Jo Brennan", Feature.INTERPRETERS)),
    ),
    ServiceStory(
        "Ancoats Talk", ServiceKind.TALKING_THERAPIES, "Counselling in eleven languages.", "70 Mill Lane, Manchester",
        "M4 6VI", (53.4846, -2.2253), days_ago=95,
        more={**SELF, "waiting_time": "About 6 weeks", "phone": "0161 496 0266"},
        views=(ViewStory("Sana Iqbal", Feature.INTERPRETERS), ViewStory("Sana Iqbal", Feature.ONLINE)),
    ),
    ServiceStory(
        "Deaf Together Manchester", ServiceKind.VOLUNTARY, "Friends, news and advice in British Sign Language.",
        "8 Sackville Row, Manchester", "M1 3VO", (53.4771, -2.2360), days_ago=58,
        more={**DROP_IN, "email": "hi@deaftogether.example.org"},
        views=(ViewStory("Jo Brennan", Feature.BRITISH_SIGN_LANGUAGE), ViewStory("Dev Lal", Feature.NO_PHONE_NEEDED)),
    ),
    ServiceStory(
        "Night Owls Online", ServiceKind.VOLUNTARY, "A chat for people who can’t sleep, with a peer at the desk.",
        days_ago=62, more={**SELF, "website": "https://nightowls.example.org"},
        views=(ViewStory("Dev Lal", Feature.ONLINE), ViewStory("Dev Lal", Feature.LED_BY_PEERS)),
    ),
    ServiceStory(
        "Whit Lane Credit Union", ServiceKind.MONEY, "A safe place to save, and small loans that can be paid back.",
        "101 Whit Lane, Salford", "M6 6VK", (53.5003, -2.2894), days_ago=30, more={"is_self_referral": True},
    ),
    ServiceStory(
        "Chorlton Road Hostel Link", ServiceKind.HOUSING, "A bed tonight, and help with what comes after.",
        "14 Chorlton Row, Manchester", "M16 9VM", (53.4612, -2.2601), days_ago=20,
        more={**REFERRED, "phone": "0808 157 0144"}, by="Ade Bankole",
    ),
    ServiceStory(
        "Irlam Walkers", ServiceKind.VOLUNTARY, "An hour’s walk on flat paths. Dogs welcome.",
        "Station car park, Irlam", "M44 5VC", (53.4441, -2.4226), days_ago=25, more=DROP_IN,
        views=(ViewStory("Mel Hart", Feature.STEP_FREE), ViewStory("Mel Hart", Feature.EVENINGS_OR_WEEKENDS)),
    ),
    ServiceStory(
        "Prestwich Pottery", ServiceKind.LEARNING, "Clay on Thursdays. A quiet table by the window.",
        "Kiln Yard, Prestwich", "M25 1VI", (53.5337, -2.2841), days_ago=28,
        more={"is_self_referral": True, "cost": "£3 a class", "email": "clay@prestwichpottery.example.org"},
        views=(ViewStory("Callum Reid", Feature.QUIET_ROOM), ViewStory("Callum Reid", Feature.BOOK_BY_EMAIL)),
    ),
    ServiceStory(
        "Good Company Befriending", ServiceKind.VOLUNTARY, "Somebody visits you once a week, for a year or so.",
        days_ago=33, more={**SELF, "is_by_referral": True, "phone": "0161 496 0291", "waiting_time": "About 2 months"},
        views=(ViewStory("Tom Adeyemi", Feature.HOME_VISITS), ViewStory("Tom Adeyemi", Feature.ONE_TO_ONE)),
    ),
    ServiceStory(
        "Salford Carers’ Kettle", ServiceKind.VOLUNTARY, "For people who look after somebody. An hour off, with cake.",
        "Canon Green Rooms, Salford", "M3 7VO", (53.4890, -2.2571), days_ago=48, more=DROP_IN,
    ),
)  # fmt: skip
