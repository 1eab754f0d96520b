"""How members and teams show themselves to the people whom they support."""

from uuid import UUID

from sqlalchemy import ForeignKey, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.model import Identified, Timed, Versioned
from livingwell.core.text import LINE, SHORT
from livingwell.extensions import Model


class Introduction(Identified, Timed, Versioned, Model):
    """What a member wants people to see of them: two plain sentences and a photo, either or neither.

    `picture` and `small_picture` are names in `core.media.store`. Only the member writes it, and takes it away.
    """

    __tablename__ = "introduction"

    account_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"), unique=True)
    words: Mapped[str] = mapped_column(String(LINE), default="")
    picture: Mapped[str] = mapped_column(String(40), default="")
    small_picture: Mapped[str] = mapped_column(String(40), default="")

    def take_picture_away(self) -> list[str]:
        """Show no photo any more. The names under which its files were kept, so that they can be let go."""
        kept = [name for name in (self.picture, self.small_picture) if name]
        self.picture = self.small_picture = ""
        return kept


class TeamContact(Identified, Timed, Versioned, Model):
    """How people reach a team: a number for texts, one for calls, and when messages are read and answered."""

    __tablename__ = "team_contact"

    team_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("team.id"), unique=True)
    text_number: Mapped[str] = mapped_column(String(SHORT), default="")
    phone_number: Mapped[str] = mapped_column(String(SHORT), default="")
    reads: Mapped[str] = mapped_column(String(LINE), default="")
