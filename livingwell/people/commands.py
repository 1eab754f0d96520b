"""What a form or an import hands to an action: complete, and frozen."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


@dataclass(frozen=True)
class Details:
    """Who a person is and how to get in touch. The fields have the names of Person's columns."""

    preferred_name: str
    given_name: str
    family_name: str
    born_on: date
    pronouns: str = ""
    nhs_number: str | None = None
    nhs_number_to_check: str = ""
    mobile: str = ""
    email: str = ""
    address: str = ""
    postcode: str = ""
    gp_practice: str = ""
    language: str = ""
    interpreter: str = ""


@dataclass(frozen=True)
class Referral:
    """By whom somebody was referred, why, when, and to which team."""

    team_id: UUID
    referred_on: date
    referred_by: str
    reason: str = ""


@dataclass(frozen=True)
class RegisterPerson:
    """Somebody new, and the referral that brought them."""

    details: Details
    referral: Referral


class Decision(StrEnum):
    """What somebody who registers a person says about people who may be the same."""

    SAME = "same"
    ASK = "ask"
    SOMEBODY_ELSE = "somebody-else"


@dataclass(frozen=True)
class Answer:
    """The answer to a question about just these matches (`about`), and who it is, where it is one of them."""

    about: str = ""
    decision: Decision | None = None
    person_id: UUID | None = None


@dataclass(frozen=True)
class EditDetails:
    """Details as they should read, and the version of the record that they were written for."""

    details: Details
    row_version: int | None


@dataclass(frozen=True)
class TurnAway:
    """What a discussion that turns a referral away must say: who helps instead, who tells the person, the way back."""

    helped_instead_by: str
    told_by: str
    way_back: str


@dataclass(frozen=True)
class LimitRecord:
    """Who still sees a record, and why nobody else does."""

    account_ids: frozenset[UUID]
    reason: str


@dataclass(frozen=True)
class RecordDeath:
    """Who told us that somebody has died, when, and on which day it was, where anybody said."""

    told_by: str
    told_on: date
    died_on: date | None = None
