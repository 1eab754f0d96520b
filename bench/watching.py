"""The watch list of a team that supports two thousand people, some weeks after most of it was told."""

from collections.abc import Iterator

from flask import url_for
from sqlalchemy import select

from bench.measuring import Site
from bench.visits import FULL_PAGE, Visit
from livingwell.extensions import db
from livingwell.identity.models import Team

PEOPLE = 2_000
TOLD = 24
"""How many people the demo tells of."""

ABOUT = "The watch list against its floor, as above, of a team with {:,} people."


class WatchSite(Site):
    """The app over one large team."""

    def __init__(self, url: str, people: int) -> None:
        super().__init__(url, people=1, copies=max(0, people // TOLD - 1))

    def visits(self) -> Iterator[Visit]:
        """The first page and one further on."""
        with self.app.app_context():
            team_id = db.session.scalars(select(Team.id)).first()
        with self.app.test_request_context():
            paths = [url_for("journeys.list_watched", team_id=team_id, page=number) for number in (1, 5)]
        for name, path in zip(("Watch list", "Its fifth page"), paths, strict=True):
            yield Visit(name, FULL_PAGE, path)
