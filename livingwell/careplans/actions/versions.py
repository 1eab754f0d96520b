"""Numbering versions, the person's answer to one, and staff sign-off."""

from datetime import date

from livingwell.audit import record
from livingwell.careplans import policy
from livingwell.careplans.actions.changing import Allow
from livingwell.careplans.commands import AnswerCommand, LineNo
from livingwell.careplans.models import Agreement, Answer, CarePlan, NotRight, PlanVersion, SignOff, VersionReason
from livingwell.careplans.models.differences import changed_lines
from livingwell.careplans.models.seen import as_the_person_sees
from livingwell.careplans.models.snapshot import digest_of, from_json, snapshot_of, to_json
from livingwell.careplans.queries.numbers import next_version_number
from livingwell.careplans.queries.plans import plan_for_change
from livingwell.careplans.queries.versions import latest_version, version_for_change
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Invalid
from livingwell.core.text import require_words
from livingwell.extensions import db
from livingwell.people.actions.arriving import note_arrival


@atomic()
def ask_agreement(plan: CarePlan, actor: Actor) -> PlanVersion:
    """The version that the person is asked about: a new one, or the last where nothing has changed since.

    Raises Conflict where there is nothing in the plan to ask about.
    """
    return _version_as_it_stands(plan, VersionReason.ASKED, actor)


@atomic()
def number_version_for_discussion(plan: CarePlan, actor: Actor) -> PlanVersion | None:
    """The version that a discussion leaves behind, or none where it changed nothing in the plan."""
    latest = latest_version(plan.id)
    version = _version_as_it_stands(plan, VersionReason.DISCUSSION, actor)
    return None if latest is not None and version.id == latest.id else version


@atomic()
def record_agreement(version: PlanVersion, command: AnswerCommand, actor: Actor) -> Agreement:
    """Write down the person's answer to a version, or why nobody could ask and by when somebody will.

    Only a yes ends what they said no to line by line. Raises Conflict where this says the same again, Invalid where
    something is missing.
    """
    policy.require_part(actor, version.person_id)
    if command.on > today():
        raise Invalid({"on": "The date must be today or in the past."})
    version = version_for_change(version.id)
    agreement = Agreement(
        answer=command.answer,
        answered_on=command.on,
        how=command.how,
        words=command.words,
        not_right=command.not_right if command.answer is Answer.NO else "",
        why_not_asked=command.why_not_asked if command.answer is Answer.COULD_NOT_ASK else "",
        ask_by=command.ask_by if command.answer is Answer.COULD_NOT_ASK else None,
        answered_by=command.answered_by,
    )
    agreement.sign(actor)
    _refuse_twice(version, agreement)
    version.take(agreement)
    db.session.flush()
    for no in command.lines:
        db.session.add(_not_right(agreement, version, no, actor))
    note_arrival(version.person_id, *_arrives(agreement), actor, agreement.id)
    record("record_agreement", actor, version.person_id)
    return agreement


def _arrives(agreement: Agreement) -> tuple[str, str]:
    """The kind and the words of what arrives. A yes and a no stand before the person's words, not yet is a kind."""
    if agreement.is_not_yet:
        return "plan.not_yet", agreement.words
    said = agreement.words or agreement.not_right
    return "plan.answer", f"{agreement.answer.value.capitalize()} {said}".strip()


def _not_right(agreement: Agreement, version: PlanVersion, no: LineNo, actor: Actor) -> NotRight:
    line = NotRight(
        person_id=version.person_id,
        plan_id=version.plan_id,
        agreement_id=agreement.id,
        line_kind=no.line_kind,
        line_id=no.line_id,
        why=require_words(no.why, "why", "Say what isn’t right."),
    )
    line.sign(actor)
    return line


@atomic()
def answer_as_read(plan: CarePlan, seen: str, command: AnswerCommand, actor: Actor) -> Agreement:
    """Write down an answer that the person gave to the plan as the page showed it (`seen`, its digest).

    Raises Conflict where the plan changed while they were reading.
    """
    version = version_to_answer(plan, actor)
    if digest_of(as_the_person_sees(plan_for_change(plan.id))) != seen:
        raise Conflict("The plan changed while this page was open. Read it again, then answer.")
    return record_agreement(version, command, actor)


def version_to_answer(plan: CarePlan, actor: Actor) -> PlanVersion:
    """The version that an answer is to, for a member or the person themself: the plan as it stands now."""
    return _version_as_it_stands(plan, VersionReason.ASKED, actor, policy.require_part)


@atomic()
def sign_off(version: PlanVersion, actor: Actor, on: date | None = None) -> SignOff:
    """Sign a version off as a member of staff. Raises Conflict where this member has already."""
    policy.require_change(actor, version.person_id)
    version = version_for_change(version.id)
    if any(each.written_by_id == actor.account_id for each in version.sign_offs):
        raise Conflict("You signed this version off already.")
    signed = SignOff(person_id=version.person_id, signed_on=on or today())
    signed.sign(actor)
    version.sign_offs.append(signed)
    record("sign_off", actor, version.person_id)
    return signed


def _version_as_it_stands(
    plan: CarePlan, why: VersionReason, actor: Actor, allow: Allow = policy.require_change
) -> PlanVersion:
    allow(actor, plan.person_id)
    plan = plan_for_change(plan.id)
    plan.require_open()
    now_stands = snapshot_of(plan)
    if not (now_stands.goals or now_stands.statements):
        raise Conflict("There is nothing in the plan yet. Start with what matters to the person.")
    latest = latest_version(plan.id)
    if latest is not None and not changed_lines(from_json(latest.snapshot), now_stands):
        return latest
    version = PlanVersion(
        person_id=plan.person_id,
        plan_id=plan.id,
        number=next_version_number(plan.id),
        why=why,
        made_on=today(),
        snapshot=to_json(now_stands),
        agreements=[],
        sign_offs=[],
    )
    version.sign(actor)
    db.session.add(version)
    record(f"number_version_{why}", actor, plan.person_id)
    return version


def _refuse_twice(version: PlanVersion, agreement: Agreement) -> None:
    """A form that is sent twice leaves one answer."""
    last = version.agreement
    if last and (last.answer, last.answered_on, last.words, last.not_right, last.written_by_id) == (
        agreement.answer,
        agreement.answered_on,
        agreement.words,
        agreement.not_right,
        agreement.written_by_id,
    ):
        raise Conflict("This answer was written down already.")
