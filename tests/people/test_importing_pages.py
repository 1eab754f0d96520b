"""A lead brings a caseload in, page by page."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from livingwell.audit.models import AuditEntry
from livingwell.core import clock
from livingwell.core.actor import Actor, Right
from livingwell.extensions import db
from livingwell.identity.models import Team
from livingwell.people.actions.known import answer_whether_known
from livingwell.people.models import Episode, HeldRow, KnownElsewhere, Person
from tests.factories.identity import actor_for, join_team, make_account, make_team, sign_in
from tests.factories.importing import CASELOAD, COLUMNS, caseload_file, import_all
from tests.factories.people import make_person


@pytest.fixture(autouse=True)
def _today(app: Flask) -> Iterator[None]:
    with clock.fixed(datetime(2026, 11, 21, 9, tzinfo=UTC)):
        yield


@pytest.fixture
def team(app: Flask) -> Team:
    return make_team("Living Well Salford")


@pytest.fixture
def lead(team: Team, client: FlaskClient) -> Actor:
    """The lead who is signed in."""
    account = make_account("Dawn Price", team=team, right=Right.TEAM_LEAD)
    sign_in(client, account)
    return actor_for(account, team, Right.TEAM_LEAD)


def send(client: FlaskClient, content: bytes, name: str = "caseload.csv", **fields: str) -> TestResponse:
    return client.post("/caseloads", data={"file": (io.BytesIO(content), name), **fields})


def count_people() -> int:
    return db.session.scalar(select(func.count(Person.id))) or 0


def text_of(response: TestResponse) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.get_data(as_text=True)))


def test_a_lead_looks_first_and_then_brings_the_caseload_in(client: FlaskClient, lead: Actor) -> None:
    assert "No file yet" in client.get("/caseloads").text
    sent = send(client, CASELOAD.read_bytes(), "caseload-export.csv")
    assert sent.status_code == 303
    ready = text_of(client.get(sent.location))
    assert "215 would come in" in ready
    assert "25 would be refused" in ready
    assert "Hearing aid user; no phone" in ready
    assert count_people() == 0
    started = client.post(f"{sent.location}/start")
    done = text_of(client.get(started.location))
    assert "215 came in" in done
    assert "8: no surname" in done
    assert count_people() == 215


def test_a_large_file_comes_in_five_hundred_rows_at_a_press(client: FlaskClient, lead: Actor) -> None:
    first = date(1970, 1, 1)
    rows = [{"DOB": (first + timedelta(days=number)).isoformat()} for number in range(1200)]
    where = send(client, caseload_file(*rows)).location
    assert "500 of 1,200 rows checked" in client.get(where).text
    for after in (500, 1000):
        client.post(f"{where}/checks", data={"after": after})
    client.post(f"{where}/start")
    assert "500 of 1,200 rows done" in client.get(where).text
    fragment = client.post(f"{where}/steps", data={"after": 500}, headers={"HX-Request": "true"}, follow_redirects=True)
    assert "<html" not in fragment.text
    assert 'value="1000"' in fragment.text
    for _tab in range(2):
        client.post(f"{where}/steps", data={"after": 1000})
    assert "1,200 came in" in text_of(client.get(where))
    assert count_people() == 1200


def test_the_refused_rows_come_as_a_file_that_runs_nothing(client: FlaskClient, lead: Actor, team: Team) -> None:
    batch = import_all(caseload_file({"Surname": "", "Reason for Referral": '=HYPERLINK("x")'}, {}), team, lead)
    answer = client.get(f"/caseloads/{batch.id}/refused-rows.csv")
    assert answer.mimetype == "text/csv"
    header, row = csv.reader(io.StringIO(answer.get_data().decode("utf-8-sig"), newline=""))
    assert header == ["Line", "Reason", *COLUMNS]
    assert row[:2] == ["2", "There is no surname"]
    assert row[header.index("Reason for Referral")] == '\'=HYPERLINK("x")'


def test_script_text_is_shown_as_text(client: FlaskClient, lead: Actor) -> None:
    where = send(client, caseload_file({"Comms Needs": "<script>alert(1)</script>"}), "<b>name.csv").location
    shown = client.get(where).text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    assert "&lt;b&gt;name.csv" in shown


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "The file is empty"),
        (b"PK\x03\x04", "isn’t a CSV file"),
        (caseload_file({}, columns=COLUMNS[1:]), "no column “NHS Number”"),
        (caseload_file(), "no row below"),
    ],
)
def test_a_file_that_can_not_be_used_is_refused_whole(
    client: FlaskClient, lead: Actor, content: bytes, message: str
) -> None:
    refused = send(client, content)
    assert refused.status_code == 422
    assert message in text_of(refused)


@pytest.mark.parametrize("data", [{}, {"file": "only text"}])
def test_a_form_without_a_file_says_so(client: FlaskClient, lead: Actor, data: dict[str, object]) -> None:
    refused = client.post("/caseloads", data=data, content_type="multipart/form-data")
    assert refused.status_code == 422
    assert "Choose the CSV file" in refused.text


def test_a_step_that_makes_no_sense_does_nothing(client: FlaskClient, lead: Actor) -> None:
    where = send(client, caseload_file({})).location
    client.post(f"{where}/start")
    for after in ("", "-1", "x", "9" * 30):
        assert client.post(f"{where}/steps", data={"after": after}).status_code == 303
    assert count_people() == 1


def test_a_file_can_be_removed_before_it_is_started_and_not_after(client: FlaskClient, lead: Actor) -> None:
    where = send(client, caseload_file({})).location
    assert client.post(f"{where}/removal").status_code == 303
    assert client.get(where).status_code == 404
    where = send(client, caseload_file({})).location
    client.post(f"{where}/start")
    assert client.post(f"{where}/removal").status_code == 409


def test_a_lead_of_two_teams_says_which(client: FlaskClient, team: Team) -> None:
    account = make_account(team=team, right=Right.TEAM_LEAD)
    join_team(account, make_team("Living Well Manchester"), Right.TEAM_LEAD)
    sign_in(client, account)
    assert "Choose the team" in send(client, caseload_file({})).text
    assert send(client, caseload_file({}), team_id=str(team.id)).status_code == 303
    assert send(client, caseload_file({}), team_id=str(uuid4())).status_code == 422


def test_what_differs_from_somebody_here_already_is_listed_and_recorded(
    client: FlaskClient, lead: Actor, team: Team
) -> None:
    person = make_person(team=team, nhs_number="9998246288")
    batch = import_all(caseload_file({"NHS Number": "9998246288", "Mobile": "07700 900123"}), team, lead)
    assert "Mobile: here nothing; in the file 07700 900123" in text_of(client.get(f"/caseloads/{batch.id}"))
    entry = db.session.scalars(select(AuditEntry).where(AuditEntry.verb == "show_import")).one()
    assert entry.detail["shown"] == [str(person.id)]


class TestHeldRows:
    def test_the_row_stands_beside_the_record_and_somebody_decides(
        self, client: FlaskClient, lead: Actor, team: Team
    ) -> None:
        make_person(team=team)
        import_all(caseload_file({"Forename": "Amarah"}), team, lead)
        assert "In the file Amarah Osei On record Amara Osei" in text_of(client.get("/caseloads/held-rows"))
        row = db.session.scalars(select(HeldRow)).one()
        where = f"/caseloads/held-rows/{row.id}/decision"
        assert client.post(where, data={}).status_code == 422
        assert client.post(where, data={"decision": "merge"}).status_code == 422
        assert client.post(where, data={"decision": "somebody_else"}).status_code == 303
        assert client.post(where, data={"decision": "somebody_else"}).status_code == 409
        assert count_people() == 2
        assert "No row waits" in client.get("/caseloads/held-rows").text

    def test_of_somebody_out_of_reach_nothing_is_shown_but_whom_to_ask(
        self, client: FlaskClient, lead: Actor, team: Team
    ) -> None:
        other = make_team("Living Well Manchester")
        make_account("Yusuf Khan", team=other, right=Right.TEAM_LEAD)
        make_person("Ama", "Osei", given_name="Amarantha", team=other, nhs_number="9998246288")
        import_all(caseload_file({"NHS Number": "9998246288"}), team, lead)
        shown = text_of(client.get("/caseloads/held-rows"))
        assert "Yusuf Khan (Living Well Manchester) can say" in shown
        assert "Amarantha" not in shown
        row = db.session.scalars(select(HeldRow)).one()
        where = f"/caseloads/held-rows/{row.id}/decision"
        assert client.post(where, data={"decision": "same_person"}).status_code == 404
        assert client.post(where, data={"decision": "somebody_else"}).status_code == 409

    @pytest.mark.parametrize("is_same", [True, False])
    def test_the_team_that_may_know_them_is_asked_and_answers(
        self, client: FlaskClient, lead: Actor, team: Team, is_same: bool
    ) -> None:
        other = make_team("Living Well Manchester")
        theirs = make_account("Yusuf Khan", team=other, right=Right.TEAM_LEAD)
        make_person(team=other, nhs_number="9998246288")
        import_all(caseload_file({"NHS Number": "9998246288"}), team, lead)
        row = db.session.scalars(select(HeldRow)).one()
        for _press in range(2):
            client.post(f"/caseloads/held-rows/{row.id}/question")
        assert "There is no answer yet" in text_of(client.get("/caseloads/held-rows"))
        question = db.session.scalars(select(KnownElsewhere)).one()
        answer_whether_known(question.id, is_same, actor_for(theirs, other, Right.TEAM_LEAD))
        decision = "same_person" if is_same else "somebody_else"
        shown = client.get("/caseloads/held-rows").text
        assert ("They say that it is somebody else" in shown) is not is_same
        assert f'value="{decision}"' in shown
        assert client.post(f"/caseloads/held-rows/{row.id}/decision", data={"decision": decision}).status_code == 303
        db.session.expire_all()
        assert count_people() == (1 if is_same else 2)
        assert db.session.scalar(select(func.count(Episode.id)).where(Episode.team_id == team.id)) == 1


class TestWhoMay:
    def test_a_member_gets_403(self, client: FlaskClient, team: Team) -> None:
        sign_in(client, make_account(team=team))
        assert client.get("/caseloads").status_code == 403
        assert send(client, caseload_file({})).status_code == 403
        assert client.get("/caseloads/held-rows").status_code == 403

    def test_for_a_lead_of_another_team_the_file_does_not_exist(
        self, client: FlaskClient, lead: Actor, team: Team
    ) -> None:
        make_person(team=team)
        batch = import_all(caseload_file({"Forename": "Amarah"}, {"Surname": ""}), team, lead)
        row = db.session.scalars(select(HeldRow)).one()
        sign_in(client, make_account(team=make_team(), right=Right.TEAM_LEAD))
        assert client.get(f"/caseloads/{batch.id}").status_code == 404
        assert client.get(f"/caseloads/{batch.id}/refused-rows.csv").status_code == 404
        for verb in ("start", "removal"):
            assert client.post(f"/caseloads/{batch.id}/{verb}").status_code == 404
        decision = {"decision": "somebody_else"}
        assert client.post(f"/caseloads/held-rows/{row.id}/decision", data=decision).status_code == 404
        assert "No row waits" in client.get("/caseloads/held-rows").text
