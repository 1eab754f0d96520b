"""When contact counts as lost: only after it was tried the person's way. Every case that we could think of."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from livingwell.adjustments.models import ContactPreferences, Standing, Way, WayPreference
from livingwell.contacts.models import AsAsked, ContactKind, Outcome
from livingwell.journeys.models import ClosurePoint
from livingwell.journeys.models.lost_contact import IN_WORDS, Contacts, Lack, LostContact, NotTheirWayYet

DAY_0 = datetime(2026, 6, 1, 12, tzinfo=UTC)
ASKED, AGAINST, BEFORE = AsAsked.AS_ASKED, AsAsked.NOT_AS_ASKED, AsAsked.BEFORE_WE_ASKED
ALL_ANSWERED = frozenset(ClosurePoint)


def day(number: int) -> datetime:
    return DAY_0 + timedelta(days=number)


def wishes(stop: bool = False, **said: Standing) -> ContactPreferences:
    ways = [WayPreference(way=Way(way), standing=standing) for way, standing in said.items()]
    return ContactPreferences(ways=ways, asked_to_stop=stop)


def tried(
    way: Way,
    on: int,
    as_asked: AsAsked = ASKED,
    outcome: Outcome = Outcome.NO_ANSWER,
    kind: ContactKind = ContactKind.ATTEMPT,
) -> Contacts:
    return Contacts(way, kind, as_asked, outcome, 1, day(on))


def planned(way: Way, on: int, as_asked: AsAsked = ASKED, outcome: Outcome = Outcome.MISSED) -> Contacts:
    return tried(way, on, as_asked, outcome, ContactKind.APPOINTMENT)


CALLED_AGAINST = tried(Way.PHONE, 1, AGAINST)
TEXTED = tried(Way.TEXT, 3, outcome=Outcome.SENT)
VISITED = planned(Way.VISIT, 5)
TEXT_NOT_PHONE = wishes(text=Standing.BEST, phone=Standing.NOT_WANTED)
EVERY_WAY = {way.value: Standing.NOT_SAFE for way in Way}


@dataclass(frozen=True)
class Case:
    says: str
    contacts: tuple[Contacts, ...] = (CALLED_AGAINST, TEXTED, VISITED)
    asked: ContactPreferences | None = field(default_factory=lambda: TEXT_NOT_PHONE)
    viewed_on: int | None = 6
    heard_on: int | None = None
    unmet: int = 0
    has_way_back: bool = True
    answered: frozenset[ClosurePoint] = ALL_ANSWERED
    lacks: tuple[Lack, ...] = ()

    @property
    def facts(self) -> LostContact:
        return LostContact(
            wishes=self.asked,
            contacts=self.contacts,
            viewed_at=day(self.viewed_on) if self.viewed_on is not None else None,
            heard_at=day(self.heard_on) if self.heard_on is not None else None,
            unmet=self.unmet,
            has_way_back=self.has_way_back,
            answered=self.answered,
        )


BOTH = (Lack.TWO_WAYS, Lack.IN_PERSON)
NO_WAY = (Lack.THEIR_WAY, *BOTH)
NOTHING = (*NO_WAY, Lack.LIVED_EXPERIENCE)
NEED_NO_VISIT = wishes(text=Standing.BEST, visit=Standing.NOT_WANTED)

CASES = (
    Case("phoned against their wish, then texted and visited as asked, and a peer was heard"),
    Case("nothing was ever tried", contacts=(), viewed_on=None, lacks=NOTHING),
    Case("phoned against their wish, and nothing since", (CALLED_AGAINST,), viewed_on=0, lacks=NOTHING),
    Case("texted and visited, and then phoned again", (TEXTED, VISITED, tried(Way.PHONE, 7, AGAINST)), lacks=NOTHING),
    Case(
        "phoned against their wish between the text and the visit",
        (TEXTED, tried(Way.PHONE, 4, AGAINST), VISITED),
        lacks=(Lack.THEIR_WAY, Lack.TWO_WAYS),
    ),
    Case("one way twice", (CALLED_AGAINST, TEXTED, tried(Way.TEXT, 5)), lacks=BOTH),
    Case("two ways, nobody went to them", (TEXTED, tried(Way.EMAIL, 4)), lacks=(Lack.IN_PERSON,)),
    Case("through somebody they trust, instead of a visit", (TEXTED, tried(Way.THROUGH_SOMEONE, 5))),
    Case("asked to the clinic: they were to come to us", (TEXTED, planned(Way.CLINIC, 5)), lacks=(Lack.IN_PERSON,)),
    Case("asked to the clinic, as they want no visit", (TEXTED, planned(Way.CLINIC, 5)), NEED_NO_VISIT),
    Case("every contact was as asked", (TEXTED, VISITED)),
    Case(
        "two ways that go against nothing, and not the one they like best",
        (tried(Way.EMAIL, 3), VISITED),
        lacks=(Lack.THEIR_WAY,),
    ),
    Case("they named no way that is best", (tried(Way.EMAIL, 3), VISITED), wishes(phone=Standing.NOT_WANTED)),
    Case("one is from before we asked", (tried(Way.TEXT, 3, BEFORE), VISITED), lacks=(Lack.THEIR_WAY, Lack.TWO_WAYS)),
    Case(
        "nobody has ever asked: ask first",
        (tried(Way.TEXT, 3, BEFORE), planned(Way.VISIT, 5, BEFORE)),
        None,
        lacks=(Lack.NEVER_ASKED, *BOTH),
    ),
    Case("they said only how letters look", asked=wishes(), lacks=(Lack.NEVER_ASKED,)),
    Case("no way that is safe is known", (), wishes(**EVERY_WAY), lacks=(Lack.NO_WAY_LEFT, *BOTH)),
    Case("they asked us to stop", asked=wishes(True, text=Standing.BEST), lacks=(Lack.ASKED_TO_STOP,)),
    Case("we called the visit off", (TEXTED, planned(Way.VISIT, 5, outcome=Outcome.CANCELLED_BY_US)), lacks=BOTH),
    Case(
        "a call against their wish that was called off never was",
        (TEXTED, VISITED, planned(Way.PHONE, 7, AGAINST, Outcome.CANCELLED_BY_US)),
    ),
    Case(
        "the text never arrived",
        (tried(Way.TEXT, 3, outcome=Outcome.NOT_DELIVERED), VISITED),
        lacks=(Lack.THEIR_WAY, Lack.TWO_WAYS),
    ),
    Case(
        "they wrote back since: nothing before that counts",
        (TEXTED, VISITED, tried(Way.TEXT, 8, ASKED, Outcome.REPLIED, ContactKind.FROM_THE_PERSON)),
        lacks=NOTHING,
    ),
    Case("they sent us something from their own page", heard_on=8, lacks=NOTHING),
    Case("they sent something before we tried", heard_on=2),
    Case("we reached them at the visit", (TEXTED, planned(Way.VISIT, 7, outcome=Outcome.ON_TIME)), lacks=NOTHING),
    Case("a peer was heard only before the call", viewed_on=0, lacks=(Lack.LIVED_EXPERIENCE,)),
    Case("no peer was heard", viewed_on=None, lacks=(Lack.LIVED_EXPERIENCE,)),
    Case("nobody wrote down the way back", has_way_back=False, lacks=(Lack.WAY_BACK,)),
    Case("what we changed is not said", answered=frozenset(IN_WORDS), lacks=(Lack.IN_WORDS,)),
    Case("we had nothing to change", (TEXTED, VISITED), answered=frozenset(IN_WORDS)),
    Case("an adjustment was not met", (TEXTED, VISITED), unmet=1, answered=frozenset(IN_WORDS), lacks=(Lack.IN_WORDS,)),
    Case("safety is not answered", answered=ALL_ANSWERED - {ClosurePoint.SAFETY}, lacks=(Lack.IN_WORDS,)),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.says)
def test_contact_is_lost_only_once_it_was_tried_their_way(case: Case) -> None:
    assert case.facts.lacks == case.lacks
    if case.lacks:
        with pytest.raises(NotTheirWayYet) as refused:
            case.facts.require_ready()
        assert refused.value.lacks == case.lacks
    else:
        case.facts.require_ready()


@pytest.mark.parametrize("point", IN_WORDS)
def test_every_point_is_answered_by_somebody(point: ClosurePoint) -> None:
    facts = Case("", answered=ALL_ANSWERED - {point}).facts
    assert facts.unanswered == (point,)
