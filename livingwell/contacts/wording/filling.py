"""What a template says to this person, before anybody has written a word."""

from livingwell.adjustments.models import ContactPreferences, Way
from livingwell.contacts.models import Contact
from livingwell.contacts.wording.placeholders import filled
from livingwell.contacts.wording.seen_by_others import may_say_who
from livingwell.contacts.wording.shipped import Template
from livingwell.core.clock import in_london
from livingwell.core.dates import clock_time, day_and_date


def opening_words(
    template: Template,
    way: Way,
    preferences: ContactPreferences | None,
    name: str,
    writer: str,
    team: str,
    appointment: Contact | None,
) -> dict[str, str]:
    """The fields of the form, with what is known put in. What isn't stays in braces until somebody fills it in.

    Where others may read it, it is signed with a first name alone unless the person said that we may say who we are.
    """
    first_name = writer.split()[0]
    outside = writer if may_say_who(preferences) else first_name
    known = {"name": name, "team": team, **_known_of(appointment)}
    if way is Way.TEXT:
        team_said = team if may_say_who(preferences) else "our team"
        return {"words": filled(template.text_words, {**known, "me": outside, "team": team_said})}
    return {
        "subject": filled(template.subject, {**known, "me": outside}),
        "words": filled(template.words, {**known, "me": writer}),
    }


def _known_of(appointment: Contact | None) -> dict[str, str]:
    if appointment is None:
        return {}
    known = {"day": day_and_date(in_london(appointment.at).date()), "time": clock_time(appointment.at)}
    return {**known, "place": appointment.place} if appointment.place else known
