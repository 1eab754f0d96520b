"""What Today says, and in which order."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from livingwell.careplans.models import Answer, Goal, Rating, WhoseWords
from livingwell.careplans.models.needs import LastAnswer, PlanNeeds
from livingwell.discussions.models import CaseDiscussion, Challenge, Contribution, Decision, Doer, Meeting
from livingwell.identity.models import Account, Team
from livingwell.people.models import Episode, Person
from livingwell.worklist.models import COUNTED, Answers, NextMeeting, Promises, Supported, Waiting
from livingwell.worklist.presenters.answers import said_lately
from livingwell.worklist.presenters.needs import needs_of
from livingwell.worklist.presenters.next_meeting import MeetingCard, brings
from livingwell.worklist.presenters.people import SupportedPeople, WaitingPeople
from livingwell.worklist.presenters.promised import Promised
from livingwell.worklist.presenters.row import LONGEST_QUOTE, quoted, sentences
from livingwell.worklist.presenters.when import due, until, waited
from tests.harness.application import build_app

TODAY = date(2026, 6, 11)
NOW = datetime(2026, 6, 11, 8, 35, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _links() -> Iterator[None]:
    """Links need a request; no database is opened."""
    with build_app("sqlite://").test_request_context():
        yield


def days(count: int) -> date:
    return TODAY + timedelta(days=count)


def person(name: str = "Amara") -> Person:
    return Person(id=uuid4(), preferred_name=name, given_name=name, family_name="Osei", born_on=date(1997, 3, 14))


def who(name: str = "Amara", referred_days_ago: int = 90, **given: object) -> Supported:
    """Somebody whose plan was agreed and needs nothing, unless the test says so."""
    someone = person(name)
    found = {"plan": PlanNeeds(someone.id, agreed_on=days(-30)), "challenges": [], "place": None, **given}
    return Supported(someone, Episode(referred_on=days(-referred_days_ago)), **found)  # type: ignore[arg-type]


def plan(**given: object) -> PlanNeeds:
    return PlanNeeds(uuid4(), **{"agreed_on": days(-30), **given})  # type: ignore[arg-type]


def challenge() -> Challenge:
    jo = Account(name="Jo Brennan")
    return Challenge(id=uuid4(), discussion_id=uuid4(), created_at=NOW, contribution=Contribution(said_by=jo))


def words(someone: Supported) -> list[str]:
    return [need.words for need in needs_of(someone, None, TODAY)]


def decision(what: str, by_on: date, **given: object) -> Decision:
    usual = {"id": uuid4(), "person": person(), "doer": Doer.MEMBER, "created_at": NOW - timedelta(days=14)}
    return Decision(what=what, by_on=by_on, **{**usual, **given})


def meeting(starts_at: datetime = NOW + timedelta(minutes=25), **given: object) -> Meeting:
    usual = {"id": uuid4(), "team": Team(name="Irwell team"), "place": "Weaver Street, room 2"}
    return Meeting(starts_at=starts_at, ends_at=starts_at + timedelta(minutes=90), **{**usual, **given})


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (-3, "Late by 3 days"),
        (-1, "Late by 1 day"),
        (0, "Due today"),
        (1, "Due tomorrow"),
        (4, "Due by Monday 15 June"),
    ],
)
def test_a_day_is_told_as_one_would_say_it(day: int, said: str) -> None:
    assert due(days(day), TODAY) == said


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "now"),
        (1, "in 1 minute"),
        (25, "in 25 minutes"),
        (60, "in 1 hour"),
        (200, "in 3 hours"),
        (24 * 60, "tomorrow"),
        (7 * 24 * 60, "in 7 days"),
    ],
)
def test_how_long_until_a_meeting(minutes: int, said: str) -> None:
    assert until(NOW + timedelta(minutes=minutes), NOW) == said


def test_a_wait_is_told_in_days_and_then_in_weeks() -> None:
    assert [waited(days(-count), TODAY) for count in (1, 31, 55, 70)] == ["1 day", "31 days", "55 days", "10 weeks"]


def test_words_are_quoted_whole_or_not_at_all() -> None:
    assert quoted("Yes.") == "“Yes.”"
    assert (quoted(""), quoted("x" * (LONGEST_QUOTE + 1))) == ("", "")


def test_sentences_end_once() -> None:
    assert sentences("One", "", "Two?", "“Three”") == "One. Two? “Three”"


def test_the_meeting_says_when_where_and_whom_i_bring() -> None:
    me = uuid4()
    places = [CaseDiscussion(person=person(), brought_by_id=me), CaseDiscussion(person=person("Bo"))]
    card = MeetingCard.of(NextMeeting(meeting(), places), me, NOW, has_teams=False)
    assert card.when == "Your next meeting, in 25 minutes"
    assert card.title == "Team meeting, 10am to 11:30am, Weaver Street, room 2"
    assert card.brings == "You bring 1 of 2 people: Amara Osei."


def test_a_meeting_on_another_day_names_it_and_in_several_teams_whose_it_is() -> None:
    card = MeetingCard.of(NextMeeting(meeting(NOW + timedelta(days=4)), []), uuid4(), NOW, has_teams=True)
    assert card.title.startswith("Irwell team meeting, Monday 15 June, ")
    assert card.brings == "Nobody is on the agenda yet."


def test_a_meeting_that_runs_says_so() -> None:
    running = meeting(NOW - timedelta(minutes=10), started_at=NOW)
    assert MeetingCard.of(NextMeeting(running, []), None, NOW, has_teams=False).when == "Your meeting is running now"


def test_somebody_who_brings_nobody_is_told_so() -> None:
    assert brings([], 8) == "8 people on the agenda. You bring nobody."
    assert brings(["A", "B", "C"], 3) == "You bring 3 of 3 people: A, B and C."


def test_what_was_promised_comes_late_first_and_what_has_time_is_counted() -> None:
    decisions = [decision("Later", days(8)), decision("Soon", days(2)), decision("Late", days(-3))]
    promised = Promised.of(Promises(decisions, [], []), TODAY)
    assert [row.title for row in promised.rows] == ["Late", "Soon"]
    assert promised.rows[0].lead == "Late by 3 days."
    assert promised.rows[0].why == "For Amara Osei. Decided on 28 May."
    assert (promised.note, promised.later) == ("1 late, 1 this week", "1 more with a later date")


def test_a_decision_that_the_person_carries_out_says_that_i_stand_by() -> None:
    promised = Promised.of(Promises([decision("Ring", days(1), doer=Doer.PERSON)], [], []), TODAY)
    assert "Amara does it, and you stand by." in promised.rows[0].why


def test_nobody_who_is_fine_needs_anything() -> None:
    assert words(who()) == []


@pytest.mark.parametrize(
    ("someone", "said"),
    [
        (who(plan=None, referred_days_ago=20), "No plan yet, 20 days after the referral"),
        (who(plan=plan(agreed_on=None)), "Plan not agreed yet, 12 weeks after the referral"),
        (who(plan=plan(changes=2)), "2 changes since Amara agreed on 12 May"),
        (who(plan=plan(suggestions=1)), "1 suggestion waits for an answer"),
        (who(plan=plan(review_on=days(0))), "Review of the plan due today"),
        (who(plan=plan(review_on=days(-5))), "Review of the plan late by 5 days"),
        (who(plan=plan(answer=LastAnswer(Answer.NO, days(-5)))), "Amara said no to the plan on 6 June"),
        (
            who(plan=plan(answer=LastAnswer(Answer.COULD_NOT_ASK, days(-9), ask_by=days(-5)))),
            "Amara has not been asked about the plan. Late by 5 days",
        ),
        (
            who(plan=plan(answer=LastAnswer(Answer.COULD_NOT_ASK, days(-9), ask_by=days(1)))),
            "Ask Amara about the plan. Due tomorrow",
        ),
        (
            who(plan=plan(answer=LastAnswer(Answer.COULD_NOT_ASK, days(-9), ask_by=days(-5), is_not_yet=True))),
            "Amara said not yet to the plan on 2 June. Late by 5 days",
        ),
        (
            who(plan=plan(answer=LastAnswer(Answer.COULD_NOT_ASK, days(-9), ask_by=days(1), is_not_yet=True))),
            "Amara said not yet to the plan on 2 June. Ask again. Due tomorrow",
        ),
        (who(challenges=[(challenge(), False)]), "Challenge from Jo Brennan, open since 11 June"),
        (
            who(challenges=[(challenge(), True)]),
            "Challenge from Jo Brennan, open since 11 June, and something was decided over it",
        ),
    ],
)
def test_each_need_says_why(someone: Supported, said: str) -> None:
    assert words(someone) == [said]


def test_my_own_challenge_is_called_mine() -> None:
    mine = challenge()
    mine.contribution.said_by_id = me = uuid4()
    assert needs_of(who(challenges=[(mine, False)]), me, TODAY)[0].words == "Your challenge, open since 11 June"


def test_what_is_not_due_yet_needs_nobody() -> None:
    asked_later = LastAnswer(Answer.COULD_NOT_ASK, days(-1), ask_by=days(20))
    assert words(who(plan=plan(review_on=days(20), answer=asked_later))) == []


def test_late_comes_before_open_before_what_waits() -> None:
    people = [
        who("Fine"),
        who("Waits", plan=plan(changes=1)),
        who("Open", challenges=[(challenge(), False)]),
        who("Late", plan=plan(review_on=days(-5), changes=1)),
    ]
    shown = SupportedPeople.of(people, None, TODAY)
    assert [row.title for row in shown.rows] == ["Late Osei", "Open Osei", "Waits Osei"]
    assert [row.kind for row in shown.rows] == ["not_done", "open", "half"]
    assert shown.rows[0].lead == "Review of the plan late by 5 days."
    assert shown.rows[0].why == "1 change since Amara agreed on 12 May.".replace("Amara", "Late")
    assert [link.name for link in shown.fine] == ["Fine Osei"]
    assert shown.note == "3 need something, 1 is fine"


def test_a_no_is_told_in_the_persons_own_words() -> None:
    answer = LastAnswer(Answer.NO, days(-5), not_right="I never said swimming.")
    row = SupportedPeople.of([who(plan=plan(answer=answer))], None, TODAY).rows[0]
    assert row.why == "“I never said swimming.”"


def test_who_waits_longer_than_four_weeks_stands_out() -> None:
    waiting = [Waiting(person(), Episode(referred_on=days(-count)), None) for count in (29, 28)]
    shown = WaitingPeople.of(waiting, 6, TODAY)
    assert [row.is_late for row in shown.rows] == [True, False]
    assert shown.rows[0].why == "Referred, not accepted yet."
    assert shown.all_words == "All 6 waiting"


def test_counting_who_waits_stops_somewhere() -> None:
    waiting = [Waiting(person(), Episode(referred_on=TODAY), None)]
    assert WaitingPeople.of(waiting, COUNTED, TODAY).all_words == "All 100 or more waiting"


def test_somebody_on_an_agenda_is_said_to_be() -> None:
    today, later = (CaseDiscussion(meeting=meeting(NOW + timedelta(days=count))) for count in (0, 4))
    waiting = [Waiting(person(), Episode(referred_on=TODAY), place) for place in (today, later)]
    whys = [row.why for row in WaitingPeople.of(waiting, 2, TODAY).rows]
    assert "On today’s agenda." in whys[0]
    assert "On the agenda of Monday 15 June." in whys[1]


@pytest.mark.parametrize(
    ("whose", "what", "own"),
    [
        (WhoseWords.PERSON, "rated goal 2 on 10 June: 6 of 10, was 4", "“Swim”"),
        (WhoseWords.TOGETHER, "rated goal 2, “Swim”, on 10 June: 6 of 10, was 4", ""),
    ],
)
def test_only_the_persons_own_words_stand_as_theirs(whose: WhoseWords, what: str, own: str) -> None:
    someone = who()
    rating = Rating(person_id=someone.person.id, value=6, rated_on=days(-1))
    goal = Goal(number=2, words="Swim", whose_words=whose)
    said = said_lately(Answers([(rating, goal, 4)], []), [someone], days(-14))
    assert [(each.name, each.what, each.words) for each in said] == [("Amara Osei", what, own)]


def test_a_yes_to_the_plan_is_told_and_the_latest_comes_first() -> None:
    people = [
        who(name, plan=plan(answer=LastAnswer(Answer.YES, days(-ago), "Yes, mine.")))
        for name, ago in (("A", 9), ("B", 2))
    ]
    said = said_lately(Answers([], []), people, days(-14))
    assert [each.what for each in said] == ["agreed to the plan on 9 June", "agreed to the plan on 2 June"]
