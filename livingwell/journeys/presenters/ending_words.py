"""Why support ends, and its points, in plain words."""

from livingwell.journeys.models import ClosurePoint, EndingKind

KINDS = {
    EndingKind.GOALS_REACHED: "goals reached",
    EndingKind.MOVED_ON: "moving on",
    EndingKind.OWN_DECISION: "their own decision",
    EndingKind.MOVED_AWAY: "moved away",
    EndingKind.ANOTHER_SERVICE: "another service",
    EndingKind.DIED: "died",
    EndingKind.LOST_CONTACT: "lost contact",
}

CLAIMS = {
    ClosurePoint.CHANGED_AND_TRIED: "What we changed and tried again",
    ClosurePoint.OTHERS_ASKED: "Carers, GP, referrer and partners asked, within what {name} agreed",
    ClosurePoint.SAFETY: "Safety thought about",
    ClosurePoint.CAPACITY: "Whether {name} could decide this alone thought about",
    ClosurePoint.DEPENDANTS: "People who depend on {name} thought about",
    ClosurePoint.DECISION_MAKER: "A named person decides",
}

QUESTIONS = {
    ClosurePoint.CHANGED_AND_TRIED: "What did we change, and how did we try again?",
    ClosurePoint.OTHERS_ASKED: "Whom did we ask, within what {name} agreed, and what did they say?",
    ClosurePoint.SAFETY: "Is anybody worried about {name}’s safety? What was done about it?",
    ClosurePoint.CAPACITY: "Could {name} decide to be in touch or not? What makes us think so?",
    ClosurePoint.DEPENDANTS: "Who depends on {name}: children, adults, animals? What was thought of for them?",
    ClosurePoint.DECISION_MAKER: "Who decides, and what are they?",
}


def kind_words(kind: EndingKind, to_where: str = "") -> str:
    """Moving on to the library choir; lost contact."""
    words = KINDS[kind]
    if to_where and kind is EndingKind.ANOTHER_SERVICE:
        return f"{words}: {to_where}"
    return f"{words} to {to_where}" if to_where else words
