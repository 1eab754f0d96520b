"""Who opened a record in the demo, so that the person's page of it has something to show."""

from collections.abc import Iterable, Iterator
from functools import partial

from livingwell.audit import record_read
from livingwell.core.atomic import let_go
from livingwell.demo.cast import Cast
from livingwell.demo.events import Event
from livingwell.demo.story_own import LookStory


def looking_events(looks: Iterable[LookStory], person: str, cast: Cast) -> Iterator[Event]:
    """Each reading at its time."""
    for look in looks:
        yield Event(cast.at(look.days_ago, look.hour), partial(_look, look, person, cast))


def _look(look: LookStory, person: str, cast: Cast) -> None:
    let_go()
    actor, person_id = cast.actors[look.by], cast.people[person].id
    if look.is_list:
        record_read("list_people", actor, shown=[person_id])
    else:
        record_read("show_person", actor, person_id)
