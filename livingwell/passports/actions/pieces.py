"""Putting a picture or a recording into the passport, and taking it out."""

from dataclasses import asdict
from uuid import UUID

from livingwell.audit import record
from livingwell.core.actor import Actor
from livingwell.core.atomic import atomic
from livingwell.core.errors import Conflict
from livingwell.extensions import db
from livingwell.passports import policy
from livingwell.passports.actions.changing import passport_to_change
from livingwell.passports.commands import AddPiece
from livingwell.passports.models import PassportPiece, PassportRemoval
from livingwell.passports.models.piece import MOST_PIECES
from livingwell.passports.queries.passport import passport_now, piece_of
from livingwell.people.actions.arriving import note_arrival


@atomic()
def add_piece(person_id: UUID, command: AddPiece, actor: Actor) -> PassportPiece:
    """Put it beside the lines of its section. Raises Conflict where the section has as many as one can look through."""
    policy.require_change(actor, person_id)
    policy.require_honest(actor, command.how_written)
    passport = passport_to_change(person_id)
    if len(passport_now(person_id).pieces_in(command.section)) >= MOST_PIECES:
        raise Conflict(f"There are {MOST_PIECES} pictures and recordings here already. Take one out first.")
    piece = PassportPiece(person_id=person_id, number=passport.next_number(), **asdict(command))
    piece.sign(actor)
    db.session.add(piece)
    db.session.flush()
    note_arrival(person_id, "passport.change", piece.words, actor, piece.id)
    record("add_to_passport", actor, person_id)
    return piece


@atomic()
def remove_piece(person_id: UUID, piece_id: UUID, actor: Actor) -> None:
    """Take it out. Earlier versions still show it, to the person and the team; no link does. Twice is once."""
    policy.require_change(actor, person_id)
    passport = passport_to_change(person_id)
    piece = piece_of(person_id, piece_id)
    if passport_now(person_id).piece(piece.id) is None:
        return
    removal = PassportRemoval(person_id=person_id, piece_id=piece.id, number=passport.next_number())
    removal.sign(actor)
    db.session.add(removal)
    record("take_out_of_passport", actor, person_id)
