"""No other path ends an episode: not a command, an import, a direct request, a script, nor an action called alone."""

import re
from pathlib import Path

import pytest
from click import Command
from click.testing import CliRunner
from flask import Flask
from sqlalchemy import select, update

import livingwell
from livingwell.audit import record
from livingwell.cli import COMMANDS, main
from livingwell.core.actor import Actor, Right, the_system
from livingwell.core.atomic import atomic
from livingwell.core.clock import now, today
from livingwell.core.errors import Conflict, Forbidden, NotFound, UnrecordedWrite
from livingwell.extensions import db
from livingwell.journeys.actions.closing import complete_closure
from livingwell.journeys.actions.proposing import propose_closure
from livingwell.journeys.closing_commands import ProposeClosure
from livingwell.journeys.models import ClosureProposal, EndingKind
from livingwell.people.actions.episodes import turn_away_referral
from livingwell.people.actions.striking import strike
from livingwell.people.commands import TurnAway
from livingwell.people.models import EndedOtherwise, Episode
from tests.factories.closing import episode_in, make_proposal, phone_against_wish
from tests.factories.contacts import Desk
from tests.factories.identity import make_account, sign_in
from tests.factories.importing import COLUMNS, SOMEBODY, caseload_file
from tests.factories.routes import World, address_of
from tests.harness.session import settle

PACKAGE = Path(livingwell.__file__).parent
SYSTEM = the_system("the command line")


@pytest.fixture
def desk(app: Flask) -> Desk:
    """Amara was phoned against her wish, and somebody proposes to end her support for lost contact."""
    desk = Desk()
    phone_against_wish(desk.amara, desk.nurse, now())
    make_proposal(desk.amara, desk.nurse, EndingKind.LOST_CONTACT)
    return desk


def require_goes_on(desk: Desk) -> None:
    settle()
    found = db.session.scalars(select(Episode).where(Episode.person_id == desk.amara.id)).all()
    assert [episode.ended_on for episode in found] == [None]


# A script that sets the day


def test_setting_the_day_reaches_no_database(desk: Desk) -> None:
    with pytest.raises(EndedOtherwise), atomic():
        episode_in(desk.amara).ended_on = today()
        record("end", SYSTEM, desk.amara.id)
    require_goes_on(desk)


def test_support_that_was_accepted_is_not_ended_as_turned_away(desk: Desk) -> None:
    with pytest.raises(EndedOtherwise), atomic():
        episode = episode_in(desk.amara)
        episode.turned_away_on = episode.ended_on = today()
        record("end", SYSTEM, desk.amara.id)
    away = TurnAway(helped_instead_by="The GP", told_by="Nobody", way_back="None")
    with pytest.raises(Conflict):
        turn_away_referral(episode_in(desk.amara), away, desk.nurse)
    require_goes_on(desk)


def test_no_episode_comes_in_that_is_over_already(desk: Desk) -> None:
    with pytest.raises(EndedOtherwise), atomic():
        over = Episode(
            person_id=desk.amara.id, team_id=desk.team.id, referred_on=today(), referred_by="GP", ended_on=today()
        )
        db.session.add(over)
        record("end", SYSTEM, desk.amara.id)
    require_goes_on(desk)


def test_no_bulk_statement_ends_anything(desk: Desk) -> None:
    with pytest.raises(UnrecordedWrite), atomic():
        db.session.execute(update(Episode).values(ended_on=today()))
    require_goes_on(desk)


def test_support_with_contacts_on_record_is_no_mistake_to_strike_out(desk: Desk) -> None:
    with pytest.raises(Conflict, match="Ending support"):
        strike(episode_in(desk.amara), "She does not answer", desk.lead)


# An action, called alone


@pytest.mark.parametrize("actor", [SYSTEM, Actor(None, "a script", is_account_administrator=True)])
def test_nobody_in_particular_ends_support(desk: Desk, actor: Actor) -> None:
    proposal = db.session.scalars(select(ClosureProposal)).one()
    for attempt in (
        lambda: complete_closure(proposal, actor),
        lambda: propose_closure(episode_in(desk.amara), ProposeClosure(EndingKind.GOALS_REACHED), actor),
    ):
        with pytest.raises((Forbidden, NotFound)):
            attempt()
    require_goes_on(desk)


def test_a_script_with_every_right_is_asked_the_same(desk: Desk) -> None:
    powers = Actor(None, "the command line", rights={desk.team.id: Right.TEAM_LEAD})
    with pytest.raises(Conflict, match="lost contact"):
        complete_closure(db.session.scalars(select(ClosureProposal)).one(), powers)
    require_goes_on(desk)


# The command line, and imports


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_no_command_ends_support(command: Command) -> None:
    code = (PACKAGE / "cli" / f"{(command.name or '').replace('-', '_')}.py").read_text()
    assert not re.search(r"ended_on|end_episode|Closure|\.end\(|complete", code)


def test_a_caseload_that_says_that_somebody_is_discharged_ends_nothing(
    desk: Desk, app: Flask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LIVINGWELL_ENVIRONMENT", "test")
    monkeypatch.setenv("DATABASE_URL", app.config["SQLALCHEMY_DATABASE_URI"])
    told = {"Status": "Discharged: did not engage", "Discharge Date": "01/06/2026", "Ended": "01/06/2026"}
    row = {**SOMEBODY, "Reason for Referral": "DISCHARGED, did not engage", "Referral Received": "01/03/2026", **told}
    file = tmp_path / "caseload.csv"
    file.write_bytes(caseload_file(row, columns=(*COLUMNS, *told)))
    settle()
    CliRunner().invoke(main, ["import-caseload", str(file), "--team", desk.team.name])
    settle()
    assert all(episode.ended_on is None for episode in db.session.scalars(select(Episode)))


# A direct request


AT_ONCE = {"journeys.new_letting_go", "journeys.new_end_after_death", "journeys.override_closure"}
"""Endings of their own: each says on record that the person decided or died, or which lead answers for it and why."""


def test_no_request_ends_support_for_lost_contact_before_its_time(desk: Desk, app: Flask) -> None:
    """Every route that takes a form, sent as the team's lead with everything that could mean an end."""
    client = app.test_client()
    sign_in(client, make_account("Ruth Iqbal", team=desk.team, right=Right.TEAM_LEAD))
    world = World(desk.team, desk.amara, desk.ruth)
    sent = {
        "kind": "lost_contact",
        "ended_on": str(today()),
        "is_override": "y",
        "overridden_why": "x",
        "then": "close",
    }
    rules = [rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/people/<uuid:person_id>")]
    for rule in (each for each in rules if "POST" in (each.methods or ()) and each.endpoint not in AT_ONCE):
        answer = client.post(address_of(rule, world), data=sent)
        assert answer.status_code < 500, rule
    require_goes_on(desk)


def test_the_page_says_what_to_do_instead_and_has_no_button(desk: Desk, app: Flask) -> None:
    client = app.test_client()
    sign_in(client, desk.ruth)
    proposal = db.session.scalars(select(ClosureProposal)).one()
    address = f"/people/{desk.amara.id}/ending"
    shown = client.get(address).get_data(as_text=True)
    assert "support can’t be ended yet. We have not tried it" in shown
    assert "/completion" not in shown
    refused = client.post(f"{address}/{proposal.id}/completion")
    assert refused.status_code == 409
    assert "Do this next" in refused.get_data(as_text=True)
    require_goes_on(desk)


# In the code


def test_one_module_makes_closures_and_one_ends_episodes() -> None:
    code = {str(file.relative_to(PACKAGE)): file.read_text() for file in PACKAGE.rglob("*.py")}
    making = {name for name, text in code.items() if re.search(r"[ =]Closure\(\s*\w+=", text)}
    ending = {name for name, text in code.items() if "end_episode" in text}
    assert making == {"journeys/models/closure.py"}
    assert ending == {"people/actions/episodes.py", "journeys/actions/closing.py", "audit/words.py"}
    assert not [
        name for name, text in code.items() if re.search(r"update episode|update\(Episode", text, re.IGNORECASE)
    ]
