"""What tells one showing of a part from another, so that a screen swaps only what changed."""

import hashlib


def stamp_of(part: object) -> str:
    """A short digest of what a part shows. The part must be frozen, and made of text, numbers and dates."""
    return hashlib.sha256(repr(part).encode()).hexdigest()[:12]
