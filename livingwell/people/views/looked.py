"""A question from the person about who opened their record: read and answered by a lead."""

from typing import Any
from uuid import UUID

from livingwell.drafts.kept import draft_of
from livingwell.identity.permissions import Permission
from livingwell.people.actions.looked import answer_looked_question as answer
from livingwell.people.actions.looked import require_answers
from livingwell.people.door import door
from livingwell.people.forms.arriving import AnswerForm
from livingwell.people.models import Person
from livingwell.people.presenters.looked import AskedAbout
from livingwell.people.queries.looked import question_of
from livingwell.people.queries.looking import readings
from livingwell.people.saving import form_page, saved
from livingwell.people.views.blueprint import people
from livingwell.web.guards import current_actor
from livingwell.web.page import see


@people.route("/people/<uuid:person_id>/looked-questions/<uuid:looked_question_id>", methods=["GET", "POST"])
@door(Permission.SEE_PEOPLE)
def answer_looked_question(person: Person, looked_question_id: UUID) -> Any:
    """The question, what the record shows of that day and reader, and one box for the answer."""
    require_answers(current_actor(), person.id)
    question = question_of(person.id, looked_question_id)
    form = AnswerForm(name=person.preferred_name)
    draft = draft_of(form, "answer_looked_question", person.id, looked_question_id)
    if saved(form, draft, lambda: answer(person, looked_question_id, form.words.data, current_actor())):
        return see("worklist.show_today", said=f"{person.preferred_name} sees your answer beside the day.")
    of_the_day = readings(person.id, question.looked_on, question.looked_on)
    asked = AskedAbout.of(question, of_the_day, current_actor().account_id)
    return form_page("people/answer_looked_question.html", form, draft, asked=asked)
