"""What kinds of services, features and ways to join are called: on pages, and where somebody searches for them."""

from livingwell.directory.models import Feature, ServiceKind

KINDS = {
    ServiceKind.VOLUNTARY: "Charity or community group",
    ServiceKind.RECOVERY_COLLEGE: "Recovery college",
    ServiceKind.GP: "GP",
    ServiceKind.TALKING_THERAPIES: "Talking therapies",
    ServiceKind.COMMUNITY_MENTAL_HEALTH: "Community mental health team",
    ServiceKind.HOUSING: "Housing",
    ServiceKind.WORK: "Work",
    ServiceKind.MONEY: "Money",
    ServiceKind.LEARNING: "Learning",
    ServiceKind.VOLUNTEERING: "Volunteering",
    ServiceKind.CRISIS_HOUSE: "Crisis house",
    ServiceKind.CRISIS_LINE: "Crisis line",
    ServiceKind.OTHER: "Something else",
}

FEATURES = {
    Feature.BOOK_BY_TEXT: "Book by text",
    Feature.BOOK_BY_EMAIL: "Book by e-mail",
    Feature.BOOK_ONLINE: "Book online",
    Feature.NO_PHONE_NEEDED: "No phone needed",
    Feature.QUIET_ROOM: "Quiet room",
    Feature.ONE_TO_ONE: "One to one",
    Feature.ONLINE: "Online",
    Feature.HOME_VISITS: "Home visits",
    Feature.BRING_SOMEONE: "Bring someone with you",
    Feature.STEP_FREE: "Step-free",
    Feature.ACCESSIBLE_TOILET: "Accessible toilet",
    Feature.HEARING_LOOP: "Hearing loop",
    Feature.BRITISH_SIGN_LANGUAGE: "British Sign Language",
    Feature.INTERPRETERS: "Interpreters",
    Feature.EASY_READ: "Easy read",
    Feature.LARGE_PRINT: "Large print",
    Feature.WOMEN_ONLY: "Women-only group",
    Feature.MEN_ONLY: "Men-only group",
    Feature.EVENINGS_OR_WEEKENDS: "Evenings or weekends",
    Feature.NEAR_A_STOP: "Near a bus or tram stop",
    Feature.LED_BY_PEERS: "Led by peers",
}
