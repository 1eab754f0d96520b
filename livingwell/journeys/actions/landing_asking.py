"""Asking whether it landed: by itself where the person said that this is good, else by a member on Today."""

import logging
import secrets
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.exc import OperationalError

from livingwell.adjustments.models import ContactPreferences, Way
from livingwell.adjustments.queries.preferences import preferences_of
from livingwell.audit import record
from livingwell.contacts.queries.stopping import why_nothing_goes
from livingwell.contacts.wording.languages import is_english
from livingwell.core.actor import the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import in_london, now, today
from livingwell.core.contact import is_email, is_phone
from livingwell.core.errors import place_of
from livingwell.delivery.actions import put_in_outbox
from livingwell.delivery.actions.chores import take_chore
from livingwell.extensions import db
from livingwell.identity.models import hash_of_token
from livingwell.journeys.actions.landing import cancel_landing_checks
from livingwell.journeys.actions.landing_messages import question
from livingwell.journeys.landing_times import landing_times
from livingwell.journeys.landing_words import can_be_named
from livingwell.journeys.models import EndingKind, LandingAsking, LandingCheck
from livingwell.journeys.models.landing import TRIES
from livingwell.journeys.models.landing_way import BY_ITSELF, NOBODY_KNOWS, AskingBy, asking_by, is_good_time
from livingwell.journeys.queries.landing import checks_after, locked_check
from livingwell.journeys.queries.landing_due import (
    checks_due,
    has_open_question,
    is_back,
    is_still_due,
    went,
)
from livingwell.people.models import Person
from livingwell.people.queries.locking import hold_person

log = logging.getLogger("livingwell.journeys")

ASKING = the_system("asking whether it landed")
EVERY = timedelta(minutes=1)
LOOKED_FOR_A_TIME = timedelta(days=7)
"""Where no time was good for so long, a member asks."""


def ask_what_is_due(base: str) -> bool:
    """The worker's part: everything that is due is asked, or put on Today. Answers whether it was time to look.

    `base` is where our addresses begin; where nobody knows, no e-mail goes by itself.

    Of several workers one does it at a time. Each check is an action of its own: one that fails holds up no other.
    """
    if not take_chore("landing checks", EVERY):
        return False
    for check_id in checks_due():
        try:
            ask(check_id, base)
        except OperationalError:
            raise  # the database is busy: it is tried again
        except Exception as error:
            log.error("%s at %s", type(error).__name__, place_of(error))
    return True


@atomic()
def ask(check_id: UUID, base: str) -> None:
    """Ask, in the person's best way that is left; or note that nobody answered. Does nothing before its time.

    Never twice: the check is held, and its tries are numbered.
    """
    check = locked_check(check_id)
    hold_person(check.person_id)
    if not is_still_due(check_id):
        return
    if why := _why_not_any_more(check):
        cancel_landing_checks(check.person_id, why, ASKING)
        return
    if len(check.askings) >= _tries(check):
        _give_up(check)
        return
    person = db.session.get_one(Person, check.person_id, populate_existing=True)
    preferences = preferences_of(person.id)
    by = _way(check, person, preferences, base)
    if by is None:
        _give_up(check)
    elif by.is_by_hand or preferences is None or by.way is None:
        _leave_to_a_member(check, by.way)
    else:
        _by_itself(check, person, preferences, by.way, base)


def _by_itself(check: LandingCheck, person: Person, preferences: ContactPreferences, way: Way, base: str) -> None:
    """Send it at a good time, one question at a time. Where no time is good, a member finds one."""
    if has_open_question(person.id):
        return
    if not is_good_time(preferences, way, now()):
        if today() - _since(check) > LOOKED_FOR_A_TIME:
            _leave_to_a_member(check, way)
        return
    token = secrets.token_urlsafe(24) if way is Way.EMAIL else ""
    message = put_in_outbox(question(check, person, preferences, way, token, base))
    asking = _new_asking(check, way)
    asking.asked_at, asking.message_id = now(), message.id
    asking.token_hash = hash_of_token(token) if token else None
    record("ask_landing", ASKING, person.id)


def _leave_to_a_member(check: LandingCheck, way: Way | None) -> None:
    _new_asking(check, way)
    record("leave_landing_to_member", ASKING, check.person_id)


def _give_up(check: LandingCheck) -> None:
    """Nobody answered. What else was to be asked at the same time is left too: more questions help nobody."""
    for each in _at_the_same_time(check):
        if each.is_open and all(asking.asked_at for asking in each.askings):
            each.given_up_at = now()
    record("give_up_landing", ASKING, check.person_id)


def _new_asking(check: LandingCheck, way: Way | None) -> LandingAsking:
    asking = check.next_try()
    asking.way = way
    return asking


def _way(check: LandingCheck, person: Person, preferences: ContactPreferences | None, base: str) -> AskingBy | None:
    there = {Way.TEXT: is_phone(person.mobile), Way.EMAIL: is_email(person.email)}
    has = [way for way, is_there in there.items() if is_there]
    used = {each.way for each in check.askings}
    by = asking_by(preferences, used, _by_itself_ways(check, preferences, base), has)
    if by is None and not any(went(each) for each in check.askings):
        return NOBODY_KNOWS  # nothing arrived, so nobody was asked yet
    return by


def _by_itself_ways(check: LandingCheck, preferences: ContactPreferences | None, base: str) -> list[Way]:
    """Nothing goes by itself in a language that we don't write; nor a text that can't name what it is about, or an
    e-mail whose links would lead nowhere.
    """
    if preferences is None or not is_english(preferences.language):
        return []
    is_clear = (
        check.destination is None or can_be_named(check.destination, preferences) or len(_at_the_same_time(check)) == 1
    )
    can = {Way.TEXT: is_clear, Way.EMAIL: bool(base)}
    return [way for way in BY_ITSELF if can[way]]


def _at_the_same_time(check: LandingCheck) -> list[LandingCheck]:
    """This check, and what else is asked at the same time."""
    return [each for each in checks_after(check.closure_id) if each.weeks == check.weeks]


def _tries(check: LandingCheck) -> int:
    """Who left by their own choice, or whom we could not reach, is asked once: no answer is an answer."""
    is_gentle = check.closure.kind in (EndingKind.OWN_DECISION, EndingKind.LOST_CONTACT)
    return 1 if is_gentle else TRIES


def _since(check: LandingCheck) -> date:
    """Since when this try could have gone out: after what was asked at the same time."""
    asked = [asking.asked_at for each in _at_the_same_time(check) for asking in each.askings if asking.asked_at]
    waited = timedelta(days=landing_times.answer_days)
    return in_london(max(asked)).date() + waited if asked else check.due_on


def _why_not_any_more(check: LandingCheck) -> str:
    if is_back(check.person_id, check.closure.closed_on):
        return "They are back with us."
    return why_nothing_goes(check.person_id)
