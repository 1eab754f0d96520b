"""The team's figures, counted by the database. Every number was worked out by hand."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta

import pytest

from livingwell.adjustments.actions.outcomes import record_outcomes
from livingwell.adjustments.commands import OutcomeOf
from livingwell.adjustments.models import Met, Standing, Way
from livingwell.contacts.models import ContactKind, Outcome
from livingwell.core.actor import Right
from livingwell.core.clock import fixed, london_instant
from livingwell.core.errors import NotFound
from livingwell.journeys.actions.closing import complete_closure, end_anyway
from livingwell.journeys.models import EndingKind
from livingwell.oversight.models import Adjustments, Figure, Figures, Period, Phoned, Share, Wanted
from livingwell.oversight.queries.figures import figures
from livingwell.oversight.queries.lists import PAGE, list_behind, whole_list
from livingwell.people.actions.limiting import limit_record
from livingwell.people.actions.striking import strike
from livingwell.people.commands import LimitRecord
from livingwell.people.models import Person
from tests.factories.adjustments import make_adjustment
from tests.factories.closing import make_proposal
from tests.factories.contacts import Desk, tell_preferences
from tests.factories.engagement import AMARA, AS_ASKED, BEFORE, NOT_AS_ASKED, make_contacts, noon, years_of_contacts
from tests.factories.identity import actor_for, make_account, make_team
from tests.factories.people import make_person

Counting = Callable[[], AbstractContextManager[list[str]]]

SPRING = Period(date(2026, 3, 1), date(2026, 6, 11))
APRIL = Period(date(2026, 4, 1), date(2026, 4, 30))
MOST_STATEMENTS = 4


def counted(desk: Desk, period: Period = SPRING) -> Figures:
    return figures(desk.nurse, desk.team.id, period)


def behind(desk: Desk, figure: Figure, period: Period = SPRING, **part: object) -> list[str]:
    """The names on the list behind the figure."""
    return [row.preferred_name for row in whole_list(desk.nurse, desk.team.id, period, Wanted(figure, **part)).rows]


class TestContactsAsAsked:
    def test_by_way(self, desk: Desk) -> None:
        make_contacts(desk.amara, desk.nurse, AMARA)
        seen = counted(desk)
        assert seen.total == Share(as_asked=11, not_as_asked=6)
        assert seen.by_way == {
            Way.TEXT: Share(as_asked=7),
            Way.VISIT: Share(as_asked=4),
            Way.PHONE: Share(not_as_asked=5),
            Way.CLINIC: Share(not_as_asked=1),
        }

    def test_by_month_up_to_the_one_in_which_the_period_ends(self, desk: Desk) -> None:
        make_contacts(desk.amara, desk.nurse, AMARA)
        months = counted(desk).by_month
        assert [month.first.month for month, _share in months] == [1, 2, 3, 4, 5, 6]
        assert [(share.as_asked, share.judged) for _month, share in months] == [
            (0, 0), (0, 0), (1, 6), (4, 5), (4, 4), (2, 2),
        ]  # fmt: skip

    def test_before_we_asked_is_neither(self, desk: Desk) -> None:
        make_contacts(desk.amara, desk.nurse, [(date(2026, 4, 2), Way.TEXT, Outcome.REPLIED, BEFORE)])
        assert counted(desk).total == Share(before=1)

    def test_only_the_period_counts_to_the_last_minute_of_london(self, desk: Desk) -> None:
        """Half past midnight on 1 May in London is 30 April in UTC, and not in April."""
        told = [(date(2026, 4, 30), Way.TEXT, Outcome.REPLIED, AS_ASKED)]
        make_contacts(desk.amara, desk.nurse, told, at=london_instant(date(2026, 4, 30), 23, 59))
        make_contacts(desk.amara, desk.nurse, told, at=london_instant(date(2026, 5, 1), 0, 30))
        assert counted(desk, APRIL).total.as_asked == 1

    @pytest.mark.parametrize("outcome", [Outcome.CANCELLED_BY_US, Outcome.CANCELLED_BY_PERSON])
    def test_what_was_cancelled_was_not_made(self, desk: Desk, outcome: Outcome) -> None:
        make_contacts(desk.amara, desk.nurse, [(date(2026, 4, 2), Way.VISIT, outcome, AS_ASKED)])
        assert counted(desk).total == Share()

    def test_what_the_person_began_is_not_ours(self, desk: Desk) -> None:
        told = [(date(2026, 4, 2), Way.PHONE, Outcome.SPOKE, AS_ASKED)]
        make_contacts(desk.amara, desk.nurse, told, kind=ContactKind.FROM_THE_PERSON)
        assert counted(desk).total == Share()

    def test_what_was_struck_out_counts_nowhere(self, desk: Desk) -> None:
        [contact] = make_contacts(desk.amara, desk.nurse, AMARA[:1])
        strike(contact, "That was her sister", desk.nurse)
        assert counted(desk).total == Share()
        assert behind(desk, Figure.CONTACTS) == []

    def test_the_list_holds_what_the_figure_counts(self, desk: Desk) -> None:
        make_contacts(desk.amara, desk.nurse, AMARA)
        assert len(behind(desk, Figure.CONTACTS)) == 17
        assert len(behind(desk, Figure.CONTACTS, is_kept=True)) == 11
        assert len(behind(desk, Figure.CONTACTS, is_kept=False)) == 6
        assert len(behind(desk, Figure.CONTACTS, way=Way.PHONE)) == 5


class TestPhoned:
    def ask(self, person: Person, desk: Desk, on: date, standing: Standing = Standing.NOT_WANTED) -> object:
        return tell_preferences(person, desk.peer, {Way.PHONE: standing}, told_at=noon(on)).id

    def call(self, person: Person, desk: Desk, on: date, preferences_id: object, **more: object) -> None:
        told = [(on, Way.PHONE, Outcome.NO_ANSWER, NOT_AS_ASKED)]
        make_contacts(person, desk.nurse, told, preferences_id=preferences_id, **more)

    def test_people_calls_and_emergencies(self, desk: Desk) -> None:
        kwame, tomasz = (make_person(name, team=desk.team) for name in ("Kwame", "Tomasz"))
        told = [self.ask(person, desk, date(2026, 2, 1)) for person in (desk.amara, kwame, tomasz)]
        self.call(desk.amara, desk, date(2026, 4, 2), told[0])
        self.call(desk.amara, desk, date(2026, 4, 9), told[0], is_emergency=True)
        self.call(kwame, desk, date(2026, 4, 9), told[1])
        assert counted(desk).phoned == Phoned(people=2, of=3, calls=3, emergencies=1)
        assert behind(desk, Figure.PHONED) in (["Amara", "Kwame", "Amara"], ["Kwame", "Amara", "Amara"])

    def test_not_safe_is_never_too(self, desk: Desk) -> None:
        told = self.ask(desk.amara, desk, date(2026, 2, 1), Standing.NOT_SAFE)
        self.call(desk.amara, desk, date(2026, 4, 2), told)
        assert counted(desk).phoned.people == 1

    def test_a_call_when_the_phone_was_fine_is_not_counted_though_it_is_never_now(self, desk: Desk) -> None:
        fine = self.ask(desk.amara, desk, date(2026, 3, 1), Standing.FINE)
        self.ask(desk.amara, desk, date(2026, 5, 1))
        make_contacts(
            desk.amara,
            desk.nurse,
            [(date(2026, 4, 2), Way.PHONE, Outcome.SPOKE, AS_ASKED)],
            preferences_id=fine,
        )
        assert counted(desk).phoned == Phoned(people=0, of=1, calls=0, emergencies=0)

    def test_who_changed_their_mind_before_the_period_is_not_among_those_who_asked(self, desk: Desk) -> None:
        self.ask(desk.amara, desk, date(2026, 1, 1))
        self.ask(desk.amara, desk, date(2026, 2, 1), Standing.FINE)
        assert counted(desk).phoned.of == 0

    def test_who_changed_their_mind_within_the_period_is(self, desk: Desk) -> None:
        self.ask(desk.amara, desk, date(2026, 1, 1))
        self.ask(desk.amara, desk, date(2026, 4, 1), Standing.FINE)
        assert counted(desk).phoned.of == 1


class TestAdjustments:
    def answer(self, desk: Desk, met: Met, on: date) -> None:
        adjustment = make_adjustment(desk.amara, desk.nurse, f"Questions first, {met}, {on}")
        record_outcomes(desk.amara, [OutcomeOf(adjustment.id, met, on, "The letter was late")], desk.nurse)

    def test_met_of_the_times_when_one_was_needed(self, desk: Desk) -> None:
        for day, met in enumerate((Met.MET, Met.MET, Met.NOT_MET, Met.NOT_NEEDED), 1):
            self.answer(desk, met, date(2026, 6, day))
        self.answer(desk, Met.MET, date(2026, 1, 1))
        assert counted(desk).adjustments == Adjustments(2, 1, 0, None)
        assert len(behind(desk, Figure.ADJUSTMENTS)) == 3
        assert len(behind(desk, Figure.ADJUSTMENTS, is_kept=False)) == 1

    def test_what_awaits_its_review_waits_since_the_day_when_it_was_due(self, desk: Desk) -> None:
        adjustment = make_adjustment(desk.amara, desk.nurse)
        assert counted(desk).adjustments.to_review == 0
        with fixed(noon(adjustment.review_on + timedelta(days=9))):
            kept = counted(desk).adjustments
            assert (kept.to_review, kept.review_since) == (1, adjustment.review_on)
            assert behind(desk, Figure.REVIEWS) == ["Amara"]


class TestReach:
    def test_another_teams_figures_are_not_there(self, desk: Desk) -> None:
        with pytest.raises(NotFound):
            figures(desk.nurse, make_team().id, SPRING)
        with pytest.raises(NotFound):
            list_behind(desk.nurse, make_team().id, SPRING, Wanted(Figure.CONTACTS))

    def test_another_teams_people_are_not_counted(self, desk: Desk) -> None:
        make_contacts(make_person("Lee", team=make_team()), desk.nurse, AMARA)
        assert counted(desk).total == Share()

    def test_a_limited_record_is_in_no_figure_of_others(self, desk: Desk) -> None:
        told = tell_preferences(desk.amara, desk.peer, told_at=noon(date(2026, 2, 1)))
        make_contacts(desk.amara, desk.nurse, AMARA, preferences_id=told.id)
        lead = make_account("Mo Iqbal", team=desk.team, right=Right.TEAM_LEAD)
        actor = actor_for(lead, desk.team, Right.TEAM_LEAD)
        limit_record(desk.amara, LimitRecord(frozenset({lead.id}), "Her sister works here"), actor)
        assert counted(desk).total == Share()
        assert counted(desk).phoned == Phoned(0, 0, 0, 0)
        assert all(behind(desk, figure) == [] for figure in Figure)
        assert figures(actor, desk.team.id, SPRING).total.judged == 17


def test_an_empty_team_has_empty_figures(desk: Desk) -> None:
    seen = counted(desk)
    assert (seen.by_way, seen.total, seen.phoned) == ({}, Share(), Phoned(0, 0, 0, 0))
    assert seen.adjustments == Adjustments(0, 0, 0, None)


def test_a_list_is_shown_in_pages(desk: Desk) -> None:
    told = [(date(2026, 4, 1) + timedelta(days=day), Way.TEXT, Outcome.REPLIED, AS_ASKED) for day in range(PAGE + 1)]
    make_contacts(desk.amara, desk.nurse, told)
    first, second = (list_behind(desk.nurse, desk.team.id, SPRING, Wanted(Figure.CONTACTS, page=n)) for n in (1, 2))
    assert (len(first.rows), first.has_more) == (PAGE, True)
    assert (len(second.rows), second.has_more) == (1, False)


@pytest.mark.parametrize("count", [1, 5_000])
def test_the_figures_take_four_statements_and_a_list_one(desk: Desk, count_statements: Counting, count: int) -> None:
    make_contacts(desk.amara, desk.nurse, years_of_contacts(count, date(2026, 6, 10), days=80))
    with count_statements() as statements:
        seen = counted(desk)
    assert len(statements) == MOST_STATEMENTS
    assert seen.total.judged + seen.total.before == count
    with count_statements() as statements:
        list_behind(desk.nurse, desk.team.id, SPRING, Wanted(Figure.CONTACTS))
    assert len(statements) == 1


class TestEndedAnyway:
    def test_counts_endings_that_a_lead_of_this_team_decided_in_the_period(self, desk: Desk) -> None:
        """Support that ended as it should is no part of it."""
        other = make_person("Kwame", team=desk.team)
        with fixed(london_instant(date(2026, 4, 8), 9)):
            end_anyway(make_proposal(desk.amara, desk.nurse, EndingKind.LOST_CONTACT), "Her family asked", desk.lead)
            complete_closure(make_proposal(other, desk.nurse), desk.nurse)
        assert counted(desk).ended_anyway == 1
        [row] = whole_list(desk.nurse, desk.team.id, SPRING, Wanted(Figure.ENDED_ANYWAY)).rows
        assert (row.preferred_name, row.written_by, row.overridden_why) == ("Amara", "Ruth Okafor", "Her family asked")
        assert counted(desk, Period(date(2026, 5, 1), date(2026, 5, 31))).ended_anyway == 0
