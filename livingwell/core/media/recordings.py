"""A recording that somebody sent becomes a new one: the sound alone, in the one format that every phone plays.

The kind is read from the content, never from the name, and only the readers and decoders named here are let near it:
some of the others open further files or addresses that the file names.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from typing import IO, TYPE_CHECKING, Any

from livingwell.core.media.reading import (
    BROKEN,
    MEGABYTE,
    SILENT,
    TOO_LONG,
    WRONG_KIND,
    Unusable,
    read_at_most,
)
from livingwell.core.media.store import keep_file

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.container import InputContainer

RECORDING_TYPE = "audio/mpeg"
"""The type of every recording that is kept: MP3, which Safari and Chrome of any age play from its first bytes on."""

LARGEST_RECORDING = 30 * MEGABYTE  # two minutes without any compression are 21 MB
LONGEST_SECONDS = 120

_RATE = 44100
_BIT_RATE = 64_000  # of one channel: more than speech needs
_FRAME = 1152  # samples, as MP3 packs them
_DECODERS = frozenset(
    {"aac", "alac", "amrnb", "amrwb", "flac", "mp3", "mp3float", "opus", "libopus", "vorbis"}
    | {"pcm_s16le", "pcm_s24le", "pcm_s32le", "pcm_u8", "pcm_f32le"}
)
_RATES = range(8_000, 192_001)
_MOST_CHANNELS = 8
_MOST_PIECES = 200_000  # of a file: a long recording in tiny pieces has 50,000

_one_at_a_time = Lock()


@dataclass(frozen=True)
class KeptRecording:
    """The recording's name in the store, and how long it is."""

    name: str
    seconds: int


def keep_recording(stream: IO[bytes]) -> KeptRecording:
    """Keep the sound of an m4a, mp3, wav, ogg or webm file of at most two minutes. Raises Unusable for anything else.

    Slow: call it before the action that files the name, not inside.
    """
    content = read_at_most(stream, LARGEST_RECORDING)
    with _one_at_a_time:
        sound, samples = _made_anew(content, _kind_of(content))
    return KeptRecording(keep_file(sound), max(1, round(samples / _RATE)))


def _kind_of(content: bytes) -> str:
    """The reader for it, by how the file begins."""
    if content[4:8] == b"ftyp":
        return "mov"
    if content[:4] == b"RIFF" and content[8:12] == b"WAVE":
        return "wav"
    beginnings = {b"OggS": "ogg", b"\x1aE\xdf\xa3": "matroska", b"ID3": "mp3"}
    for beginning, kind in beginnings.items():
        if content.startswith(beginning):
            return kind
    return _kind_by_first_frame(content)


def _kind_by_first_frame(content: bytes) -> str:
    """MP3 and AAC without a heading begin with eleven or twelve ones; the two bits of the layer tell them apart."""
    if len(content) > 1 and content[0] == 0xFF and content[1] & 0xE0 == 0xE0:
        return "aac" if content[1] & 0xF6 == 0xF0 else "mp3"
    raise Unusable(WRONG_KIND)


def _made_anew(content: bytes, kind: str) -> tuple[bytes, int]:
    """The sound encoded again, and its length in samples. Whatever goes wrong in a decoder is a broken recording."""
    import av

    try:
        opened: InputContainer
        with av.open(BytesIO(content), "r", format=kind, options={"enable_drefs": "0"}) as opened:
            return _encoded(_heard(opened))
    except Unusable:
        raise
    except Exception:
        raise Unusable(BROKEN) from None


def _heard(opened: "InputContainer") -> "Iterator[AudioFrame]":
    """The first sound in the file, piece by piece, in our own rate and one channel. A film's pictures are passed by."""
    from av.audio.resampler import AudioResampler

    if not opened.streams.audio:
        raise Unusable(SILENT)
    sound = opened.streams.audio[0]
    if sound.codec_context.name not in _DECODERS:
        raise Unusable(WRONG_KIND)
    resampler = AudioResampler(format="fltp", layout="mono", rate=_RATE, frame_size=_FRAME)
    seconds = 0.0
    for count, frame in enumerate(opened.decode(sound)):
        _require_playable(frame)
        seconds += frame.samples / frame.sample_rate
        if seconds > LONGEST_SECONDS + 1 or count > _MOST_PIECES:  # a phone stops a little late
            raise Unusable(TOO_LONG)
        frame.pts = None
        yield from resampler.resample(frame)
    yield from resampler.resample(None)


def _require_playable(frame: "AudioFrame") -> None:
    """Refuse rates that nobody hears and crowds of channels, before anything is reckoned from them."""
    if frame.sample_rate not in _RATES or not 0 < len(frame.layout.channels) <= _MOST_CHANNELS:
        raise Unusable(BROKEN)


def _encoded(pieces: "Iterator[AudioFrame]") -> tuple[bytes, int]:
    import av

    written, samples = BytesIO(), 0
    with av.open(written, "w", format="mp3", options={"fflags": "+bitexact"}) as container:
        stream: Any = container.add_stream("libmp3lame", rate=_RATE, layout="mono", bit_rate=_BIT_RATE)
        for piece in pieces:
            piece.pts, samples = samples, samples + piece.samples
            container.mux(stream.encode(piece))
        if not samples:
            raise Unusable(SILENT)
        container.mux(stream.encode(None))
    return written.getvalue(), samples
