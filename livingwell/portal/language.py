"""In which language the person's side speaks. To the team everything is said in British English."""

from babel import Locale
from flask import Flask, current_app, has_request_context
from flask_babel import Babel

from livingwell.core.reading import ENGLISH
from livingwell.web.dates import HERE
from livingwell.web.own_side import is_own_side
from livingwell.web.reading import reading_now


def init_app(app: Flask) -> None:
    """Have every string that is marked for translation said in the language of whoever reads it."""
    folder = str(app.config["LIVINGWELL"].translations)
    Babel(
        app,
        default_locale=HERE,
        default_timezone="Europe/London",
        default_translation_directories=folder,
        locale_selector=language_now,
    )
    app.jinja_env.policies["ext.i18n.trimmed"] = True


def language_now() -> str:
    """The chosen language, where this installation has it; else English."""
    if not has_request_context() or not is_own_side():
        return HERE
    chosen = reading_now().language
    return chosen if chosen != ENGLISH and chosen in languages() else HERE


def languages() -> dict[str, str]:
    """What can be chosen: each language by its code, under its own name. English, and whatever is translated."""
    translated = sorted({str(locale) for locale in current_app.extensions["babel"].instance.list_translations()})
    return {ENGLISH: "English"} | {code: own_name(code) for code in translated if not code.startswith(ENGLISH)}


def own_name(code: str) -> str:
    """A language's name as its own speakers write it."""
    return (Locale.parse(code).display_name or code).capitalize()
