"""What the page says for each thing that can go wrong: to the team, and to whoever is on the person's side."""

from dataclasses import dataclass

from flask_babel import lazy_gettext as _

from livingwell.web.own_side import is_own_side


@dataclass(frozen=True)
class Problem:
    """What happened, and what to do."""

    title: str
    advice: str


PROBLEMS = {
    400: Problem("We couldn’t read what was sent", "Go back, check what you typed and try again."),
    401: Problem("Please sign in", "Sign in to carry on."),
    403: Problem("Your account can’t do this", "Ask your team lead if you need to."),
    404: Problem("We can’t find that page", "Check the address, or begin again from the link below."),
    405: Problem("That page can’t be used in this way", "Go back and use the button or link on the page."),
    409: Problem("This can’t be done now", "Go back and look again: something changed."),
    413: Problem("That is too much to send at once", "Send a smaller file, or less text."),
    415: Problem("We couldn’t read what was sent", "Go back and use the form on the page."),
    429: Problem("Too many tries", "Wait 15 minutes, then try again."),
    500: Problem("Something went wrong on our side", "What was saved is safe. Try again in a minute."),
}

OWN_PROBLEMS = {
    400: Problem(_("We couldn’t read what you sent"), _("Go back and try again.")),
    401: Problem(_("Please sign in"), _("Sign in to go on.")),
    403: Problem(_("This page is not for you"), _("You have done nothing wrong. Go back to your own pages.")),
    404: Problem(_("We can’t find that page"), _("It may have moved, or it may be gone. You have done nothing wrong.")),
    405: Problem(_("We couldn’t do that"), _("Go back and use the button on the page.")),
    409: Problem(_("We can’t do this now"), _("Something has changed. Go back and look again.")),
    413: Problem(_("That is too big to send"), _("Send a smaller file, or fewer words.")),
    415: Problem(_("We couldn’t read what you sent"), _("Go back and use the form on the page.")),
    429: Problem(_("That was too many tries"), _("Wait 15 minutes, then try again.")),
    500: Problem(_("Something went wrong"), _("It was our fault, not yours. What you saved is safe. Try again soon.")),
}


def problem_for(status: int) -> Problem:
    """What to say for a status, to whoever is asking."""
    problems = OWN_PROBLEMS if is_own_side() else PROBLEMS
    return problems.get(status) or problems[400 if status < 500 else 500]
