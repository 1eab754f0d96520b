"""What the passport says. Each saving of a section is a row of its own, which nothing changes later."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.core.errors import Invalid
from livingwell.core.model import Identified, Timed, Versioned, choice
from livingwell.core.text import LINE, clean
from livingwell.extensions import Model
from livingwell.people.models.line import Line

MOST_LINES = 12


class Section(StrEnum):
    """The seven headings of PRSB About Me v2.01 in its order, after what must be known first and before who helped."""

    FIRST = "first"
    IMPORTANT = "important"
    PEOPLE = "people"
    COMMUNICATION = "communication"
    WELLNESS = "wellness"
    DO_AND_DONT = "do-and-dont"
    SUPPORT = "support"
    ALSO = "also"
    HELPERS = "helpers"

    @property
    def most_lines(self) -> int:
        """Three things can be taken in before anything else."""
        return 3 if self in (Section.FIRST, Section.HELPERS) else MOST_LINES

    @property
    def is_heading(self) -> bool:
        """Whether it is one of the seven."""
        return self not in (Section.FIRST, Section.HELPERS)


class HowWritten(StrEnum):
    """Who wrote it down: the person, a member with them, or a member after they told us."""

    BY_PERSON = "by_person"
    TOGETHER = "together"
    FOR_PERSON = "for_person"


class Passport(Identified, Timed, Versioned, Model):
    """A person's passport, and the number of its latest version: each change of anything in it is a version."""

    __tablename__ = "passport"

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"), unique=True)
    number: Mapped[int] = mapped_column(default=0)

    def next_number(self) -> int:
        """The number of the version that is being made."""
        self.number += 1
        return self.number


class PassportPart(Line, Model):
    """What a section said from version `number` on, until a later one."""

    __tablename__ = "passport_part"
    __table_args__ = (Index("uq_passport_part_person_id_number", "person_id", "number", unique=True),)

    section: Mapped[Section] = mapped_column(choice(Section))
    number: Mapped[int]
    how_written: Mapped[HowWritten] = mapped_column(choice(HowWritten))

    lines: Mapped[list["PassportLine"]] = relationship(lazy="raise_on_sql", order_by="PassportLine.position")

    @property
    def words(self) -> str:
        """The lines as they are typed: one under the other."""
        return "\n".join(line.words for line in self.lines)


class PassportLine(Identified, Model):
    """One thing that the person says, to be read and used by itself."""

    __tablename__ = "passport_line"
    __table_args__ = (
        CheckConstraint("length(words) > 0", name="has_words"),
        Index("uq_passport_line_part_id_position", "part_id", "position", unique=True),
    )

    part_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("passport_part.id"))
    position: Mapped[int]
    words: Mapped[str] = mapped_column(String(LINE))


def lines_of(words: str, section: Section) -> tuple[str, ...]:
    """What was typed, line by line. Raises Invalid where there are too many, or one is too long to be one thing."""
    lines = tuple(line.strip() for line in clean(words).split("\n") if line.strip())
    if len(lines) > section.most_lines:
        raise Invalid({"words": f"Use {section.most_lines} lines or fewer."})
    if any(len(line) > LINE for line in lines):
        raise Invalid({"words": f"Use {LINE} characters or fewer in each line."})
    return lines
