"""An address as a QR code, drawn by the page itself."""

from dataclasses import dataclass

import segno


@dataclass(frozen=True)
class QrCode:
    """An address as squares that a phone reads: the outline of the dark ones, in a square of `size` units."""

    size: int
    path: str

    @classmethod
    def of(cls, address: str) -> "QrCode":
        """With the quiet margin of four squares that the standard (ISO/IEC 18004) asks for."""
        rows = [list(row) for row in segno.make(address, error="m", micro=False).matrix_iter(border=4)]
        dark = ((x, y) for y, row in enumerate(rows) for x, square in enumerate(row) if square)
        return cls(len(rows), "".join(f"M{x} {y}h1v1h-1z" for x, y in dark))
