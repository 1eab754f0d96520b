"""Several people at once: nothing is there twice, and nothing that was not read is overwritten."""

from flask import Flask

from livingwell.adjustments.actions.adding import add_adjustments
from livingwell.adjustments.actions.life import say_cannot_do
from livingwell.adjustments.actions.notes import answer_note
from livingwell.adjustments.actions.wording import word_adjustments
from livingwell.adjustments.commands import AddAdjustments, AnswerNote, NewAdjustment, NotPossible, Wording
from livingwell.adjustments.models import HowWeKnow, NoteOutcome
from livingwell.adjustments.queries.adjustments import adjustment_of, adjustments_of, earlier_wordings
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Stale
from livingwell.people.queries.episodes import note_of
from tests.factories.adjustments import make_adjustment, new
from tests.factories.people import make_note
from tests.factories.setting import Setting
from tests.harness.together import TOGETHER, together


def test_the_same_added_by_several_is_there_once(app: Flask, setting: Setting) -> None:
    command = AddAdjustments((new("Low light"), NewAdjustment("text")), HowWeKnow.TOLD_US)
    refused = together(app, lambda: add_adjustments(setting.person, command, setting.nurse))
    assert [type(each) for each in refused] == [Conflict] * (TOGETHER - 1)
    assert [(each.what, each.position) for each in adjustments_of(setting.person.id)] == [("Low light", 0), ("Text", 1)]


def test_of_several_who_reword_one_reading_one_is_taken(app: Flask, setting: Setting) -> None:
    adjustment_id = make_adjustment(setting.person, setting.nurse).id
    wording = Wording(adjustment_id, "On paper", "", HowWeKnow.TOLD_US, row_version=1)
    refused = together(app, lambda: word_adjustments(setting.person, [wording], setting.nurse))
    assert [type(each) for each in refused] == [Stale] * (TOGETHER - 1)
    assert earlier_wordings(adjustment_id) == []


def test_that_we_cannot_is_said_once(app: Flask, setting: Setting) -> None:
    adjustment_id = make_adjustment(setting.person, setting.nurse).id
    command = NotPossible(today(), "The lift is broken", "We come to you")
    refused = together(app, lambda: say_cannot_do(setting.person, adjustment_id, command, setting.nurse))
    assert [type(each) for each in refused] == [Conflict] * (TOGETHER - 1)
    assert len(adjustment_of(setting.person.id, adjustment_id).refusals) == 1


def test_a_note_is_answered_once(app: Flask, setting: Setting) -> None:
    note_id = make_note(setting.person, "Prefers text").id
    command = AnswerNote(NoteOutcome.CONFIRMED, today(), "", (NewAdjustment("text"),))
    refused = together(
        app, lambda: answer_note(setting.person, note_of(setting.person.id, note_id), command, setting.nurse)
    )
    assert [type(each) for each in refused] == [Conflict] * (TOGETHER - 1)
    assert [each.what for each in adjustments_of(setting.person.id)] == ["Text"]
