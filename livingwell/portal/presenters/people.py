"""My people: who helps me, what each may know, and whom I help."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from livingwell.carers.models import Around, CarerNote, MayPersonSee
from livingwell.people.models import Topic
from livingwell.portal.dates import date_and_time, listed, long_date
from livingwell.portal.presenters.topics import EVERY_TOPIC, OF_MINE
from livingwell.portal.saying import gettext as _
from livingwell.portal.seeing import Sight


@dataclass(frozen=True)
class TopicRow:
    """One topic: whether it is shared now, and until when or why not."""

    topic: str
    words: str
    is_open: bool
    note: str


@dataclass(frozen=True)
class OneOfMyPeople:
    """Somebody who helps me. `no_contact` and `no_longer` are what I asked, while it stands."""

    id: UUID
    name: str
    relation: str
    what_they_do: str
    topics: tuple[TopicRow, ...]
    no_contact: bool
    no_longer: bool


def my_people(found: Iterable[Around], today: date) -> Sequence[OneOfMyPeople]:
    """Everybody who helps me and whom I know to be on record, those who still do first."""
    known = [one_of_my_people(each, today) for each in found if each.carer.is_known_to_person]
    return sorted(known, key=lambda each: each.no_longer)


def one_of_my_people(around: Around, today: date) -> OneOfMyPeople:
    """One of them. How to reach them, and what they need, is theirs, and is not here."""
    return OneOfMyPeople(
        id=around.carer.id,
        name=around.carer.name,
        relation=around.carer.relation,
        what_they_do=around.carer.what_they_do,
        topics=tuple(topic_row(around, topic, today) for topic in EVERY_TOPIC),
        no_contact=around.do_not_contact is not None,
        no_longer=around.stopped is not None,
    )


def topic_row(around: Around, topic: Topic, today: date) -> TopicRow:
    """Whether a carer may see the topic today."""
    sharing = around.sharing.get(topic)
    if sharing is None:
        return TopicRow(topic.value, str(OF_MINE[topic]), False, "")
    day = long_date(sharing.until)
    if not sharing.is_open(today):
        return TopicRow(topic.value, str(OF_MINE[topic]), False, _("It ended on %(day)s.", day=day))
    return TopicRow(topic.value, str(OF_MINE[topic]), True, _("Until %(day)s.", day=day))


def told_about_me(notes: Iterable[CarerNote]) -> Sequence[tuple[str, str]]:
    """What a carer told the team and said I may see: their words, and when. Nothing else, whatever comes in."""
    return [(each.words, date_and_time(each.told_at)) for each in notes if each.may_see is MayPersonSee.YES]


def carers_in_sight(found: Iterable[OneOfMyPeople], href: str) -> Iterable[Sight]:
    """Who of them sees something, for the page of everybody who does. `href` is where I change it."""
    for one in found:
        shared = [row.words for row in one.topics if row.is_open]
        if shared:
            why = _("You said that they may.")
            yield Sight(one.name, _("%(topics)s.", topics=listed(shared)), why, _("Change this"), href)
