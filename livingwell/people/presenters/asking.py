"""Questions to another team: what its lead sees, and what the team that asked sees."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from livingwell.core.clock import in_london
from livingwell.core.dates import long_date
from livingwell.core.identifiers import nhs_number_spaced
from livingwell.people.models import KnownElsewhere
from livingwell.people.presenters.listing import Identity


@dataclass(frozen=True)
class ToAnswer:
    """For the lead of the team that may know the person: what was typed beside who is on record."""

    id: UUID
    asked: str
    typed: tuple[tuple[str, str], ...]
    referral: str
    who: Identity

    @classmethod
    def of(cls, request: KnownElsewhere) -> "ToAnswer":
        on = long_date(in_london(request.created_at).date())
        return cls(
            id=request.id,
            asked=f"{request.asked_by.name}, {request.asking_team.name}, asked on {on}",
            typed=tuple(_typed(request.given_details)),
            referral=f"Referred by {request.referred_by} on {long_date(request.referred_on)}",
            who=Identity.of(request.person),
        )


@dataclass(frozen=True)
class Asked:
    """For the team that asked: what it typed itself, and the answer. Nothing of anybody on record."""

    id: UUID
    typed: tuple[tuple[str, str], ...]
    state: str
    may_register: bool
    confirmed_person_id: UUID | None

    @classmethod
    def of(cls, request: KnownElsewhere) -> "Asked":
        return cls(
            id=request.id,
            typed=tuple(_typed(request.given_details)),
            state=_state(request),
            may_register=request.is_same_person is False,
            confirmed_person_id=request.person_id if request.is_same_person else None,
        )


def typed_before(request: KnownElsewhere) -> dict[str, Any]:
    """What the form is filled with to register somebody after all: by the names of its fields."""
    given = {**request.given_details, "born_on": date.fromisoformat(request.given_details["born_on"])}
    source, _, source_name = request.referred_by.partition(": ")
    return {
        **given,
        "team_id": str(request.asking_team_id),
        "referred_on": request.referred_on,
        "source": source,
        "source_name": source_name,
        "reason": request.referral_reason,
    }


def _typed(given: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        ("Name", f"{given['preferred_name']} {given['family_name']}"),
        ("Born", long_date(date.fromisoformat(given["born_on"]))),
        ("NHS number", nhs_number_spaced(given.get("nhs_number")) or "none given"),
    ]


def _state(request: KnownElsewhere) -> str:
    if request.answered_at is None:
        on = long_date(in_london(request.created_at).date())
        return f"{request.asked_by.name} asked {request.knowing_team.name} on {on}. No answer yet"
    who = request.answered_by.name if request.answered_by else request.knowing_team.name
    on = long_date(in_london(request.answered_at).date())
    if request.is_same_person:
        return f"{who} said on {on}: it is the same person. They have a referral with your team now"
    return f"{who} said on {on}: it is somebody else. Register them as a new person"
