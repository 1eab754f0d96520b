"""The one list of blueprints, and of what the menu leads to."""

from flask import Flask

from livingwell.adjustments.views import adjustments
from livingwell.careplans.views import careplans
from livingwell.carers.views import carers
from livingwell.contacts.views import contacts
from livingwell.directory.views import directory
from livingwell.discussions.views import discussions
from livingwell.drafts.views import drafts
from livingwell.identity.views import identity
from livingwell.journeys.views import journeys
from livingwell.oversight.views import oversight
from livingwell.passports.views import passports
from livingwell.people.views import people
from livingwell.portal.views import portal
from livingwell.worklist.views import worklist

BLUEPRINTS = (
    identity,
    drafts,
    people,
    passports,
    adjustments,
    directory,
    contacts,
    careplans,
    carers,
    discussions,
    journeys,
    worklist,
    oversight,
    portal,
)

MENU = (
    ("Today", "worklist.show_today", "today"),
    ("Meetings", "discussions.list_meetings", "meetings"),
    ("People", "people.list_people", "people"),
    ("Decisions", "discussions.list_decisions", "decisions"),
    ("Directory", "directory.list_services", "directory"),
    ("Team", "identity.list_own_teams", "team"),
    ("Accounts", "identity.list_accounts", "accounts"),
    ("Outbox", "outbox.list_outbox", "outbox"),
)
"""Label, endpoint, and the name by which a page marks its entry; an endpoint that isn't there is left out."""


def add_features(app: Flask) -> None:
    """Register every feature's pages."""
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
