"""Who reads what the person writes, and when: beside every box."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import lazy_gettext

from livingwell.people.models import AllocationRole
from livingwell.people.models.around import SupportingTeam

CALLINGS = {
    "nurse": lazy_gettext("nurse"),
    "occupational_therapist": lazy_gettext("occupational therapist"),
    "psychologist": lazy_gettext("psychologist"),
    "psychiatrist": lazy_gettext("psychiatrist"),
    "social_worker": lazy_gettext("social worker"),
    "recovery_worker": lazy_gettext("recovery worker"),
    "peer_support_worker": lazy_gettext("peer support worker"),
    "link_worker": lazy_gettext("link worker"),
    "vcse_worker": lazy_gettext("worker of a partner group"),
    "team_lead": lazy_gettext("team lead"),
    "administrator": lazy_gettext("administrator"),
    "other": lazy_gettext("member of the team"),
}


def calling_words(profession: str | None) -> str:
    """What somebody is, in everyday words of the reader's language."""
    return str(CALLINGS.get(profession or "other", CALLINGS["other"]))


@dataclass(frozen=True)
class Readers:
    """Who reads it and when, in sentences."""

    who: str
    when: str

    @classmethod
    def of(cls, teams: Sequence[SupportingTeam]) -> "Readers":
        key_worker = next(
            (each.account.name for team in teams for each in team.supporters if each.role is AllocationRole.KEY_WORKER),
            "",
        )
        who = (
            _("%(name)s reads this. When they are away, someone else in your team does.", name=key_worker)
            if key_worker
            else _("Someone in your team reads this.")
        )
        said = " ".join(team.contact.reads for team in teams if team.contact and team.contact.reads)
        return cls(who, said or _("They read it on working days."))
