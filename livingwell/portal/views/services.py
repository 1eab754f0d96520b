"""Places and groups: looking for them, and reading about one.

What is looked for is posted: on a phone that others use too, it is in no address and no history.
"""

from typing import Any
from uuid import UUID

from flask import Response, request

from livingwell.core.clock import today
from livingwell.directory.queries.courses import courses_of
from livingwell.directory.queries.features import opinions_of, words_said
from livingwell.directory.queries.search import services_found
from livingwell.directory.queries.services import PAGE, service_of
from livingwell.people.models import Person
from livingwell.people.own_door import own_door
from livingwell.portal.forms.services import FindForm
from livingwell.portal.presenters.services import my_service, service_lines
from livingwell.portal.views.blueprint import portal
from livingwell.web.guards import only_reads
from livingwell.web.page import page
from livingwell.web.paging import page_number


@portal.get("/my/services")
@own_door
def show_services(person: Person) -> Response:
    """The question, and nothing found yet."""
    return page("portal/services/find_services.html", form=FindForm(), found=None)


@portal.post("/my/services")
@only_reads
@own_door
def find_services(person: Person) -> Response:
    """What fits, or everything by name."""
    form = FindForm()
    if not form.validate():
        return page("portal/services/find_services.html", form=form, found=None, status=form.status)
    number = page_number(request.form.get("page", ""))
    found = services_found(form.sought(), number)
    return page(
        "portal/services/find_services.html",
        form=form,
        found=service_lines(found.rows),
        count=found.count,
        page_number=number,
        has_more=number * PAGE < found.count,
    )


@portal.get("/my/services/<uuid:service_id>")
@own_door
def show_service(person: Person, service_id: UUID) -> Any:
    """One of them."""
    service = service_of(service_id)
    opinions = opinions_of([service_id]).get(service_id, {})
    told = my_service(service, opinions, words_said(service_id), courses_of(service_id), today())
    return page("portal/services/show_service.html", service=told)
