"""A feed of services: where it is read from, and how each reading went."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.model import Identified, Timed, Versioned
from livingwell.core.text import LINE, SHORT
from livingwell.extensions import Model


class Feed(Identified, Timed, Versioned, Model):
    """Where services come from. `url` is empty for one that is handed over as a file."""

    __tablename__ = "feed"

    name: Mapped[str] = mapped_column(String(SHORT), unique=True)
    url: Mapped[str] = mapped_column(String(LINE), default="")
