"""Sending the links and codes that were asked for. The worker calls it, so that no page takes longer for some."""

from uuid import UUID

from sqlalchemy.exc import OperationalError

from livingwell.adjustments.models import Way
from livingwell.audit import record
from livingwell.core.actor import the_system
from livingwell.core.atomic import atomic
from livingwell.delivery.actions import put_in_outbox
from livingwell.delivery.commands import Outgoing
from livingwell.delivery.models import Channel
from livingwell.identity.actions.getting_in import make_secret, take_to_make
from livingwell.identity.actions.throttling import Throttle
from livingwell.identity.models import CodePurpose, OneTimeCode, OwnSignIn, OwnWay
from livingwell.identity.queries.one_time_codes import next_to_make
from livingwell.identity.queries.own_accounts import language_chosen, sign_ins_at
from livingwell.portal.queries.getting_in import is_never_written_to, person_of
from livingwell.portal.way_in_words import Words, code_by_text, link_by_email

SENDING = the_system("signing in")


def send_next(throttle: Throttle) -> bool:
    """Send one link or code that was asked for; answers whether there was one.

    One that can't be written for a fault of ours is given up, so that it holds up none of the others.
    """
    code_id = next_to_make()
    if code_id is None:
        return False
    try:
        _send(code_id, throttle)
    except OperationalError:
        raise  # the database is busy: it is tried again
    except Exception:
        take_to_make(code_id)
        raise
    return True


@atomic()
def _send(code_id: UUID, throttle: Throttle) -> None:
    """Nothing goes to an address that nobody signs in with, nor in a way that everybody there said never to use."""
    code = take_to_make(code_id)
    wanted = [each for each in sign_ins_at(code.address) if _may_be_sent(each)] if code else []
    if code is None or not wanted:
        return
    words = _words(code, make_secret(code, throttle), language_chosen(wanted[0].account_id))
    code.message_id = put_in_outbox(_outgoing(code, words)).id
    people = {person.id for each in wanted if (person := person_of(each.account_id))}
    record("send_way_in", SENDING, people.pop() if len(people) == 1 else None)


def _may_be_sent(sign_in: OwnSignIn) -> bool:
    way = Way.EMAIL if "@" in sign_in.address else Way.TEXT
    return sign_in.way is not OwnWay.PASSWORD and not is_never_written_to(sign_in.account, way)


def _words(code: OneTimeCode, secret: str, language: str) -> Words:
    if code.purpose is CodePurpose.LINK:
        return link_by_email(secret, code.base, language)
    return code_by_text(secret, language)


def _outgoing(code: OneTimeCode, words: Words) -> Outgoing:
    """About nobody, so that no list of messages shows a member what opens somebody's page."""
    return Outgoing(
        channel=Channel.EMAIL if code.purpose is CodePurpose.LINK else Channel.TEXT,
        to_address=code.address,
        subject=words.subject,
        text=words.text,
        not_after=code.expires_at,
    )
