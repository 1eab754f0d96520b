"""Writing down how the person asked to be reached. Each time is a set of its own; nothing changes one later."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, fields

from livingwell.adjustments import policy
from livingwell.adjustments.commands import MOST, RecordPreferences
from livingwell.adjustments.models import ContactPreferences, Reminder, TimePreference, WayPreference
from livingwell.adjustments.queries.preferences import preferences_of, times_told
from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.errors import Invalid, Stale
from livingwell.delivery.actions.outbox import cancel_waiting
from livingwell.extensions import db
from livingwell.people.models import Person
from livingwell.people.queries.locking import hold_person

ROWS = frozenset({"ways", "times", "reminders", "told_at", "replaces"})
"""What a command holds that is no column of the set."""

ASKED_TO_STOP = "They asked us to stop contacting them."


@atomic()
def record_preferences(person: Person, command: RecordPreferences, actor: Actor) -> ContactPreferences:
    """A new set, in force from when the person told us. The sets before it stay as they are.

    Raises Stale where somebody else wrote one down since the page was read. Where the person asked us to stop, all
    that waits to go out to them is cancelled in the same commit.
    """
    policy.require_change(actor, person.id)
    hold_person(person.id)
    _require_sense(command)
    _require_read(person, command)
    said = ContactPreferences(
        person_id=person.id,
        told_at=command.told_at or now(),
        recorded_by_id=actor.account_id,
        ways=[WayPreference(position=place, **asdict(each)) for place, each in enumerate(command.ways)],
        times=[TimePreference(position=place, **asdict(each)) for place, each in enumerate(command.times)],
        reminders=[Reminder(**asdict(each)) for each in dict.fromkeys(command.reminders)],
        **{each.name: getattr(command, each.name) for each in fields(command) if each.name not in ROWS},
    )
    db.session.add(said)
    if command.asked_to_stop:
        cancel_waiting(person.id, ASKED_TO_STOP, actor)
    record("record_preferences", actor, person.id)
    return said


def _require_read(person: Person, command: RecordPreferences) -> None:
    """Raise Stale unless what stands is what was read. The page shows what stands in the words of both."""
    told = times_told(person.id)
    if command.replaces is None or command.replaces == told:
        return
    stands = preferences_of(person.id)
    texts = dict(_texts(stands)) if stands else {}
    raise Stale(texts, row_version=told, row_id=stands.id if stands else None)


def _texts(stands: ContactPreferences) -> Iterator[tuple[str, str]]:
    """What stands, by the names of the form's boxes: each way says where it stands and why."""
    for name in ("words", "comes_from", "and_then", "through_whom", "language"):
        if getattr(stands, name):
            yield name, getattr(stands, name)
    for each in stands.ways:
        yield f"{each.way}_standing", each.standing.value
        if each.why:
            yield f"{each.way}_why", each.why


def _require_sense(command: RecordPreferences) -> None:
    """Raise Invalid for what can't be so. Ways that are all "never" can: nothing is put right behind their back."""
    messages = {}
    if command.told_at is not None and command.told_at > now():
        messages["told_on"] = "The day they told us must be today or in the past"
    if len({each.way for each in command.ways}) != len(command.ways):
        messages["words"] = "Say one thing about each way"
    never = {each.way for each in command.ways if each.standing.is_never}
    if command.asked_to_stop and command.reminders:
        messages["reminder_1_hours"] = "Somebody who asked us to stop gets no reminders. Take the reminders out"
    elif any(each.way in never for each in command.reminders):
        messages["reminder_1_way"] = "A reminder can’t go a way that is never to be used. Choose another way"
    if any(each.starts and each.ends and each.starts >= each.ends for each in command.times):
        messages["good_1_ends"] = "A time must end after it starts. Write one over midnight as two"
    if any(number > MOST for number in _numbers(command)):
        messages["words"] = f"Give {MOST} good times, times that are not good, and reminders, or fewer of each"
    if messages:
        raise Invalid(messages)


def _numbers(command: RecordPreferences) -> Iterator[int]:
    yield len(command.reminders)
    yield from Counter(each.standing for each in command.times).values()
