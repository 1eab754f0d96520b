"""A team's templates and its list of words that judge: the shipped ones until the team has edited them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import aliased, joinedload

from livingwell.contacts.models import TemplateVersion, WordsToAvoidVersion
from livingwell.contacts.wording.judging_words import SHIPPED as SHIPPED_WORDS
from livingwell.contacts.wording.judging_words import JudgingWord, words_in
from livingwell.contacts.wording.shipped import SHIPPED, Template
from livingwell.core.errors import NotFound
from livingwell.extensions import db


@dataclass(frozen=True)
class WordsToAvoid:
    """A team's list as it is typed. Number 0 is the shipped one."""

    lines: str
    number: int = 0

    @property
    def words(self) -> tuple[JudgingWord, ...]:
        return words_in(self.lines)


def templates_of(team_id: UUID) -> Mapping[str, Template]:
    """The templates in use by their keys: the shipped ones first, then the team's own by name. One statement."""
    other = aliased(TemplateVersion)
    last = select(func.max(other.number)).where(
        other.team_id == TemplateVersion.team_id, other.key == TemplateVersion.key
    )
    found = select(TemplateVersion).where(
        TemplateVersion.team_id == team_id, TemplateVersion.number == last.correlate(TemplateVersion).scalar_subquery()
    )
    own = {each.key: _as_used(each) for each in db.session.scalars(found.order_by(TemplateVersion.name))}
    return {key: own.get(key, shipped) for key, shipped in SHIPPED.items()} | own


def template_called(team_id: UUID, key: str) -> Template:
    """One of them. Raises NotFound."""
    template = templates_of(team_id).get(key)
    if template is None:
        raise NotFound
    return template


def versions_of_template(team_id: UUID, key: str) -> Sequence[TemplateVersion]:
    """Every version that the team made of it, with who wrote each, the latest first."""
    found = select(TemplateVersion).where(TemplateVersion.team_id == team_id, TemplateVersion.key == key)
    ordered = found.options(joinedload(TemplateVersion.written_by)).order_by(TemplateVersion.number.desc())
    return db.session.scalars(ordered).all()


def words_to_avoid_of(team_id: UUID) -> WordsToAvoid:
    """The team's list as it stands."""
    versions = versions_of_words_to_avoid(team_id)
    return WordsToAvoid(versions[0].lines, versions[0].number) if versions else WordsToAvoid(SHIPPED_WORDS)


def versions_of_words_to_avoid(team_id: UUID) -> Sequence[WordsToAvoidVersion]:
    """Every version of the list, with who wrote each, the latest first."""
    found = select(WordsToAvoidVersion).where(WordsToAvoidVersion.team_id == team_id)
    ordered = found.options(joinedload(WordsToAvoidVersion.written_by)).order_by(WordsToAvoidVersion.number.desc())
    return db.session.scalars(ordered).all()


def _as_used(version: TemplateVersion) -> Template:
    return Template(
        key=version.key,
        name=version.name,
        subject=version.subject,
        words=version.words,
        text_words=version.text_words,
        number=version.number,
        is_put_away=version.is_put_away,
    )
