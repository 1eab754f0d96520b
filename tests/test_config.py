"""What production refuses to start with, and that it says which."""

import pytest

from livingwell.config import Settings, UnsafeSettings

GOOD_KEY = "k" * 40
ADDRESS = "https://livingwell.example.nhs.uk"


def test_production_is_what_nobody_has_to_ask_for() -> None:
    assert Settings.from_environment({"SECRET_KEY": GOOD_KEY, "LIVINGWELL_ADDRESS": ADDRESS}).is_production


@pytest.mark.parametrize(
    ("environ", "named"),
    [
        ({}, "SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY"),
        ({"SECRET_KEY": GOOD_KEY, "LIVINGWELL_DEBUG": "1"}, "LIVINGWELL_DEBUG"),
        ({"SECRET_KEY": GOOD_KEY, "LIVINGWELL_DEMO": "yes"}, "LIVINGWELL_DEMO"),
        ({"SECRET_KEY": GOOD_KEY, "LIVINGWELL_IDLE_MINUTES": "2"}, "LIVINGWELL_IDLE_MINUTES"),
        ({"SECRET_KEY": GOOD_KEY, "LIVINGWELL_IDLE_MINUTES": "soon"}, "LIVINGWELL_IDLE_MINUTES"),
        ({"SECRET_KEY": GOOD_KEY, "LIVINGWELL_LANDING_WEEKS": "2,soon"}, "LIVINGWELL_LANDING_WEEKS"),
        ({"SECRET_KEY": GOOD_KEY, "LIVINGWELL_LANDING_WEEKS": "0,6"}, "LIVINGWELL_LANDING_WEEKS"),
        ({"SECRET_KEY": GOOD_KEY, "LIVINGWELL_WAY_BACK_MONTHS": "13"}, "LIVINGWELL_WAY_BACK_MONTHS"),
        ({"SECRET_KEY": GOOD_KEY}, "LIVINGWELL_ADDRESS"),
        ({"SECRET_KEY": GOOD_KEY, "LIVINGWELL_ADDRESS": "http://livingwell.example.nhs.uk"}, "LIVINGWELL_ADDRESS"),
        ({"LIVINGWELL_ENVIRONMENT": "prod"}, "LIVINGWELL_ENVIRONMENT"),
    ],
)
def test_production_refuses_to_start_and_names_the_setting(environ: dict[str, str], named: str) -> None:
    with pytest.raises(UnsafeSettings, match=named):
        Settings.from_environment(environ)


def test_development_starts_with_nothing_set() -> None:
    assert Settings.from_environment({"LIVINGWELL_ENVIRONMENT": "development"}).secret_key


def test_the_weeks_of_landing_checks_are_read_in_order_and_each_once() -> None:
    environ = {"LIVINGWELL_ENVIRONMENT": "development", "LIVINGWELL_LANDING_WEEKS": "12, 3,3"}
    assert Settings.from_environment(environ).landing_weeks == (3, 12)


def test_settings_are_frozen() -> None:
    with pytest.raises(AttributeError):
        Settings().demo = True  # type: ignore[misc]
