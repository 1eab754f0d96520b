"""The people around one person, as staff pages show them."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from livingwell.adjustments.labels import WAYS
from livingwell.carers.labels import ANSWERED, HOW_IT_CAME, OFFERS, SHARING, STAGES, THE_WORD, TOPICS
from livingwell.carers.models import (
    Around,
    AskedWhoHelps,
    Carer,
    CarerEvent,
    CarerOffer,
    OfferKind,
    SharingAgreement,
    SomebodyHelped,
)
from livingwell.carers.models.offer import next_stages
from livingwell.core.clock import in_london
from livingwell.core.dates import long_date
from livingwell.people.models import Topic


@dataclass(frozen=True)
class Whom:
    """A carer by name, for a page that still shows after an action refused: by then the rows are let go."""

    id: UUID
    name: str

    @classmethod
    def of(cls, carer: Carer) -> "Whom":
        return cls(carer.id, carer.name)


@dataclass(frozen=True)
class TopicLine:
    """One topic for one carer. `until` is empty where it is not shared; `note` says that the person is to be asked."""

    label: str
    is_shared: bool
    until: str
    note: str


@dataclass(frozen=True)
class CarerCard:
    """A carer, in short."""

    id: UUID
    name: str
    relation: str
    what_they_do: str
    may_know: str
    note: str
    do_not_contact: str
    stopped: str
    has_unread: bool
    is_known: bool


@dataclass(frozen=True)
class OfferLine:
    """One kind of offer and its steps, the latest first; each is (what, words, when and who)."""

    kind: str
    label: str
    steps: tuple[tuple[str, str, str], ...]
    may_go_on: bool


def carer_card(around: Around, unread: Collection[UUID], today: date) -> CarerCard:
    """The card of a carer. `unread` are the carers who told us something that nobody has read."""
    shared = [each for each in around.sharing.values() if each.is_open(today)]
    return CarerCard(
        id=around.carer.id,
        name=around.carer.name,
        relation=around.carer.relation,
        what_they_do=around.carer.what_they_do,
        may_know=", ".join(TOPICS[each.topic].lower() for each in shared),
        note=due_words(around, today),
        do_not_contact=_asked(around.do_not_contact),
        stopped=_asked(around.stopped),
        has_unread=around.carer.id in unread,
        is_known=around.carer.is_known_to_person,
    )


def topic_lines(around: Around, today: date) -> Sequence[TopicLine]:
    """Each topic, shared or not."""
    return [_topic(around, topic, today) for topic in Topic]


def due_words(around: Around, today: date) -> str:
    """By when the person is to be asked again, where that is soon; that it has ended, where nobody asked."""
    due = [each for each in around.sharing.values() if each.is_due(today)]
    if not due:
        return ""
    first = min(each.until for each in due)
    if first < today:
        return f"Some of it ended on {long_date(first)}, because nobody asked again"
    return f"Ask again by {long_date(first)}: then it ends"


def sharing_past(rows: Iterable[SharingAgreement]) -> Sequence[tuple[str, str, str]]:
    """Everything the person said about what the carer may know, the latest first: (what, words, when and who)."""
    latest_first = sorted(rows, key=lambda each: (each.created_at, each.number), reverse=True)
    return [(f"{TOPICS[row.topic]}: {SHARING[row.kind].lower()}", row.said, _told(row)) for row in latest_first]


def offer_lines(offers: Iterable[CarerOffer]) -> Sequence[OfferLine]:
    """Each kind of offer with its steps."""
    found = list(offers)
    return [_offer([each for each in found if each.kind is kind], kind) for kind in OfferKind]


def asked_line(asked: AskedWhoHelps | None, name: str) -> str:
    """What the person answered last, or that nobody has asked."""
    if asked is None:
        return f"Nobody has asked {name} yet."
    return (
        f"{name} answered on {long_date(asked.asked_on)}: {ANSWERED[asked.answer]}. Written down by {asked.written_by}."
    )


def facts_of(carer: Carer) -> list[tuple[str, str, bool]]:
    """How to reach and support a carer, as pairs for `components/facts.html`."""
    nevers = ", ".join(WAYS[way].lower() for way in carer.nevers)
    return [
        ("The word “carer”", THE_WORD[carer.the_word], False),
        ("Phone", carer.phone, False),
        ("E-mail", carer.email, False),
        ("Address", carer.address, True),
        ("Best way", WAYS[carer.best_way] if carer.best_way else "", False),
        ("Never", nevers, False),
        ("In their words", carer.way_words, True),
        ("What they need from us", carer.adjustments, True),
    ]


def helped_rows(
    found: Iterable[tuple[SomebodyHelped, Sequence[CarerOffer]]],
) -> Sequence[tuple[SomebodyHelped, Sequence[OfferLine]]]:
    """Whom the person helps, with what the person was offered as their carer."""
    return [(helped, offer_lines(offers)) for helped, offers in found]


def _topic(around: Around, topic: Topic, today: date) -> TopicLine:
    sharing = around.sharing.get(topic)
    if sharing is None:
        return TopicLine(TOPICS[topic], False, "", "")
    if not sharing.is_open(today):
        return TopicLine(TOPICS[topic], False, "", f"Ended on {long_date(sharing.until)}, because nobody asked again")
    until = f"since {long_date(sharing.since)}, until {long_date(sharing.until)}"
    return TopicLine(TOPICS[topic], True, until, "Ask again" if sharing.is_due(today) else "")


def _offer(steps: Sequence[CarerOffer], kind: OfferKind) -> OfferLine:
    lines = [
        (STAGES[each.stage], each.said, f"{long_date(each.happened_on)}, written down by {each.written_by}")
        for each in reversed(steps)
    ]
    return OfferLine(kind.value, OFFERS[kind], tuple(lines), bool(next_stages(steps)))


def _told(row: SharingAgreement) -> str:
    return f"{long_date(row.told_on)}, {HOW_IT_CAME[row.how].lower()}, written down by {row.written_by}"


def _asked(event: CarerEvent | None) -> str:
    """When it was asked, by whom it was written down, and in whose words; empty where it does not stand."""
    if event is None:
        return ""
    said = f": “{event.said}”" if event.said else ""
    return f"{long_date(in_london(event.created_at).date())}, written down by {event.written_by}{said}"
