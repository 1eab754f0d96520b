"""What people sent from their own side, as the team reads it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from flask import url_for

from livingwell.core.dates import date_and_time
from livingwell.people.models import ArrivalAnswer, FromPerson, Person
from livingwell.people.models.arriving import PAGE
from livingwell.people.presenters.listing import Pages

KINDS = {
    "message": "wrote a message",
    "appointment.change": "asks to change an appointment",
    "appointment.cancel": "cancelled an appointment",
    "plan.rating": "said how a goal is going",
    "plan.step": "said how a step went",
    "plan.suggestion": "suggested a change to the plan",
    "plan.answer": "answered about the plan",
    "plan.not_yet": "said not yet about the plan",
    "plan.comment": "said something about what we wrote",
    "plan.goal": "shared a goal of their own",
    "letters.wish": "said which letters they want",
    "meeting.line": "sent a line for the meeting",
    "meeting.way": "said how they take part in the meeting",
    "meeting.taken_back": "took back what they had said for the meeting",
    "meeting.request": "asks to be talked about",
    "meeting.not_right": "said that our answer isn’t right",
    "hand_over.yes": "said yes to what a receiver would read",
    "hand_over.stop": "stopped what a receiver reads, or would read",
    "onward.hope": "said what they hope for afterwards",
    "onward.hope_out": "does not hope for something any more",
    "onward.option": "named something to look at for afterwards",
    "onward.good": "said what is good about an option",
    "onward.hard": "said what is hard about an option",
    "onward.consequence": "said what an option could change in their life",
    "onward.point_out": "took away something they had said about an option",
    "onward.order": "put the options in order",
    "onward.chosen": "chose an option",
    "onward.not_now": "said not now to an option",
    "onward.no": "said no to an option",
    "passport.change": "changed their passport",
    "staying.change": "changed their staying-well plan",
    "staying.mine": "said that the staying-well plan is theirs",
    "way_back.came": "came back",
    "way_back.words": "said more after coming back",
    "getting_in.help": "may be shut out of their own page",
    "ending.answer": "said whether they are ready for support to end",
    "people.asked": "asked something about somebody who helps",
    "people.helps_me": "named somebody who helps",
    "people.i_help": "named somebody whom they help",
    "people.sharing": "changed what somebody may know",
    "people.who_helps": "answered who helps, and who is helped",
}
"""What the person did, after their name. What has no line here "sent something"."""

_PLACES = {
    "plan": ("See the plan", "careplans.show_plan"),
    "ending": ("See what is proposed", "journeys.show_closure"),
    "letters": ("See the letters", "journeys.show_papers"),
    "meeting": ("See the discussions", "discussions.list_discussions"),
    "getting_in": ("See their own account", "portal.show_access"),
    "appointment": ("See the contacts", "contacts.list_contacts"),
    "people": ("See who helps", "carers.list_carers"),
    "onward": ("See where next", "journeys.show_journey"),
    "passport": ("See the passport", "passports.show_passport"),
    "hand_over": ("See the hand-overs", "journeys.list_hand_overs"),
    "staying": ("See the staying-well plan", "journeys.show_staying_well"),
    "way_back": ("See the way back", "journeys.show_way_back"),
}
"""Where a kind is answered, by what stands before its dot."""


def what_it_is(kind: str) -> str:
    """The kind as a part of a sentence after the person's name."""
    return KINDS.get(kind, "sent something")


@dataclass(frozen=True)
class ArrivalRow:
    """One thing that came: their words, who wrote it down where that was not the person alone, who has read it.

    `answers` are pairs of what a member answered, and who and when.
    """

    id: UUID
    title: str
    words: str
    when: str
    signed: str
    read: str
    place: str
    place_href: str
    answers: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, arrival: FromPerson, person: Person, answers: Sequence[ArrivalAnswer]) -> "ArrivalRow":
        what = what_it_is(arrival.kind)
        place, endpoint = _PLACES.get(arrival.kind.partition(".")[0], ("", ""))
        read_at = arrival.read_at
        return cls(
            id=arrival.id,
            title=what[:1].upper() + what[1:],
            words=arrival.words,
            when=date_and_time(arrival.arrived_at),
            signed="" if arrival.written_by == person.name else arrival.written_by,
            read=f"{arrival.read_by} read this on {date_and_time(read_at)}." if read_at else "",
            place=place,
            place_href=url_for(endpoint, person_id=person.id) if endpoint else "",
            answers=tuple((each.words, _signed(each, person)) for each in answers),
        )


def _signed(answer: ArrivalAnswer, person: Person) -> str:
    seen = f"{person.preferred_name} has seen it" if answer.seen_at else f"{person.preferred_name} has not seen it yet"
    return f"{answer.written_by}, {date_and_time(answer.created_at)}. {seen}."


def arrival_pages(person_id: UUID, number: int, shown: Sequence[FromPerson], has_more: bool) -> Pages:
    """The steps through the list."""
    first = (number - 1) * PAGE + 1
    earlier, later = (url_for("people.list_from_them", person_id=person_id, page=number + by) for by in (-1, 1))
    return Pages(
        number=number,
        previous_href=earlier if number > 1 else "",
        next_href=later if has_more else "",
        shown=f"Showing {first} to {first + len(shown) - 1}" if shown else "",
    )
