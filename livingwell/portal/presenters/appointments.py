"""The next appointment, as the person reads it at home."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask import url_for
from flask_babel import lazy_gettext

from livingwell.adjustments.models import Way
from livingwell.contacts.models import Contact
from livingwell.core.clock import in_london, now
from livingwell.identity.models import Introduction
from livingwell.portal.dates import clock_time, day_and_date
from livingwell.portal.presenters.around import calling_words
from livingwell.portal.saying import gettext as _

HOW = {
    Way.TEXT: lazy_gettext("By text. Nobody will call you."),
    Way.EMAIL: lazy_gettext("By e-mail. Nobody will call you."),
    Way.LETTER: lazy_gettext("By letter. Nobody will call you."),
    Way.PHONE: lazy_gettext("On the phone. We call you."),
    Way.VOICEMAIL: lazy_gettext("We leave you a voice message."),
    Way.VIDEO: lazy_gettext("By video call."),
    Way.VISIT: lazy_gettext("We meet face to face. We come to you."),
    Way.CLINIC: lazy_gettext("We meet face to face, at our place."),
    Way.THROUGH_SOMEONE: lazy_gettext("Through somebody you trust."),
}


def when_words(at: datetime) -> str:
    """Thursday 18 June 2026, 1:40pm"""
    return _("%(day)s, %(time)s", day=day_and_date(in_london(at).date()), time=clock_time(at))


@dataclass(frozen=True)
class Face:
    """Somebody of the team, as they wish to be seen: `picture` is an address or "", `words` may be none."""

    name: str
    calling: str
    words: str
    picture: str

    @classmethod
    def of(cls, name: str, profession: str | None, introduction: Introduction | None) -> "Face":
        has_picture = introduction is not None and introduction.small_picture
        return cls(
            name=name,
            calling=calling_words(profession),
            words=introduction.words if introduction else "",
            picture=url_for("portal.show_face", account_id=introduction.account_id)
            if introduction and has_picture
            else "",
        )


@dataclass(frozen=True)
class NextAppointment:
    """When, where, how and with whom."""

    id: UUID
    when: str
    how: str
    where: str
    reminder: str
    face: Face
    can_change: bool

    @classmethod
    def of(cls, contact: Contact, introduction: Introduction | None, reminded_at: datetime | None) -> "NextAppointment":
        made_by = contact.made_by
        return cls(
            id=contact.id,
            when=when_words(contact.at),
            how=str(HOW[contact.way]),
            where=contact.place,
            reminder=_("We will remind you on %(when)s.", when=when_words(reminded_at)) if reminded_at else "",
            face=Face.of(made_by.name, made_by.profession and made_by.profession.value, introduction),
            can_change=contact.at > now(),
        )
