"""A recording is checked by what it holds, and made anew."""

from io import BytesIO

import av
import pytest

from livingwell.core.media import recordings
from livingwell.core.media.reading import Unusable
from livingwell.core.media.recordings import LONGEST_SECONDS, KeptRecording, keep_recording
from livingwell.core.media.store import file_kept
from tests.harness.media import film, picture, recording


def keep(content: bytes) -> KeptRecording:
    return keep_recording(BytesIO(content))


def refusal(content: bytes) -> str:
    with pytest.raises(Unusable) as refused:
        keep(content)
    return refused.value.why


@pytest.mark.parametrize(
    ("kind", "codec"),
    [
        ("ipod", "aac"),
        ("ipod", "alac"),
        ("mp3", "libmp3lame"),
        ("wav", "pcm_s16le"),
        ("ogg", "libopus"),
        ("webm", "libopus"),
        ("3gp", "aac"),
        ("adts", "aac"),
    ],
)
@pytest.mark.usefixtures("file_folder")
def test_each_kind_that_a_phone_or_browser_records_becomes_an_mp3(kind, codec):
    kept = keep(recording(kind, codec, seconds=2))
    assert kept.seconds == 2
    with av.open(BytesIO(file_kept(kept.name))) as opened:
        assert opened.format.name == "mp3"
        assert [(stream.type, stream.channels) for stream in opened.streams] == [("audio", 1)]


@pytest.mark.usefixtures("file_folder")
def test_what_the_phone_noted_beside_it_is_not_kept():
    assert b"by Amara" in recording()
    assert b"by Amara" not in file_kept(keep(recording()).name)


@pytest.mark.usefixtures("file_folder")
def test_of_a_film_only_the_sound_is_kept():
    kept = keep(film(is_silent=False))
    with av.open(BytesIO(file_kept(kept.name))) as opened:
        assert [stream.type for stream in opened.streams] == ["audio"]


@pytest.mark.usefixtures("file_folder")
def test_a_film_without_sound_is_refused():
    assert refusal(film(is_silent=True)) == "silent"


@pytest.mark.usefixtures("file_folder")
def test_two_minutes_are_the_most():
    assert keep(recording("wav", "pcm_s16le", seconds=LONGEST_SECONDS)).seconds == LONGEST_SECONDS
    assert refusal(recording("wav", "pcm_s16le", seconds=LONGEST_SECONDS + 10)) == "too_long"


@pytest.mark.usefixtures("file_folder")
def test_a_small_file_that_unpacks_to_much_more_is_stopped_on_the_way():
    bomb = recording("ogg", "libopus", seconds=300, layout="mono")
    heard = 0
    with pytest.raises(Unusable, match="too_long"), av.open(BytesIO(bomb)) as opened:
        for piece in recordings._heard(opened):
            heard += piece.samples
    assert heard <= 44100 * (LONGEST_SECONDS + 1)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"#!/bin/sh\nrm -rf /\n",
        b"<html><script>alert(1)</script>",
        b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n",
        b"ffconcat version 1.0\nfile /etc/passwd\n",
        b"MThd\x00\x00\x00\x06",
        picture("JPEG"),
    ],
)
@pytest.mark.usefixtures("file_folder")
def test_other_kinds_are_refused_whatever_their_name_says(content):
    assert refusal(content) == "wrong_kind"


@pytest.mark.parametrize(
    "content", [b"OggS" + bytes(500), b"ID3" + bytes(500), recording("wav", "pcm_s16le")[:40], recording()[:200]]
)
@pytest.mark.usefixtures("file_folder")
def test_what_only_begins_like_a_recording_is_refused(content):
    assert refusal(content) in {"broken", "silent"}


@pytest.mark.usefixtures("file_folder")
def test_a_rate_that_nobody_hears_is_refused():
    assert refusal(with_rate(recording("wav", "pcm_s16le"), 1)) == "broken"
    assert refusal(with_rate(recording("wav", "pcm_s16le"), 2_000_000_000)) == "broken"


@pytest.mark.usefixtures("file_folder")
def test_a_file_over_the_limit_is_not_read_to_its_end(monkeypatch):
    monkeypatch.setattr(recordings, "LARGEST_RECORDING", 1000)
    endless = BytesIO(recording() + bytes(1_000_000))
    with pytest.raises(Unusable, match="too_big"):
        keep_recording(endless)
    assert endless.tell() <= 1001


def with_rate(wav: bytes, rate: int) -> bytes:
    """The same file, saying another rate."""
    return wav[:24] + rate.to_bytes(4, "little") + wav[28:]
