"""What forms and pages of staff call the choices of the models, in plain English. {carer} is the carer's name."""

from livingwell.carers.models import (
    CarerEventKind,
    HowTold,
    MayPersonSee,
    OfferKind,
    OfferStage,
    SharingKind,
    TheWord,
    WhoHelps,
)
from livingwell.people.models import Topic

WHO_HELPS = {
    WhoHelps.SOMEBODY: "Somebody: I’ll write down who",
    WhoHelps.NOBODY: "Nobody",
    WhoHelps.NOT_NOW: "{name} would rather not say, or not now",
}
ANSWERED = {
    WhoHelps.SOMEBODY: "somebody",
    WhoHelps.NOBODY: "nobody",
    WhoHelps.NOT_NOW: "not now",
}

THE_WORD = {
    TheWord.USES_IT: "Calls themselves a carer",
    TheWord.KNOWS_IT: "Knows the word, and doesn’t use it",
    TheWord.NOT_THEIRS: "It is not their word",
    TheWord.NOT_ASKED: "Nobody has asked",
}

TOPICS = {
    Topic.PLAN: "The plan",
    Topic.APPOINTMENTS: "Appointments",
    Topic.SAFETY_PLAN: "The safety plan",
    Topic.LETTERS: "Letters and messages",
    Topic.MEETINGS: "What is said in meetings",
}

HOW_TOLD = {
    HowTold.IN_PERSON: "Face to face",
    HowTold.PHONE: "By phone",
    HowTold.IN_WRITING: "In writing",
    HowTold.ANOTHER_WAY: "Another way",
}
HOW_IT_CAME = {**HOW_TOLD, HowTold.OWN_SIDE: "On their own pages"}

SHARING = {
    SharingKind.GIVEN: "Yes",
    SharingKind.REVIEWED: "Asked again: still yes",
    SharingKind.WITHDRAWN: "No longer",
}

MAY_SEE = {
    MayPersonSee.YES: "Yes, {name} may see it",
    MayPersonSee.NO: "No, it is not for {name}",
    MayPersonSee.ASK_FIRST: "Ask {carer} first",
}

OFFERS = {
    OfferKind.SUPPORT: "Support as a carer",
    OfferKind.COUNCIL_ASSESSMENT: "The council’s carer’s assessment",
}
STAGES = {
    OfferStage.OFFERED: "Offered",
    OfferStage.ACCEPTED: "Accepted",
    OfferStage.DECLINED: "Declined",
    OfferStage.REFERRED: "Referred",
    OfferStage.OUTCOME: "What came of it",
}

EVENTS = {
    CarerEventKind.DO_NOT_CONTACT: "Please don’t contact {carer}",
    CarerEventKind.MAY_CONTACT: "We may be in touch with {carer} again",
    CarerEventKind.STOPPED_HELPING: "{carer} no longer helps",
    CarerEventKind.HELPS_AGAIN: "{carer} helps again",
}
