"""The demo, told once in a session of tests and put back for each test that asks."""

from flask import Flask

from livingwell.demo.telling import tell_demo
from livingwell.extensions import db
from tests.harness.rows import insert, inserts

_told: list[str] = []


def put_demo(app: Flask) -> None:
    """Fill the empty database with the demo, as `livingwell demo` tells it."""
    if not _told:
        tell_demo()
        _told.extend(inserts())
        db.session.commit()
        return
    with db.engine.connect().execution_options(writes=True) as connection, connection.begin():
        insert(connection, _told)
