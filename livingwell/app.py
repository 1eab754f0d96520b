"""The application, put together. Reads like a table of contents."""

from math import ceil
from pathlib import Path

from flask import Flask, current_app
from flask_login import current_user
from sqlalchemy import make_url
from werkzeug.middleware.proxy_fix import ProxyFix

from livingwell.adjustments.views.strip import reach_at_top
from livingwell.careplans.onward import show_on_plan
from livingwell.careplans.queries.four_week_wait import PARTS, clock_parts
from livingwell.careplans.views.top import matters_at_top
from livingwell.carers.views.overview import is_who_helps_known
from livingwell.config import ROOT, Settings
from livingwell.contacts.actions.calling_off import call_off_after_death
from livingwell.contacts.actions.following import follow_delivery, strike_cancelled
from livingwell.contacts.actions.replying import file_text
from livingwell.contacts.other_questions import other_questions
from livingwell.contacts.queries.contacts import has_contacts
from livingwell.contacts.queries.four_week_wait import PARTS as CONTACT_PARTS
from livingwell.contacts.queries.four_week_wait import clock_parts as contact_parts
from livingwell.contacts.queries.stopping import may_still_go
from livingwell.contacts.views.engagement import engagement_picture
from livingwell.core.clock import now
from livingwell.delivery.above import above
from livingwell.demo.outbox import outbox
from livingwell.demo.views import demo
from livingwell.directory.actions.feeds.connection import Budget
from livingwell.directory.actions.feeds.working import work_on_feeds
from livingwell.drafts.views import reach
from livingwell.extensions import csrf, db, files, htmx, login, migrate, prepare_engine
from livingwell.features import MENU, add_features
from livingwell.identity.actions.teams import when_members_change
from livingwell.identity.permissions import may, require
from livingwell.identity.queries.crisis_wording import require_crisis_wording
from livingwell.identity.queries.savings import last_saving
from livingwell.identity.views.carrying import ask_to_sign_in, who_carries
from livingwell.journeys.actions.after_death import stop_what_waits
from livingwell.journeys.actions.landing_asking import ask_what_is_due
from livingwell.journeys.actions.landing_replies import question_by_text
from livingwell.journeys.landing_times import landing_times
from livingwell.journeys.views.on_the_plan import where_next_on_plan
from livingwell.journeys.views.top import ended_at_top
from livingwell.journeys.views.way_back import came_back
from livingwell.journeys.watch_times import watch_times
from livingwell.passports.views.overview import known_first
from livingwell.people.actions.deaths import when_somebody_died
from livingwell.people.actions.limiting import keep_leads
from livingwell.people.actions.striking import signs_of_support
from livingwell.people.door import show_at_top, show_once_ended
from livingwell.people.four_week_wait import tell_parts
from livingwell.people.queries.own_reach import person_for_writing
from livingwell.people.views.overview import show_on_overview
from livingwell.portal import language
from livingwell.portal.views.coming_in import send_asked_for
from livingwell.portal.views.frame import show_frame
from livingwell.web import assets, dates, field_rendering, navigation
from livingwell.web.conflicts import savings
from livingwell.web.errors import handle_errors
from livingwell.web.guards import close_routes, decision
from livingwell.web.headers import add_headers
from livingwell.web.page import context_sources
from livingwell.web.templating import Application
from livingwell.web.typed import refuse_unreadable
from livingwell.web.uploads import limit_uploads


def create_app(settings: Settings | None = None) -> Flask:
    """Living Well, ready to serve. Raises UnsafeSettings where the settings can't be trusted."""
    settings = settings or Settings.from_environment()
    settings.check()
    app = Application("livingwell")
    configure(app, settings)
    limit_uploads(app)
    refuse_unreadable(app)
    prepare_pages(app)
    connect_database(app)
    files.init_app(app, settings.files)
    answer_the_worker()
    guard_endings()
    watch_times.follow(settings)
    landing_times.weeks, landing_times.answer_days = settings.landing_weeks, settings.landing_answer_days
    sign_people_in(app)
    add_headers(app)
    handle_errors(app)
    add_features(app)
    if settings.demo:
        app.register_blueprint(demo)
    if settings.demo or settings.environment == "development":
        app.register_blueprint(outbox)
    close_routes(app)
    return app


def app_to_serve() -> Flask:
    """The app for whoever serves its pages.

    Raises UnsafeSettings in production while nobody has said what people can do if things get too much: that stands on
    every page of theirs. Commands use `create_app`, so that it can be set, and the database brought up to date.
    """
    app = create_app()
    settings: Settings = app.config["LIVINGWELL"]
    if settings.is_production:
        with app.app_context():
            try:
                require_crisis_wording()
            finally:
                db.session.remove()
                db.engine.dispose()  # the server's workers open connections of their own
    return app


def configure(app: Flask, settings: Settings) -> None:
    """Flask's own settings, from ours."""
    prefix = "__Host-" if settings.is_production else ""
    app.config.update(
        LIVINGWELL=settings,
        SECRET_KEY=settings.secret_key,
        DEBUG=settings.debug,
        TESTING=settings.environment == "test",
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        SESSION_COOKIE_NAME=f"{prefix}session",
        SESSION_COOKIE_SECURE=settings.is_production,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_HTTPONLY=True,
        MAX_CONTENT_LENGTH=40 * 1024 * 1024,
        MAX_FORM_MEMORY_SIZE=1024 * 1024,
        WTF_CSRF_TIME_LIMIT=None,  # a long form stays good for as long as its session does
    )
    if settings.trusted_proxies:
        count = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=count)  # type: ignore[method-assign]


def prepare_pages(app: Flask) -> None:
    """Fields, files and the menu: what every page is made of."""
    assets.init_app(app)
    assets.compress_pages(app)
    field_rendering.init_app(app)
    language.init_app(app)
    dates.init_app(app)
    navigation.init_app(app).entries.extend(MENU)
    for source in (_show_shell, show_frame):
        if source not in context_sources:
            context_sources.append(source)
    show_at_top("matters", matters_at_top)
    show_at_top("reach", reach_at_top)
    show_once_ended("ended", ended_at_top)
    show_on_overview("engagement", engagement_picture)
    show_on_overview("is_who_helps_known", is_who_helps_known)
    show_on_overview("known_first", known_first)
    show_on_overview("came_back", came_back)
    show_on_plan(where_next_on_plan)
    tell_parts("careplans", PARTS, clock_parts)
    tell_parts("contacts", CONTACT_PARTS, contact_parts)


def _show_shell() -> dict[str, navigation.Shell]:
    """The header of this page, for whoever is signed in or for a stranger."""
    settings: Settings = current_app.config["LIVINGWELL"]
    menu = navigation.menu()
    if not current_user.is_authenticated:
        return {"shell": menu.signed_out(settings.organisation)}
    shell = menu.signed_in(
        organisation=settings.organisation,
        team_name=", ".join(team.name for team in current_user.teams),
        user_name=current_user.actor.name,
        session=menu.session(
            idle_seconds=settings.idle_minutes * 60,
            warning_seconds=settings.idle_warning_minutes * 60,
            active_seconds_ago=int((now() - current_user.last_seen_at).total_seconds()),
            ends_in_seconds=ceil((current_user.ends_at - now()).total_seconds()),
        ),
    )
    return {"shell": shell}


def connect_database(app: Flask) -> None:
    """Bind the database, and the migrations that built it."""
    url = make_url(app.config["SQLALCHEMY_DATABASE_URI"])
    if url.drivername == "sqlite" and url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    db.init_app(app)
    with app.app_context():
        prepare_engine(db.engine)
    migrate.init_app(app, db, directory=str(ROOT / "migrations"), render_as_batch=True)


def answer_the_worker() -> None:
    """What the outbox asks of the packages above it, and what it tells them."""
    above.may_still_go, above.file_text = may_still_go, file_text
    above.did_not_arrive, above.was_cancelled = follow_delivery, strike_cancelled
    above.make_messages = _write_messages
    above.work_beside = _work_on_feeds
    if question_by_text not in other_questions:
        other_questions.append(question_by_text)


def _write_messages() -> bool:
    """What was asked for first: somebody waits for it."""
    settings: Settings = current_app.config["LIVINGWELL"]
    return send_asked_for() or ask_what_is_due(settings.address)


def _work_on_feeds() -> bool:
    settings: Settings = current_app.config["LIVINGWELL"]
    return work_on_feeds(Budget.of(settings))


def sign_people_in(app: Flask) -> None:
    """Know who is asking, and refuse what was forged."""
    csrf.init_app(app)
    htmx.init_app(app)
    login.init_app(app)
    login.unauthorized_handler(ask_to_sign_in)
    login.user_loader(who_carries)
    login.session_protection = None  # it binds to an address, and laptops move between rooms
    decision.may, decision.require = may, require
    reach.require = person_for_writing
    savings.last = last_saving
    if keep_leads not in when_members_change:
        when_members_change.append(keep_leads)


def guard_endings() -> None:
    """What of the packages above stops when somebody has died, and what shows that support was no mistake."""
    if has_contacts not in signs_of_support:
        signs_of_support.append(has_contacts)
    for stop in (call_off_after_death, stop_what_waits):
        if stop not in when_somebody_died:
            when_somebody_died.append(stop)
