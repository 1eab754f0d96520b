"""Where the passport spared the person saying it again."""

from dataclasses import dataclass

from flask_babel import gettext as _

from livingwell.core.clock import in_london
from livingwell.passports.models import PassportUse, UsedIn
from livingwell.portal.dates import long_date


@dataclass(frozen=True)
class UseLine:
    """One use: the person's words as they were then, and where they were used."""

    words: str
    where: str

    @classmethod
    def of(cls, use: PassportUse) -> "UseLine":
        told = {"day": long_date(in_london(use.created_at).date()), "name": use.written_by}
        where = {
            UsedIn.PLAN: _("In your plan, on %(day)s, by %(name)s", **told),
            UsedIn.LETTER: _("In a letter or message to you, on %(day)s, by %(name)s", **told),
            UsedIn.MEETING: _("In a meeting, on %(day)s, by %(name)s", **told),
        }
        return cls(use.line.words, where[use.used_in])
