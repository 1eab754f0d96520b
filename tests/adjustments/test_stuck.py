"""What is stuck in a team, at which step and since when."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta
from html import unescape

import pytest
from flask.testing import FlaskClient

from livingwell.adjustments.actions.adding import record_nothing_needed
from livingwell.adjustments.actions.life import note_happening
from livingwell.adjustments.actions.outcomes import record_outcomes
from livingwell.adjustments.commands import Happening, OutcomeOf
from livingwell.adjustments.models import EventKind, Met, ReasonableAdjustment, SixStep
from livingwell.adjustments.queries.stuck import PAGE, stuck, stuck_counts
from livingwell.audit import record
from livingwell.core import clock
from livingwell.core.atomic import atomic
from livingwell.core.clock import now, today
from livingwell.core.errors import NotFound
from livingwell.extensions import db
from livingwell.people.models import RecordLimit
from tests.factories.adjustments import make_adjustment, make_adjustments
from tests.factories.identity import sign_in
from tests.factories.people import make_note, make_person
from tests.factories.setting import Setting

MOST_STATEMENTS = 9


def at(setting: Setting, step: SixStep) -> list[str]:
    """What waits at the step, as the nurse is shown it."""
    rows = stuck(setting.nurse, setting.team.id, step, 1).rows
    return [row.what or row.person.preferred_name for row in rows]


def happened(setting: Setting, adjustment: ReasonableAdjustment, kind: EventKind) -> None:
    note_happening(setting.person, adjustment.id, Happening(kind, today(), "the GP"), setting.nurse)


def said(setting: Setting, adjustment: ReasonableAdjustment, met: Met, why: str = "") -> None:
    record_outcomes(setting.person, [OutcomeOf(adjustment.id, met, today(), why)], setting.nurse)


def test_somebody_whom_nobody_asked_waits_to_be_asked(setting: Setting) -> None:
    assert at(setting, SixStep.IDENTIFY) == ["Amara"]
    record_nothing_needed(setting.person, "", setting.nurse)
    assert at(setting, SixStep.IDENTIFY) == []


def test_a_note_that_nobody_talked_through_waits_to_be_recorded(setting: Setting) -> None:
    make_note(setting.person, "Large print (24pt)")
    assert at(setting, SixStep.IDENTIFY) == []
    assert at(setting, SixStep.RECORD) == ["Large print (24pt)"]


@pytest.mark.parametrize(
    ("step", "kind"), [(SixStep.FLAG, EventKind.FLAGGED), (SixStep.SHARE, EventKind.SHARED)], ids=["flag", "share"]
)
def test_a_new_one_waits_to_be_flagged_and_shared(setting: Setting, step: SixStep, kind: EventKind) -> None:
    adjustment = make_adjustment(setting.person, setting.nurse, "Low light")
    assert at(setting, step) == ["Low light"]
    happened(setting, adjustment, kind)
    assert at(setting, step) == []


@pytest.mark.parametrize("step", [SixStep.FLAG, SixStep.SHARE])
def test_what_the_person_objects_to_sharing_does_not_wait(setting: Setting, step: SixStep) -> None:
    adjustment = make_adjustment(setting.person, setting.nurse, "Low light")
    happened(setting, adjustment, EventKind.OBJECTED)
    assert at(setting, step) == []
    happened(setting, adjustment, EventKind.NO_LONGER_OBJECTS)
    assert at(setting, step) == ["Low light"]


def test_it_waits_to_be_met_until_the_last_time_was_met(setting: Setting) -> None:
    adjustment = make_adjustment(setting.person, setting.nurse, "Low light")
    assert at(setting, SixStep.MEET) == ["Low light"]
    said(setting, adjustment, Met.MET)
    assert at(setting, SixStep.MEET) == []
    said(setting, adjustment, Met.NOT_MET, "The bulb was bright")
    said(setting, adjustment, Met.NOT_NEEDED)
    assert at(setting, SixStep.MEET) == ["Low light"]
    (row,) = stuck(setting.nurse, setting.team.id, SixStep.MEET, 1).rows
    assert row.why == "The bulb was bright"


def test_a_review_waits_from_its_day(setting: Setting) -> None:
    make_adjustment(setting.person, setting.nurse, "Low light")
    assert at(setting, SixStep.REVIEW) == []
    with clock.fixed(now() + timedelta(weeks=26)):
        assert at(setting, SixStep.REVIEW) == ["Low light"]


def test_the_longest_wait_comes_first(setting: Setting) -> None:
    with clock.fixed(now() - timedelta(days=9)):
        make_adjustment(setting.person, setting.nurse, "Older")
    make_adjustment(setting.person, setting.nurse, "A newer one")
    assert at(setting, SixStep.SHARE) == ["Older", "A newer one"]


def test_what_ended_waits_for_nothing(setting: Setting) -> None:
    adjustment = make_adjustment(setting.person, setting.nurse)
    happened(setting, adjustment, EventKind.ENDED)
    assert [at(setting, step) for step in SixStep if step is not SixStep.IDENTIFY] == [[], [], [], [], []]


def test_counts_agree_with_the_lists(setting: Setting) -> None:
    make_adjustments(setting.person, setting.nurse, ["A", "B", "C"])
    make_note(make_person("Ivan", "Ali", team=setting.team))
    make_person("Bo", "Lee", team=setting.team)
    counts = stuck_counts(setting.nurse, setting.team.id)
    assert counts == {step: len(at(setting, step)) for step in SixStep}
    assert counts[SixStep.SHARE] == 3


def test_another_team_sees_nothing_of_it(setting: Setting) -> None:
    make_adjustment(setting.person, setting.nurse)
    with pytest.raises(NotFound):
        stuck(setting.stranger, setting.team.id, SixStep.MEET, 1)


def test_a_limited_record_is_not_told_of(setting: Setting) -> None:
    make_adjustment(setting.person, setting.nurse)
    limit(setting)
    assert at(setting, SixStep.MEET) == []
    assert stuck_counts(setting.nurse, setting.team.id)[SixStep.MEET] == 0


@atomic()
def limit(setting: Setting) -> None:
    db.session.add(RecordLimit(person_id=setting.person.id, reason="A relative", limited_by_id=setting.priya.id))
    record("limit_record", setting.nurse, setting.person.id)


def test_the_page_is_paged_with_constant_statements(
    setting: Setting, client: FlaskClient, count_statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    sign_in(client, setting.priya)
    path = f"/teams/{setting.team.id}/adjustments"
    make_adjustment(setting.person, setting.nurse, "Number 0")
    with count_statements() as few:
        client.get(path)
    make_adjustments(setting.person, setting.nurse, [f"Number {number}" for number in range(1, 40)])
    with count_statements() as many:
        shown = unescape(client.get(path).get_data(as_text=True))
    assert len(few) == len(many) <= MOST_STATEMENTS
    assert f"Showing 1 to {PAGE}" in shown
    assert "Showing 26 to 40" in client.get(f"{path}?page=2").get_data(as_text=True)


@pytest.mark.parametrize("asked", ["step=nonsense", "page=0", "page=-1", "page=99999", "page=x"])
def test_an_address_that_asks_for_what_is_not_there_shows_something(
    setting: Setting, client: FlaskClient, asked: str
) -> None:
    sign_in(client, setting.priya)
    assert client.get(f"/teams/{setting.team.id}/adjustments?{asked}").status_code == 200
