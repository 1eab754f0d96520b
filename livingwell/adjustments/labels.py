"""What forms and pages call the choices of the models, in plain English."""

from livingwell.adjustments.models import (
    Background,
    Category,
    Disclosure,
    EventKind,
    HowWeKnow,
    Met,
    NoteOutcome,
    SayingWho,
    SixStep,
    Standing,
    Way,
)

CATEGORIES = {
    Category.COMMUNICATION_SUPPORT: "How they communicate",
    Category.COMMUNICATION_PROFESSIONAL: "Somebody who helps us communicate",
    Category.CONTACT_METHOD: "Getting in touch",
    Category.INFORMATION_FORMAT: "How written things look or sound",
    Category.COMMUNICATION_NEEDS: "What makes talking easier",
    Category.LANGUAGE: "Interpreter and language",
    Category.SUPPORT: "Support around them",
    Category.CARE: "Appointments and care",
    Category.ENVIRONMENT: "The place",
    Category.HEALTH_NEEDS: "Other health needs",
    Category.BESPOKE: "Something else",
}

HOW_WE_KNOW = {
    HowWeKnow.TOLD_US: "{name} told us",
    HowWeKnow.CARER_TOLD_US: "A carer told us",
    HowWeKnow.WE_NOTICED: "We noticed",
    HowWeKnow.CAME_WITH_REFERRAL: "It came with the referral",
}

MET = {
    Met.MET: "Met",
    Met.NOT_MET: "Not met",
    Met.NOT_NEEDED: "Not needed this time",
}

DISCLOSURES = {
    Disclosure.GIVEN: "{name} told us",
    Disclosure.PREFERS_NOT_TO_SAY: "{name} prefers not to say",
    Disclosure.NOT_ASKED: "Nobody has asked",
}

NOTE_OUTCOMES = {
    NoteOutcome.CONFIRMED: "It is right",
    NoteOutcome.CHANGED: "It should say something else",
    NoteOutcome.DECLINED: "It is not right, or not wanted",
}

STEPS = {
    SixStep.IDENTIFY: "Identify",
    SixStep.RECORD: "Record",
    SixStep.FLAG: "Flag",
    SixStep.SHARE: "Share",
    SixStep.MEET: "Meet",
    SixStep.REVIEW: "Review",
}

HAPPENED = {
    EventKind.INFORMED: "{name} knows that this is on record",
    EventKind.OBJECTED: "{name} objects to our sharing it",
    EventKind.NO_LONGER_OBJECTS: "{name} no longer objects to sharing",
    EventKind.FLAGGED: "On the national flag",
    EventKind.SHARED: "Shared",
    EventKind.REVIEWED: "Looked at again",
    EventKind.ENDED: "Ended",
}

WAYS = {
    Way.TEXT: "Text",
    Way.EMAIL: "E-mail",
    Way.LETTER: "Letter",
    Way.PHONE: "Phone",
    Way.VOICEMAIL: "Voicemail",
    Way.VIDEO: "Video",
    Way.VISIT: "Visit",
    Way.CLINIC: "Clinic",
    Way.THROUGH_SOMEONE: "Through somebody else",
}

STANDINGS = {
    Standing.BEST: "Best",
    Standing.FINE: "Fine",
    Standing.ONLY_IF_URGENT: "Only if urgent",
    Standing.NOT_WANTED: "Never: not wanted",
    Standing.NOT_SAFE: "Never: not safe (somebody else may read or hear)",
}

SAYING_WHO = {
    SayingWho.NOT_ASKED: "Not asked yet",
    SayingWho.ANYBODY: "Yes, to anybody",
    SayingWho.ONLY_THE_PERSON: "No, only to {name}",
}

BACKGROUNDS = {
    Background.WHITE: "White",
    Background.CREAM: "Cream",
    Background.YELLOW: "Yellow",
    Background.BLUE: "Blue",
    Background.GREEN: "Green",
    Background.PINK: "Pink",
}

DAYS = [("1", "Mon"), ("2", "Tue"), ("3", "Wed"), ("4", "Thu"), ("5", "Fri"), ("6", "Sat"), ("7", "Sun")]

NOTICE = [
    ("", "Not said"),
    ("0", "None is needed"),
    ("24", "1 day"),
    ("48", "2 days"),
    ("72", "3 days"),
    ("168", "A week"),
    ("336", "2 weeks"),
]

BEFORE = [
    ("", "None"),
    ("1", "1 hour"),
    ("3", "3 hours"),
    ("24", "The day before"),
    ("48", "2 days"),
    ("168", "A week"),
]
