"""Looking for services, and what is due to be checked."""

from typing import Any

from flask import request, url_for

from livingwell.core.text import SHORT, clean, without_unprintable
from livingwell.directory.models import Feature, ServiceKind
from livingwell.directory.presenters.rows import row_of, rows_of
from livingwell.directory.presenters.searching import heading_of, order_of, pages_of
from livingwell.directory.queries.search import services_found
from livingwell.directory.queries.services import services_due
from livingwell.directory.sought import Sought
from livingwell.directory.views.blueprint import directory
from livingwell.directory.words import FEATURES, KINDS
from livingwell.identity.permissions import Permission, may
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import page
from livingwell.web.paging import page_number


@directory.get("/directory")
@needs(Permission.SEE_DIRECTORY)
def list_services() -> Any:
    """What fits, or everything by name."""
    sought, number = sought_from(), page_number(request.args.get("page", ""))
    found = services_found(sought, number)
    address = _address(sought)
    return page(
        "directory/list_services.html",
        sought=sought,
        may_import=may(current_actor(), Permission.IMPORT_DIRECTORY),
        kinds=KINDS,
        features=FEATURES,
        rows=rows_of(found.rows, sought.features),
        heading=heading_of(found.count, sought),
        order=order_of(found, sought),
        pages=pages_of(found, lambda number: url_for("directory.list_services", **address, page=number)),
    )


@directory.get("/directory/due")
@needs(Permission.SEE_DIRECTORY)
def list_due() -> Any:
    """What nobody has checked in time, the longest ago first."""
    due = services_due(page_number(request.args.get("page", "")))
    return page(
        "directory/list_due.html",
        rows=[row_of(service) for service in due.services],
        count=due.count,
        pages=pages_of(due, lambda number: url_for("directory.list_due", page=number)),
    )


def sought_from() -> Sought:
    """What the address asks for; anything that isn't offered is left out."""
    asked, joining = request.args, request.args.getlist("join")
    kind = asked.get("kind", "")
    return Sought(
        words=_typed("words"),
        kind=ServiceKind(kind) if kind in set(ServiceKind) else None,
        postcode=_typed("near"),
        features=tuple(feature for feature in Feature if feature.value in asked.getlist("need")),
        is_drop_in="drop-in" in joining,
        is_self_referral="self" in joining,
        is_withdrawn=asked.get("show") == "gone",
    )


def _typed(name: str) -> str:
    return without_unprintable(clean(request.args.get(name)))[:SHORT]


def _address(sought: Sought) -> dict[str, Any]:
    """The parts of the address that ask for the same again."""
    joining = ["drop-in"] * sought.is_drop_in + ["self"] * sought.is_self_referral
    parts = {
        "words": sought.words,
        "kind": sought.kind.value if sought.kind else "",
        "near": sought.postcode,
        "need": [feature.value for feature in sought.features],
        "join": joining,
        "show": "gone" if sought.is_withdrawn else "",
    }
    return {name: value for name, value in parts.items() if value}
