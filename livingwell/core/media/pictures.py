"""A picture that somebody sent becomes a new one: same look, none of the bytes.

The kind is read from the content, never from the name. What is kept is drawn anew from the decoded picture, so that no
script, no second file hidden in the first, and no place or camera noted beside it comes along.
"""

from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from typing import IO, TYPE_CHECKING

from livingwell.core.media.reading import BROKEN, MEGABYTE, MOVING, TOO_BIG, WRONG_KIND, Unusable, read_at_most
from livingwell.core.media.store import keep_file

if TYPE_CHECKING:
    from PIL.Image import Image

PICTURE_TYPE = "image/jpeg"
"""The type of every picture that is kept: every phone shows it."""

LARGEST_PICTURE = 20 * MEGABYTE
LARGE, SMALL = 1600, 400  # pixels, of the longer side

_KINDS = ("JPEG", "PNG", "WEBP", "HEIF")
_PLAIN = ("RGB", "RGBA", "L", "LA", "CMYK")  # of whose pixels a mean can be taken
_MOST_PIXELS = 50_000_000  # the largest picture that a phone takes by itself has 48.8 million
_QUALITY = 82

_one_at_a_time = Lock()
"""Fifty million pixels are 200 MB while they are read: never two at once in one process."""


@dataclass(frozen=True)
class KeptPicture:
    """The names of the picture and of its small copy in the store, and its size in pixels."""

    name: str
    small_name: str
    width: int
    height: int


def keep_picture(stream: IO[bytes]) -> KeptPicture:
    """Keep a JPEG, PNG, WebP or HEIC picture as two JPEGs. Raises Unusable for anything else.

    Slow: call it before the action that files the names, not inside.
    """
    content = read_at_most(stream, LARGEST_PICTURE)
    with _one_at_a_time:
        picture = _drawn_anew(content)
        large, small = _copy(picture, LARGE), _copy(picture, SMALL)
    return KeptPicture(keep_file(_jpeg(large)), keep_file(_jpeg(small)), *large.size)


def _drawn_anew(content: bytes) -> "Image":
    """The picture upright, on white where it was see-through. Whatever goes wrong in a decoder is a broken picture."""
    from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError
    from pillow_heif import register_heif_opener

    register_heif_opener()
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # making a PDF turns it on, for the whole process
    try:
        with Image.open(BytesIO(content), formats=_KINDS) as opened:
            _require_drawable(opened)
            plain = opened if opened.mode in _PLAIN else opened.convert("RGBA")
            plain.thumbnail((LARGE, LARGE))  # before anything is copied: a large one fills the memory once
            return _on_white(ImageOps.exif_transpose(plain))
    except UnidentifiedImageError:
        raise Unusable(WRONG_KIND) from None
    except Image.DecompressionBombError:
        raise Unusable(TOO_BIG) from None
    except Unusable:
        raise
    except Exception:
        raise Unusable(BROKEN) from None


def _require_drawable(opened: "Image") -> None:
    """Refuse, before a pixel is decoded, what would fill the memory or moves.

    A JPEG or HEIC with several pictures in it is a phone's way to keep depth or brightness: its first is shown.
    """
    if opened.width * opened.height > _MOST_PIXELS:
        raise Unusable(TOO_BIG)
    if opened.format in ("PNG", "WEBP") and getattr(opened, "is_animated", False):
        raise Unusable(MOVING)


def _on_white(picture: "Image") -> "Image":
    """A new picture with the same pixels and nothing else: notes and profiles stay with the old one."""
    from PIL import Image

    clean = Image.new("RGB", picture.size, "white")
    if picture.has_transparency_data:
        see_through = picture.convert("RGBA")
        clean.paste(see_through, mask=see_through.getchannel("A"))
    else:
        clean.paste(picture.convert("RGB"))
    return clean


def _copy(picture: "Image", longest: int) -> "Image":
    copy = picture.copy()
    copy.thumbnail((longest, longest))
    return copy


def _jpeg(picture: "Image") -> bytes:
    written = BytesIO()
    picture.save(written, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    return written.getvalue()
