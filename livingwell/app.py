"""The application, put together. Reads like a table of contents."""

from datetime import timedelta
from pathlib import Path

from flask import Flask
from sqlalchemy import make_url
from werkzeug.middleware.proxy_fix import ProxyFix

from livingwell.config import ROOT, Settings
from livingwell.extensions import csrf, db, htmx, login, migrate, prepare_engine
from livingwell.features import add_features
from livingwell.identity.permissions import require
from livingwell.identity.queries.sessions import SignedIn, signed_in_with
from livingwell.web.errors import handle_errors
from livingwell.web.guards import close_routes, decision
from livingwell.web.headers import add_headers


def create_app(settings: Settings | None = None) -> Flask:
    """Living Well, ready to serve. Raises UnsafeSettings where the settings can't be trusted."""
    settings = settings or Settings.from_environment()
    settings.check()
    app = Flask("livingwell", root_path=str(ROOT), static_folder="static", template_folder="templates")
    configure(app, settings)
    connect_database(app)
    sign_people_in(app, settings)
    add_headers(app)
    handle_errors(app)
    add_features(app)
    close_routes(app)
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


def connect_database(app: Flask) -> None:
    """Bind the database, and the migrations that built it."""
    url = make_url(app.config["SQLALCHEMY_DATABASE_URI"])
    if url.drivername == "sqlite" and url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    db.init_app(app)
    with app.app_context():
        prepare_engine(db.engine)
    migrate.init_app(app, db, directory=str(ROOT / "migrations"), render_as_batch=True)


def sign_people_in(app: Flask, settings: Settings) -> None:
    """Know who is asking, and refuse what was forged."""
    csrf.init_app(app)
    htmx.init_app(app)
    login.init_app(app)
    login.login_view = "identity.show_sign_in"
    login.login_message = None
    login.session_protection = None  # it binds to an address, and laptops move between rooms
    decision.require = require

    @login.user_loader
    def _load(token: str) -> SignedIn | None:
        return signed_in_with(token, idle=settings.idle, longest=timedelta(hours=settings.session_hours))
