"""Who has access to a person's record without being staff."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select

from livingwell.core.clock import today
from livingwell.delivery.models import Delivery, DeliveryState
from livingwell.extensions import db
from livingwell.identity.models import Account, LoginSession, OneTimeCode, OwnSignIn
from livingwell.identity.queries.own_accounts import invitations_of, printed_codes_of, sign_ins_of
from livingwell.people.models import CarerLink, CarerReach, Topic
from livingwell.portal.access import CarerWithAccess, OwnAccount
from livingwell.portal.queries.getting_in import own_account_of


def own_access_of(person_id: UUID) -> OwnAccount | None:
    """The person's account, open or not; none where they never had one. Six statements."""
    account = own_account_of(person_id)
    if account is None:
        return None
    ids = [account.id]
    sign_ins = sign_ins_of(ids)
    signed_in_at = select(func.max(LoginSession.created_at)).where(LoginSession.account_id == account.id)
    return OwnAccount(
        account=account,
        sign_ins=sign_ins,
        invitations=invitations_of(ids),
        printed=printed_codes_of(ids),
        signed_in_at=db.session.scalar(signed_in_at),
        refused=_refused(sign_ins),
    )


def carers_with_access(person_id: UUID) -> list[CarerWithAccess]:
    """Each carer who has an account, by name, with what the person shares. Two statements."""
    linked = select(Account).join(CarerLink, CarerLink.account_id == Account.id).where(CarerLink.person_id == person_id)
    accounts = db.session.scalars(linked.where(Account.deactivated_at.is_(None)).order_by(Account.name)).all()
    shared = select(CarerReach).where(CarerReach.person_id == person_id, CarerReach.until_on >= today())
    reaches = db.session.scalars(shared).all()
    return [_carer(account, [each for each in reaches if each.account_id == account.id]) for account in accounts]


def carer_access_of(account_id: UUID | None) -> tuple[Account, Sequence[OwnSignIn]] | None:
    """A carer's account and how they sign in; none where they never had one. Two statements."""
    account = db.session.get(Account, account_id) if account_id else None
    return (account, sign_ins_of([account.id])) if account else None


def _carer(account: Account, reaches: list[CarerReach]) -> CarerWithAccess:
    topics = {each.topic for each in reaches}
    return CarerWithAccess(
        name=account.name,
        topics=tuple(topic for topic in Topic if topic in topics),
        until=min((each.until_on for each in reaches), default=None),
    )


def _refused(sign_ins: Sequence[OwnSignIn]) -> str:
    """What the provider said of the last link or code, where it could not be delivered."""
    addresses = [each.address for each in sign_ins]
    last = (
        select(Delivery.state, Delivery.said)
        .join(OneTimeCode, OneTimeCode.message_id == Delivery.message_id)
        .where(OneTimeCode.address.in_(addresses))
        .order_by(OneTimeCode.created_at.desc())
        .limit(1)
    )
    row = db.session.execute(last).first()
    return row.said or "It was refused." if row and row.state is DeliveryState.REFUSED else ""
