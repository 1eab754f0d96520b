"""What kinds of services and what they are like are called on the person's side."""

from flask_babel import lazy_gettext

from livingwell.directory.models import Feature, ServiceKind

KINDS = {
    ServiceKind.VOLUNTARY: lazy_gettext("Charity or local group"),
    ServiceKind.RECOVERY_COLLEGE: lazy_gettext("Recovery college"),
    ServiceKind.GP: lazy_gettext("GP"),
    ServiceKind.TALKING_THERAPIES: lazy_gettext("Talking therapy"),
    ServiceKind.COMMUNITY_MENTAL_HEALTH: lazy_gettext("Mental health team"),
    ServiceKind.HOUSING: lazy_gettext("Homes"),
    ServiceKind.WORK: lazy_gettext("Work"),
    ServiceKind.MONEY: lazy_gettext("Money"),
    ServiceKind.LEARNING: lazy_gettext("Learning"),
    ServiceKind.VOLUNTEERING: lazy_gettext("Helping others"),
    ServiceKind.CRISIS_HOUSE: lazy_gettext("A place for when things get too much"),
    ServiceKind.CRISIS_LINE: lazy_gettext("A line for when things get too much"),
    ServiceKind.OTHER: lazy_gettext("Something else"),
}

FEATURES = {
    Feature.BOOK_BY_TEXT: lazy_gettext("You can book by text"),
    Feature.BOOK_BY_EMAIL: lazy_gettext("You can book by e-mail"),
    Feature.BOOK_ONLINE: lazy_gettext("You can book online"),
    Feature.NO_PHONE_NEEDED: lazy_gettext("You need no phone"),
    Feature.QUIET_ROOM: lazy_gettext("A quiet room"),
    Feature.ONE_TO_ONE: lazy_gettext("One to one"),
    Feature.ONLINE: lazy_gettext("Online"),
    Feature.HOME_VISITS: lazy_gettext("They come to your home"),
    Feature.BRING_SOMEONE: lazy_gettext("You can bring someone"),
    Feature.STEP_FREE: lazy_gettext("No steps"),
    Feature.ACCESSIBLE_TOILET: lazy_gettext("A toilet for wheelchair users"),
    Feature.HEARING_LOOP: lazy_gettext("A hearing loop"),
    Feature.BRITISH_SIGN_LANGUAGE: lazy_gettext("British Sign Language"),
    Feature.INTERPRETERS: lazy_gettext("Interpreters"),
    Feature.EASY_READ: lazy_gettext("Easy read"),
    Feature.LARGE_PRINT: lazy_gettext("Large print"),
    Feature.WOMEN_ONLY: lazy_gettext("A group for women only"),
    Feature.MEN_ONLY: lazy_gettext("A group for men only"),
    Feature.EVENINGS_OR_WEEKENDS: lazy_gettext("Open in the evening or at weekends"),
    Feature.NEAR_A_STOP: lazy_gettext("Near a bus or tram stop"),
    Feature.LED_BY_PEERS: lazy_gettext("Run by people who have been there"),
}
