"""What is done with a passport. Each is one commit and one audit entry; `passports.commands` has what they are told."""

from livingwell.passports.actions.opening import open_share
from livingwell.passports.actions.pieces import add_piece, remove_piece
from livingwell.passports.actions.sharing import MadeShare, share_passport, stop_share
from livingwell.passports.actions.using import use_line, use_lines_in
from livingwell.passports.actions.writing import write_section

__all__ = [
    "MadeShare",
    "add_piece",
    "open_share",
    "remove_piece",
    "share_passport",
    "stop_share",
    "use_line",
    "use_lines_in",
    "write_section",
]
