"""What happened in the team's meetings, as events in time."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from livingwell.core.actor import Actor
from livingwell.core.clock import in_london, london_instant, now, today
from livingwell.demo.cast import Cast
from livingwell.demo.events import Event
from livingwell.demo.story import DecisionStory, DiscussionStory, MeetingStory, ViewStory, Whose
from livingwell.discussions.actions.agenda import put_on_agenda, say_line
from livingwell.discussions.actions.attendance import check_in_member
from livingwell.discussions.actions.closing import close_discussion, mark_told, start_discussion, write_telling
from livingwell.discussions.actions.deciding import answer_decision, decide, decide_no_change
from livingwell.discussions.actions.meetings import end_meeting, plan_meeting
from livingwell.discussions.actions.round import add_view, answer_challenge, close_challenge
from livingwell.discussions.commands import AddView, Answer, Decide, Place, PlanMeeting, SayLine, WriteTelling
from livingwell.discussions.models import CaseDiscussion, Contribution, Decision, Meeting, Outcome
from livingwell.discussions.queries.round import challenges

LENGTH = timedelta(minutes=90)
USUAL_HOUR = 10
LATEST_HOUR = 21
PLACE = "Weaver Street, room 2"


class MeetingTelling:
    """One meeting. Each method that starts with an underscore tells one thing, at its time."""

    meeting: Meeting  # from when it is planned, days before anything else is told of it

    def __init__(self, story: MeetingStory, cast: Cast) -> None:
        self.story = story
        self.cast = cast
        self.starts_at = todays_start() if story.weeks_ago == 0 else cast.at(7 * story.weeks_ago, USUAL_HOUR)
        self.discussions: dict[str, CaseDiscussion] = {}
        self.decisions: dict[tuple[str, str], Decision] = {}

    def events(self) -> Iterator[Event]:
        """The diary, the agenda, and for a past meeting the meeting itself and what came of it."""
        days_ago = 7 * self.story.weeks_ago
        yield Event(self.cast.at(days_ago + 6, 9), self._plan)
        for told in self.story.discussions:
            yield Event(self.cast.at(days_ago + 1, 15), partial(self._put_on_agenda, told))
        if self.story.weeks_ago == 0:
            return
        yield Event(self.starts_at, self._check_in)
        minutes = 0
        for told in self.story.discussions:
            yield Event(self._minute(minutes), partial(self._discuss, told))
            minutes += told.minutes
            yield Event(self._minute(minutes), partial(self._close, told))
            for decision in told.decisions:
                if decision.outcome:
                    yield Event(self.cast.at(days_ago - 5, 11), partial(self._answer, told, decision, decision.outcome))
        yield Event(self.starts_at + LENGTH, self._end)

    def _minute(self, minutes: int) -> datetime:
        return self.starts_at + timedelta(minutes=minutes)

    def _plan(self) -> None:
        command = PlanMeeting(
            team_id=self.cast.team.id,
            starts_at=self.starts_at,
            ends_at=self.starts_at + LENGTH,
            chair_id=self.cast.id_of(self.story.chair),
            expected_ids=tuple(account.id for account in self.cast.accounts.values()),
            place=PLACE,
        )
        self.meeting = plan_meeting(command, self.cast.lead())

    def _put_on_agenda(self, told: DiscussionStory) -> None:
        bringer = self.cast.actors[told.brought_by]
        has_line = bool(told.line_about or told.line_words)
        place = Place(
            reason=told.reason,
            brought_by_id=self.cast.id_of(told.brought_by),
            minutes=told.minutes,
            question=told.question,
            is_person_told=has_line,
        )
        discussion = put_on_agenda(self.meeting, self.cast.people[told.person].id, place, bringer)
        self.discussions[told.person] = discussion
        self.cast.discussions[self.story.weeks_ago, told.person] = discussion
        if has_line or told.not_asked_because:
            line = SayLine(
                brought_by_id=self.cast.id_of(told.brought_by),
                talk_about=told.line_about,
                please_dont=told.line_not_about,
                words=told.line_words,
                how="by text" if has_line else "",
                not_asked_because=told.not_asked_because,
            )
            say_line(discussion, line, bringer)

    def _check_in(self) -> None:
        for name, account in self.cast.accounts.items():
            if name not in self.story.absent:
                check_in_member(self.meeting, account.id, self._chair)

    def _discuss(self, told: DiscussionStory) -> None:
        discussion = self.discussions[told.person]
        start_discussion(discussion, self._chair)
        for view in told.views:
            contribution = self._say(discussion, view)
            if view.is_challenge and view.answer:
                self._settle(discussion, view, contribution)
        for decision in told.decisions:
            command = Decide(
                what=decision.what,
                member_id=self.cast.id_of(decision.who),
                by_on=today() + timedelta(days=decision.in_days),
                why=decision.why,
            )
            self.decisions[told.person, decision.what] = decide(discussion, command, self._chair)

    def _say(self, discussion: CaseDiscussion, view: ViewStory) -> Contribution:
        is_persons = view.whose is Whose.PERSONS
        command = AddView(
            text=view.text, is_challenge=view.is_challenge, is_by_person=is_persons, how="by text" if is_persons else ""
        )
        return add_view(discussion, command, self.cast.actors[view.by])

    def _settle(self, discussion: CaseDiscussion, view: ViewStory, contribution: Contribution) -> None:
        raised = next(
            challenge
            for challenge in challenges(discussion.person_id, discussion.id)
            if challenge.contribution_id == contribution.id
        )
        answer_challenge(discussion, raised, view.answer, self.cast.actors[view.answered_by])
        close_challenge(discussion, raised, view.settled, self.cast.actors[view.by])

    def _close(self, told: DiscussionStory) -> None:
        discussion = self.discussions[told.person]
        if told.no_change_because:
            decide_no_change(discussion, told.no_change_because, self._chair)
        teller = self.cast.actors[told.told_by]
        telling = WriteTelling(
            text=told.told, teller_id=self.cast.id_of(told.told_by), how=told.told_how, by_on=today()
        )
        write_telling(discussion, telling, teller)
        close_discussion(discussion, self._chair)
        mark_told(discussion, teller)

    def _answer(self, told: DiscussionStory, decision: DecisionStory, outcome: Outcome) -> None:
        row = self.decisions[told.person, decision.what]
        answer_decision(row, Answer(outcome, decision.outcome_why), self.cast.actors[decision.who])

    def _end(self) -> None:
        end_meeting(self.meeting, self._chair)

    @property
    def _chair(self) -> Actor:
        return self.cast.actors[self.story.chair]


def todays_start() -> datetime:
    """The next half hour, so that a meeting is about to begin whenever the demo is opened in the day."""
    wall = in_london(now())
    if wall.hour >= LATEST_HOUR:
        return london_instant(wall.date(), USUAL_HOUR)
    half_hours = (wall.hour * 60 + wall.minute) // 30 + 1
    return london_instant(wall.date(), half_hours // 2, 30 * (half_hours % 2))
