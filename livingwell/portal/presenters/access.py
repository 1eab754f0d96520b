"""Who has access to a person's own page, as a member is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from livingwell.adjustments.models import ContactPreferences
from livingwell.carers.models import Around, Carer
from livingwell.core.clock import now, today
from livingwell.core.contact import normal_number
from livingwell.core.dates import date_and_time, long_date
from livingwell.core.text import possessive
from livingwell.delivery.models import Channel
from livingwell.identity.models import Account, OneTimeCode, OwnInvitation, OwnSignIn, OwnWay
from livingwell.people.models import Person, Topic
from livingwell.portal.access import (
    CONTACT_WAY,
    CarerWithAccess,
    OwnAccount,
    address_of_carer,
    address_on_record,
    ways_in_order,
    why_not,
    why_not_carer,
)

TOPICS = {
    Topic.PLAN: "the plan",
    Topic.APPOINTMENTS: "appointments",
    Topic.SAFETY_PLAN: "the safety plan",
    Topic.LETTERS: "letters",
    Topic.MEETINGS: "what is said in meetings",
}
BY = {OwnWay.CODE: "By text", OwnWay.LINK: "By e-mail"}
SIGNS_IN = {OwnWay.CODE: "A code by text to", OwnWay.LINK: "A link by e-mail to", OwnWay.PASSWORD: "A password, with"}


@dataclass(frozen=True)
class Offer:
    """A way of inviting: where it would go, or why not."""

    value: str
    label: str
    why_not: str


@dataclass(frozen=True)
class AccessView:
    """The person's account on its page. `state` is one sentence; `warning` what a member should do something about."""

    state: str
    ways: tuple[str, ...]
    history: tuple[str, ...]
    warning: str
    needs_help: bool
    is_open: bool

    @classmethod
    def of(cls, person: Person, own: OwnAccount | None, preferences: ContactPreferences | None) -> "AccessView":
        if own is None or not own.account.is_active:
            said = "has no account of their own yet" if own is None else "had an account: access was ended"
            return cls(f"{person.preferred_name} {said}.", (), _history(own), "", False, False)
        return cls(
            state=_state(person, own),
            ways=tuple(_way(each) + _not_on_record(person, each) for each in own.sign_ins)
            or ("With a printed code, each time.",),
            history=_history(own),
            warning=_warning(person, own, preferences),
            needs_help=any(each.needs_help for each in own.sign_ins),
            is_open=True,
        )


@dataclass(frozen=True)
class CarerAccess:
    """A carer's account: its state in a sentence, what they see with it, and how they sign in."""

    state: str
    sees: str
    ways: tuple[str, ...]
    is_open: bool
    needs_help: bool
    is_welcome: bool

    @classmethod
    def of(cls, around: Around, own: tuple[Account, Sequence[OwnSignIn]] | None) -> "CarerAccess":
        account, sign_ins = own or (None, ())
        is_open = account is not None and account.is_active
        closed = "had an account: it was ended" if account else "has no account of their own yet"
        topics = [TOPICS[each.topic] for each in around.sharing.values() if each.is_open(today())]
        return cls(
            state=f"{around.carer.name} {'can sign in' if is_open else closed}.",
            sees=", ".join(topics),
            ways=tuple(_way(each) for each in sign_ins) if is_open else (),
            is_open=is_open,
            needs_help=any(each.needs_help for each in sign_ins),
            is_welcome=around.do_not_contact is None and around.stopped is None,
        )


def carer_offers(carer: Carer) -> list[Offer]:
    """The ways of inviting a carer."""
    return [
        Offer(way.value, f"{BY[way]}{_to(address_of_carer(carer, way))}", why_not_carer(carer, way))
        for way in CONTACT_WAY
    ]


def offers(person: Person, preferences: ContactPreferences | None) -> list[Offer]:
    """The ways of inviting, what the person likes best first."""
    return [
        Offer(way.value, f"{BY[way]}{_to(address_on_record(person, way))}", why_not(person, way, preferences))
        for way in ways_in_order(preferences)
    ]


def carer_lines(carers: Sequence[CarerWithAccess]) -> list[str]:
    """Efua Osei, a carer: appointments and letters, until 3 May 2027"""
    return [_carer(each) for each in carers]


def in_groups(secret: str) -> str:
    """The printed code as it is easy to copy: ABCD-EFGH-JKLM"""
    return "-".join(secret[start : start + 4] for start in range(0, len(secret), 4))


def _state(person: Person, own: OwnAccount) -> str:
    if own.signed_in_at:
        return f"{person.preferred_name} signed in last on {date_and_time(own.signed_in_at)}."
    return f"{person.preferred_name} has an account, and has not signed in yet."


def _way(sign_in: OwnSignIn) -> str:
    used = "" if sign_in.is_confirmed else " (not used yet: it asks for the date of birth the first time)"
    return f"{SIGNS_IN[sign_in.way]} {sign_in.address_shown}{used}"


def _not_on_record(person: Person, sign_in: OwnSignIn) -> str:
    """They may sign in with another number than we ring; a member who changed the record invites them again."""
    there = (person.email.casefold(), normal_number(person.mobile))
    return "" if sign_in.address in there else ". That is not what is on the record"


def _warning(person: Person, own: OwnAccount, preferences: ContactPreferences | None) -> str:
    """What stands in the way of signing in, the gravest first."""
    name = person.preferred_name
    for sign_in in own.sign_ins:
        if sign_in.needs_help:
            return f"{name} gave a date of birth three times that is not the one on the record. Find out who it was."
        contact = CONTACT_WAY.get(sign_in.way)
        said = preferences.about(contact) if preferences and contact else None
        if said is not None and said.standing.is_never:
            return f"Nothing is sent: {possessive(name)} sign-in uses a way that they said never to use. Change it."
    if own.refused:
        return f"The last link or code did not arrive: {own.refused}"
    return ""


def _history(own: OwnAccount | None) -> tuple[str, ...]:
    """What was sent and printed, the latest first."""
    if own is None:
        return ()
    lines: list[tuple[datetime, str]] = [
        *((each.created_at, _invited(each)) for each in own.invitations),
        *((each.created_at, _printed(each)) for each in own.printed),
    ]
    return tuple(words for _at, words in sorted(lines, reverse=True))


def _invited(invitation: OwnInvitation) -> str:
    way = "text" if invitation.channel is Channel.TEXT else "e-mail"
    by = f" by {invitation.sent_by.name}" if invitation.sent_by else ""
    return f"Invited by {way} on {date_and_time(invitation.created_at)}{by}"


def _printed(code: OneTimeCode) -> str:
    by = f" by {code.made_by.name}" if code.made_by else ""
    return f"One-time code printed on {date_and_time(code.created_at)}{by}: {_what_became_of(code)}"


def _what_became_of(code: OneTimeCode) -> str:
    if code.finished_at:
        return f"used on {date_and_time(code.finished_at)}"
    if code.used_at:
        return "it opens nothing any more"
    return "it was never used" if now() >= code.expires_at else f"good until {long_date(code.expires_at.date())}"


def _carer(carer: CarerWithAccess) -> str:
    if not carer.topics:
        return f"{carer.name}, a carer: may write to us, and sees nothing of the record"
    topics = [TOPICS[topic] for topic in carer.topics]
    told = ", ".join(topics[:-1]) + " and " + topics[-1] if len(topics) > 1 else topics[0]
    until = f", until {long_date(carer.until)}" if carer.until else ""
    return f"{carer.name}, a carer: {told}{until}"


def _to(address: str) -> str:
    return f" to {address}" if address else ""
