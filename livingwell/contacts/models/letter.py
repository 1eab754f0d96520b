"""What is written to a person: a letter, an e-mail or a text, made once and sent as it was made."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column, relationship

from livingwell.adjustments.models import Background, Way
from livingwell.contacts.models.contact import Contact
from livingwell.contacts.models.letter_format import LetterFormat
from livingwell.contacts.models.template import KEY
from livingwell.core.errors import Conflict
from livingwell.core.model import Identified, Timed, Versioned, choice
from livingwell.core.text import LINE, SHORT
from livingwell.extensions import Model
from livingwell.people.models.line import Line

ADDRESS = 320  # the longest e-mail address (RFC 3696, erratum 1690)


class Letter(Line, Versioned, Model):
    """What goes to the person. `text`, `html` and `pdf` are what the preview shows and, byte for byte, what is sent.

    `words` are those that somebody wrote. The format is the person's as it was when this was made. `pdf` is None for
    a text or an e-mail, and where this machine can't make one: then `html` is printed.
    """

    __tablename__ = "letter"
    __table_args__ = (CheckConstraint("way IN ('text', 'email', 'letter')", name="is_written"),)

    team_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("team.id"))
    way: Mapped[Way] = mapped_column(choice(Way))
    to_address: Mapped[str] = mapped_column(String(ADDRESS))
    address_lines: Mapped[str] = mapped_column(String(LINE), default="")
    template_key: Mapped[str] = mapped_column(String(KEY))
    template_number: Mapped[int] = mapped_column(default=0)
    subject: Mapped[str] = mapped_column(String(SHORT), default="")
    words: Mapped[str] = mapped_column(Text)
    asks_for_answer: Mapped[bool] = mapped_column(default=False)
    translated_by: Mapped[str] = mapped_column(String(SHORT), default="")

    preferences_id: Mapped[UUID | None] = mapped_column(Uuid, ForeignKey("contact_preferences.id"))
    is_plain: Mapped[bool] = mapped_column(default=False)
    is_bulleted: Mapped[bool] = mapped_column(default=False)
    is_easy_read: Mapped[bool] = mapped_column(default=False)
    is_audio_ready: Mapped[bool] = mapped_column(default=False)
    font_points: Mapped[int | None]
    background: Mapped[Background] = mapped_column(choice(Background), default=Background.WHITE)
    language: Mapped[str] = mapped_column(String(SHORT), default="")

    text: Mapped[str] = mapped_column(Text)
    # Lists show neither: what shows or sends the whole letter asks for them.
    html: Mapped[str] = mapped_column(Text, default="", deferred=True, deferred_raiseload=True)
    pdf: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True, deferred_raiseload=True)
    page_count: Mapped[int | None]

    sending: Mapped["LetterSending | None"] = relationship(uselist=False, lazy="raise_on_sql")

    @property
    def format(self) -> LetterFormat:
        return LetterFormat(**{name: getattr(self, name) for name in LetterFormat.__dataclass_fields__})

    @property
    def is_sent(self) -> bool:
        return self.sending is not None

    @property
    def is_by_hand(self) -> bool:
        """Whether it was made to be given to the person: under their name stands no address."""
        return self.way is Way.LETTER and "\n" not in self.address_lines

    def require_not_sent(self) -> None:
        """Raise Conflict for what has gone: it is never changed, and never sent twice."""
        if self.is_sent:
            raise Conflict("This has been sent already. Write a new message if there is more to say.")


class LetterSending(Identified, Timed, Model):
    """That a letter was sent, by whom, as which contact, and by which message of the outbox."""

    __tablename__ = "letter_sending"

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"), index=True)
    letter_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("letter.id"), unique=True)
    contact_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("contact.id"), unique=True)
    message_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("message.id"), unique=True)
    sent_by_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("account.id"), index=True)

    contact: Mapped[Contact] = relationship(lazy="raise_on_sql")


class AnswerLink(Identified, Timed, Model):
    """The way from an e-mail to one press: kept as a hash, good for one answer."""

    __tablename__ = "answer_link"
    __table_args__ = (Index("uq_answer_link_token_hash", "token_hash", unique=True),)

    person_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("person.id"))
    letter_id: Mapped[UUID] = mapped_column(Uuid, ForeignKey("letter.id"), unique=True)
    token_hash: Mapped[str] = mapped_column(String(64))

    letter: Mapped[Letter] = relationship(lazy="raise_on_sql")
