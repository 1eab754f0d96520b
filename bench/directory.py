"""The directory of a region: fifty thousand services that nobody runs, and what is asked of them."""

import random
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from flask import Flask, url_for
from sqlalchemy import insert, select, text

from bench.measuring import Site
from bench.visits import FULL_PAGE, Visit
from livingwell.core.clock import now, today
from livingwell.core.text import fold
from livingwell.directory.finding import words_of
from livingwell.directory.models import Feature, FeatureView, Service, ServiceKind, ServiceWord
from livingwell.extensions import db

SERVICES = 50_000
AT_ONCE = 2_000
TOLD_ABOUT = 20
"""One service in so many has somebody who said what it is like."""

SOUTH, WEST, ACROSS = 53.3, -2.6, 0.5
"""A county, in degrees."""

NAMES = (
    "Albion Beacon Bridge Canal Chapel Compass Garden Harbour Irwell Junction Lantern Mill Orchard Quay Rowan".split()
)
WHATS = (
    "Advice Centre Choir Club College Gardeners Group Hub Kitchen Larder Link Project Shed Talk Trust Walkers".split()
)
TOLD = """
advice appointment arrive art befriending benefits bills breakfast calm carers children choose college company
confidence cook course craft debt drop early evening exercise family feel food free friends garden group
groups health help home housing interpreter job kitchen learn letters listen living loan local lunch meet men
mental money monday morning mothers music nurse online open parents peer people phone place play quiet reading
recovery relax room safe saturday sewing share sing sleep small somebody step support swim talk tea therapy
time together training tuesday visit volunteer walk warm week weekly welcome women work workshop write young
""".split()
ABOUT = "Each page against its floor, as above, in a directory of {:,} services."


class DirectorySite(Site):
    """The app over a team and a whole region's services."""

    def __init__(self, url: str, services: int) -> None:
        super().__init__(url, people=1)
        with self.app.app_context():
            _fill(services, self.trust.account_id)

    def visits(self) -> Iterator[Visit]:
        """A search as it comes, from the widest to the narrowest."""
        return (Visit(name, FULL_PAGE, path) for name, path in _paths(self.app))


def _paths(app: Flask) -> Sequence[tuple[str, str]]:
    need = ["quiet_room", "book_by_text"]
    with app.test_request_context():
        return [
            ("All, by name", url_for("directory.list_services")),
            ("A common word", url_for("directory.list_services", words="group")),
            ("Two words", url_for("directory.list_services", words="garden quay")),
            ("Kind and place", url_for("directory.list_services", kind="money", near="M6")),
            ("Words, place, needs", url_for("directory.list_services", words="gr", near="M6 5", need=need)),
            ("To be checked", url_for("directory.list_due")),
        ]


def _fill(count: int, account_id: UUID) -> None:
    chance = random.Random(20_261_122)  # noqa: S311  services, not secrets
    with db.engine.begin() as connection:
        for first in range(0, count, AT_ONCE):
            services = [_service(number, chance) for number in range(first, min(count, first + AT_ONCE))]
            connection.execute(insert(Service), [_row(service) for service in services])
            words = [{"service_id": each.id, "folded": word} for each in services for word in words_of(each)]
            connection.execute(insert(ServiceWord), words)
        ids = connection.scalars(select(Service.id)).all()
        connection.execute(insert(FeatureView), [_view(each, account_id, chance) for each in ids[::TOLD_ABOUT]])
    with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        # PostgreSQL does this by itself some minutes after so much was written.
        connection.execute(text("VACUUM ANALYZE" if connection.dialect.name == "postgresql" else "ANALYZE"))


def _service(number: int, chance: random.Random) -> Service:
    name = f"{chance.choice(NAMES)} {chance.choice(WHATS)} {number}"
    south, west = chance.random(), chance.random()
    return Service(
        id=uuid4(),
        name=name,
        sort_name=fold(name),
        kind=chance.choice(list(ServiceKind)),
        summary=" ".join(chance.choices(TOLD, k=40)),
        is_drop_in=chance.random() < 0.3,
        is_self_referral=chance.random() < 0.5,
        address=f"{chance.randrange(200)} {chance.choice(NAMES)} Street",
        postcode=f"M{int(south * 10) * 5 + int(west * 5) + 1} {chance.randrange(10)}VC",
        latitude=SOUTH + ACROSS * south,
        longitude=WEST + ACROSS * west,
        last_checked_on=today() - timedelta(days=chance.randrange(220)),
        last_checked_by="A feed",
        row_version=1,
        created_at=now(),
        **_EMPTY,
    )


def _row(service: Service) -> dict[str, Any]:
    return {column.key: getattr(service, column.key) for column in Service.__table__.columns}


_EMPTY: dict[str, Any] = dict.fromkeys(
    ("for_whom", "cost", "how_to_join", "phone", "email", "website", "opening_hours", "waiting_time"), ""
) | {"is_by_referral": False}


def _view(service_id: UUID, account_id: UUID, chance: random.Random) -> dict[str, Any]:
    return {
        "id": uuid4(),
        "service_id": service_id,
        "feature": chance.choice([Feature.QUIET_ROOM, Feature.BOOK_BY_TEXT]),
        "is_so": chance.random() < 0.7,
        "is_lived": False,
        "words": "",
        "said_by_id": account_id,
        "said_by": "A member",
        "created_at": now(),
    }
