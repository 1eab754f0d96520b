"""The form that the forms of the person's side extend."""

from uuid import UUID

from livingwell.people.forms.about_person import CONFLICT, OK, UNPROCESSABLE, VersionField
from livingwell.web.forms import Form


class OwnForm(Form):
    """A form on a page of the person's own."""

    made_id: UUID | None = None
    is_in_conflict = False

    def say_conflict(self, message: str) -> None:
        """Show, above the fields, why it could not be saved now. What was typed stays."""
        self.is_in_conflict = True
        self.form_errors.append(message)

    @property
    def status(self) -> int:
        """The status of the page that shows this form."""
        if self.is_in_conflict:
            return CONFLICT
        return UNPROCESSABLE if self.errors else OK


class OwnVersionedForm(OwnForm):
    """A form that changes a row: it carries the version that was read."""

    row_version = VersionField("")

    def version(self) -> int | None:
        """The version that was read; one that no row has where what was sent is no number."""
        sent = self.row_version.data or ""
        return int(sent) if sent.isascii() and sent.isdigit() else 0 if sent else None
