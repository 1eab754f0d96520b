"""Settings, read from the environment once and frozen. Nothing else reads the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
LOOPBACK = ("localhost", "127.0.0.1", "::1")
DEVELOPMENT_KEY = "development-only-never-in-production"


class UnsafeSettings(Exception):
    """The settings would put people's records at risk; the message says which and what to do."""


@dataclass(frozen=True)
class MailServer:
    """Where e-mail is handed over, and whom it comes from. `tls` is "starttls", "tls" or "none"."""

    host: str
    sender: str
    port: int = 587
    user: str = ""
    password: str = field(default="", repr=False)
    tls: str = "starttls"

    def check(self, is_production: bool) -> None:
        """Refuse what would send nothing, or send it in the clear."""
        if "@" not in self.sender:
            raise UnsafeSettings("LIVINGWELL_MAIL_FROM is not set. Set it to the address that e-mail comes from.")
        if self.tls not in ("starttls", "tls", "none"):
            raise UnsafeSettings(f"LIVINGWELL_SMTP_TLS is '{self.tls}'. Set it to starttls, tls or none.")
        if is_production and self.tls == "none" and self.host not in LOOPBACK:
            raise UnsafeSettings("LIVINGWELL_SMTP_TLS is none. E-mail would cross the network in the clear.")


@dataclass(frozen=True)
class Notify:
    """GOV.UK Notify: our key, and the text template whose only placeholder is ((words))."""

    key: str = field(repr=False)
    text_template: str
    url: str = "https://api.notifications.service.gov.uk"

    def check(self, is_production: bool) -> None:
        """Refuse what Notify would refuse, or what would send in the clear."""
        if len(self.key) < 73:
            raise UnsafeSettings("LIVINGWELL_NOTIFY_KEY is too short. Copy it whole from GOV.UK Notify.")
        if not self.text_template:
            raise UnsafeSettings("LIVINGWELL_NOTIFY_TEXT_TEMPLATE is not set. Set it to the id of a text template.")
        if is_production and not self.url.startswith("https://") and urlsplit(self.url).hostname not in LOOPBACK:
            raise UnsafeSettings("LIVINGWELL_NOTIFY_URL is not https. Messages would cross the network in the clear.")


@dataclass(frozen=True)
class Settings:
    """Everything that differs between one installation and another.

    >>> Settings.from_environment({"LIVINGWELL_ENVIRONMENT": "development"}).environment
    'development'
    """

    environment: str = "production"
    secret_key: str = ""
    database_url: str = ""
    files: Path = ROOT / "var" / "files"
    """Where pictures and recordings are kept; no web server may serve it, and backups include it."""
    debug: bool = False
    demo: bool = False
    organisation: str = ""
    address: str = ""
    """Where links in messages begin. Never what a request says of itself: whoever asks could have a link to somebody
    else's sign-in point at a machine of their own."""
    idle_minutes: int = 15
    idle_warning_minutes: int = 2
    own_idle_minutes: int = 60
    """A person's or a carer's session lasts longer: at home, on their own phone, tired or on a bad connection."""
    own_idle_warning_minutes: int = 5
    session_hours: int = 12
    invitation_days: int = 7
    draft_days: int = 14
    caseload_days: int = 90
    hand_over_days: int = 14
    """How long the link works by which the receiver of a hand-over reads and answers."""
    contact: str = ""
    """Whom somebody can call whose link opens nothing: a phone number or an e-mail address, about nobody."""
    landing_weeks: tuple[int, ...] = (2, 6, 12)
    """So many weeks after support ended we ask whether it landed."""
    landing_answer_days: int = 7
    """So long an answer to that is waited for, before it is asked once more in another way."""
    watch_contact_days: int = 28
    """So many days without a contact as asked, and the watch for falling through says so."""
    watch_hand_over_days: int = 21
    watch_landing_days: int = 21
    watch_adjustment_days: int = 14
    feed_hosts: frozenset[str] = frozenset()
    """Hosts whose feeds may be read although they stand inside a network, each alone or with its port."""
    feed_megabytes: int = 1024
    feed_minutes: int = 60
    directory_months: int = 6
    """How long after somebody has checked it an entry of the directory may go into a plan or a letter."""
    way_back_months: int = 12
    """How long after support somebody may come back without a referral, unless another day is agreed with them."""
    failures_per_account: int = 8
    failures_per_address: int = 100
    failure_window_minutes: int = 15
    translations: Path = ROOT / "translations"
    """Where the languages of the person's side are: <code>/LC_MESSAGES/messages.mo, each read over by its speakers."""
    trusted_proxies: int = 0
    mail: MailServer | None = None
    notify: Notify | None = None
    provider_timeout_seconds: float = 30
    lease_seconds: float = 300
    """Longer than handing one message over can take, each step of it timing out."""

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> "Settings":
        """Read the settings; raises UnsafeSettings where they can't be trusted with real records."""
        environment = environ.get("LIVINGWELL_ENVIRONMENT", "production")
        is_production = environment == "production"
        is_demo = _is_on(environ, "LIVINGWELL_DEMO")
        settings = cls(
            environment=environment,
            secret_key=environ.get("SECRET_KEY", "" if is_production else DEVELOPMENT_KEY),
            database_url=environ.get("DATABASE_URL") or embedded_database("demo" if is_demo else "livingwell"),
            files=Path(environ.get("LIVINGWELL_FILES") or cls.files).resolve(),
            debug=_is_on(environ, "LIVINGWELL_DEBUG"),
            demo=is_demo,
            organisation=environ.get("LIVINGWELL_ORGANISATION", cls.organisation),
            address=environ.get("LIVINGWELL_ADDRESS", cls.address).strip().rstrip("/"),
            idle_minutes=_number(environ, "LIVINGWELL_IDLE_MINUTES", cls.idle_minutes),
            own_idle_minutes=_number(environ, "LIVINGWELL_OWN_IDLE_MINUTES", cls.own_idle_minutes),
            caseload_days=_number(environ, "LIVINGWELL_CASELOAD_DAYS", cls.caseload_days),
            hand_over_days=_number(environ, "LIVINGWELL_HAND_OVER_DAYS", cls.hand_over_days),
            contact=environ.get("LIVINGWELL_CONTACT", cls.contact).strip(),
            landing_weeks=_numbers(environ, "LIVINGWELL_LANDING_WEEKS", cls.landing_weeks),
            landing_answer_days=_number(environ, "LIVINGWELL_LANDING_ANSWER_DAYS", cls.landing_answer_days),
            watch_contact_days=_number(environ, "LIVINGWELL_WATCH_CONTACT_DAYS", cls.watch_contact_days),
            watch_hand_over_days=_number(environ, "LIVINGWELL_WATCH_HAND_OVER_DAYS", cls.watch_hand_over_days),
            watch_landing_days=_number(environ, "LIVINGWELL_WATCH_LANDING_DAYS", cls.watch_landing_days),
            watch_adjustment_days=_number(environ, "LIVINGWELL_WATCH_ADJUSTMENT_DAYS", cls.watch_adjustment_days),
            feed_hosts=_names(environ, "LIVINGWELL_FEED_HOSTS"),
            feed_megabytes=_number(environ, "LIVINGWELL_FEED_MEGABYTES", cls.feed_megabytes),
            feed_minutes=_number(environ, "LIVINGWELL_FEED_MINUTES", cls.feed_minutes),
            directory_months=_number(environ, "LIVINGWELL_DIRECTORY_MONTHS", cls.directory_months),
            way_back_months=_number(environ, "LIVINGWELL_WAY_BACK_MONTHS", cls.way_back_months),
            translations=Path(environ.get("LIVINGWELL_TRANSLATIONS") or cls.translations),
            trusted_proxies=_number(environ, "LIVINGWELL_TRUSTED_PROXIES", cls.trusted_proxies),
            mail=_mail_server(environ),
            notify=_notify(environ),
        )
        settings.check()
        return settings

    def check(self) -> None:
        """Refuse what would be dangerous, and say which setting it is."""
        if self.environment not in ("production", "development", "test"):
            raise UnsafeSettings(
                f"LIVINGWELL_ENVIRONMENT is '{self.environment}'. Set it to production, development or test."
            )
        if self.idle_minutes <= self.idle_warning_minutes:
            raise UnsafeSettings(
                f"LIVINGWELL_IDLE_MINUTES must be over {self.idle_warning_minutes}, the minutes of warning."
            )
        if self.own_idle_minutes <= self.own_idle_warning_minutes:
            raise UnsafeSettings(
                f"LIVINGWELL_OWN_IDLE_MINUTES must be over {self.own_idle_warning_minutes}, the minutes of warning."
            )
        if not 1 <= self.directory_months <= 60:
            raise UnsafeSettings("LIVINGWELL_DIRECTORY_MONTHS must be from 1 to 60: entries go out of date.")
        if not 1 <= self.way_back_months <= 12:
            raise UnsafeSettings("LIVINGWELL_WAY_BACK_MONTHS must be from 1 to 12: no team sees a record longer.")
        for provider in (self.mail, self.notify):
            if provider:
                provider.check(self.is_production)
        if self.files.is_relative_to(ROOT / "static"):
            raise UnsafeSettings(
                "LIVINGWELL_FILES is inside static, which is served to everybody. Choose a folder apart."
            )
        if self.is_production:
            self._check_production()

    def _check_production(self) -> None:
        if not self.secret_key or self.secret_key == DEVELOPMENT_KEY:
            raise UnsafeSettings("SECRET_KEY is not set. Set it to a long random text.")
        if len(self.secret_key) < 32:
            raise UnsafeSettings("SECRET_KEY is too short. Use at least 32 random characters.")
        if self.debug:
            raise UnsafeSettings("LIVINGWELL_DEBUG is on. Its pages show records: turn it off in production.")
        if self.demo:
            raise UnsafeSettings("LIVINGWELL_DEMO is on. It signs anybody in: turn it off in production.")
        if urlsplit(self.address).scheme != "https" or not urlsplit(self.address).hostname:
            raise UnsafeSettings(
                "LIVINGWELL_ADDRESS is not set. Set it to the address of this installation, such as "
                "https://livingwell.example.nhs.uk: links in messages begin with it."
            )

    @property
    def is_production(self) -> bool:
        return self.environment == "production"

    @property
    def idle(self) -> timedelta:
        return timedelta(minutes=self.idle_minutes)

    @property
    def own_idle(self) -> timedelta:
        return timedelta(minutes=self.own_idle_minutes)


def embedded_database(name: str) -> str:
    """The address of an embedded database: one file beside the code."""
    return f"sqlite:///{ROOT / 'var' / name}.db"


def _mail_server(environ: Mapping[str, str]) -> MailServer | None:
    """None where no server is named: e-mail is kept here then."""
    host = environ.get("LIVINGWELL_SMTP_HOST", "").strip()
    if not host:
        return None
    return MailServer(
        host=host,
        sender=environ.get("LIVINGWELL_MAIL_FROM", "").strip(),
        port=_number(environ, "LIVINGWELL_SMTP_PORT", MailServer.port),
        user=environ.get("LIVINGWELL_SMTP_USER", ""),
        password=environ.get("LIVINGWELL_SMTP_PASSWORD", ""),
        tls=environ.get("LIVINGWELL_SMTP_TLS", MailServer.tls).strip().lower(),
    )


def _notify(environ: Mapping[str, str]) -> Notify | None:
    """None where there is no key: texts are kept here then, and letters printed."""
    key = environ.get("LIVINGWELL_NOTIFY_KEY", "").strip()
    if not key:
        return None
    return Notify(
        key=key,
        text_template=environ.get("LIVINGWELL_NOTIFY_TEXT_TEMPLATE", "").strip(),
        url=environ.get("LIVINGWELL_NOTIFY_URL", Notify.url).strip(),
    )


def _is_on(environ: Mapping[str, str], name: str) -> bool:
    return environ.get(name, "").strip().lower() in ("1", "true", "yes", "on")


def _names(environ: Mapping[str, str], name: str) -> frozenset[str]:
    return frozenset(filter(None, (each.strip().casefold() for each in environ.get(name, "").split(","))))


def _number(environ: Mapping[str, str], name: str, default: int) -> int:
    text = environ.get(name, "").strip()
    if not text:
        return default
    if not text.isdigit():
        raise UnsafeSettings(f"{name} is '{text}'. Set it to a whole number.")
    return int(text)


def _numbers(environ: Mapping[str, str], name: str, default: tuple[int, ...]) -> tuple[int, ...]:
    """Whole numbers over 0 with commas between them, each once, the least first."""
    parts = [part.strip() for part in environ.get(name, "").split(",") if part.strip()]
    if any(not part.isdigit() or int(part) == 0 for part in parts):
        raise UnsafeSettings(f"{name} is '{environ.get(name)}'. Set it to whole numbers with commas, such as 2,6,12.")
    return tuple(sorted({int(part) for part in parts})) or default
