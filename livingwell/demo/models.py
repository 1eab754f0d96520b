"""The mark of a demo's database. Without it the demo touches nothing."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.model import Identified, Timed
from livingwell.core.text import SHORT
from livingwell.extensions import Model


class DemoMark(Identified, Timed, Model):
    """Everybody in this database is invented."""

    __tablename__ = "demo_mark"

    note: Mapped[str] = mapped_column(String(SHORT), default="Everybody in this database is invented.")
