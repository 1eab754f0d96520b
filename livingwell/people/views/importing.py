"""A lead brings a caseload in: looks at what would happen, says yes, and decides about the rows that were held."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from flask import Response
from flask_login import current_user

from livingwell.audit import record_read
from livingwell.core.errors import Invalid
from livingwell.core.spreadsheet import csv_lines
from livingwell.extensions import db
from livingwell.identity.permissions import Permission
from livingwell.people.actions.importing.deciding import ask_about_held_row, decide_held_row
from livingwell.people.actions.importing.receiving import drop_caseload, judge_caseload, receive_caseload
from livingwell.people.actions.importing.stepping import check_next_rows, import_next_rows, start_import
from livingwell.people.forms.importing import CaseloadForm, DecisionForm, StepForm
from livingwell.people.models import HeldDecision, ImportBatch
from livingwell.people.presenters.importing import HeldCard, HereLine, ImportCard, ImportLine, RefusedLine, RowRead
from livingwell.people.queries import importing as queries
from livingwell.people.queries.duplicates import KnownTo, known_to
from livingwell.people.views.blueprint import people
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import page, see

SHOWN = 50


@people.route("/caseloads", methods=["GET", "POST"])
@needs(Permission.IMPORT_CASELOAD)
def list_imports() -> Any:
    """The files so far, and the place to bring the next one."""
    form = _caseload_form()
    if not form.validate_on_submit():
        return _list(form)
    sent = form.command()
    db.session.rollback()  # others write on while the file is judged
    try:
        caseload = judge_caseload(sent.stream)
    except Invalid as error:
        form.refuse(error)
        return _list(form)
    batch = receive_caseload(caseload, sent.file_name, sent.team_id, current_actor())
    check_next_rows(batch.id, 0, current_actor())
    return see("people.show_import", batch_id=batch.id)


@people.get("/caseloads/<uuid:batch_id>")
@needs(Permission.IMPORT_CASELOAD)
def show_import(batch_id: UUID) -> Response:
    """How far a file is, what would happen, or what has."""
    actor = current_actor()
    batch = queries.batch_of_lead(batch_id, actor)
    here = queries.rows_here_already(batch, actor, SHOWN)
    if here:
        record_read("show_import", actor, shown={row.person_id for row in here})
    return page(
        "people/show_import.html",
        fragment="people/_import.html",
        file=ImportCard.of(batch, queries.refusals_of(batch)),
        first_rows=[RowRead.of(row) for row in batch.first_rows],
        refused=[RefusedLine.of(row) for row in queries.refused_rows(batch, SHOWN)],
        here=[HereLine.of(row) for row in here],
        shown=SHOWN,
    )


@people.post("/caseloads/<uuid:batch_id>/checks")
@needs(Permission.IMPORT_CASELOAD)
def check_rows(batch_id: UUID) -> Response:
    """Compare the next rows with the record."""
    form = StepForm()
    if form.validate_on_submit():
        check_next_rows(batch_id, form.command(), current_actor())
    return see("people.show_import", batch_id=batch_id)


@people.post("/caseloads/<uuid:batch_id>/start")
@needs(Permission.IMPORT_CASELOAD)
def begin_import(batch_id: UUID) -> Response:
    """Say yes, and bring the first rows in."""
    start_import(batch_id, current_actor())
    import_next_rows(batch_id, 0, current_actor())
    return see("people.show_import", batch_id=batch_id)


@people.post("/caseloads/<uuid:batch_id>/steps")
@needs(Permission.IMPORT_CASELOAD)
def import_rows(batch_id: UUID) -> Response:
    """Bring the next rows in."""
    form = StepForm()
    if form.validate_on_submit():
        import_next_rows(batch_id, form.command(), current_actor())
    return see("people.show_import", batch_id=batch_id)


@people.post("/caseloads/<uuid:batch_id>/removal")
@needs(Permission.IMPORT_CASELOAD)
def drop_import(batch_id: UUID) -> Response:
    """Forget a file that nobody came in from."""
    drop_caseload(batch_id, current_actor())
    return see("people.list_imports", said="The file is removed. Nobody came in from it.")


@people.get("/caseloads/<uuid:batch_id>/refused-rows.csv")
@needs(Permission.IMPORT_CASELOAD)
def download_refused_rows(batch_id: UUID) -> Response:
    """The refused rows as a file, to be mended and brought again."""
    batch = queries.batch_of_lead(batch_id, current_actor())
    record_read("download_refused_rows", current_actor())
    answer = Response("".join(csv_lines(_refused_cells(batch))), mimetype="text/csv")
    answer.headers["Content-Disposition"] = 'attachment; filename="refused-rows.csv"'
    return answer


@people.get("/caseloads/held-rows")
@needs(Permission.IMPORT_CASELOAD)
def list_held_rows() -> Response:
    """Rows that may be somebody known, each beside that person's record."""
    return _held_rows(DecisionForm(), None)


@people.post("/caseloads/held-rows/<uuid:held_row_id>/decision")
@needs(Permission.IMPORT_CASELOAD)
def decide_about_held_row(held_row_id: UUID) -> Response:
    """It is the same person, or somebody else."""
    form = DecisionForm()
    if not form.validate_on_submit():
        return _held_rows(form, held_row_id)
    decision = HeldDecision(form.decision.data)
    decide_held_row(held_row_id, decision, current_actor())
    is_same = decision is HeldDecision.SAME_PERSON
    said = "Kept as one person. Their record stays as it is." if is_same else "Somebody new came in, as referred."
    return see("people.list_held_rows", said=said)


@people.post("/caseloads/held-rows/<uuid:held_row_id>/question")
@needs(Permission.IMPORT_CASELOAD)
def ask_about_row(held_row_id: UUID) -> Response:
    """Ask the team that may know the person."""
    ask_about_held_row(held_row_id, current_actor())
    return see("people.list_held_rows", said="Their team lead is asked. The answer comes to this page.")


def _caseload_form() -> CaseloadForm:
    led = current_actor().led_team_ids
    teams = [(str(team.id), team.name) for team in current_user.teams if team.id in led]
    form = CaseloadForm()
    form.team_id.offer(teams)
    if len(teams) == 1:
        form.team_id.data = teams[0][0]
    return form


def _list(form: CaseloadForm) -> Response:
    actor = current_actor()
    return page(
        "people/list_imports.html",
        status=422 if form.errors else 200,
        form=form,
        files=[ImportLine.of(batch) for batch in queries.batches_of_lead(actor)],
        held=queries.count_of_held_rows(actor),
    )


def _held_rows(form: DecisionForm, refused_id: UUID | None) -> Response:
    actor = current_actor()
    rows = queries.held_rows(actor, SHOWN)
    within_reach = queries.people_reached([row.person_id for row in rows], actor)
    beyond = [row.person_id for row in rows if row.person_id not in within_reach]
    leads = {known.person_id: _leads(known) for known in known_to(beyond) if known.leads}
    asked = queries.questions_asked(beyond, actor.led_team_ids)
    total = queries.count_of_held_rows(actor)
    db.session.rollback()  # where a decision was refused: let go of the lock before the read is entered
    record_read("list_held_rows", actor, shown=within_reach)
    cards = [
        HeldCard.of(row, within_reach.get(row.person_id), leads.get(row.person_id, ""), asked.get(row.person_id))
        for row in rows
    ]
    status = 422 if form.errors else 200
    return page("people/list_held_rows.html", status=status, form=form, refused_id=refused_id, rows=cards, total=total)


def _leads(known: KnownTo) -> str:
    return f"{' or '.join(known.leads)} ({known.team_name})"


def _refused_cells(batch: ImportBatch) -> Iterator[list[object]]:
    yield ["Line", "Reason", *batch.columns]
    for row in queries.refused_rows(batch):
        yield [row.line, row.reason, *row.cells]
