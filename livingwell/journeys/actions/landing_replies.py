"""What comes back by text or by a link in an e-mail: an answer where it is clear, else words that a member reads."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from livingwell.adjustments.models import Way
from livingwell.audit import record
from livingwell.contacts.models import Reply
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import now
from livingwell.core.contact import normal_number
from livingwell.core.errors import Conflict, NotFound
from livingwell.extensions import db
from livingwell.identity.models import hash_of_token
from livingwell.journeys.actions.landing import cancel_landing_checks, new_answer, withdraw_questions
from livingwell.journeys.actions.landing_messages import write_back
from livingwell.journeys.landing_commands import AnswerLanding
from livingwell.journeys.landing_words import (
    STOP,
    asks_to_come_back,
    asks_to_stop,
    back_text,
    landed_in,
    thanks_text,
)
from livingwell.journeys.models import Landed, LandingAnswer, LandingAsking, LandingCheck
from livingwell.journeys.queries.landing import check_of, locked_check
from livingwell.journeys.queries.landing_due import answer_to_come_back_from, asking_with, last_text_asking
from livingwell.people.models import Person

BY_TEXT, BY_LINK = "They asked by text not to be asked again.", "They asked by e-mail not to be asked again."


@dataclass(frozen=True)
class QuestionByText:
    """What we last asked the person by text, for whoever files what comes back."""

    asking: LandingAsking
    asked_at: datetime

    def take(self, reply: Reply) -> None:
        """Take the reply as an answer where it is one and nothing else. Otherwise it waits for a member."""
        check = locked_check(self.asking.check_id)
        person = db.session.get_one(Person, check.person_id)
        words_back = _understood(check, person, reply.words)
        if words_back:
            reply.deal_with(None)
            write_back(person, words_back)
            return
        self.asking.reply_id = reply.id
        if asks_to_stop(reply.words):
            cancel_landing_checks(person.id, BY_TEXT, _own(person))


def question_by_text(person_id: UUID, number: str) -> QuestionByText | None:
    """The last question of ours that went to this number, if there was one lately."""
    found = last_text_asking(person_id)
    if found is None or normal_number(found[1]) != number or found[0].asked_at is None:
        return None
    return QuestionByText(found[0], found[0].asked_at)


@atomic()
def press_landing(token: str, pressed: Landed | None) -> LandingAnswer | None:
    """The person's answer to an e-mail, by one press; none: they ask not to be asked again. Good once.

    Raises NotFound for a link that leads nowhere, Conflict for one that was used.
    """
    asking, check, person = _behind(token)
    if asking.pressed_at is not None:
        raise Conflict("This has been answered already. We have your answer. Write to us if it has changed.")
    asking.pressed_at = now()
    if pressed is None:
        cancel_landing_checks(person.id, BY_LINK, _own(person))
        return None
    answer = new_answer(check, AnswerLanding(pressed, way=Way.EMAIL), _own(person))
    record("answer_landing", _own(person), person.id)
    withdraw_questions([check], _own(person))
    return answer


@atomic()
def press_back(token: str) -> None:
    """The person asks to come back, after they said that it is not working. Pressing twice asks once.

    Raises NotFound for a link that leads nowhere, or before it was answered.
    """
    asking, check, person = _behind(token)
    if asking.pressed_at is None or check.answer is None:
        raise NotFound
    check.answer.ask_to_come_back()
    record("ask_to_come_back", _own(person), person.id)


def pressed_in(token: str, answer: str) -> Landed | None:
    """What a link answers, before it is pressed; none for asking no more. Raises NotFound where it leads nowhere."""
    _asking(token)
    if answer == STOP:
        return None
    if answer not in set(Landed):
        raise NotFound
    return Landed(answer)


def pressed_answer(token: str) -> LandingAnswer | None:
    """What the person pressed, or none where they asked not to be asked again. Raises NotFound before they pressed."""
    asking = _asking(token)
    if asking.pressed_at is None:
        raise NotFound
    return check_of(asking.person_id, asking.check_id).answer


def _understood(check: LandingCheck, person: Person, words: str) -> str:
    """What to write back to a text that was understood, or nothing where it was not."""
    unhappy = answer_to_come_back_from(person.id) if asks_to_come_back(words) else None
    if unhappy is not None:
        unhappy.ask_to_come_back()
        return back_text(person.preferred_name)
    landed = landed_in(words, is_about_a_place=check.destination is not None, is_first=check.answer is None)
    if landed is None:
        return ""
    new_answer(check, AnswerLanding(landed, way=Way.TEXT), _own(person))
    return thanks_text(person.preferred_name, landed)


def _behind(token: str) -> tuple[LandingAsking, LandingCheck, Person]:
    """What the link leads to, held so that one press counts."""
    check = locked_check(_asking(token).check_id)
    asking = next(each for each in check.askings if each.token_hash == hash_of_token(token))
    return asking, check, db.session.get_one(Person, check.person_id)


def _asking(token: str) -> LandingAsking:
    asking = asking_with(hash_of_token(token))
    if asking is None:
        raise NotFound
    return asking


def _own(person: Person) -> Actor:
    """Whoever holds the phone or reads the mailbox: taken for the person, as with every reply."""
    return Actor(account_id=None, name=person.name)
