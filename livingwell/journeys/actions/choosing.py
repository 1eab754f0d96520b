"""What the person would like most, and what they choose. Nobody chooses for them."""

from datetime import date

from livingwell.careplans.models import HowSaid
from livingwell.core.actor import Actor, Side
from livingwell.core.atomic import atomic
from livingwell.core.clock import today
from livingwell.core.dates import long_date
from livingwell.core.errors import Conflict, Invalid, Stale
from livingwell.core.text import clean
from livingwell.journeys.actions.changing import arrive, changing, note_told
from livingwell.journeys.commands import COULD_NOT_ASK, ChoiceCommand, OrderCommand, Told
from livingwell.journeys.models import Choice, Destination, DestinationChoice, OnwardJourney
from livingwell.people.actions.arriving import note_arrival


@atomic()
def put_options_in_order(journey: OnwardJourney, command: OrderCommand, actor: Actor) -> None:
    """The options as the person would like them most.

    Raises Stale, with the order that stands, where somebody else put them in order first; Invalid where a member does
    not say how the person told it.
    """
    with changing("put_options_in_order", journey, actor) as journey:
        if command.seen not in (None, journey.order_number):
            raise Stale(_in_lines(journey), row_version=journey.order_number)
        told = Told(today(), HowSaid.ON_THIS_SCREEN) if actor.side is Side.PERSON else command.told
        if told is None:
            raise Invalid({"how": "Choose how the person told you."})
        _number(journey, command)
        note_told(journey, journey.id, told, actor)
        note_arrival(journey.person_id, "onward.order", _in_lines(journey), actor, journey.id)


@atomic()
def choose(journey: OnwardJourney, option: Destination, command: ChoiceCommand, actor: Actor) -> DestinationChoice:
    """Write down what the person says to an option: chosen, not now, no. A change of mind is a new row.

    Raises Stale where something was written down since the page was read, Invalid where a member does not say how the
    person told it, or would choose for them.
    """
    with changing("choose_destination", journey, actor) as journey:
        option = journey.option(option.id)
        if command.seen not in (None, option.last_number):
            raise _stale(option.choices[-1])
        row = _answer(option, command) if actor.side is Side.TEAM else _own_answer(option, command)
        row.person_id, row.number = journey.person_id, option.last_number + 1
        row.sign(actor)
        option.choices.append(row)
        arrive(row, f"onward.{row.said.value}", f"{option.name}\n{row.why}".strip(), actor)
    return row


def _stale(last: DestinationChoice) -> Stale:
    """Somebody wrote this down since."""
    says = last.said.value if last.is_persons else COULD_NOT_ASK
    return Stale({"says": says, "why": last.why}, row_version=last.number, row_id=last.id)


def _number(journey: OnwardJourney, command: OrderCommand) -> None:
    options = [journey.option(option_id) for option_id in command.option_ids]
    if len(set(command.option_ids)) != len(options):
        raise Conflict("Give each option one place.")
    for place, option in enumerate(options, start=1):
        option.preference = place


def _in_lines(journey: OnwardJourney) -> str:
    return "\n".join(f"{option.preference}. {option.name}" for option in journey.options if option.preference)


def _own_answer(option: Destination, command: ChoiceCommand) -> DestinationChoice:
    return DestinationChoice(said=command.said, is_persons=True, chosen_on=today(), why=clean(command.why))


def _answer(option: Destination, command: ChoiceCommand) -> DestinationChoice:
    _require_day(option, command.on)
    if command.is_persons and command.how is None:
        raise Invalid({"how": "Choose how the person told you."})
    if not command.is_persons:
        _require_no_choice(command)
    return DestinationChoice(
        said=command.said,
        is_persons=command.is_persons,
        how=command.how if command.is_persons else None,
        why=clean(command.why),
        chosen_on=command.on,
    )


def _require_day(option: Destination, on: date) -> None:
    if on > today():
        raise Invalid({"on": "The date must be today or in the past."})
    if option.answer is not None and on < option.answer.chosen_on:
        raise Invalid({"on": f"They said something later, on {long_date(option.answer.chosen_on)}. That one stands."})


def _require_no_choice(command: ChoiceCommand) -> None:
    if command.said is not Choice.NOT_NOW:
        raise Invalid({"said": "Only the person chooses. Write down that you could not ask yet, and why."})
    if not clean(command.why):
        raise Invalid({"why": "Say why you could not ask yet."})
