"""Drafts, and the memory of what was submitted."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.errors import Invalid
from livingwell.core.model import Identified, Instant
from livingwell.extensions import Model

FORM_KEY = 60
SUBJECT_KEY = 160
LONGEST = 100_000  # characters in all fields together: more than any of our forms takes
MOST_VALUES = 200

_FORM_KEY = re.compile(r"[a-z][a-z_]*")
_SUBJECT_KEY = re.compile(r"[0-9a-z:-]*")
_PERSON = "person:"

Fields = dict[str, list[str]]


@dataclass(frozen=True)
class DraftKey:
    """Which form a draft belongs to, and about what.

    >>> DraftKey.about("new_goal", UUID(int=1)).person_id == UUID(int=1)
    True
    """

    form: str
    subject: str = ""

    @classmethod
    def about(cls, form: str, person_id: UUID | None, *more: object) -> "DraftKey":
        """The key for a form about the person; `more` are the ids of what else it is about."""
        parts = ([f"{_PERSON}{person_id}"] if person_id else []) + [str(part) for part in more]
        return cls(form, ":".join(parts))

    @property
    def person_id(self) -> UUID | None:
        """The person that the form is about, if it is about one."""
        if not self.subject.startswith(_PERSON):
            return None
        return UUID(self.subject.removeprefix(_PERSON).split(":")[0])

    def check(self) -> None:
        """Raise Invalid for a key that no form of ours can have."""
        is_form = len(self.form) <= FORM_KEY and _FORM_KEY.fullmatch(self.form)
        is_subject = len(self.subject) <= SUBJECT_KEY and _SUBJECT_KEY.fullmatch(self.subject)
        if not is_form or not is_subject or not self._names_a_person_properly():
            raise Invalid({"draft_form": "This draft does not say which form it belongs to."})

    def _names_a_person_properly(self) -> bool:
        try:
            return self.person_id is not None or not self.subject.startswith(_PERSON)
        except ValueError:
            return False


@dataclass(frozen=True)
class Typing:
    """What is being typed: into which form, on which page, and the saving of the draft that the page began with.

    `page` is the random number of one page as shown in one tab; `reading` is empty where there was no draft.
    """

    key: DraftKey
    page: str
    reading: str
    fields: Fields


class Draft(Identified, Model):
    """What somebody typed into a form and has not saved. Only its author is ever shown it.

    `page` is the page, as opened in one tab, that kept it last.
    """

    __tablename__ = "draft"
    __table_args__ = (Index("uq_draft_account_form_subject", "account_id", "form_key", "subject_key", unique=True),)

    account_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))
    form_key: Mapped[str] = mapped_column(String(FORM_KEY))
    subject_key: Mapped[str] = mapped_column(String(SUBJECT_KEY))
    fields: Mapped[Any] = mapped_column(JSON)
    page: Mapped[str] = mapped_column(String(36))
    saved_at: Mapped[datetime] = mapped_column(Instant)
    expires_at: Mapped[datetime] = mapped_column(Instant, index=True)

    @property
    def reading(self) -> str:
        """Which saving of the draft this is: a page that shows it sends this back."""
        return self.saved_at.isoformat()

    def said(self, field: str) -> str:
        """What was typed into one field."""
        return "".join(self.fields.get(field, [])[:1]).strip()

    def is_newer_than(self, typing: Typing) -> bool:
        """Whether another page kept other words after this one was shown."""
        return self.page != typing.page and self.reading != typing.reading and self.fields != typing.fields


class Submission(Identified, Model):
    """A form that was saved, so that sending the same one twice saves it once.

    `digest` is made from the form's own random number and from what was typed; it tells nothing of either.
    """

    __tablename__ = "submission"
    __table_args__ = (Index("uq_submission_account_digest", "account_id", "digest", unique=True),)

    account_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))
    digest: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime] = mapped_column(Instant, index=True)
    made_id: Mapped[UUID | None] = mapped_column(Uuid)
