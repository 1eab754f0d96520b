"""The life of an adjustment: the rules, one test each."""

from datetime import date, timedelta

import pytest

from livingwell.adjustments.actions.adding import add_adjustments
from livingwell.adjustments.actions.life import note_happening, say_can_do, say_cannot_do
from livingwell.adjustments.actions.notes import answer_note
from livingwell.adjustments.actions.outcomes import record_outcomes
from livingwell.adjustments.actions.wording import disclose, put_in_order, word_adjustments
from livingwell.adjustments.commands import (
    AddAdjustments,
    AnswerNote,
    Happening,
    NewAdjustment,
    NotPossible,
    OutcomeOf,
    Told,
    Wording,
)
from livingwell.adjustments.models import (
    Disclosure,
    EventKind,
    HowWeKnow,
    Met,
    NoteOutcome,
    ReasonableAdjustment,
    SixStep,
    StepState,
    six_steps,
)
from livingwell.adjustments.queries.adjustments import (
    adjustment_of,
    adjustments_of,
    earlier_wordings,
    lives_of,
)
from livingwell.core import clock
from livingwell.core.clock import now, today
from livingwell.core.errors import Conflict, Invalid, NotFound, Stale
from livingwell.extensions import db
from livingwell.people.actions.striking import strike
from livingwell.people.queries.episodes import unconfirmed_notes
from tests.factories.adjustments import make_adjustment, make_adjustments, new
from tests.factories.people import make_note, make_person
from tests.factories.setting import Setting

NOT_POSSIBLE = NotPossible(date(2026, 1, 5), "The lift is broken", "We come to you")


@pytest.fixture
def adjustment(setting: Setting) -> ReasonableAdjustment:
    return make_adjustment(setting.person, setting.nurse)


def happened(setting: Setting, adjustment: ReasonableAdjustment, kind: EventKind, said: str = "said") -> None:
    note_happening(setting.person, adjustment.id, Happening(kind, today(), said), setting.nurse)


def cannot(setting: Setting, adjustment: ReasonableAdjustment) -> None:
    say_cannot_do(setting.person, adjustment.id, NOT_POSSIBLE, setting.nurse)


def met(setting: Setting, adjustment: ReasonableAdjustment, met: Met, why: str = "") -> None:
    record_outcomes(setting.person, [OutcomeOf(adjustment.id, met, today(), why)], setting.nurse)


def fresh(setting: Setting, adjustment: ReasonableAdjustment) -> ReasonableAdjustment:
    db.session.expire_all()
    return adjustment_of(setting.person.id, adjustment.id)


def states(setting: Setting, adjustment: ReasonableAdjustment) -> dict[SixStep, StepState]:
    return {each.step: each.state for each in six_steps(fresh(setting, adjustment), today())}


class TestTheSixSteps:
    def test_a_new_one_is_identified_and_recorded_and_the_rest_waits(
        self, setting: Setting, adjustment: ReasonableAdjustment
    ) -> None:
        assert states(setting, adjustment) == {
            SixStep.IDENTIFY: StepState.DONE,
            SixStep.RECORD: StepState.DONE,
            SixStep.FLAG: StepState.WAITING,
            SixStep.SHARE: StepState.WAITING,
            SixStep.MEET: StepState.WAITING,
            SixStep.REVIEW: StepState.PLANNED,
        }

    def test_flagged_and_shared(self, setting: Setting, adjustment: ReasonableAdjustment) -> None:
        happened(setting, adjustment, EventKind.FLAGGED)
        happened(setting, adjustment, EventKind.SHARED, "the GP")
        found = states(setting, adjustment)
        assert (found[SixStep.FLAG], found[SixStep.SHARE]) == (StepState.DONE, StepState.DONE)

    def test_an_objection_stops_both_and_may_be_taken_back(
        self, setting: Setting, adjustment: ReasonableAdjustment
    ) -> None:
        happened(setting, adjustment, EventKind.OBJECTED)
        found = states(setting, adjustment)
        assert (found[SixStep.FLAG], found[SixStep.SHARE]) == (StepState.OBJECTED, StepState.OBJECTED)
        happened(setting, adjustment, EventKind.NO_LONGER_OBJECTS)
        assert states(setting, adjustment)[SixStep.SHARE] is StepState.WAITING

    def test_met_is_what_happened_last(self, setting: Setting, adjustment: ReasonableAdjustment) -> None:
        met(setting, adjustment, Met.MET)
        assert states(setting, adjustment)[SixStep.MEET] is StepState.DONE
        met(setting, adjustment, Met.NOT_MET, "No printer")
        assert states(setting, adjustment)[SixStep.MEET] is StepState.MISSED

    def test_the_list_takes_along_only_the_last_time_that_it_applied(
        self, setting: Setting, adjustment: ReasonableAdjustment
    ) -> None:
        for _time in range(5):
            met(setting, adjustment, Met.MET)
        met(setting, adjustment, Met.NOT_MET, "No printer")
        met(setting, adjustment, Met.NOT_NEEDED)
        db.session.expire_all()
        (listed,) = lives_of(setting.person.id)
        assert [each.why for each in listed.outcomes] == ["No printer"]
        assert len(fresh(setting, adjustment).outcomes) == 7

    def test_recorded_and_not_possible_shows(self, setting: Setting, adjustment: ReasonableAdjustment) -> None:
        cannot(setting, adjustment)
        assert states(setting, adjustment)[SixStep.MEET] is StepState.CANNOT

    def test_a_review_waits_from_its_day_until_the_next_is_planned(
        self, setting: Setting, adjustment: ReasonableAdjustment
    ) -> None:
        with clock.fixed(now() + timedelta(weeks=26)):
            assert states(setting, adjustment)[SixStep.REVIEW] is StepState.WAITING
            happened(setting, adjustment, EventKind.REVIEWED)
            assert fresh(setting, adjustment).review_on == today() + timedelta(weeks=26)
            assert states(setting, adjustment)[SixStep.REVIEW] is StepState.PLANNED

    def test_that_the_person_was_told_is_kept_with_each(self, setting: Setting) -> None:
        command = AddAdjustments((new("A"), new("B")), HowWeKnow.TOLD_US, is_informed=True)
        add_adjustments(setting.person, command, setting.nurse)
        assert all(each.latest(EventKind.INFORMED) for each in lives_of(setting.person.id))


class TestWhatMayHappen:
    @pytest.mark.parametrize("kind", [EventKind.SHARED, EventKind.FLAGGED])
    def test_nothing_is_shared_against_an_objection(
        self, setting: Setting, adjustment: ReasonableAdjustment, kind: EventKind
    ) -> None:
        happened(setting, adjustment, EventKind.OBJECTED)
        with pytest.raises(Conflict, match="objects"):
            happened(setting, adjustment, kind)

    @pytest.mark.parametrize("kind", [EventKind.SHARED, EventKind.ENDED])
    def test_some_events_say_nothing_without_words(
        self, setting: Setting, adjustment: ReasonableAdjustment, kind: EventKind
    ) -> None:
        with pytest.raises(Invalid):
            happened(setting, adjustment, kind, " ")

    @pytest.mark.parametrize("kind", list(EventKind))
    def test_nothing_happens_to_one_that_ended(
        self, setting: Setting, adjustment: ReasonableAdjustment, kind: EventKind
    ) -> None:
        happened(setting, adjustment, EventKind.ENDED)
        with pytest.raises(Conflict):
            happened(setting, adjustment, kind)

    def test_nothing_happens_on_a_day_to_come(self, setting: Setting, adjustment: ReasonableAdjustment) -> None:
        ahead = Happening(EventKind.FLAGGED, today() + timedelta(days=1))
        with pytest.raises(Invalid):
            note_happening(setting.person, adjustment.id, ahead, setting.nurse)

    def test_the_next_review_is_not_in_the_past(self, setting: Setting, adjustment: ReasonableAdjustment) -> None:
        review = Happening(EventKind.REVIEWED, today(), review_on=today())
        with pytest.raises(Invalid):
            note_happening(setting.person, adjustment.id, review, setting.nurse)

    def test_nobody_out_of_reach_changes_anything(self, setting: Setting, adjustment: ReasonableAdjustment) -> None:
        with pytest.raises(NotFound):
            note_happening(setting.person, adjustment.id, Happening(EventKind.FLAGGED, today()), setting.stranger)

    def test_an_adjustment_of_somebody_else_is_not_found(
        self, setting: Setting, adjustment: ReasonableAdjustment
    ) -> None:
        other = make_person("Ivan", "Ali", team=setting.team)
        with pytest.raises(NotFound):
            note_happening(other, adjustment.id, Happening(EventKind.FLAGGED, today()), setting.nurse)


class TestWeCannot:
    @pytest.mark.parametrize(("reason", "instead"), [("", "We come to you"), ("The lift is broken", " ")])
    def test_it_needs_the_reason_and_what_is_offered_instead(
        self, setting: Setting, adjustment: ReasonableAdjustment, reason: str, instead: str
    ) -> None:
        with pytest.raises(Invalid):
            say_cannot_do(setting.person, adjustment.id, NotPossible(today(), reason, instead), setting.nurse)

    def test_while_it_stands_nobody_is_told_to_do_it(self, setting: Setting, adjustment: ReasonableAdjustment) -> None:
        cannot(setting, adjustment)
        assert adjustments_of(setting.person.id) == []
        with pytest.raises(Conflict):
            met(setting, adjustment, Met.MET)

    def test_it_is_said_once_and_taken_back_once(self, setting: Setting, adjustment: ReasonableAdjustment) -> None:
        cannot(setting, adjustment)
        with pytest.raises(Conflict):
            cannot(setting, adjustment)
        say_can_do(setting.person, adjustment.id, setting.peer)
        with pytest.raises(Conflict):
            say_can_do(setting.person, adjustment.id, setting.peer)
        refusal = fresh(setting, adjustment).refusals[0]
        assert (refusal.written_by, refusal.lifted_by) == ("Priya Mistry", "Jo Brennan")
        assert [each.id for each in adjustments_of(setting.person.id)] == [adjustment.id]


class TestWording:
    def word(self, setting: Setting, adjustment: ReasonableAdjustment, words: str, version: int | None) -> None:
        wording = Wording(adjustment.id, words, "", HowWeKnow.TOLD_US, version)
        word_adjustments(setting.person, [wording], setting.peer)

    def test_how_it_read_before_is_kept(self, setting: Setting, adjustment: ReasonableAdjustment) -> None:
        self.word(setting, adjustment, "On paper", 1)
        assert earlier_wordings(adjustment.id) == []
        self.word(setting, adjustment, "By text", 2)
        self.word(setting, adjustment, "By text", 3)
        ((earlier),) = earlier_wordings(adjustment.id)
        assert (earlier.in_practice, earlier.written_by) == ("On paper", "Jo Brennan")

    def test_nobody_overwrites_what_they_have_not_read(
        self, setting: Setting, adjustment: ReasonableAdjustment
    ) -> None:
        self.word(setting, adjustment, "Theirs", 1)
        with pytest.raises(Stale) as stale:
            self.word(setting, adjustment, "Mine", 1)
        assert stale.value.texts["in_practice"] == "Theirs"

    def test_nothing_is_disclosed_unless_it_was_given(self, setting: Setting, adjustment: ReasonableAdjustment) -> None:
        told = Told(Disclosure.PREFERS_NOT_TO_SAY, "typed before", "typed before", 1)
        disclose(setting.person, adjustment.id, told, setting.nurse)
        kept = fresh(setting, adjustment)
        assert (kept.disclosure, kept.impairment, kept.diagnosis) == (Disclosure.PREFERS_NOT_TO_SAY, "", "")

    def test_an_order_from_an_older_list_is_stale(self, setting: Setting) -> None:
        a, b = (each.id for each in make_adjustments(setting.person, setting.nurse, ["A", "B"]))
        make_adjustment(setting.person, setting.peer, "C")
        with pytest.raises(Stale):
            put_in_order(setting.person, [b, a], [a, b], setting.nurse)


class TestStruckOut:
    def test_what_was_struck_out_never_was(self, setting: Setting, adjustment: ReasonableAdjustment) -> None:
        strike(adjustment, "Somebody else’s", setting.nurse)
        assert adjustments_of(setting.person.id) == []
        assert lives_of(setting.person.id) == []


class TestNotes:
    def answer(self, setting: Setting, outcome: NoteOutcome, *picked: str, why: str = "") -> None:
        (note,) = unconfirmed_notes(setting.person.id)
        adjustments = tuple(NewAdjustment(key) for key in picked)
        answer_note(setting.person, note, AnswerNote(outcome, today(), why, adjustments), setting.nurse)

    def test_what_follows_says_that_it_came_with_the_referral_and_from_which_note(self, setting: Setting) -> None:
        note = make_note(setting.person, "Large print (24pt)")
        self.answer(setting, NoteOutcome.CONFIRMED, "large-print-24-point")
        (added,) = adjustments_of(setting.person.id)
        assert (added.how_we_know, added.note_id) == (HowWeKnow.CAME_WITH_REFERRAL, note.id)

    def test_a_yes_to_what_is_on_the_list_already_adds_nothing(self, setting: Setting) -> None:
        add_adjustments(setting.person, AddAdjustments((NewAdjustment("text"),), HowWeKnow.TOLD_US), setting.nurse)
        make_note(setting.person, "Prefers text")
        self.answer(setting, NoteOutcome.CONFIRMED, "text")
        assert len(adjustments_of(setting.person.id)) == 1
        assert unconfirmed_notes(setting.person.id) == []

    def test_a_no_needs_what_the_person_said(self, setting: Setting) -> None:
        make_note(setting.person)
        with pytest.raises(Invalid):
            self.answer(setting, NoteOutcome.DECLINED)
        assert len(unconfirmed_notes(setting.person.id)) == 1

    def test_a_yes_with_nothing_to_do_is_asked_for_more(self, setting: Setting) -> None:
        make_note(setting.person)
        with pytest.raises(Invalid):
            self.answer(setting, NoteOutcome.CONFIRMED)

    def test_a_note_is_answered_once(self, setting: Setting) -> None:
        note = make_note(setting.person)
        self.answer(setting, NoteOutcome.DECLINED, why="I like calls")
        with pytest.raises(Conflict):
            answer_note(setting.person, note, AnswerNote(NoteOutcome.DECLINED, today(), "Again"), setting.peer)
