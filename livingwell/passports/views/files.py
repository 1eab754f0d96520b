"""The pictures and recordings of a passport, as they are sent to whoever may see it."""

from flask import Response

from livingwell.core.errors import NotFound
from livingwell.core.media.pictures import PICTURE_TYPE
from livingwell.core.media.recordings import RECORDING_TYPE
from livingwell.core.media.store import file_kept
from livingwell.passports.models import PassportPiece, PieceKind
from livingwell.web.media import send_media


def send_piece(piece: PassportPiece, size: str) -> Response:
    """The file, or a picture's small copy. Raises NotFound for a small recording: there is none."""
    if piece.kind is PieceKind.PICTURE:
        return send_media(file_kept(piece.file if size == "large" else piece.small_file), PICTURE_TYPE)
    if size == "small":
        raise NotFound
    return send_media(file_kept(piece.file), RECORDING_TYPE)
