"""Taking in a picture or a recording: made anew before anything is locked, and let go again where it isn't filed."""

from typing import Any, Protocol

from livingwell.core.atomic import let_go
from livingwell.core.media.pictures import keep_picture
from livingwell.core.media.reading import Unusable
from livingwell.core.media.recordings import keep_recording
from livingwell.core.media.store import drop_file
from livingwell.drafts.kept import FormDraft
from livingwell.passports.actions import add_piece
from livingwell.passports.commands import AddPiece
from livingwell.passports.models import HowWritten, PieceKind, Section
from livingwell.people.models import Person
from livingwell.people.saving import saved
from livingwell.web.guards import current_actor


class PieceForm(Protocol):
    """A form with a file and words about it."""

    file: Any
    words: Any
    kind: PieceKind

    def validate_on_submit(self) -> bool: ...
    def say_why_not(self, error: Unusable) -> None: ...


def piece_saved(form: Any, draft: FormDraft | None, person: Person, section: Section, how: HowWritten) -> bool:
    """Whether the form was sent, was right, and what it brought is in the passport."""
    if not form.validate_on_submit():
        return False
    let_go()  # drawing and encoding take seconds, and nobody else is kept waiting meanwhile
    try:
        command = _kept(form, section, how)
    except Unusable as error:
        form.say_why_not(error)
        return False
    return _filed(form, draft, person, command)


def _kept(form: PieceForm, section: Section, how: HowWritten) -> AddPiece:
    words = form.words.data or ""
    if form.kind is PieceKind.PICTURE:
        picture = keep_picture(form.file.data.stream)
        size = {"width": picture.width, "height": picture.height}
        return AddPiece(section, form.kind, picture.name, words, how, picture.small_name, **size)
    recording = keep_recording(form.file.data.stream)
    return AddPiece(section, form.kind, recording.name, words, how, seconds=recording.seconds)


def _filed(form: Any, draft: FormDraft | None, person: Person, command: AddPiece) -> bool:
    """Whether the action took it; its files are dropped where not."""
    is_saved = False
    try:
        is_saved = saved(form, draft, lambda: add_piece(person.id, command, current_actor()))
    finally:
        if not is_saved:
            for name in filter(None, (command.file, command.small_file)):
                drop_file(name)
    return is_saved
