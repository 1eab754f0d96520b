"""The columns of a caseload file, however their headings are spaced and in whatever order."""

from collections import Counter
from collections.abc import Mapping, Sequence

from livingwell.core.errors import Invalid

NHS_NUMBER = "NHS Number"
FORENAME = "Forename"
SURNAME = "Surname"
KNOWN_AS = "Known As"
PRONOUNS = "Pronouns"
BORN_ON = "DOB"
POSTCODE = "Postcode"
MOBILE = "Mobile"
EMAIL = "Email"
GP_PRACTICE = "GP Practice Code"
REFERRED_ON = "Referral Received"
REFERRED_BY = "Referral Source"
REASON = "Reason for Referral"
KEY_WORKER = "Key Worker"
COMMS_NEEDS = "Comms Needs"

NEEDED = (NHS_NUMBER, FORENAME, SURNAME, BORN_ON, REFERRED_ON, REFERRED_BY, REASON)
OPTIONAL = (KNOWN_AS, PRONOUNS, POSTCODE, MOBILE, EMAIL, GP_PRACTICE, KEY_WORKER, COMMS_NEEDS)


def places_of(header: Sequence[str]) -> Mapping[str, int]:
    """Where each column that we know stands.

    Raises Invalid, with the columns' names, where one that is needed is missing or one that we know is there
    twice: nobody could say which to believe.
    """
    folded = [_folded(cell) for cell in header]
    counts = Counter(folded)
    twice = [name for name in (*NEEDED, *OPTIONAL) if counts[_folded(name)] > 1]
    if twice:
        raise Invalid({"file": f"The file has the column {_listed(twice)} more than once. Keep one of them."})
    missing = [name for name in NEEDED if not counts[_folded(name)]]
    if missing:
        raise Invalid({"file": f"The file has no column {_listed(missing)}. Add it, then choose the file again."})
    return {name: folded.index(_folded(name)) for name in (*NEEDED, *OPTIONAL) if counts[_folded(name)]}


def not_used(header: Sequence[str]) -> list[str]:
    """The headings that we don't know: their cells stay behind."""
    known = {_folded(name) for name in (*NEEDED, *OPTIONAL)}
    return [cell.strip() for cell in header if cell.strip() and _folded(cell) not in known]


def _folded(heading: str) -> str:
    return "".join(c for c in heading.casefold() if c.isalnum())


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)
