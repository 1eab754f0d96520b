"""What somebody else may see of a message, and whom it may say it is from."""

from livingwell.adjustments.models import ContactPreferences, SayingWho, Way
from livingwell.contacts.wording.health_words import FIRST_WORDS, first_words, health_words_in
from livingwell.core.errors import Invalid


def may_say_who(preferences: ContactPreferences | None) -> bool:
    """Whether a message that others may see can say which service it is from. Not before the person said so."""
    return preferences is not None and preferences.saying_who is SayingWho.ANYBODY


def require_discreet(
    way: Way, subject: str, words: str, preferences: ContactPreferences | None, name: str, team_name: str
) -> None:
    """Raise Invalid where a subject line or the first words of a text tell of health, or a text says who we are.

    Not where the person said that this is fine. What is inside a letter or an e-mail is for them alone.
    """
    may_show_health = preferences is not None and preferences.may_show_health
    if not may_show_health:
        _require_no_health(way, subject, words, name)
    if way is Way.TEXT and not may_say_who(preferences) and team_name.casefold() in words.casefold():
        message = (
            f"{name} has not said that a text may name the team. Take “{team_name}” out: your first name is enough"
        )
        raise Invalid({"words": message})


def _require_no_health(way: Way, subject: str, words: str, name: str) -> None:
    if way is Way.TEXT and (found := health_words_in(first_words(words))):
        message = (
            f"A locked phone shows the first {FIRST_WORDS} characters to anybody who looks. Move “{found[0]}” further "
            f"down, or leave it out: {name} has not said that this is fine"
        )
        raise Invalid({"words": message})
    if way is Way.EMAIL and (found := health_words_in(subject)):
        message = (
            f"Anybody who sees the screen can read the subject. Leave “{found[0]}” out of it: {name} has not said that "
            "this is fine"
        )
        raise Invalid({"subject": message})
