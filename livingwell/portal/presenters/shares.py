"""The person's links: which work, and each time that one was opened."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _

from livingwell.passports.models import PassportShare, ShareOpening, WhyStopped
from livingwell.portal.dates import date_and_time


@dataclass(frozen=True)
class ShareLine:
    """A link as the person sees it. `tries` is a sentence for each PIN that was sent, the newest first."""

    id: UUID
    label: str
    made: str
    state: str
    is_open: bool
    tries: tuple[str, ...]

    @classmethod
    def of(cls, share: PassportShare) -> "ShareLine":
        return cls(
            id=share.id,
            label=share.for_whom or _("A link"),
            made=_("Made by %(name)s, %(time)s.", name=share.written_by, time=date_and_time(share.created_at)),
            state=_state(share),
            is_open=share.is_open,
            tries=tuple(_tries(reversed(share.openings))),
        )


def _state(share: PassportShare) -> str:
    if share.stop and share.stop.why is WhyStopped.WRONG_PINS:
        time = date_and_time(share.stop.created_at)
        return str(_("We stopped it, %(time)s. Somebody typed the wrong PIN 5 times.", time=time))
    if share.stop:
        return str(_("Stopped, %(time)s.", time=date_and_time(share.stop.created_at)))
    if share.is_open:
        return str(_("It works until %(time)s.", time=date_and_time(share.ends_at)))
    return str(_("It ended, %(time)s.", time=date_and_time(share.ends_at)))


def _tries(openings: Iterator[ShareOpening]) -> Iterator[str]:
    for opening in openings:
        told = {"time": date_and_time(opening.created_at), "browser": opening.browser or _("unknown")}
        if opening.is_right:
            yield _("Opened, %(time)s. With: %(browser)s.", **told)
        else:
            yield _("A wrong PIN, %(time)s. With: %(browser)s.", **told)
