"""The demo as it was at the end of each issue, so that later migrations prove themselves on real-shaped rows.

python -m tests.migrations.kept_demos 0001     writes demo-0001.sql.gz, from a demo told afresh
"""

import gzip
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from flask_migrate import upgrade
from sqlalchemy import Connection

from livingwell.demo.telling import tell_demo
from livingwell.extensions import db
from tests.harness.application import build_app
from tests.harness.rows import insert, inserts

FOLDER = Path(__file__).parent
BETWEEN = ";\n"


def kept() -> list[str]:
    """The revisions at which a demo was kept, oldest first."""
    return sorted(file.name.removeprefix("demo-").removesuffix(".sql.gz") for file in FOLDER.glob("demo-*.sql.gz"))


def load(connection: Connection, revision: str) -> None:
    """Insert a kept demo into tables as they were at that revision."""
    text = gzip.decompress((FOLDER / f"demo-{revision}.sql.gz").read_bytes()).decode()
    insert(connection, text.removesuffix(BETWEEN).split(BETWEEN))


def write(revision: str) -> None:
    """Tell the demo in a database of its own and keep it."""
    with TemporaryDirectory() as folder, build_app(f"sqlite:///{folder}/demo.db").app_context():
        upgrade()
        tell_demo()
        text = "".join(f"{statement}{BETWEEN}" for statement in inserts())
        db.session.remove()
        db.engine.dispose()
    (FOLDER / f"demo-{revision}.sql.gz").write_bytes(gzip.compress(text.encode(), mtime=0))


if __name__ == "__main__":
    write(sys.argv[1])
