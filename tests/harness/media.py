"""Pictures and recordings made on the spot: no file of somebody's lies beside the tests."""

import struct
import zlib
from io import BytesIO

import av
from av.audio.frame import AudioFrame
from PIL import Image

GPS, MAKER, ORIENTATION = 0x8825, 0x010F, 0x0112


def picture(kind: str = "JPEG", size: tuple[int, int] = (60, 40), **settings: object) -> bytes:
    """A red picture of the kind, its left half blue."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (0, 0, size[0] // 2, size[1]))
    return _saved(image, kind, **settings)


def heic_picture(**settings: object) -> bytes:
    """The same, as an iPhone would keep it."""
    from pillow_heif import register_heif_opener

    register_heif_opener()
    return picture("HEIF", (64, 64), **settings)


def exif(orientation: int = 1) -> bytes:
    """What a phone notes beside a picture: its maker, how it was held, and where."""
    notes = Image.Exif()
    notes[MAKER], notes[ORIENTATION] = "Camera of Amara", orientation
    notes.get_ifd(GPS).update({1: "N", 2: (53.0, 28.0, 0.0), 3: "W", 4: (2.0, 14.0, 0.0)})
    return notes.tobytes()


def moving_picture(kind: str) -> bytes:
    """Three pictures in one."""
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "green", "blue")]
    return _saved(frames[0], kind, save_all=True, append_images=frames[1:])


def bomb(width: int = 60_000, height: int = 60_000) -> bytes:
    """A small PNG that says it has billions of pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (b"IHDR", head), (b"IDAT", zlib.compress(bytes(100_000))), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in chunks)


def recording(
    kind: str = "ipod", codec: str = "aac", *, rate: int = 48000, seconds: float = 1, layout: str = "stereo"
) -> bytes:
    """A recording in which nobody speaks. `kind` and `codec` are FFmpeg's names."""
    written = BytesIO()
    with av.open(written, "w", format=kind) as container:
        container.metadata["title"] = "Recorded at home by Amara"
        stream = container.add_stream(codec, rate=rate, layout=layout)
        _fill(container, stream, _silence(rate, seconds, layout))
    return written.getvalue()


def film(*, is_silent: bool) -> bytes:
    """A second of film, with sound or without."""
    written = BytesIO()
    with av.open(written, "w", format="mp4") as container:
        video = container.add_stream("mpeg4", rate=10, width=32, height=32, pix_fmt="yuv420p")
        sound = None if is_silent else container.add_stream("aac", rate=48000, layout="mono")
        for _ in range(10):
            container.mux(video.encode(av.VideoFrame(32, 32, "yuv420p")))
        container.mux(video.encode(None))
        if sound:
            _fill(container, sound, _silence(48000, 1, "mono"))
    return written.getvalue()


def _silence(rate: int, seconds: float, layout: str) -> AudioFrame:
    frame = AudioFrame(format="s16", layout=layout, samples=int(rate * seconds))
    frame.sample_rate = rate
    for plane in frame.planes:
        plane.update(bytes(plane.buffer_size))
    return frame


def _fill(container: av.container.OutputContainer, stream: av.AudioStream, frame: AudioFrame) -> None:
    container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _saved(image: Image.Image, kind: str, **settings: object) -> bytes:
    written = BytesIO()
    image.save(written, kind, **settings)
    return written.getvalue()
