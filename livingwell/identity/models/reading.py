"""How an account's owner reads best."""

from uuid import UUID

from sqlalchemy import ForeignKey, String, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.model import Identified, Timed, Versioned, choice
from livingwell.core.reading import (
    ENGLISH,
    KINDS,
    LANGUAGE,
    Background,
    Contrast,
    Font,
    Layout,
    Motion,
    Reading,
    Size,
    Spacing,
)
from livingwell.extensions import Model


class ReadingSettings(Identified, Timed, Versioned, Model):
    """What somebody chose under “How I read”, kept with the account: a person's or a carer's."""

    __tablename__ = "reading_settings"

    account_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"), unique=True)
    size: Mapped[Size] = mapped_column(choice(Size), default=Size.USUAL)
    spacing: Mapped[Spacing] = mapped_column(choice(Spacing), default=Spacing.USUAL)
    font: Mapped[Font] = mapped_column(choice(Font), default=Font.USUAL)
    background: Mapped[Background] = mapped_column(choice(Background), default=Background.USUAL)
    contrast: Mapped[Contrast] = mapped_column(choice(Contrast), default=Contrast.USUAL)
    motion: Mapped[Motion] = mapped_column(choice(Motion), default=Motion.USUAL)
    layout: Mapped[Layout] = mapped_column(choice(Layout), default=Layout.USUAL)
    language: Mapped[str] = mapped_column(String(LANGUAGE), default=ENGLISH)

    @property
    def reading(self) -> Reading:
        """All of it as one value."""
        return Reading(**{name: getattr(self, name) for name in KINDS}, language=self.language)

    def choose(self, reading: Reading) -> None:
        """Keep this from now on."""
        for name in (*KINDS, "language"):
            setattr(self, name, getattr(reading, name))
