"""What is on around Salford and Manchester, as the demo's members know it. All of it is invented.

Phone numbers are from the ranges that Ofcom keeps for drama, and no postcode ends as a real one can.
"""

from livingwell.demo.story_directory import CourseStory, ServiceStory, ViewStory
from livingwell.directory.models import Feature, ServiceKind

PEER, OTHER_PEER = "Jo Brennan", "Dev Lal"

SERVICES = (
    ServiceStory(
        "The Lock Keeper’s Recovery College",
        ServiceKind.RECOVERY_COLLEGE,
        "Short courses about living well, run by people who have been there and people who work in mental health. "
        "Anybody can come. You don’t have to say why you are there.",
        "Lock House, 3 Towpath Row, Salford",
        "M5 4VC",
        (53.4802, -2.2753),
        days_ago=120,
        views=(
            ViewStory(PEER, Feature.LED_BY_PEERS),
            ViewStory(PEER, Feature.BOOK_BY_TEXT, words="They answer within the day."),
            ViewStory(OTHER_PEER, Feature.BOOK_BY_TEXT),
            ViewStory(OTHER_PEER, Feature.QUIET_ROOM, words="Ask at the desk for the blue room."),
            ViewStory("Priya Mistry", Feature.STEP_FREE),
            ViewStory(PEER, "You can leave in the middle and nobody asks."),
        ),
        courses=(
            CourseStory(
                "Sleeping better", 9, "What helps, what doesn’t, and why.", "10am to midday, once a week", 4, 6
            ),
            CourseStory("Saying no", 23, "Practise in a small group. You can just listen.", "2pm to 3:30pm", 1, 0),
            CourseStory("Getting outside", 40, "Slow walks by the canal, with a flask.", "11am to 1pm", 6),
            CourseStory("Money and mood", -30, "Bills, and how not to be afraid of them.", "10am to midday", 1, 3),
        ),
        more={
            "for_whom": "Anybody over 18 in Salford",
            "cost": "Free",
            "is_self_referral": True,
            "how_to_join": "Choose a course and text or e-mail your first name. You get a text with the room.",
            "phone": "0161 496 0112",
            "email": "hello@lockkeepers.example.org",
            "website": "https://lockkeepers.example.org",
            "opening_hours": "Monday to Friday, 9am to 5pm",
            "waiting_time": "None, while there are places",
        },
        checked_again=("Tom Adeyemi", "Went there", 12),
    ),
    ServiceStory(
        "Irwell Women’s Table",
        ServiceKind.VOLUNTARY,
        "A group for women who would like company. Soup, sewing and talk. Children may come.",
        "Chapel Hall, 18 Weaver Street, Salford",
        "M6 5VK",
        (53.4907, -2.2931),
        days_ago=100,
        views=(
            ViewStory(PEER, Feature.WOMEN_ONLY),
            ViewStory(PEER, Feature.BRING_SOMEONE),
            ViewStory("Mel Hart", Feature.STEP_FREE, words="There is a ramp at the back."),
            ViewStory("Callum Reid", Feature.STEP_FREE, is_so=False, words="The ramp is locked on Saturdays."),
        ),
        more={
            "for_whom": "Women, of any age",
            "cost": "Free. £1 for soup if you can",
            "is_drop_in": True,
            "how_to_join": "Just come. Somebody meets you at the door.",
            "email": "table@irwellwomen.example.org",
            "opening_hours": "Tuesdays and Saturdays, 11am to 2pm",
        },
    ),
    ServiceStory(
        "Weaste Men’s Shed",
        ServiceKind.VOLUNTARY,
        "A workshop with tea. Mend a chair, or watch somebody else do it.",
        "Unit 4, Old Dye Works, Salford",
        "M5 5VM",
        (53.4831, -2.3018),
        days_ago=80,
        views=(
            ViewStory(OTHER_PEER, Feature.MEN_ONLY),
            ViewStory(OTHER_PEER, Feature.QUIET_ROOM, is_so=False, words="It is loud until three."),
        ),
        more={
            "for_whom": "Men over 40",
            "cost": "£2 a week for tea and wood",
            "is_drop_in": True,
            "phone": "0161 496 0140",
            "opening_hours": "Wednesdays, 10am to 4pm",
        },
    ),
    ServiceStory(
        "Swinton Step by Step",
        ServiceKind.TALKING_THERAPIES,
        "Talking with a therapist, one to one, in person or online. Six to twelve times.",
        "2nd floor, 40 Station Parade, Swinton",
        "M27 4VO",
        (53.5119, -2.3402),
        days_ago=75,
        views=(
            ViewStory("Sana Iqbal", Feature.ONE_TO_ONE),
            ViewStory("Sana Iqbal", Feature.ONLINE),
            ViewStory(PEER, Feature.BOOK_ONLINE, words="The form asks for a phone number. You can leave it empty."),
            ViewStory(OTHER_PEER, Feature.STEP_FREE, is_so=False, words="Two flights of stairs, and no lift."),
        ),
        more={
            "for_whom": "Adults with a GP in Salford",
            "cost": "Free",
            "is_self_referral": True,
            "is_by_referral": True,
            "how_to_join": "Fill in the form on the website. They write back within a week.",
            "phone": "0161 496 0155",
            "website": "https://stepbystep.example.org",
            "waiting_time": "About 10 weeks",
        },
    ),
    ServiceStory(
        "Ordsall Door",
        ServiceKind.HOUSING,
        "Help to keep your home: letters from a landlord, repairs, moving on.",
        "61 Quay Street West, Salford",
        "M5 3VI",
        (53.4723, -2.2802),
        days_ago=200,
        by="Ade Bankole",
        views=(ViewStory("Ade Bankole", Feature.INTERPRETERS),),
        more={
            "cost": "Free",
            "is_drop_in": True,
            "is_by_referral": True,
            "phone": "0161 496 0171",
            "opening_hours": "Mondays, 10am to midday, without an appointment",
        },
    ),
    ServiceStory(
        "Plain Figures",
        ServiceKind.MONEY,
        "Help with debts and benefits. They go through your letters with you, one at a time.",
        "Library, 2 Market Square, Eccles",
        "M30 0VC",
        (53.4838, -2.3391),
        days_ago=60,
        views=(
            ViewStory(PEER, Feature.NO_PHONE_NEEDED),
            ViewStory("Tom Adeyemi", Feature.QUIET_ROOM),
            ViewStory(PEER, Feature.BRING_SOMEONE),
        ),
        more={
            "cost": "Free",
            "is_drop_in": True,
            "is_self_referral": True,
            "email": "ask@plainfigures.example.org",
            "opening_hours": "Thursdays, 10am to 4pm",
            "waiting_time": "You are seen on the day",
        },
    ),
    ServiceStory(
        "The Lantern",
        ServiceKind.CRISIS_HOUSE,
        "An evening place for when things get too much. Sofas, hot drinks, somebody to sit with.",
        "14 Weaver Street, Salford",
        "M6 5VC",
        (53.4911, -2.2940),
        days_ago=150,
        views=(
            ViewStory(PEER, Feature.QUIET_ROOM),
            ViewStory(OTHER_PEER, Feature.QUIET_ROOM),
            ViewStory(OTHER_PEER, Feature.EVENINGS_OR_WEEKENDS),
            ViewStory(PEER, Feature.LED_BY_PEERS),
        ),
        more={"cost": "Free", "is_drop_in": True, "opening_hours": "Every day, 6pm to 11pm"},
        checked_again=(PEER, "Went there", 20),
    ),
    ServiceStory(
        "Here",
        ServiceKind.CRISIS_LINE,
        "Text the word “here”. A person answers, day and night.",
        days_ago=150,
        views=(ViewStory(PEER, Feature.NO_PHONE_NEEDED), ViewStory(PEER, Feature.EVENINGS_OR_WEEKENDS)),
        more={"cost": "Free", "is_self_referral": True, "how_to_join": "Text the word here to 70001."},
        checked_again=("Priya Mistry", "Wrote, and they answered", 15),
    ),
)
