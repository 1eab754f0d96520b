"""A password, changed by whoever knows it."""

from livingwell.audit import record
from livingwell.core.atomic import atomic
from livingwell.identity.actions.sessions import end_sessions
from livingwell.identity.queries.accounts import own_account
from livingwell.identity.queries.sessions import SignedIn


@atomic()
def change_password(signed_in: SignedIn, password: str) -> None:
    """Set another password and sign the account out everywhere else. The old one was proved before.

    Raises Invalid when the password is not good enough.
    """
    account = own_account(signed_in.actor)
    account.choose_password(password)
    end_sessions(account.id, but=signed_in.session_id)
    record("change_password", signed_in.actor)
