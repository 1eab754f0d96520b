"""Routes are closed unless they say who may open them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import wraps
from typing import Any, Protocol, cast

from flask import Flask, abort, current_app, request
from flask_login import current_user

from livingwell.core.actor import Actor, Side
from livingwell.core.atomic import end_reading, only_reading
from livingwell.core.errors import Forbidden
from livingwell.extensions import login, writing
from livingwell.web.giving_back import signed_out
from livingwell.web.typed import words_typed

ONLY_TEAM = frozenset({Side.TEAM})
OWN_SIDES = frozenset({Side.PERSON, Side.CARER})
EVERY_SIDE = frozenset(Side)
READS = frozenset({"GET", "HEAD", "OPTIONS"})

View = Callable[..., Any]


class SignedIn(Protocol):
    """What flask-login carries: built in `identity`, only read here."""

    actor: Actor


@dataclass(frozen=True)
class Access:
    """Who may open a route. No permission: everybody (`is_public`) or whoever is signed in on one of the `sides`.

    `topic`: what a person has to share with a carer who opens it; none of it: anything at all. `is_activity`: opening
    it shows that somebody is at work, and puts off the idle time-out. `only_reads`: it writes nothing, although it is
    posted.
    """

    permission: StrEnum | None = None
    topic: StrEnum | None = None
    sides: frozenset[Side] = ONLY_TEAM
    is_public: bool = False
    is_about_a_person: bool = False
    is_activity: bool = True
    only_reads: bool = False


class _Decision:
    """How to ask whether an actor has a permission; `identity` answers, app.py introduces them."""

    may: Callable[[Actor, Any], bool]
    require: Callable[[Actor, Any], None]


decision = _Decision()


def public(view: View) -> View:
    """Open to everybody, signed in or not."""
    return declare(view, Access(is_public=True))


def signed_in(view: View) -> View:
    """Open to every account on the team's side, whatever its rights."""
    return declare(_guarded(view, None), Access())


def any_side(view: View) -> View:
    """Open to whoever is signed in: members, the people we support, carers."""
    return declare(_guarded(view, None, EVERY_SIDE), Access(sides=EVERY_SIDE))


def own_sides(view: View) -> View:
    """Open to the people we support and to carers, for what is about their account and no record."""
    return declare(_guarded(view, None, OWN_SIDES), Access(sides=OWN_SIDES))


def needs(permission: StrEnum) -> Callable[[View], View]:
    """Open to actors whose role has the permission; others get 403."""

    def decorate(view: View) -> View:
        return declare(_guarded(view, permission), Access(permission))

    return decorate


def not_activity(view: View) -> View:
    """Leave the idle time-out as it is: for polls and drafts, which the page sends by itself.

    Stands above the guard (`@not_activity` then `@needs(…)`). A door with `is_opening=False` needs none.
    """
    access = access_of(view)
    if access is None:
        raise TypeError(f"{view.__name__} declares no access: put @not_activity above the guard")
    return declare(view, replace(access, is_activity=False))


def only_reads(view: View) -> View:
    """Treat a POST as reading: a search is posted so that its term is in no address, and writes nothing.

    Stands above the guard, as `not_activity` does.
    """
    access = access_of(view)
    if access is None:
        raise TypeError(f"{view.__name__} declares no access: put @only_reads above the guard")
    return declare(view, replace(access, only_reads=True))


def is_activity() -> bool:
    """Whether the request shows that somebody is at work."""
    access = access_of(current_app.view_functions[request.endpoint]) if request.endpoint else None
    return access is not None and access.is_activity and not access.is_public


def declare(view: View, access: Access) -> View:
    """Mark a view as open in this way."""
    cast(Any, view).access = access
    return view


def access_of(view: View) -> Access | None:
    """How a view was declared open, or none: then it is closed."""
    return getattr(view, "access", None)


def current_actor() -> Actor:
    """Who is signed in; only for views behind a guard."""
    return cast(SignedIn, current_user).actor


def may_open(endpoint: str) -> bool:
    """Whether whoever is signed in may open the route, as far as their role goes. False for one that isn't here."""
    view = current_app.view_functions.get(endpoint)
    access = access_of(view) if view else None
    if access is None:
        return False
    if access.permission is None:
        return access.is_public or current_actor().side in access.sides
    return decision.may(current_actor(), access.permission)


def require_signed_in(permission: StrEnum | None, sides: frozenset[Side] = EVERY_SIDE) -> Any:
    """The answer that refuses (a redirect to sign in), or none; raises Forbidden without the permission or the side."""
    if not current_user.is_authenticated:
        has_written = request.method not in READS and words_typed()
        return signed_out() if has_written else login.unauthorized()
    if permission is not None:
        decision.require(current_actor(), permission)
    elif current_actor().side not in sides:
        raise Forbidden("This page is for members of the team.")
    return None


def _guarded(view: View, permission: StrEnum | None, sides: frozenset[Side] = ONLY_TEAM) -> View:
    @wraps(view)
    def guarded(*args: Any, **values: Any) -> Any:
        return require_signed_in(permission, sides) or view(*args, **values)

    return guarded


def close_routes(app: Flask) -> None:
    """Refuse every route that declares nothing, and mark requests that only read."""

    @app.before_request
    def _refuse_undeclared() -> None:
        access = access_of(app.view_functions[request.endpoint]) if request.endpoint else None
        is_read = request.method in READS or (access is not None and access.only_reads)
        only_reading.set(is_read)
        writing.set(not is_read)
        if request.endpoint and access is None:
            abort(403)

    @app.teardown_request
    def _forget_the_request(error: BaseException | None) -> None:
        if error is None and only_reading.get():
            end_reading()
        only_reading.set(False)
        writing.set(False)

    app.view_functions["static"] = public(app.view_functions["static"])
