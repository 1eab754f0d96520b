"""Adding adjustments, and saying whether they were met."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from livingwell.adjustments.actions.adding import add_adjustments, record_nothing_needed
from livingwell.adjustments.actions.outcomes import record_outcomes
from livingwell.adjustments.commands import AddAdjustments, NewAdjustment, OutcomeOf
from livingwell.adjustments.models import Category, HowWeKnow, Met, ReasonableAdjustment
from livingwell.adjustments.queries.adjustments import adjustment_of, adjustments_of
from livingwell.audit.models import AuditEntry
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Invalid, NotFound
from livingwell.core.text import LINE
from livingwell.extensions import db
from tests.factories.adjustments import make_adjustment, make_adjustments, new
from tests.factories.people import make_person
from tests.factories.setting import Setting


def told_us(*adjustments: NewAdjustment) -> AddAdjustments:
    return AddAdjustments(adjustments, HowWeKnow.TOLD_US)


def whats(setting: Setting) -> list[str]:
    return [each.what for each in adjustments_of(setting.person.id)]


class TestAdding:
    def test_several_are_added_at_once_and_returned_in_their_order(self, setting: Setting) -> None:
        added = add_adjustments(
            setting.person, told_us(NewAdjustment("large-print-24-point"), new("Ring the side bell")), setting.nurse
        )
        assert [each.what for each in added] == ["Large print, 24 point", "Ring the side bell"]
        assert [each.position for each in added] == [0, 1]
        assert whats(setting) == ["Large print, 24 point", "Ring the side bell"]

    def test_a_choice_keeps_its_code_and_category(self, setting: Setting) -> None:
        (added,) = add_adjustments(setting.person, told_us(NewAdjustment("interpreter-polish")), setting.nurse)
        assert (added.snomed_code, added.category) == ("203901000000102", Category.LANGUAGE)

    def test_own_words_carry_no_code(self, setting: Setting) -> None:
        adjustment = make_adjustment(setting.person, setting.nurse)
        assert (adjustment.choice_key, adjustment.snomed_code, adjustment.category) == ("", "", Category.BESPOKE)

    def test_it_says_who_recorded_it_when_it_was_identified_and_when_to_look_again(self, setting: Setting) -> None:
        noticed = today() - timedelta(days=9)
        command = AddAdjustments((new("Sit by the door"),), HowWeKnow.WE_NOTICED, identified_on=noticed)
        (added,) = add_adjustments(setting.person, command, setting.peer)
        assert (added.written_by, added.identified_on, added.how_we_know) == (
            "Jo Brennan",
            noticed,
            HowWeKnow.WE_NOTICED,
        )
        assert added.review_on == today() + timedelta(weeks=26)

    def test_one_that_is_there_already_is_not_added_again(self, setting: Setting) -> None:
        make_adjustment(setting.person, setting.nurse, "Sit by the door")
        add_adjustments(setting.person, told_us(new("sit by the door"), new("Low light")), setting.nurse)
        assert whats(setting) == ["Sit by the door", "Low light"]

    def test_adding_only_what_is_there_says_so(self, setting: Setting) -> None:
        make_adjustment(setting.person, setting.nurse, "Sit by the door")
        with pytest.raises(Conflict):
            add_adjustments(setting.person, told_us(new("Sit by the door")), setting.nurse)

    @pytest.mark.parametrize(
        ("adjustments", "field"),
        [
            ((), "picked"),
            ((NewAdjustment(),), "own_words"),
            ((NewAdjustment("no-such-choice"),), "picked"),
            ((new("a" * (LINE + 1)),), "what"),
        ],
    )
    def test_what_cannot_be_used_is_refused(
        self, setting: Setting, adjustments: tuple[NewAdjustment, ...], field: str
    ) -> None:
        with pytest.raises(Invalid) as refused:
            add_adjustments(setting.person, AddAdjustments(adjustments, HowWeKnow.TOLD_US), setting.nurse)
        assert field in refused.value.messages
        assert whats(setting) == []

    def test_nothing_is_identified_on_a_day_to_come(self, setting: Setting) -> None:
        command = AddAdjustments((new("Low light"),), HowWeKnow.TOLD_US, today() + timedelta(days=1))
        with pytest.raises(Invalid):
            add_adjustments(setting.person, command, setting.nurse)

    def test_nobody_adds_for_a_person_out_of_reach(self, setting: Setting) -> None:
        with pytest.raises(NotFound):
            add_adjustments(setting.person, told_us(new("Low light")), setting.stranger)

    def test_it_is_recorded_in_the_audit(self, setting: Setting) -> None:
        make_adjustment(setting.person, setting.nurse)
        entry = db.session.scalars(select(AuditEntry).order_by(AuditEntry.number.desc()).limit(1)).one()
        assert (entry.verb, entry.person_id) == ("add_adjustments", setting.person.id)


class TestNothingNeeded:
    def test_that_somebody_was_asked_and_needs_nothing_is_kept(self, setting: Setting) -> None:
        asked = record_nothing_needed(setting.person, "All fine for now", setting.nurse)
        assert (asked.asked_on, asked.said) == (today(), "All fine for now")

    def test_it_is_refused_where_something_is_needed(self, setting: Setting) -> None:
        make_adjustment(setting.person, setting.nurse)
        with pytest.raises(Conflict):
            record_nothing_needed(setting.person, "", setting.nurse)


class TestOutcomes:
    def outcome(self, adjustment: ReasonableAdjustment, met: Met = Met.MET, **more: object) -> OutcomeOf:
        return OutcomeOf(adjustment.id, met, today(), **more)  # type: ignore[arg-type]

    def test_each_is_said_for_itself(self, setting: Setting) -> None:
        door, light = make_adjustments(setting.person, setting.nurse, ["Sit by the door", "Low light"])
        occasion = uuid4()
        rows = record_outcomes(
            setting.person,
            [
                self.outcome(door, occasion_id=occasion),
                self.outcome(light, Met.NOT_MET, why="The other room was taken", occasion_id=occasion),
            ],
            setting.peer,
        )
        assert [(row.met, row.why, row.written_by) for row in rows] == [
            (Met.MET, "", "Jo Brennan"),
            (Met.NOT_MET, "The other room was taken", "Jo Brennan"),
        ]

    def test_not_met_needs_a_reason(self, setting: Setting) -> None:
        adjustment = make_adjustment(setting.person, setting.nurse)
        with pytest.raises(Invalid):
            record_outcomes(setting.person, [self.outcome(adjustment, Met.NOT_MET)], setting.nurse)

    def test_a_time_when_it_was_not_needed_says_nothing_about_whether_it_is_met(self, setting: Setting) -> None:
        adjustment = make_adjustment(setting.person, setting.nurse)
        record_outcomes(setting.person, [self.outcome(adjustment, Met.NOT_MET, why="No paper")], setting.nurse)
        record_outcomes(setting.person, [self.outcome(adjustment, Met.NOT_NEEDED)], setting.nurse)
        last = adjustment_of(setting.person.id, adjustment.id).last_outcome
        assert last is not None
        assert last.met is Met.NOT_MET

    def test_one_occasion_is_answered_once(self, setting: Setting) -> None:
        adjustment, occasion = make_adjustment(setting.person, setting.nurse), uuid4()
        record_outcomes(setting.person, [self.outcome(adjustment, occasion_id=occasion)], setting.nurse)
        with pytest.raises(Conflict):
            record_outcomes(setting.person, [self.outcome(adjustment, occasion_id=occasion)], setting.peer)

    def test_nothing_is_said_of_somebody_elses_adjustment(self, setting: Setting) -> None:
        adjustment = make_adjustment(make_person("Ivan", "Ali", team=setting.team), setting.nurse)
        with pytest.raises(NotFound):
            record_outcomes(setting.person, [self.outcome(adjustment)], setting.nurse)

    def test_no_outcome_lies_in_the_future(self, setting: Setting) -> None:
        adjustment = make_adjustment(setting.person, setting.nurse)
        ahead = OutcomeOf(adjustment.id, Met.MET, today() + timedelta(days=1))
        with pytest.raises(Invalid):
            record_outcomes(setting.person, [ahead], setting.nurse)

    def test_no_outcomes_are_no_write(self, setting: Setting) -> None:
        assert record_outcomes(setting.person, [], setting.nurse) == []
