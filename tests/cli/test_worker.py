"""The worker as it is started and stopped."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner
from flask import Flask

from livingwell.cli import main
from livingwell.delivery.models import DeliveryState
from livingwell.delivery.queries import states_of
from livingwell.extensions import db
from tests.factories.delivery import make_message
from tests.harness.session import settle

ROOT = Path(__file__).resolve().parents[2]


def environment(url: str) -> dict[str, str]:
    return {**os.environ, "LIVINGWELL_ENVIRONMENT": "development", "DATABASE_URL": url}


def test_once_does_what_is_due_and_ends(app: Flask) -> None:
    message = make_message()
    settle()
    url = db.engine.url.render_as_string(hide_password=False)

    ran = subprocess.run(
        [sys.executable, "-c", "from livingwell.cli import main; main()", "worker", "--once"],
        cwd=ROOT,
        env=environment(url),
        capture_output=True,
        text=True,
        check=True,
    )

    db.session.expire_all()
    assert states_of([message.id])[message.id].state is DeliveryState.KEPT
    assert "The worker has ended." in ran.stdout
    assert ran.stderr == ""


def test_it_ends_when_it_is_told_to(app: Flask) -> None:
    url = db.engine.url.render_as_string(hide_password=False)
    command = [sys.executable, "-u", "-c", "from livingwell.cli import main; main()", "worker"]
    with subprocess.Popen(command, cwd=ROOT, env=environment(url), stdout=subprocess.PIPE, text=True) as worker:
        assert "has begun" in worker.stdout.readline()
        worker.send_signal(signal.SIGTERM)
        assert worker.wait() == 0


def test_a_database_without_tables_is_said_in_a_line(empty_database: str) -> None:
    ran = CliRunner().invoke(main, ["worker", "--once"], env=environment(empty_database))

    assert ran.exit_code == 1
    assert "run: livingwell upgrade" in ran.output
