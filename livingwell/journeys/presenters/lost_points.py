"""What must be true first: each point as the record shows it, or as a named person answered it."""

from collections.abc import Callable, Mapping

from livingwell.contacts.models import AsAsked
from livingwell.contacts.presenters.naming import Named
from livingwell.contacts.presenters.ways import wanted
from livingwell.core.clock import in_london
from livingwell.core.dates import long_date
from livingwell.core.text import possessive
from livingwell.journeys.models import ClosureAnswer, ClosurePoint
from livingwell.journeys.models.lost_contact import IN_WORDS, LostContact
from livingwell.journeys.models.readiness import Stands
from livingwell.journeys.presenters.ending_words import CLAIMS
from livingwell.journeys.presenters.readiness import WORDS, ReadyLine

Answers = Mapping[ClosurePoint, ClosureAnswer]
Address = Callable[[ClosurePoint], str]


def lost_points(facts: LostContact, answers: Answers, named: Named, address: Address) -> tuple[ReadyLine, ...]:
    """The points of the list, what the record knows first."""
    return (
        _way_used(facts, answers, named, address),
        _adjustments(facts, answers, named, address),
        _two_ways(facts, named),
        _view(facts),
        _way_back(facts, named),
        *(_in_words(point, answers, named, address) for point in IN_WORDS),
    )


def _line(stands: Stands, claim: str, shows: str, action: str = "", href: str = "") -> ReadyLine:
    return ReadyLine(stands.value, WORDS[stands], claim, shows, action if href else "", href)


def _way_used(facts: LostContact, answers: Answers, named: Named, address: Address) -> ReadyLine:
    tries = [each for each in facts.contacts if each.is_try]
    total, as_asked = sum(each.count for each in tries), sum(each.count for each in tries if not each.is_lapse)
    claim = f"{_capital(named.their)} way was used each time"
    if not total:
        return _line(Stands.OPEN, claim, "No contact is on record yet.")
    before = sum(each.count for each in tries if each.as_asked is AsAsked.BEFORE_WE_ASKED)
    shows = f"{as_asked} of {total} contacts as {named.they} asked." + (f" {before} before we asked." if before else "")
    if as_asked == total:
        return _line(Stands.DONE, claim, shows)
    return _or_answered(claim, shows, answers, named, address)


def _adjustments(facts: LostContact, answers: Answers, named: Named, address: Address) -> ReadyLine:
    claim = f"{_capital(named.their)} adjustments were met"
    if not facts.unmet:
        return _line(Stands.DONE, claim, "None was missed, as far as the record shows.")
    times = "once" if facts.unmet == 1 else f"{facts.unmet} times"
    return _or_answered(claim, f"Not met {times}.", answers, named, address)


def _or_answered(claim: str, shows: str, answers: Answers, named: Named, address: Address) -> ReadyLine:
    """Where the record shows a lapse: done once somebody has said what we changed and tried again."""
    point = ClosurePoint.CHANGED_AND_TRIED
    answer = answers.get(point)
    if answer is None:
        return _line(Stands.NOT_DONE, claim, shows, "Say what we changed and tried again", address(point))
    return _line(Stands.DONE, claim, f"{shows} {_signed(answer)}", "Say more", address(point))


def _two_ways(facts: LostContact, named: Named) -> ReadyLine:
    claim = f"Two ways tried as {named.they} asked, one in person or through somebody trusted"
    if not facts.ways_tried:
        return _line(Stands.NOT_DONE, claim, "None since.")
    shows = f"{_capital(wanted(facts.ways_tried))}." + ("" if facts.is_tried_in_person else " Nobody went in person.")
    if not facts.is_their_way_tried:
        shows += f" Not yet {wanted(facts.best_ways, 'or')}, which {named.they} liked best."
    is_done = len(facts.ways_tried) > 1 and facts.is_tried_in_person and facts.is_their_way_tried
    return _line(Stands.DONE if is_done else Stands.HALF, claim, shows)


def _view(facts: LostContact) -> ReadyLine:
    claim = "A lived-experience view is recorded"
    if facts.is_view_recorded and facts.viewed_at:
        return _line(Stands.DONE, claim, f"On {_on(facts)}, in a discussion.")
    shows = f"The last one, of {_on(facts)}, is from before." if facts.viewed_at else "None yet."
    return _line(Stands.OPEN, claim, shows)


def _way_back(facts: LostContact, named: Named) -> ReadyLine:
    claim = f"How {named.name} can come back is written down"
    stands = Stands.DONE if facts.has_way_back else Stands.NOT_DONE
    return _line(stands, claim, f"It goes into {possessive(named.name)} letter." if facts.has_way_back else "Not yet.")


def _in_words(point: ClosurePoint, answers: Answers, named: Named, address: Address) -> ReadyLine:
    claim, answer = CLAIMS[point].format(name=named.name), answers.get(point)
    if answer is None:
        return _line(Stands.OPEN, claim, "Nobody has answered yet.", "Answer", address(point))
    return _line(Stands.DONE, claim, _signed(answer), "Say more", address(point))


def _signed(answer: ClosureAnswer) -> str:
    on = long_date(in_london(answer.created_at).date())
    return f"{answer.words} {answer.written_by}, {on}."


def _on(facts: LostContact) -> str:
    return long_date(in_london(facts.viewed_at).date()) if facts.viewed_at else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
