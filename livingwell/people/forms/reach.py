"""Who sees a record, who works with a person, and what was recorded in error."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from livingwell.core.text import LINE
from livingwell.identity.models import Membership
from livingwell.people.commands import LimitRecord
from livingwell.people.models import AllocationRole
from livingwell.web.fields import CheckboxesField, SelectField, WordsField
from livingwell.web.forms import Form

Sizes = Mapping[tuple[UUID, AllocationRole], int]


class LimitForm(Form):
    """The members who still see a record."""

    account_ids = CheckboxesField(
        "Who still sees this record",
        required="Choose at least one member who still sees the record",
        description="For everybody else it will not exist: not on pages, in lists, in counts or in searches",
    )
    reason = WordsField(
        "Why the record is limited",
        required="Say why the record is limited",
        max_length=LINE,
        description="For example: works here, used to be supported here, a relative, or at risk of being found",
    )

    def offer(self, members: Iterable[Membership]) -> None:
        self.account_ids.offer([(str(member.account_id), _told(member)) for member in members])

    def command(self) -> LimitRecord:
        return LimitRecord(frozenset(UUID(chosen) for chosen in self.account_ids.data), self.reason.data)


class OwnRecordForm(Form):
    """Whose own record it is."""

    account_id = SelectField("Whose record is this?", required="Choose whose record it is")

    def offer(self, members: Iterable[Membership]) -> None:
        offered = [(str(member.account_id), _told(member)) for member in members]
        self.account_id.offer([("", "Choose a member"), *offered])

    def chosen(self) -> UUID:
        return UUID(self.account_id.data)


class WorkersForm(Form):
    """Key worker and peer support worker. Each choice says how many people a member has already."""

    key_worker = SelectField("Key worker")
    peer = SelectField("Peer support worker")

    def offer(self, members: Iterable[Membership], sizes: Sizes) -> None:
        members = list(members)
        for field, role, offered in (
            (self.key_worker, AllocationRole.KEY_WORKER, members),
            (self.peer, AllocationRole.PEER, [member for member in members if member.brings_lived_experience]),
        ):
            field.offer([("", "Nobody yet"), *((str(m.account_id), _with_size(m, sizes, role)) for m in offered)])

    def chosen(self) -> dict[AllocationRole, UUID | None]:
        return {
            AllocationRole.KEY_WORKER: UUID(self.key_worker.data) if self.key_worker.data else None,
            AllocationRole.PEER: UUID(self.peer.data) if self.peer.data else None,
        }


class StrikeForm(Form):
    """Why something is struck out."""

    reason = WordsField(
        "Why was this recorded in error?",
        required="Say why this was recorded in error",
        max_length=LINE,
        description="It stays in the history, struck out, with what you write here",
    )


def _told(member: Membership) -> str:
    return f"{member.account.name}, {member.account.calling}"


def _with_size(member: Membership, sizes: Sizes, role: AllocationRole) -> str:
    count = sizes.get((member.account_id, role), 0)
    people = "1 person" if count == 1 else f"{count} people"
    return f"{_told(member)}: has {people}"
