"""A sentence in the reader's language, as text. Flask-Babel's own says nothing of types."""

import flask_babel


def gettext(message: str, **values: object) -> str:
    """The message in the language of whoever reads the answer, its places filled in."""
    return str(flask_babel.gettext(message, **values))
