"""Doing the same thing at the same moment, as several laptops would."""

from collections.abc import Callable
from threading import Barrier, Thread
from typing import Any

from flask import Flask

from livingwell.core.errors import LivingWellError
from livingwell.extensions import db
from tests.harness.session import settle

TOGETHER = 4


def together(app: Flask, do: Callable[[], Any]) -> list[LivingWellError]:
    """Do it from several laptops at the same moment; what the domain refused. Anything else fails the test."""
    settle()
    refused: list[LivingWellError] = []
    broken: list[BaseException] = []
    start = Barrier(TOGETHER)

    def one() -> None:
        with app.app_context():
            start.wait()
            try:
                do()
            except LivingWellError as error:
                refused.append(error)
            except BaseException as error:
                broken.append(error)
            db.session.remove()

    threads = [Thread(target=one) for _each in range(TOGETHER)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert broken == []
    return refused
