"""What a discussion agrees that we do otherwise: recorded without leaving it, and shown where decisions are."""

import pytest
from flask import Flask
from sqlalchemy import select

from livingwell.adjustments.catalogue import CHOICES
from livingwell.adjustments.commands import AddAdjustments, NewAdjustment
from livingwell.adjustments.models import HowWeKnow, ReasonableAdjustment
from livingwell.core.errors import Conflict, NotFound
from livingwell.discussions.actions.adjustments import agree_adjustments_here
from livingwell.discussions.actions.round import add_view
from livingwell.discussions.commands import AddView
from livingwell.discussions.models import AgreedAdjustment
from livingwell.discussions.queries.discussions import readiness
from livingwell.extensions import db
from tests.factories.discussions import Room, address, as_member
from tests.factories.identity import actor_for, make_account, make_team
from tests.harness.forms import form_with

TEXT_FIRST = "Text first, then wait a day"
PICKED = CHOICES[0]


def in_own_words(*lines: str) -> AddAdjustments:
    return AddAdjustments(tuple(NewAdjustment(own_words=line) for line in lines), HowWeKnow.TOLD_US)


def fields(**changes: str) -> dict[str, str]:
    sent = {"own_words": TEXT_FIRST, "how_we_know": "told_us", **changes}
    return {f"adjustment-{name}": words for name, words in sent.items()}


def test_an_adjustment_agreed_here_is_on_the_persons_list_and_carries_the_discussion(app: Flask) -> None:
    room = Room()
    agree_adjustments_here(room.discussion, in_own_words(TEXT_FIRST, "No phone"), room.nurse)
    kept = db.session.scalars(select(ReasonableAdjustment).order_by(ReasonableAdjustment.position)).all()
    assert [each.what for each in kept] == [TEXT_FIRST, "No phone"]
    agreed = db.session.scalars(select(AgreedAdjustment)).all()
    assert {each.case_discussion_id for each in agreed} == {room.discussion.id}
    assert {each.adjustment_id for each in agreed} == {each.id for each in kept}


def test_what_is_on_record_already_is_not_agreed_twice(app: Flask) -> None:
    room = Room()
    agree_adjustments_here(room.discussion, in_own_words(TEXT_FIRST), room.nurse)
    with pytest.raises(Conflict):
        agree_adjustments_here(room.discussion, in_own_words(TEXT_FIRST.upper()), room.nurse)
    agree_adjustments_here(room.discussion, in_own_words(TEXT_FIRST, "No phone"), room.nurse)
    assert len(db.session.scalars(select(AgreedAdjustment)).all()) == 2


def test_another_team_agrees_nothing_here(app: Flask) -> None:
    room, elsewhere = Room(), make_team()
    with pytest.raises(NotFound):
        agree_adjustments_here(
            room.discussion, in_own_words("Anything"), actor_for(make_account(team=elsewhere), elsewhere)
        )


def test_it_needs_a_decision_all_the_same_before_the_discussion_closes(app: Flask) -> None:
    room = Room()
    agree_adjustments_here(room.discussion, in_own_words(TEXT_FIRST), room.nurse)
    assert readiness(room.discussion.id).missing


def test_it_is_added_from_the_screen_and_stands_among_what_was_decided(app: Flask) -> None:
    room = Room()
    nurse, jo = as_member(app, room.priya), as_member(app, room.jo)
    sent = nurse.post(address(room, "/adjustments"), data=fields())
    assert sent.location.endswith("#decide")
    for page in (address(room), address(room, "/live"), address(room, "/text"), f"/meetings/{room.meeting.id}/minutes"):
        assert TEXT_FIRST in jo.get(page).text, page
    assert f"From now on: {TEXT_FIRST}." in jo.get(address(room, "/closing")).text


def test_a_choice_is_found_without_saving_and_then_picked(app: Flask) -> None:
    room = Room()
    nurse = as_member(app, room.priya)
    path = address(room, "/adjustments")
    found = nurse.post(path, data={**fields(), "adjustment-sought": PICKED.label.split()[-1], "find": "1"})
    assert found.status_code == 200
    assert TEXT_FIRST in found.text
    assert f'value="{PICKED.key}"' in found.text
    assert db.session.scalars(select(ReasonableAdjustment)).all() == []
    assert nurse.post(path, data={**fields(own_words=""), "adjustment-picked": PICKED.key}).status_code == 303
    assert db.session.scalars(select(ReasonableAdjustment.choice_key)).one() == PICKED.key


@pytest.mark.parametrize("missing", ["own_words", "how_we_know"])
def test_what_is_missing_is_said_beside_its_field_and_the_rest_is_kept(app: Flask, missing: str) -> None:
    room = Room()
    refused = as_member(app, room.priya).post(address(room, "/adjustments"), data=fields(**{missing: ""}))
    assert refused.status_code == 422
    assert "Error: " in refused.text
    assert missing == "own_words" or TEXT_FIRST in refused.text


def test_what_is_typed_is_kept_as_a_draft_of_its_own(app: Flask) -> None:
    room = Room()
    add_view(room.discussion, AddView("Something"), room.peer)
    nurse = as_member(app, room.priya)
    form = form_with(nurse.get(address(room)).text, address(room), "adjustment-own_words")
    nurse.post("/drafts", data=form.filled(**{"adjustment-own_words": "Half a sent"}))
    assert "Half a sent" in nurse.get(address(room)).text
    nurse.post(form.action, data=form.filled(**fields()))
    assert "Half a sent" not in nurse.get(address(room)).text
