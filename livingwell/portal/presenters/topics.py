"""What somebody may agree to share, said to them, and to the carer with whom they share it."""

from flask_babel import lazy_gettext as _

from livingwell.people.models import Topic

EVERY_TOPIC = (Topic.APPOINTMENTS, Topic.PLAN, Topic.SAFETY_PLAN, Topic.LETTERS, Topic.MEETINGS)
"""In the order of pages: what is asked for most comes first."""

OF_MINE = {
    Topic.APPOINTMENTS: _("Your appointments"),
    Topic.PLAN: _("Your plan"),
    Topic.SAFETY_PLAN: _("Your safety plan"),
    Topic.LETTERS: _("Letters and messages to you"),
    Topic.MEETINGS: _("What we tell you after a meeting"),
}
"""Each topic, as a line of the person's own page."""

OF_THEIRS = {
    Topic.APPOINTMENTS: _("Appointments"),
    Topic.PLAN: _("The plan"),
    Topic.SAFETY_PLAN: _("The safety plan"),
    Topic.LETTERS: _("Letters and messages"),
    Topic.MEETINGS: _("What we said after a meeting"),
}
"""Each topic, as a line of the carer's page."""

_QUESTIONS = {
    Topic.APPOINTMENTS: _("May %(carer)s see your appointments?"),
    Topic.PLAN: _("May %(carer)s see your plan?"),
    Topic.SAFETY_PLAN: _("May %(carer)s see your safety plan?"),
    Topic.LETTERS: _("May %(carer)s see letters and messages to you?"),
    Topic.MEETINGS: _("May %(carer)s see what we tell you after a meeting?"),
}

WHAT_THEY_SEE = {
    Topic.APPOINTMENTS: _("They see the day, the time, the place, and who you will meet. Nothing else."),
    Topic.PLAN: _(
        "They see what matters to you, your goals and your steps. They never see goals that you keep private."
    ),
    Topic.SAFETY_PLAN: _("They see all of your safety plan, so that they can help you use it."),
    Topic.LETTERS: _("They see each letter and message that we send you from today on. They don’t see older ones."),
    Topic.MEETINGS: _(
        "They see what we write to you after a meeting about you, from today on. They don’t see our notes of it."
    ),
}
"""What a yes shows, and what it never does."""


def question(topic: Topic, carer: str) -> str:
    """The question to the person: may the carer, by name, see this?"""
    return str(_QUESTIONS[topic]) % {"carer": carer}
