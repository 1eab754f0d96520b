"""What the packages above have asked by text, beside letters; app.py introduces them.

    def question_by_text(person_id: UUID, number: str) -> OtherQuestion | None: …

A text that comes in belongs to what was asked last.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol
from uuid import UUID

from livingwell.contacts.models import Reply


class OtherQuestion(Protocol):
    """Something that went to the person by text at this instant, and takes what comes back."""

    @property
    def asked_at(self) -> datetime: ...

    def take(self, reply: Reply) -> None:
        """Called inside the action that files the reply, before its entry in the audit."""


Source = Callable[[UUID, str], OtherQuestion | None]

other_questions: list[Source] = []


def last_other_question(person_id: UUID, number: str) -> OtherQuestion | None:
    """What was asked last by any of them, of this person at this number."""
    found = [question for source in other_questions if (question := source(person_id, number))]
    return max(found, key=lambda question: question.asked_at, default=None)
