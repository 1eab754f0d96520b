"""What the header of each page needs: the menu and the links beside it.

app.py fills the menu with endpoint names, so that the header can lead to features which `web` must not import. A link
to an endpoint that this installation doesn't have is left out.
"""

from dataclasses import dataclass, field
from typing import cast

from flask import Flask, current_app, url_for

from livingwell.web.guards import may_open


@dataclass(frozen=True)
class Link:
    """One entry of the menu. A page marks its own with `{% set section = "people" %}`."""

    label: str
    href: str
    key: str


@dataclass(frozen=True)
class Session:
    """What the page tells idle.js about signing out by itself.

    `active_seconds_ago`: when the server last counted activity, which it does not do for every page.
    `ends_in_seconds`: when the session ends whatever is done.
    """

    idle_seconds: int
    warning_seconds: int
    active_seconds_ago: int
    ends_in_seconds: int
    extend_url: str
    sign_in_url: str


@dataclass(frozen=True)
class Shell:
    """Everything around a page's own content. `user_name` is None for somebody who is not signed in."""

    organisation: str
    team_name: str = ""
    user_name: str | None = None
    home_url: str = "/"
    nav: tuple[Link, ...] = ()
    search_url: str = ""
    sign_out_url: str = ""
    account_url: str = ""
    session: Session | None = None


@dataclass
class Navigation:
    """The menu's entries, and the endpoints of the links beside it."""

    home: str = "worklist.show_today"
    search: str = "people.find_people"
    sign_out: str = "identity.sign_out"
    account: str = "identity.show_account"
    extend: str = "identity.extend_session"
    sign_in: str = "identity.show_sign_in"
    entries: list[tuple[str, str, str]] = field(default_factory=list)

    def links(self) -> tuple[Link, ...]:
        """The menu, as this installation has it and as far as whoever is signed in may go."""
        return tuple(Link(label, url_for(endpoint), key) for label, endpoint, key in self.entries if may_open(endpoint))

    def home_url(self) -> str:
        """Where whoever is signed in begins: Today, or the first page that they may open."""
        endpoints = [self.home, *(endpoint for _label, endpoint, _key in self.entries), self.account]
        return next((url_for(endpoint) for endpoint in endpoints if may_open(endpoint)), "/")

    def signed_out(self, organisation: str) -> Shell:
        """The shell for somebody who is not signed in."""
        return Shell(organisation, home_url=_url(self.sign_in) or "/")

    def session(
        self, *, idle_seconds: int, warning_seconds: int, active_seconds_ago: int, ends_in_seconds: int
    ) -> Session:
        """What idle.js is told."""
        return Session(
            idle_seconds=idle_seconds,
            warning_seconds=warning_seconds,
            active_seconds_ago=active_seconds_ago,
            ends_in_seconds=ends_in_seconds,
            extend_url=_url(self.extend),
            sign_in_url=_url(self.sign_in) or "/",
        )

    def signed_in(self, *, organisation: str, team_name: str, user_name: str, session: Session) -> Shell:
        """The shell for a member of staff."""
        return Shell(
            organisation=organisation,
            team_name=team_name,
            user_name=user_name,
            home_url=self.home_url(),
            nav=self.links(),
            search_url=_url(self.search) if may_open(self.search) else "",
            sign_out_url=_url(self.sign_out),
            account_url=_url(self.account),
            session=session,
        )


def init_app(app: Flask) -> Navigation:
    """Give the app an empty menu, for app.py to fill."""
    navigation = Navigation()
    app.extensions["navigation"] = navigation
    return navigation


def menu() -> Navigation:
    """The menu of this app."""
    return cast(Navigation, current_app.extensions["navigation"])


def _exists(endpoint: str) -> bool:
    return endpoint in current_app.view_functions


def _url(endpoint: str) -> str:
    return url_for(endpoint) if _exists(endpoint) else ""
