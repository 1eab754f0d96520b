"""Somebody who helps a person or a carer to use their page this time."""

from livingwell.audit import record
from livingwell.core.atomic import atomic
from livingwell.core.errors import Invalid, NotFound
from livingwell.core.text import clean, has_unprintable
from livingwell.extensions import db
from livingwell.identity.models import LoginSession
from livingwell.identity.models.signing_in import HELPER
from livingwell.identity.queries.sessions import SignedIn


@atomic()
def say_who_helps(signed_in: SignedIn, name: str) -> None:
    """Name the helper in this session: what is written from now on is signed with both names. Raises Invalid."""
    name = " ".join(clean(name).split())
    if not name or len(name) > HELPER or has_unprintable(name):
        raise Invalid({"name": "Write the name of the person who is helping you"})
    _session_of(signed_in).helped_by = name
    record("say_who_helps", signed_in.actor)


@atomic()
def say_nobody_helps(signed_in: SignedIn) -> None:
    """They are on their own again."""
    _session_of(signed_in).helped_by = ""
    record("say_nobody_helps", signed_in.actor)


def _session_of(signed_in: SignedIn) -> LoginSession:
    session = db.session.get(LoginSession, signed_in.session_id)
    if session is None:
        raise NotFound
    return session
