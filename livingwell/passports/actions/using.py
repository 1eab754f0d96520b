"""Using what the person said already, so that they are not asked again."""

from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.extensions import db
from livingwell.identity.permissions import Permission
from livingwell.passports.models import PassportUse, UsedIn
from livingwell.passports.queries.passport import line_of, lines_now
from livingwell.passports.queries.uses import use_of
from livingwell.people.queries.own_reach import require_own_or


@atomic()
def use_line(person_id: UUID, line_id: UUID, used_in: UsedIn, row_id: UUID, actor: Actor) -> PassportUse:
    """Note that the line was used in a statement of the plan, a letter or a discussion, whose id is `row_id`.

    Called by the action that used it, after that has recorded its own change. The same line twice in one is once.
    """
    require_own_or(Permission.SEE_PEOPLE, actor, person_id)
    line = line_of(person_id, line_id)
    use = use_of(line.id, row_id)
    if use is None:
        use = PassportUse(person_id=person_id, line_id=line.id, used_in=used_in, row_id=row_id)
        use.sign(actor)
        db.session.add(use)
        record("use_passport", actor, person_id)
    return use


@atomic()
def use_lines_in(person_id: UUID, words: str, used_in: UsedIn, row_id: UUID, actor: Actor) -> None:
    """Note each line of the passport that stands in these words, as a line of its own, just as the person wrote it.

    So it counts however it came there: chosen in a form, or copied. What was changed on the way is not counted.
    """
    written = {line.strip().removeprefix("-").strip() for line in words.split("\n")}
    for line in lines_now(person_id):
        if line.words in written:
            use_line(person_id, line.id, used_in, row_id, actor)
