"""`livingwell import-caseload FILE --team NAME`: everybody in a file that another record exported."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, Any
from uuid import UUID

import click

from livingwell.cli.running import THE_COMMAND_LINE, in_the_app
from livingwell.core.actor import Actor, Right
from livingwell.identity.models import Team
from livingwell.identity.queries.teams import team_called, teams_by_name
from livingwell.people.actions.importing.receiving import JudgedCaseload, judge_caseload, receive_caseload
from livingwell.people.actions.importing.stepping import (
    Counts,
    check_next_rows,
    count_caseload,
    import_next_rows,
    start_import,
)
from livingwell.people.models import ImportBatch, ImportStage, Refusal
from livingwell.people.presenters.importing import REFUSALS


@click.command("import-caseload")
@click.argument("file", type=click.File("rb"))
@click.option("--team", "team_name", required=True, help="The team that they are referred to.")
@click.option("--dry-run", is_flag=True, help="Say what would happen, and change nothing.")
@in_the_app
def import_caseload(file: IO[bytes], team_name: str, dry_run: bool) -> None:
    """Bring a caseload in from FILE, a CSV as a patient record exports it."""
    team = _team(team_name)
    actor = replace(THE_COMMAND_LINE, rights={team.id: Right.TEAM_LEAD})
    caseload = judge_caseload(file)
    if dry_run:
        counts = count_caseload(caseload, team.id, actor)
        click.echo("Nothing was changed. This would happen:")
    else:
        counts = _brought_in(caseload, Path(file.name).name, team.id, actor)
    _tell(counts, caseload)


def _team(name: str) -> Team:
    team = team_called(name)
    if team is None:
        known = ", ".join(team.name for team in teams_by_name()) or "there is none yet"
        raise click.ClickException(f"There is no team called “{name}”. Teams: {known}.")
    return team


def _brought_in(caseload: JudgedCaseload, file_name: str, team_id: UUID, actor: Actor) -> Counts:
    batch = receive_caseload(caseload, file_name, team_id, actor)
    while batch.stage is ImportStage.CHECKING:
        batch = check_next_rows(batch.id, batch.rows_checked, actor)
    batch = start_import(batch.id, actor)
    with click.progressbar(length=batch.rows_total, label="Rows") as bar:
        while batch.stage is ImportStage.COMING_IN:
            before = batch.rows_done
            batch = import_next_rows(batch.id, before, actor)
            bar.update(batch.rows_done - before)
    return _counts(batch)


def _counts(batch: ImportBatch) -> Counts:
    return Counts(batch.rows_in, batch.rows_here_already, batch.rows_held, batch.rows_refused)


def _tell(counts: Counts, caseload: JudgedCaseload) -> None:
    click.echo(f"{counts.come_in:7,}  come in, as referred")
    click.echo(f"{counts.here_already:7,}  are here already, left as they are")
    click.echo(f"{counts.held:7,}  may be somebody known: a lead decides, under “Import a caseload”")
    click.echo(f"{counts.refused:7,}  are refused")
    reasons = Counter(Refusal(row["refusal"]) for row in _refused(caseload))
    for refusal in Refusal:
        if reasons[refusal]:
            click.echo(f"{reasons[refusal]:9,}  {REFUSALS[refusal]}")
    for row in _refused(caseload):
        click.echo(f"Line {row['line']}: {row['reason']}")


def _refused(caseload: JudgedCaseload) -> Iterator[dict[str, Any]]:
    for piece in caseload.unpacked():
        yield from piece["refusals"]
