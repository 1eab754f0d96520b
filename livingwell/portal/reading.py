"""What can be chosen under “How I read”: each question, and its answers in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import lazy_gettext as _


@dataclass(frozen=True)
class Setting:
    """One thing to choose: what it is called in the list, the question, and its answers by value."""

    label: str
    question: str
    choices: Mapping[str, str]


SETTINGS = {
    "size": Setting(
        _("Size of the letters"),
        _("How big should the letters be?"),
        {"usual": _("As they are"), "large": _("Big"), "larger": _("Bigger"), "largest": _("Biggest")},
    ),
    "spacing": Setting(
        _("Space between words and lines"),
        _("How much space should there be?"),
        {"usual": _("As it is"), "wide": _("More space"), "wider": _("A lot of space")},
    ),
    "font": Setting(
        _("Shape of the letters"),
        _("Which letters are best for you?"),
        {
            "usual": _("Plain letters"),
            "broad": _("Wide letters"),
            "round": _("Round letters"),
            "book": _("Book letters"),
        },
    ),
    "background": Setting(
        _("Colour of the page"),
        _("Which colour should the page be?"),
        {
            "usual": _("As it is"),
            "white": _("White"),
            "cream": _("Cream"),
            "blue": _("Light blue"),
            "green": _("Light green"),
            "pink": _("Pink"),
            "dark": _("Dark"),
        },
    ),
    "contrast": Setting(
        _("How strong the letters look"),
        _("How strong should the letters look?"),
        {"usual": _("As they are"), "soft": _("Softer"), "strong": _("Very strong")},
    ),
    "motion": Setting(
        _("Things that move"),
        _("May things move on the page?"),
        {"usual": _("As my phone or computer says"), "none": _("No, nothing should move")},
    ),
    "layout": Setting(
        _("Boxes and colours"),
        _("Do you want boxes and colours?"),
        {"usual": _("Yes"), "plain": _("No, only words, one under the other")},
    ),
}


def language_setting(languages: Mapping[str, str]) -> Setting:
    """The choice of a language, each under its own name."""
    return Setting(_("Language"), _("Which language do you want?"), languages)
