"""A picture is checked by what it holds, and made anew."""

from io import BytesIO

import pytest
from PIL import Image, ImageFile

from livingwell.core.media import pictures
from livingwell.core.media.pictures import LARGE, SMALL, KeptPicture, keep_picture
from livingwell.core.media.reading import Unusable
from livingwell.core.media.store import file_kept
from tests.harness.media import bomb, exif, heic_picture, moving_picture, picture


def keep(content: bytes) -> KeptPicture:
    return keep_picture(BytesIO(content))


def drawn(name: str) -> Image.Image:
    return Image.open(BytesIO(file_kept(name)))


def refusal(content: bytes) -> str:
    with pytest.raises(Unusable) as refused:
        keep(content)
    return refused.value.why


@pytest.mark.parametrize("content", [picture("JPEG"), picture("PNG"), picture("WEBP"), heic_picture()])
@pytest.mark.usefixtures("file_folder")
def test_each_kind_that_a_phone_takes_becomes_a_jpeg(content):
    kept = keep(content)
    large = drawn(kept.name)
    assert large.format == "JPEG"
    assert large.size == (kept.width, kept.height)
    red, _green, blue = large.getpixel((large.width - 5, 5))
    assert red > 200
    assert blue < 60


@pytest.mark.usefixtures("file_folder")
def test_there_is_a_large_and_a_small_one():
    kept = keep(picture("PNG", (3000, 1500)))
    assert drawn(kept.name).size == (LARGE, LARGE // 2)
    assert drawn(kept.small_name).size == (SMALL, SMALL // 2)


@pytest.mark.parametrize(
    "content",
    [
        picture("JPEG", exif=exif(), comment=b"Camera of Amara", xmp=b"<x>Camera of Amara</x>"),
        picture("PNG", exif=exif()),
        picture("WEBP", exif=exif(), xmp=b"<x>Camera of Amara</x>"),
        heic_picture(exif=exif()),
    ],
)
@pytest.mark.usefixtures("file_folder")
def test_where_and_with_what_it_was_taken_is_not_kept(content):
    assert b"Camera of Amara" in content
    kept = keep(content)
    for name in (kept.name, kept.small_name):
        assert b"Amara" not in file_kept(name)
        assert not drawn(name).getexif()
        assert set(drawn(name).info) <= {
            "jfif",
            "jfif_version",
            "jfif_unit",
            "jfif_density",
            "progressive",
            "progression",
        }


@pytest.mark.usefixtures("file_folder")
def test_it_stands_upright_however_the_phone_was_held():
    kept = keep(picture("JPEG", (60, 40), exif=exif(orientation=6)))
    upright = drawn(kept.name)
    assert upright.size == (40, 60)
    assert upright.getpixel((20, 5))[2] > 200, "the blue half is at the top"


@pytest.mark.usefixtures("file_folder")
def test_what_was_see_through_is_white():
    see_through = BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(see_through, "PNG")
    assert drawn(keep(see_through.getvalue()).name).getpixel((10, 10)) == (255, 255, 255)


@pytest.mark.parametrize(
    "hidden", [b"<script>alert(1)</script>", b"PK\x03\x04 a second file", b"<?php system($_GET[0]); ?>"]
)
@pytest.mark.usefixtures("file_folder")
def test_what_hides_behind_a_picture_or_in_its_notes_is_not_kept(hidden):
    for content in (picture("PNG") + hidden, picture("JPEG", comment=hidden), picture("JPEG") + hidden):
        kept = keep(content)
        assert hidden not in file_kept(kept.name) + file_kept(kept.small_name)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<html><script>alert(1)</script>",
        b"%PDF-1.7",
        b"GIF89a" + bytes(100),
        picture("GIF"),
        picture("TIFF"),
        picture("BMP"),
        b"\xff\xd8\xff no picture at all",
    ],
)
@pytest.mark.usefixtures("file_folder")
def test_other_kinds_are_refused_whatever_their_name_says(content):
    assert refusal(content) in {"wrong_kind", "broken"}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.usefixtures("file_folder")
def test_half_a_picture_is_refused_also_where_a_pdf_was_made_before(kind, monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    whole = picture(kind, (400, 300))
    assert refusal(whole[: len(whole) // 2]) in {"broken", "wrong_kind"}


@pytest.mark.usefixtures("file_folder")
def test_a_bomb_is_refused_before_it_is_unpacked():
    assert refusal(bomb()) == "too_big"
    assert refusal(bomb(8_000, 7_000)) == "too_big"


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
@pytest.mark.usefixtures("file_folder")
def test_a_picture_that_moves_is_refused(kind):
    assert refusal(moving_picture(kind)) == "moving"


@pytest.mark.usefixtures("file_folder")
def test_a_phone_s_picture_with_a_second_one_inside_shows_its_first():
    kept = keep(moving_picture("MPO"))
    assert drawn(kept.name).getpixel((5, 5))[0] > 200


@pytest.mark.usefixtures("file_folder")
def test_a_file_over_the_limit_is_not_read_to_its_end(monkeypatch):
    monkeypatch.setattr(pictures, "LARGEST_PICTURE", 1000)
    endless = BytesIO(picture("PNG") + bytes(1_000_000))
    with pytest.raises(Unusable, match="too_big"):
        keep_picture(endless)
    assert endless.tell() <= 1001
