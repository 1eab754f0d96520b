"""What the person says before their discussion: by themself, or by a member for them. Each telling is a row."""

from livingwell.audit import record
from livingwell.core.actor import Actor, Side
from livingwell.core.atomic import atomic
from livingwell.core.errors import Invalid
from livingwell.core.text import SHORT
from livingwell.discussions.actions.agenda import count_used, say_line
from livingwell.discussions.actions.changing import require_not_begun, require_part
from livingwell.discussions.commands import SayLine
from livingwell.discussions.models import (
    WRITTEN_BY,
    CaseDiscussion,
    LinePart,
    LineTakenBack,
    PersonLine,
    TakingPart,
    Way,
)
from livingwell.discussions.policy import account_of
from livingwell.discussions.queries.lines import own_lines
from livingwell.discussions.queries.taking_part import answers_so_far
from livingwell.extensions import db
from livingwell.people.actions.arriving import note_arrival

LINE, HOW, TAKEN_BACK = "meeting.line", "meeting.way", "meeting.taken_back"
"""What stands on the key worker's Today when the person says it themself."""


@atomic()
def say_own_part(discussion: CaseDiscussion, part: LinePart, words: str, actor: Actor) -> PersonLine | None:
    """The person says one part of their line, instead of what they wrote there before; no words take that back.

    What a member wrote down for them stands beside it. Raises Conflict once the discussion has begun.
    """
    _require_before(discussion, actor)
    before = [line for line in own_lines(discussion.id) if line.part(part)]
    if [line.part(part) for line in before] == [words] or not (before or words):
        return None
    line = _own_line(discussion, part, words, actor) if words else None
    for old in before:
        _take_back(old, line, actor)
    note_arrival(discussion.person_id, LINE if words else TAKEN_BACK, words, actor, discussion.id)
    record("say_line", actor, discussion.person_id)
    if line is not None:
        count_used(line, actor)
    return line


@atomic()
def take_line_back(discussion: CaseDiscussion, line: PersonLine, actor: Actor) -> LineTakenBack:
    """The person no longer says this, whoever wrote it down. Raises Conflict once the discussion has begun."""
    _require_before(discussion, actor)
    taken_back = _take_back(line, None, actor)
    note_arrival(discussion.person_id, TAKEN_BACK, "", actor, discussion.id)
    record("take_line_back", actor, discussion.person_id)
    return taken_back


@atomic()
def take_part_back(discussion: CaseDiscussion, line: PersonLine, part: LinePart, actor: Actor) -> LineTakenBack:
    """The person no longer says this one part of a line. All else in it stands, with who wrote it down, how and when.

    Raises Conflict once the discussion has begun.
    """
    _require_before(discussion, actor)
    taken_back = _take_back(line, _without(line, part), actor)
    note_arrival(discussion.person_id, TAKEN_BACK, "", actor, discussion.id)
    record("take_line_back", actor, discussion.person_id)
    return taken_back


@atomic()
def say_who_there(discussion: CaseDiscussion, words: str, told_how: str, actor: Actor) -> TakingPart:
    """Whom the person would like there. No words take an earlier answer back."""
    _require_before(discussion, actor)
    answer = add_answer(discussion, TakingPart(who_there=words, told_how=told_how), actor)
    note_arrival(discussion.person_id, HOW if words else TAKEN_BACK, words, actor, discussion.id)
    record("say_taking_part", actor, discussion.person_id)
    return answer


@atomic()
def say_way(discussion: CaseDiscussion, way: Way, speaker: str, told_how: str, actor: Actor) -> TakingPart:
    """Whether the person comes, sends words, or has somebody speak for them, who is named."""
    _require_before(discussion, actor)
    require_speaker(way, speaker)
    spoken_by = speaker if way is Way.SPEAKER else ""
    answer = add_answer(discussion, TakingPart(way=way, speaker=spoken_by, told_how=told_how), actor)
    note_arrival(discussion.person_id, HOW, spoken_by, actor, discussion.id)
    record("say_taking_part", actor, discussion.person_id)
    return answer


@atomic()
def say_for_them(discussion: CaseDiscussion, said: SayLine, actor: Actor) -> None:
    """A member writes down all that the person says before their discussion, or why they were not asked.

    `said.how` is how the member came to know it. Raises Invalid where it says nothing.
    """
    if said.says_how and said.not_asked_because:
        raise Invalid({"not_asked_because": "Write what they said or why they were not asked, not both"})
    if not said.says_how or said.has_words:
        say_line(discussion, said, actor)
    if said.who_there:
        say_who_there(discussion, said.who_there, said.how, actor)
    if said.way is not None:
        say_way(discussion, said.way, said.speaker, said.how, actor)


def require_speaker(way: Way | None, speaker: str) -> None:
    """Raise Invalid where somebody speaks for the person and nobody says who."""
    if way is Way.SPEAKER and not speaker:
        raise Invalid({"speaker": "Write the name of who speaks"})


def add_answer(discussion: CaseDiscussion, answer: TakingPart, actor: Actor) -> TakingPart:
    """Put an answer about taking part beside the earlier ones: for an action that asks and records."""
    answer.discussion_id, answer.person_id = discussion.id, discussion.person_id
    answer.number = answers_so_far(discussion.id) + 1
    answer.sign(actor)
    db.session.add(answer)
    return answer


def _require_before(discussion: CaseDiscussion, actor: Actor) -> None:
    """A member may add what somebody told them late; what the person wrote themself stays as the team heard it."""
    require_part(discussion, actor)
    if actor.side is Side.PERSON:
        require_not_begun(discussion)


def _own_line(discussion: CaseDiscussion, part: LinePart, words: str, actor: Actor) -> PersonLine:
    line = PersonLine(
        discussion_id=discussion.id,
        person_id=discussion.person_id,
        how=f"{WRITTEN_BY}{actor.name}"[:SHORT],
        brought_by_id=account_of(actor),
        **{part.value: words},
    )
    db.session.add(line)
    db.session.flush()
    return line


def _without(line: PersonLine, part: LinePart) -> PersonLine | None:
    """The line again with its other parts, or none where there is no other."""
    others = {each.value: line.part(each) for each in LinePart if each is not part}
    if not any(others.values()):
        return None
    rest = PersonLine(
        discussion_id=line.discussion_id,
        person_id=line.person_id,
        how=line.how,
        brought_by_id=line.brought_by_id,
        created_at=line.created_at,  # it was said then; only what is gone from it is new
        **others,
    )
    db.session.add(rest)
    db.session.flush()
    return rest


def _take_back(line: PersonLine, instead: PersonLine | None, actor: Actor) -> LineTakenBack:
    taken_back = LineTakenBack(
        person_id=line.person_id, line_id=line.id, instead_id=instead.id if instead is not None else None
    )
    taken_back.sign(actor)
    db.session.add(taken_back)
    return taken_back
