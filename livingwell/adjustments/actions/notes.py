"""What another record said about support, talked through with the person."""

from livingwell.adjustments import policy
from livingwell.adjustments.actions.adding import add_what_is_new
from livingwell.adjustments.actions.changing import require_no_day_to_come
from livingwell.adjustments.commands import AddAdjustments, AnswerNote
from livingwell.adjustments.models import AnsweredNote, HowWeKnow, NoteOutcome
from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.errors import Invalid
from livingwell.core.text import clean, require_words
from livingwell.extensions import db
from livingwell.people.actions.episodes import confirm_note
from livingwell.people.models import ImportedNote, Person


@atomic()
def answer_note(person: Person, note: ImportedNote, command: AnswerNote, actor: Actor) -> AnsweredNote:
    """Write down what the person said to the note, and add what follows from it. Then it waits for nobody.

    Raises Conflict where somebody has asked them already, and Invalid where a yes comes with nothing to do, or a no
    with no reason.
    """
    policy.require_change(actor, person.id)
    require_no_day_to_come(command.on)
    is_declined = command.outcome is NoteOutcome.DECLINED
    if is_declined:
        require_words(clean(command.why), "why", f"Say what {person.preferred_name} said")
    elif not command.adjustments:
        raise Invalid({"picked": "Choose what to do, or write it in words of your own"})
    confirm_note(note, actor)
    answered = AnsweredNote(
        person_id=person.id, note_id=note.id, outcome=command.outcome, talked_on=command.on, why=clean(command.why)
    )
    answered.sign(actor)
    db.session.add(answered)
    record("answer_note", actor, person.id)
    if not is_declined:
        add_what_is_new(
            person, AddAdjustments(command.adjustments, HowWeKnow.CAME_WITH_REFERRAL, note_id=note.id), actor
        )
    return answered
