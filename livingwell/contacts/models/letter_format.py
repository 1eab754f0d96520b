"""How the person wants what is written to them."""

from dataclasses import dataclass

from livingwell.adjustments.models import Background, ContactPreferences


@dataclass(frozen=True)
class LetterFormat:
    """The format of one letter, as the person had asked when it was made. `language` is "" for English."""

    is_plain: bool = False
    is_bulleted: bool = False
    is_easy_read: bool = False
    is_audio_ready: bool = False
    font_points: int | None = None
    background: Background = Background.WHITE
    language: str = ""

    @classmethod
    def of(cls, preferences: ContactPreferences | None) -> "LetterFormat":
        """The format that these preferences ask for; the usual one where nobody has asked the person yet."""
        if preferences is None:
            return cls()
        return cls(
            is_plain=preferences.is_plain,
            is_bulleted=preferences.is_bulleted,
            is_easy_read=preferences.is_easy_read,
            is_audio_ready=preferences.is_audio_ready,
            font_points=preferences.font_points,
            background=preferences.background,
            language=preferences.language,
        )

    @property
    def needs_coloured_paper(self) -> bool:
        """Whether a printer with white paper can't make it."""
        return self.background is not Background.WHITE
