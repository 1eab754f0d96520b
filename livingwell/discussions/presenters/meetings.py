"""A meeting, its agenda, and who is there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from livingwell.carers.models import Around
from livingwell.core.clock import in_london
from livingwell.core.dates import clock_time, day_and_date, long_date
from livingwell.discussions.models import Attendee, CaseDiscussion, CheckIn, Meeting, PersonLine, Reason
from livingwell.identity.models import Membership

REASON_WORDS = {
    Reason.NEW: "new",
    Reason.REVIEW: "review",
    Reason.STUCK: "stuck",
    Reason.WORRY: "worry",
    Reason.TURN_AWAY: "referral to turn away",
    Reason.OTHER: "other",
}


def when_words(meeting: Meeting) -> str:
    """Thursday 11 June 2026, 10am to 11:30am, Weaver Street, room 2"""
    day = day_and_date(in_london(meeting.starts_at).date())
    times = f"{clock_time(meeting.starts_at)} to {clock_time(meeting.ends_at)}"
    return ", ".join(part for part in (day, times, meeting.place) if part)


def short_name(meeting: Meeting) -> str:
    """Thursday meeting, 11 June 2026"""
    day = in_london(meeting.starts_at).date()
    return f"{day_and_date(day).split()[0]} meeting, {long_date(day)}"


@dataclass(frozen=True)
class MeetingRow:
    """A meeting in a list."""

    id: UUID
    title: str
    where: str
    chair: str
    people: str
    state: str

    @classmethod
    def of(cls, meeting: Meeting, size: tuple[int, int]) -> "MeetingRow":
        on_agenda, closed = size
        return cls(
            id=meeting.id,
            title=when_words(meeting).removesuffix(f", {meeting.place}") if meeting.place else when_words(meeting),
            where=meeting.place,
            chair=meeting.chair.name,
            people=f"{closed} of {people_words(on_agenda)} discussed"
            if meeting.started_at
            else people_words(on_agenda),
            state="running now" if meeting.is_running else "ended" if meeting.ended_at else "",
        )


def people_words(count: int) -> str:
    """1 person, 8 people"""
    return "1 person" if count == 1 else f"{count} people"


def reason_words(discussion: CaseDiscussion) -> str:
    """worry: how we reach him, carried over"""
    words = REASON_WORDS[discussion.reason]
    if discussion.reason_words:
        is_plain = discussion.reason is Reason.OTHER
        words = discussion.reason_words if is_plain else f"{words}: {discussion.reason_words}"
    return f"{words}, carried over" if discussion.carried_from_id else words


def line_words(line: PersonLine) -> str:
    """The person's line as one text."""
    talk = f"Please talk about: {line.talk_about}" if line.talk_about else ""
    dont = f"Please don’t talk about: {line.please_dont}" if line.please_dont else ""
    return "\n".join(part for part in (talk, dont, line.words) if part)


@dataclass(frozen=True)
class HereRow:
    """Somebody who is there, or is expected."""

    check_in_id: UUID | None
    account_id: UUID | None
    name: str
    about: str
    is_there: bool
    is_writing: bool = False


@dataclass(frozen=True)
class Attendance:
    """Who is at a meeting. `has_lived_experience`: somebody who fills that place is there."""

    rows: tuple[HereRow, ...]
    has_lived_experience: bool
    is_actor_there: bool

    @property
    def count(self) -> int:
        return sum(row.is_there for row in self.rows)

    @property
    def away(self) -> tuple[HereRow, ...]:
        return tuple(row for row in self.rows if not row.is_there and row.check_in_id is None)


def attendance(
    meeting: Meeting,
    check_ins: Iterable[CheckIn],
    members: Iterable[Membership],
    expected: frozenset[UUID],
    actor_id: UUID | None,
    writing: Mapping[UUID, str] | None = None,
) -> Attendance:
    """Who is there in the order they came, then who left, then who is expected and has not come."""
    latest = {_key(each): each for each in check_ins}
    there = [each for each in latest.values() if each.is_there]
    gone = [each for each in latest.values() if not each.is_there]
    came = {each.account_id for each in latest.values()}
    awaited = [each for each in members if each.account_id in expected and each.account_id not in came]
    rows = [
        *(_here(each, meeting, writing or {}) for each in there),
        *(_here(each, meeting, {}) for each in gone),
        *(_expected(each) for each in awaited),
    ]
    return Attendance(
        rows=tuple(rows),
        has_lived_experience=any(each.brings_lived_experience for each in there),
        is_actor_there=any(each.account_id == actor_id for each in there if each.account_id),
    )


def _key(check_in: CheckIn) -> object:
    return check_in.account_id or (check_in.attendee, check_in.person_id, check_in.name)


def _here(check_in: CheckIn, meeting: Meeting, writing: Mapping[UUID, str]) -> HereRow:
    about = [_as_what(check_in), "chair" if check_in.account_id == meeting.chair_id else ""]
    if check_in.left_at:
        about.append(f"left at {clock_time(check_in.left_at)}")
    is_writing = check_in.account_id in writing if check_in.account_id else False
    return HereRow(
        check_in_id=check_in.id,
        account_id=check_in.account_id,
        name=check_in.account.name if check_in.account else check_in.name,
        about=", ".join(part for part in (*about, "writing" if is_writing else "") if part),
        is_there=check_in.is_there,
        is_writing=is_writing,
    )


def _as_what(check_in: CheckIn) -> str:
    if check_in.account:
        return check_in.account.calling
    if check_in.attendee is Attendee.GUEST:
        return ", ".join(part for part in ("guest", check_in.role, check_in.organisation) if part)
    return "carer" if check_in.attendee is Attendee.CARER else "the person"


def _expected(membership: Membership) -> HereRow:
    account = membership.account
    return HereRow(None, account.id, account.name, f"{account.calling}, not yet", is_there=False)


def helpers_at_door(found: Mapping[UUID, Sequence[Around]]) -> Mapping[UUID, Sequence[tuple[str, bool]]]:
    """Who helps each person on the agenda: by name, and whether the person asked us not to be in touch with them."""
    return {
        person_id: [(each.carer.name, each.do_not_contact is not None) for each in helpers]
        for person_id, helpers in found.items()
    }
