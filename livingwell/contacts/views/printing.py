"""The print queue: letters that a member prints and posts."""

from typing import Any

from livingwell.audit import record_read
from livingwell.contacts.presenters.printing import print_rows
from livingwell.contacts.queries.outgoing import letters_to_print
from livingwell.contacts.views.blueprint import contacts
from livingwell.identity.permissions import Permission
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import page


@contacts.get("/letters/to-print")
@needs(Permission.LOG_CONTACTS)
def list_print_queue() -> Any:
    """What waits, the oldest first. "Printed and posted" is pressed here, and says by whom."""
    actor = current_actor()
    waiting = letters_to_print(actor)
    record_read("list_print_queue", actor, shown=sorted({each.person.id for each in waiting}))
    return page("contacts/list_print_queue.html", rows=print_rows((each.letter, each.person) for each in waiting))
