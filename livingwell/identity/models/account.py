"""An account: somebody who works here, a person on their own side, or a carer."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from livingwell.core.actor import Side
from livingwell.core.clock import now
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.model import Identified, Instant, Timed, Versioned, choice
from livingwell.core.text import SHORT, clean
from livingwell.extensions import Model
from livingwell.identity.models.password import hash_of_password, problem_with


class Profession(StrEnum):
    """What somebody brings to the team. It gives no rights: those are in `core.actor.Right`."""

    NURSE = "nurse"
    OCCUPATIONAL_THERAPIST = "occupational_therapist"
    PSYCHOLOGIST = "psychologist"
    PSYCHIATRIST = "psychiatrist"
    SOCIAL_WORKER = "social_worker"
    RECOVERY_WORKER = "recovery_worker"
    PEER_SUPPORT_WORKER = "peer_support_worker"
    LINK_WORKER = "link_worker"
    VCSE_WORKER = "vcse_worker"
    TEAM_LEAD = "team_lead"
    ADMINISTRATOR = "administrator"
    OTHER = "other"

    @property
    def label(self) -> str:
        return "VCSE worker" if self is Profession.VCSE_WORKER else self.value.replace("_", " ")


class Account(Identified, Timed, Versioned, Model):
    """Somebody who signs in. Its side never changes: who works here and is supported too has two accounts.

    On the team's side it has an `email`, kept folded to lower case, a profession, and a password once the one-time
    link of its invitation was used. On the other sides it has neither: how a person or a carer signs in is in
    `OwnSignIn`.
    """

    __tablename__ = "account"
    __table_args__ = (
        CheckConstraint("(side = 'team') = (email IS NOT NULL)", name="team_has_email"),
        CheckConstraint("(side = 'team') = (profession IS NOT NULL)", name="team_has_profession"),
    )

    side: Mapped[Side] = mapped_column(choice(Side), default=Side.TEAM, server_default=Side.TEAM.value)
    email: Mapped[str | None] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(SHORT))
    profession: Mapped[Profession | None] = mapped_column(choice(Profession))
    password_hash: Mapped[str | None] = mapped_column(String(200))
    is_account_administrator: Mapped[bool] = mapped_column(default=False)
    deactivated_at: Mapped[datetime | None] = mapped_column(Instant)

    @property
    def is_invited(self) -> bool:
        """Whether the account still waits for its first password."""
        return self.password_hash is None

    @property
    def is_active(self) -> bool:
        return self.deactivated_at is None

    @property
    def first_name(self) -> str:
        return self.name.split()[0]

    @property
    def calling(self) -> str:
        """What they are, in lower case: "nurse"; on the other sides "the person" or "carer"."""
        if self.profession is not None:
            return self.profession.label
        return "carer" if self.side is Side.CARER else "the person"

    def choose_password(self, password: str) -> None:
        """Keep the password's hash. Raises Invalid, with what to do, when the password is not good enough."""
        problem = problem_with(password, self.email or "", self.name)
        if problem:
            raise Invalid({"password": problem})
        self.password_hash = hash_of_password(password)

    def deactivate(self) -> None:
        """Keep it from signing in. What it wrote keeps its name."""
        if not self.is_active:
            raise Conflict("This account is already switched off.")
        self.deactivated_at = now()

    def reactivate(self) -> None:
        """Let it sign in again."""
        if self.is_active:
            raise Conflict("This account is already switched on.")
        self.deactivated_at = None


def fold_email(email: str) -> str:
    """The address as it is kept and compared."""
    return clean(email).casefold()
