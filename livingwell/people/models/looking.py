"""Who opened a person's record, and why they could. No table: put together from the audit and who was where."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from livingwell.core.actor import Right
from livingwell.identity.models import Account


@dataclass(frozen=True)
class TeamThen:
    """A team that the reader was in on that day, and that supported the person, or lately had."""

    name: str
    right: Right
    since_on: date
    until_on: date | None


@dataclass(frozen=True)
class Reading:
    """What one reader did on one day. `account` is none for a command; then `label` says what it was.

    `opened` counts pages of the record, `listed` lists that showed the person's name among others.
    """

    on: date
    account: Account | None
    label: str
    opened: int
    listed: int
    first_at: datetime
    last_at: datetime
    teams: tuple[TeamThen, ...]
    is_named: bool
    is_carer: bool

    @property
    def account_id(self) -> UUID | None:
        return self.account.id if self.account else None
