"""What an import brought, refused, and left for somebody to decide."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, Index, Integer, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.core.clock import now
from livingwell.core.errors import Conflict
from livingwell.core.model import Identified, Instant, Timed, Versioned, choice
from livingwell.core.text import LONG, SHORT
from livingwell.extensions import Model
from livingwell.identity.models import Account, Team
from livingwell.people.models.arrival import Arrival
from livingwell.people.models.person import Person


class ImportStage(StrEnum):
    """How far a file has got, derived from its counts and instants."""

    CHECKING = "checking"
    READY = "ready"
    COMING_IN = "coming_in"
    FINISHED = "finished"


class ImportBatch(Identified, Timed, Versioned, Model):
    """A caseload file: compared with the record some hundred rows at a step, then brought in the same way.

    `would_*` are the counts that the comparison found, `rows_*` what happened. All steps count in rows of the
    file, so that a crash, a second tab or another day goes on where the last step ended.
    """

    __tablename__ = "import_batch"

    team_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("team.id"), index=True)
    imported_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    file_name: Mapped[str] = mapped_column(String(SHORT))
    encoding: Mapped[str] = mapped_column(String(20))
    columns: Mapped[Any] = mapped_column(JSON)
    columns_not_used: Mapped[Any] = mapped_column(JSON)
    first_rows: Mapped[Any] = mapped_column(JSON)
    rows_total: Mapped[int] = mapped_column(Integer, default=0)
    rows_checked: Mapped[int] = mapped_column(Integer, default=0)
    would_come_in: Mapped[int] = mapped_column(Integer, default=0)
    would_be_here_already: Mapped[int] = mapped_column(Integer, default=0)
    would_be_held: Mapped[int] = mapped_column(Integer, default=0)
    would_be_refused: Mapped[int] = mapped_column(Integer, default=0)
    started_at: Mapped[datetime | None] = mapped_column(Instant)
    rows_done: Mapped[int] = mapped_column(Integer, default=0)
    rows_in: Mapped[int] = mapped_column(Integer, default=0)
    rows_here_already: Mapped[int] = mapped_column(Integer, default=0)
    rows_held: Mapped[int] = mapped_column(Integer, default=0)
    rows_refused: Mapped[int] = mapped_column(Integer, default=0)
    finished_at: Mapped[datetime | None] = mapped_column(Instant)

    team: Mapped[Team] = relationship(lazy="raise_on_sql")
    imported_by: Mapped[Account | None] = relationship(lazy="raise_on_sql")

    @property
    def stage(self) -> ImportStage:
        if self.finished_at:
            return ImportStage.FINISHED
        if self.started_at:
            return ImportStage.COMING_IN
        return ImportStage.CHECKING if self.rows_checked < self.rows_total else ImportStage.READY

    def start(self) -> None:
        """Somebody looked at what would happen and said yes. Raises Conflict before the rows are checked."""
        if self.stage is ImportStage.CHECKING:
            raise Conflict("The rows are still being checked. Look at what would happen, then import them.")
        if self.stage is ImportStage.READY:
            self.started_at = now()

    def finish_when_done(self) -> None:
        """The last row has come in, been refused, or been left for somebody to decide."""
        if self.rows_done == self.rows_total:
            self.finished_at = now()


class ImportPiece(Identified, Model):
    """Some hundred rows of a file, read and waiting. Gone once they are in: no copy of the file is kept."""

    __tablename__ = "import_piece"
    __table_args__ = (Index("uq_import_piece_position", "batch_id", "position", unique=True),)

    batch_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("import_batch.id"))
    position: Mapped[int]
    """How many rows of the file stand before it."""
    row_count: Mapped[int]
    arrivals: Mapped[Any] = mapped_column(JSON)
    refusals: Mapped[Any] = mapped_column(JSON)


class ImportFingerprint(Identified, Timed, Model):
    """A row that this team brought in before, so that the same file twice brings nobody twice."""

    __tablename__ = "import_fingerprint"
    __table_args__ = (Index("uq_import_fingerprint_team", "team_id", "fingerprint", unique=True),)

    team_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("team.id"))
    fingerprint: Mapped[str] = mapped_column(String(64))
    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"), index=True)
    batch_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("import_batch.id"), index=True)


class Refusal(StrEnum):
    """Why a row can't come in. Where several hold, it counts under the first of this order."""

    UNREADABLE = "unreadable"
    NO_SURNAME = "no_surname"
    NHS_NUMBER = "nhs_number"
    BORN_ON = "born_on"
    EMAIL = "email"
    NUMBER_USED_HIGHER = "number_used_higher"
    OTHER = "other"


class RefusedRow(Identified, Model):
    """A row that can't come in: its line in the file, all that is wrong with it, and its cells as they were."""

    __tablename__ = "refused_row"
    __table_args__ = (Index("ix_refused_row_batch_id_line", "batch_id", "line"),)

    batch_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("import_batch.id"))
    line: Mapped[int]
    refusal: Mapped[Refusal] = mapped_column(choice(Refusal))
    reason: Mapped[str] = mapped_column(String(LONG))
    cells: Mapped[Any] = mapped_column(JSON)


class RowHereAlready(Identified, Model):
    """A row whose person is here already and differs from the record, which was left as it is.

    `differences` are triples: what it is about, what the record said, what the file says.
    """

    __tablename__ = "row_here_already"
    __table_args__ = (Index("ix_row_here_already_batch_id_line", "batch_id", "line"),)

    batch_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("import_batch.id"))
    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"), index=True)
    line: Mapped[int]
    differences: Mapped[Any] = mapped_column(JSON)

    person: Mapped[Person] = relationship(lazy="raise_on_sql")


class HeldDecision(StrEnum):
    """What somebody found about a row that was held."""

    SAME_PERSON = "same_person"
    SOMEBODY_ELSE = "somebody_else"


class HeldRow(Identified, Timed, Versioned, Model):
    """A row that may be somebody known: never merged by itself, a person decides.

    `person_id` is who it may be, perhaps out of the reach of whoever decides.
    """

    __tablename__ = "held_row"
    __table_args__ = (
        Index("ix_held_row_team_id_decided_at", "team_id", "decided_at"),
        Index("ix_held_row_team_id_fingerprint", "team_id", "fingerprint"),
    )

    batch_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("import_batch.id"), index=True)
    team_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("team.id"))
    line: Mapped[int]
    fingerprint: Mapped[str] = mapped_column(String(64))
    row: Mapped[Any] = mapped_column(JSON)
    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"), index=True)
    decided_at: Mapped[datetime | None] = mapped_column(Instant)
    decided_by_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("account.id"))
    decision: Mapped[HeldDecision | None] = mapped_column(choice(HeldDecision))

    batch: Mapped[ImportBatch] = relationship(lazy="raise_on_sql")
    person: Mapped[Person] = relationship(lazy="raise_on_sql")

    @property
    def arrival(self) -> Arrival:
        return Arrival.from_json(self.row)

    def decide(self, decision: HeldDecision, decided_by_id: UUID | None) -> None:
        """Keep what was found. Raises Conflict where somebody was quicker."""
        if self.decided_at:
            raise Conflict("Somebody else decided about this row already. Look at the list again.")
        self.decision, self.decided_by_id, self.decided_at = decision, decided_by_id, now()
