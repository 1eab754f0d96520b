"""What a team edits about its writing: its templates, and its list of words that judge."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.core.model import Identified, Timed
from livingwell.core.text import SHORT
from livingwell.extensions import Model
from livingwell.identity.models import Account

KEY = 60


class TemplateVersion(Identified, Timed, Model):
    """One version of a team's template. Nothing changes it: editing makes the next, and the last one is in use.

    `words` are for an e-mail or a letter, `text_words` for a text; both may hold placeholders. A version that
    `is_put_away` is no longer offered.
    """

    __tablename__ = "template_version"
    __table_args__ = (
        Index("uq_template_version_team_id_key_number", "team_id", "key", "number", unique=True),
        CheckConstraint("number > 0", name="numbered_from_one"),
    )

    team_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("team.id"))
    key: Mapped[str] = mapped_column(String(KEY))
    number: Mapped[int]
    name: Mapped[str] = mapped_column(String(SHORT))
    subject: Mapped[str] = mapped_column(String(SHORT))
    words: Mapped[str] = mapped_column(Text)
    text_words: Mapped[str] = mapped_column(Text)
    is_put_away: Mapped[bool] = mapped_column(default=False)
    written_by_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))

    written_by: Mapped[Account] = relationship(lazy="raise_on_sql")


class WordsToAvoidVersion(Identified, Timed, Model):
    """One version of a team's list of words that judge, as typed: on each line the words, a colon, what to say."""

    __tablename__ = "words_to_avoid_version"
    __table_args__ = (Index("uq_words_to_avoid_version_team_id_number", "team_id", "number", unique=True),)

    team_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("team.id"))
    number: Mapped[int]
    lines: Mapped[str] = mapped_column(Text)
    written_by_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"))

    written_by: Mapped[Account] = relationship(lazy="raise_on_sql")
