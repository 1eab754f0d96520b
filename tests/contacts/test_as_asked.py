"""As asked, or not: random tellings and contacts against a plain reading of the rule.

The reference below knows nothing of our models. It reads what was told last before the contact, and nothing later.
"""

from dataclasses import dataclass, field
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from livingwell.adjustments.models import Standing, TimePreference, TimeStanding, Way
from livingwell.contacts.commands import Because
from livingwell.contacts.models import AsAsked, ContactKind, Outcome
from livingwell.contacts.queries.contacts import contact_of
from livingwell.core.clock import fixed, in_london
from livingwell.people.models import Person
from tests.factories.contacts import THURSDAY, Desk, make_contact, tell_preferences
from tests.factories.people import make_person

WAYS = (Way.TEXT, Way.PHONE, Way.LETTER, Way.VISIT)
MEETINGS = ("phone", "visit")
NEVER = ("not_wanted", "not_safe")


@dataclass(frozen=True)
class Told:
    """What the person tells us, some hours after the beginning."""

    hour: int
    ways: dict[str, str]
    not_before_noon: bool
    notice_hours: int


@dataclass(frozen=True)
class Made:
    """A contact some hours after the beginning, logged some hours later."""

    hour: int
    logged_after: int
    way: str
    is_from_them: bool
    agreed_hours_before: int | None


@dataclass
class Story:
    """What happens, in the order in which it comes to us."""

    told: list[Told] = field(default_factory=list)
    expected: dict[object, str] = field(default_factory=dict)


HOURS = st.integers(0, 72)
tellings = st.builds(
    Told,
    hour=HOURS,
    ways=st.dictionaries(st.sampled_from([way.value for way in WAYS]), st.sampled_from(list(Standing)), max_size=3),
    not_before_noon=st.booleans(),
    notice_hours=st.sampled_from([0, 24]),
)
contacts = st.builds(
    Made,
    hour=HOURS,
    logged_after=st.integers(0, 48),
    way=st.sampled_from([way.value for way in WAYS]),
    is_from_them=st.booleans(),
    agreed_hours_before=st.none() | st.sampled_from([0, 23, 24, 25]),
)


def reference(told: list[Told], made: Made) -> str:
    """The rule in plain words, by what had come to us when the contact was logged."""
    in_force = [each for each in told if each.hour <= made.hour]
    if not in_force:
        return "before_we_asked"
    said = max(enumerate(in_force), key=lambda pair: (pair[1].hour, pair[0]))[1]
    if made.is_from_them:
        return "as_asked"
    standing = said.ways.get(made.way)
    at = in_london(THURSDAY + timedelta(hours=made.hour))
    is_against_way = standing in (*NEVER, "only_if_urgent")
    is_against_time = said.not_before_noon and at.hour < 12 and made.way != "letter"
    had_notice = made.agreed_hours_before is not None and made.agreed_hours_before >= said.notice_hours
    is_too_soon = bool(said.notice_hours) and made.way in MEETINGS and not had_notice
    return "not_as_asked" if is_against_way or is_against_time or is_too_soon else "as_asked"


def tell(desk: Desk, person: Person, told: Told) -> None:
    mornings = TimePreference(position=0, standing=TimeStanding.NOT)
    mornings.ends = (in_london(THURSDAY)).replace(hour=12, minute=0).time()
    tell_preferences(
        person,
        desk.nurse,
        {Way(way): Standing(standing) for way, standing in told.ways.items()},
        times=(mornings,) if told.not_before_noon else (),
        notice_hours=told.notice_hours,
        told_at=THURSDAY + timedelta(hours=told.hour),
    )


def make(desk: Desk, person: Person, made: Made) -> object:
    at = THURSDAY + timedelta(hours=made.hour)
    agreed = made.agreed_hours_before
    contact = make_contact(
        person,
        desk.lead,
        Way(made.way),
        Outcome.SPOKE,
        at=at,
        kind=ContactKind.FROM_THE_PERSON if made.is_from_them else ContactKind.ATTEMPT,
        agreed_at=None if agreed is None else at - timedelta(hours=agreed),
        because=Because("A reason, in case"),
    )
    return contact.id


def verdict(person: Person, contact_id: object) -> AsAsked:
    return contact_of(person.id, contact_id).as_asked  # type: ignore[arg-type]


@settings(max_examples=60)
@given(happens=st.lists(tellings | contacts, max_size=8))
def test_each_contact_is_judged_by_what_was_asked_by_then_and_for_ever(desk: Desk, happens: list[Told | Made]) -> None:
    person = make_person("Ada", team=desk.team)
    story = Story()
    in_order = sorted(happens, key=lambda each: each.hour + (each.logged_after if isinstance(each, Made) else 0))
    for each in in_order:
        if isinstance(each, Told):
            # Of two told at one time, the one written down last holds: a moment lies between them.
            with fixed(THURSDAY + timedelta(hours=each.hour, milliseconds=len(story.told))):
                tell(desk, person, each)
            story.told.append(each)
            continue
        with fixed(THURSDAY + timedelta(hours=each.hour + each.logged_after)):
            story.expected[make(desk, person, each)] = reference(story.told, each)
    with fixed(THURSDAY + timedelta(days=30)):
        tell_preferences(person, desk.nurse, dict.fromkeys(WAYS, Standing.NOT_SAFE), told_at=THURSDAY)
        found = {contact_id: verdict(person, contact_id).value for contact_id in story.expected}
    assert found == story.expected
