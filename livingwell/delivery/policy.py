"""What a message must have to go out at all."""

from collections.abc import Iterator

from livingwell.core.contact import is_email, is_phone
from livingwell.core.errors import Invalid
from livingwell.delivery.commands import File, Outgoing
from livingwell.delivery.models import Channel

# What each kind of file begins with: a file that is none would reach the person as one that doesn't open.
_BEGINS = {"text/calendar": b"BEGIN:VCALENDAR", "application/pdf": b"%PDF-"}


def require_sendable(wanted: Outgoing) -> None:
    """Raises Invalid, with a message for each field, where it could not go out by its channel."""
    problems = dict(_problems(wanted))
    if problems:
        raise Invalid(problems)


def _problems(wanted: Outgoing) -> Iterator[tuple[str, str]]:
    match wanted.channel:
        case Channel.EMAIL:
            yield from _problems_of_email(wanted)
        case Channel.TEXT:
            yield from _problems_of_text(wanted)
        case Channel.LETTER:
            yield from _problems_of_letter(wanted)
        case Channel.PRINT if not (wanted.pdf or wanted.html or wanted.text):
            yield "text", "There is nothing to print. Write the letter first."
    yield from (("files", problem) for file in wanted.files if (problem := _problem_of_file(file)))
    if wanted.not_before and wanted.not_after and wanted.not_before >= wanted.not_after:
        yield "not_before", "It would be too late to send by then. Choose an earlier time."


def _problems_of_email(wanted: Outgoing) -> Iterator[tuple[str, str]]:
    if not is_email(wanted.to_address):
        yield "to_address", "This is not an e-mail address. Write it as name@example.com."
    if not wanted.subject.strip() or "\n" in wanted.subject or "\r" in wanted.subject:
        yield "subject", "An e-mail needs a subject, on one line."
    if not wanted.text.strip():
        yield "text", "Write the message."


def _problems_of_text(wanted: Outgoing) -> Iterator[tuple[str, str]]:
    if not is_phone(wanted.to_address):
        yield "to_address", "This is not a phone number. Write it with its area code, such as 07700 900123."
    if not wanted.text.strip():
        yield "text", "Write the message."
    if wanted.files:
        yield "files", "A text can't carry a file. Send an e-mail or a letter, or leave the file out."


def _problems_of_letter(wanted: Outgoing) -> Iterator[tuple[str, str]]:
    if not (wanted.pdf or b"").startswith(b"%PDF-"):
        yield "pdf", "The letter’s pages could not be made. Use the print queue instead."
    if wanted.files:
        yield "files", "A letter can't carry a file. Print it as a page of the letter, or leave it out."


def _problem_of_file(file: File) -> str:
    if not file.content:
        return f"{file.name} is empty. Choose the file again, or leave it out."
    if "\n" in file.name or "\r" in file.name or not file.name.strip():
        return "The file needs a name."
    if not file.content.startswith(_BEGINS.get(file.media_type, b"")):
        return f"{file.name} is not what its name says. Choose the file again, or leave it out."
    return ""
