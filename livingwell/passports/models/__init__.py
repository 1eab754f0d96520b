"""The passport: what it says, who was shown it, and where it spared the person saying it again."""

from livingwell.passports.models.passport import (
    HowWritten,
    Passport,
    PassportLine,
    PassportPart,
    Section,
)
from livingwell.passports.models.piece import PassportPiece, PassportRemoval, PieceKind
from livingwell.passports.models.share import (
    PassportShare,
    ShareLasting,
    ShareOpening,
    ShareStop,
    WhyStopped,
    hash_of,
)
from livingwell.passports.models.standing import Standing, standing_in
from livingwell.passports.models.use import PassportUse, UsedIn

__all__ = [
    "HowWritten",
    "Passport",
    "PassportLine",
    "PassportPart",
    "PassportPiece",
    "PassportRemoval",
    "PassportShare",
    "PassportUse",
    "PieceKind",
    "Section",
    "ShareLasting",
    "ShareOpening",
    "ShareStop",
    "Standing",
    "UsedIn",
    "WhyStopped",
    "hash_of",
    "standing_in",
]
