"""A team's own templates, and its list of words that judge: each change is a version."""

import re
from uuid import UUID

from livingwell.audit import record
from livingwell.contacts.models import TemplateVersion, WordsToAvoidVersion
from livingwell.contacts.models.template import KEY
from livingwell.contacts.queries.templates import templates_of, words_to_avoid_of
from livingwell.contacts.wording.judging_words import words_in
from livingwell.contacts.wording.placeholders import require_known
from livingwell.contacts.writing_commands import EditTemplate
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.errors import Conflict, Invalid, Stale
from livingwell.core.text import clean, fold
from livingwell.extensions import db
from livingwell.identity.permissions import Permission, require
from livingwell.identity.policy import require_member


@atomic()
def add_template(team_id: UUID, command: EditTemplate, actor: Actor) -> TemplateVersion:
    """A template of the team's own. Raises Invalid for a placeholder that means nothing, or a name that is taken."""
    _require_may(team_id, actor)
    key = key_of(command.name)
    if key in templates_of(team_id):
        raise Invalid({"name": "There is a template with this name already. Choose another name"})
    return _add(team_id, key, command, 1, actor)


@atomic()
def edit_template(team_id: UUID, key: str, command: EditTemplate, actor: Actor) -> TemplateVersion:
    """The next version of a template. Raises Stale where another was made since this one was read."""
    _require_may(team_id, actor)
    now_used = templates_of(team_id)[key]
    if command.number != now_used.number:
        theirs = {name: getattr(now_used, name) for name in ("name", "subject", "words", "text_words")}
        raise Stale(theirs, row_version=now_used.number)
    return _add(team_id, key, command, now_used.number + 1, actor)


@atomic()
def edit_words_to_avoid(team_id: UUID, lines: str, number: int, actor: Actor) -> WordsToAvoidVersion:
    """The list as it is from now on. Raises Invalid for a line that can't be read, Stale as for a template."""
    _require_may(team_id, actor)
    words_in(lines)
    now_used = words_to_avoid_of(team_id)
    if number != now_used.number:
        raise Stale({"lines": now_used.lines}, row_version=now_used.number)
    version = WordsToAvoidVersion(
        team_id=team_id, number=now_used.number + 1, lines=clean(lines), written_by_id=actor.account_id
    )
    db.session.add(version)
    record("edit_words_to_avoid", actor)
    return version


def key_of(name: str) -> str:
    """What a template is called in an address. Raises Invalid for a name without a letter that can stand there."""
    key = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:KEY].strip("-")
    if not key:
        raise Invalid({"name": "Use some letters or numbers in the name"})
    return key


def _add(team_id: UUID, key: str, command: EditTemplate, number: int, actor: Actor) -> TemplateVersion:
    for field in ("subject", "words", "text_words"):
        require_known(field, getattr(command, field))
    if not clean(command.words) and not clean(command.text_words):
        raise Invalid({"words": "Write the words for a letter or an e-mail, or those for a text"})
    version = TemplateVersion(
        team_id=team_id,
        key=key,
        number=number,
        name=clean(command.name),
        subject=clean(command.subject),
        words=clean(command.words),
        text_words=clean(command.text_words),
        is_put_away=command.is_put_away,
        written_by_id=actor.account_id,
    )
    db.session.add(version)
    record("edit_template", actor)
    return version


def _require_may(team_id: UUID, actor: Actor) -> None:
    require(actor, Permission.CHANGE_TEMPLATES)
    require_member(actor, team_id)
    if actor.account_id is None:
        raise Conflict("A template is somebody’s.")
