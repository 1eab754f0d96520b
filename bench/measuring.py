"""One database measured: every page and its floor, in a small trust and in a large one, in turns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from flask import Flask

from bench.floor import Floors, Seen, listening, shown_by
from bench.timing import best_times
from bench.trust import COPIES_WITHIN_A_TEAM, Trust, make_trust
from bench.visits import Visit, Visitor, visits
from livingwell.extensions import db
from tests.harness.application import build_app

GROWTH_LIMIT = 1.3


@dataclass(frozen=True)
class Line:
    """What was measured of one page in one trust. `growth`: against the smallest trust; none for that itself."""

    page: str
    people: int
    milliseconds: float
    floor: float
    limit: float
    statements: int
    size: int
    growth: float | None = None

    @property
    def ratio(self) -> float:
        return self.milliseconds / self.floor

    @property
    def past(self) -> list[str]:
        """The limits that the page is past."""
        grew = self.growth is not None and self.growth > GROWTH_LIMIT
        return ["its floor"] * (self.ratio > self.limit) + ["growth"] * grew


class Site:
    """The app over one trust, and somebody who visits it."""

    def __init__(self, url: str, people: int, copies: int = COPIES_WITHIN_A_TEAM) -> None:
        self.app = _build(url)
        self.floors = Floors(self.app)
        self.trust: Trust = make_trust(self.app, people, copies)
        self.visitor = Visitor(self.app, self.trust.account_id)

    def close(self) -> None:
        """Let go of the database."""
        with self.app.app_context():
            db.engine.dispose()

    def visits(self) -> Iterator[Visit]:
        """What is measured here."""
        return visits(self.app, self.visitor, self.trust)

    def look(self, visit: Visit) -> Seen:
        """Ask for the page once, so that its floor can do the same."""
        self.visitor.ask(visit)  # the first time fills what is kept for all requests
        with listening(self.app) as told:
            size = len(self.visitor.ask(visit).data)
        seen = Seen(told, size, shown_by(self.app, told))
        self.floors.seen[visit.name] = seen
        return seen


def measured(sites: Sequence[Site], rounds: int) -> Iterator[list[Line]]:
    """The lines of each page, one for each site, as they are done."""
    for same_page in zip(*(site.visits() for site in sites), strict=True):
        yield _lines(list(zip(sites, same_page, strict=True)), rounds)


def _lines(asked: list[tuple[Site, Visit]], rounds: int) -> list[Line]:
    seen = [site.look(visit) for site, visit in asked]
    runs = [partial(ask, visit) for site, visit in asked for ask in (site.visitor.ask, site.visitor.ask_floor)]
    times = best_times(runs, rounds)
    pages, floors = times[::2], times[1::2]
    return [
        Line(
            page=visit.name,
            people=site.trust.people,
            milliseconds=page,
            floor=floor,
            limit=visit.limit,
            statements=len(look.told),
            size=look.size,
            growth=page / pages[0] if number else None,
        )
        for number, ((site, visit), look, page, floor) in enumerate(zip(asked, seen, pages, floors, strict=True))
    ]


def _build(url: str) -> Flask:
    """The app as it is served: templates are read once, and pages are not checked."""
    app = build_app(url)
    app.jinja_env.auto_reload = False
    with app.app_context():
        db.create_all()
    return app
