"""What the papers of an ending ask of a member, as rows of Today."""

from collections.abc import Callable

from flask import url_for

from livingwell.journeys.models.paper_asking import GP_MAIL_BACK
from livingwell.people.models import Ask
from livingwell.worklist.presenters.ask_row import AskRow


def _came_back(ask: Ask) -> AskRow:
    return AskRow(
        title=f"What went to {ask.person.name}’s GP came back, or may not have gone",
        why=f"It was sent to {ask.by}. {ask.words}".strip(),
        words="",
        href=url_for("journeys.show_gp_papers", person_id=ask.person.id),
        presses=(),
    )


PAPER_ROWS: dict[str, Callable[[Ask], AskRow]] = {GP_MAIL_BACK: _came_back}
"""A row for each kind of Ask that the papers make."""
