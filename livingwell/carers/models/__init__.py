"""Carers and what they may know."""

from livingwell.carers.models.around import Around
from livingwell.carers.models.asking import (
    CARER_MESSAGE_TO_READ,
    SHARING_TO_REVIEW,
    WHO_HELPS_NEVER_ASKED,
    AskedWhoHelps,
    WhoHelps,
)
from livingwell.carers.models.carer import Carer, CarerEvent, CarerEventKind, SomebodyHelped, TheWord
from livingwell.carers.models.note import CarerNote, CarerNoteRead, CarerNoteSay, MayPersonSee
from livingwell.carers.models.offer import CarerOffer, OfferKind, OfferStage
from livingwell.carers.models.sharing import HowTold, Sharing, SharingAgreement, SharingKind, sharing_now

__all__ = [
    "CARER_MESSAGE_TO_READ",
    "SHARING_TO_REVIEW",
    "WHO_HELPS_NEVER_ASKED",
    "Around",
    "AskedWhoHelps",
    "Carer",
    "CarerEvent",
    "CarerEventKind",
    "CarerNote",
    "CarerNoteRead",
    "CarerNoteSay",
    "CarerOffer",
    "HowTold",
    "MayPersonSee",
    "OfferKind",
    "OfferStage",
    "Sharing",
    "SharingAgreement",
    "SharingKind",
    "SomebodyHelped",
    "TheWord",
    "WhoHelps",
    "sharing_now",
]
