"""What goes out to ask whether it landed, and what a text that comes back says.

Plain and short, and nothing about health: somebody else may look at the phone.
"""

from livingwell.adjustments.models import ContactPreferences
from livingwell.contacts.wording.health_words import health_words_in
from livingwell.core.text import fold
from livingwell.journeys.models import Destination, Landed

SUBJECT = "How is it going?"
STOP = "stop"
"""What stands in place of an answer in the link by which somebody asks not to be asked."""

_PRESSED = {
    Landed.WORKING: "It is going well",
    Landed.PARTLY: "Partly",
    Landed.NOT_WORKING: "It is not going well",
    Landed.DID_NOT_HAPPEN: "It has not happened",
}
_DIGITS = {"1": Landed.WORKING, "2": Landed.PARTLY, "3": Landed.NOT_WORKING, "4": Landed.DID_NOT_HAPPEN}
_NUMBERS = {"one": "1", "two": "2", "three": "3", "four": "4"}
_WORDS = {
    Landed.WORKING: {"yes", "y", "yep", "yeah", "yes it is", "yes thanks", "yes thank you", "going well", "well"},
    Landed.PARTLY: {"partly", "a bit", "so so"},
    Landed.NOT_WORKING: {"no", "n", "nope", "not well", "no it isnt", "no it is not"},
    Landed.DID_NOT_HAPPEN: {"it has not happened", "it hasnt happened", "not happened", "has not happened"},
}
_BACK = {"back", "come back", "i want to come back", "can i come back", "i would like to come back"}
_STOP = {"stop", "please stop", "stop please", "stop it", "stop asking"}


def asking_text(name: str, me: str, destination: Destination | None, preferences: ContactPreferences | None) -> str:
    """The one question of a text. `me`: the first name of whoever was key worker, if there was somebody."""
    hello = f"Hi {name}, it’s {me}." if me else f"Hi {name}."
    if destination is None:
        question = "How are things going for you? Reply 1 for well, 2 for so-so, 3 for not well."
    else:
        which = destination.name if can_be_named(destination, preferences) else "where to go next"
        question = (
            f"Some weeks ago you chose {which}. Is it going well? "
            "Reply 1 for yes, 2 for partly, 3 for no, 4 if it has not happened."
        )
    return f"{hello} {question} Or use your own words. Reply STOP and we will not ask again."


def asking_email(name: str, me: str, destination: Destination | None) -> str:
    """The words of an e-mail; its links to answer follow them. What is inside is for the person alone."""
    question = (
        "A while ago our work together came to an end. How are things going for you now?"
        if destination is None
        else f"When our work together came to an end, you chose {destination.name}. How is it going?"
    )
    offer = "If it is not going well, you can come back to us. You do not need anybody to refer you."
    return "\n\n".join([f"Dear {name},", question, offer, me] if me else [f"Dear {name},", question, offer])


def email_answers(destination: Destination | None) -> tuple[tuple[str, str], ...]:
    """What each link of an e-mail answers, and what it says."""
    offered = [each for each in Landed if destination is not None or each is not Landed.DID_NOT_HAPPEN]
    return (*((each.value, press_words(each)) for each in offered), (STOP, press_words(None)))


def press_words(landed: Landed | None) -> str:
    """What a link says that gives this answer; none: they ask not to be asked again."""
    return _PRESSED[landed] if landed else "Please do not ask me again"


def thanks_text(name: str, landed: Landed) -> str:
    """What goes back at once, so that the person knows that it came. Where it is not working, with the way back."""
    if landed is Landed.WORKING:
        return f"Thank you, {name}. That is good to hear."
    if landed is Landed.PARTLY:
        return f"Thank you, {name}. If something should change, text us what it is, in your own words."
    return (
        f"Thank you for telling us, {name}. Somebody here will read it on the next working day. If you want to come "
        "back to us, reply BACK."
    )


def back_text(name: str) -> str:
    """What goes back to somebody who asked to come back."""
    return f"Thank you, {name}. We will be in touch about it on the next working day, in the way you like best."


def can_be_named(destination: Destination, preferences: ContactPreferences | None) -> bool:
    """Whether its name may stand in a text: it tells nothing about health, or the person said that this is fine."""
    may_show_health = preferences is not None and preferences.may_show_health
    return may_show_health or not health_words_in(destination.name)


def landed_in(words: str, *, is_about_a_place: bool, is_first: bool) -> Landed | None:
    """The answer that a text gives and nothing else; None for words of their own, which a member reads.

    A number is always an answer. A yes or a no is one only to the question: after the first answer it may be to what
    we wrote back.

    >>> landed_in(" 3. ", is_about_a_place=True, is_first=False)
    <Landed.NOT_WORKING: 'not_working'>
    """
    said = _said(words)
    found = _DIGITS.get(_NUMBERS.get(said, said))
    if found is None and is_first:
        found = next((landed for landed, ways in _WORDS.items() if said in ways), None)
    return None if found is Landed.DID_NOT_HAPPEN and not is_about_a_place else found


def asks_to_come_back(words: str) -> bool:
    """Whether a text says that and nothing else."""
    return _said(words) in _BACK


def asks_to_stop(words: str) -> bool:
    """Whether a text says that and nothing else."""
    return _said(words) in _STOP


def _said(words: str) -> str:
    return " ".join(fold(words).split())
