"""Our stylesheets and scripts: named by their content, kept by the browser for a year, sent compressed.

One fingerprint covers the whole folder and stands in each address, /static/<fingerprint>/js/main.js. So an address in a
script that is relative to its file (`./drafts.js`) stays right by itself.
"""

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import brotli
from flask import Flask, Response, current_app, request, url_for
from flask_compress import Compress
from werkzeug.exceptions import NotFound

from livingwell.config import ROOT

FOLDER = ROOT / "static"
ENDPOINT = "static"

STYLESHEET = "css/all.css"  # the NHS styles with ours after them, in one request
NHS_FOLDER = "vendor/nhsuk-frontend"

_A_YEAR = "public, max-age=31536000, immutable"
_WORTH_COMPRESSING = frozenset({"text/css", "text/javascript", "image/svg+xml"})


@dataclass(frozen=True)
class Asset:
    """One file as it goes over the wire."""

    content: bytes
    mimetype: str

    @cached_property
    def encodings(self) -> dict[str, bytes]:
        """The content in each encoding that we offer, the smallest first. Worked out once for each process."""
        if self.mimetype not in _WORTH_COMPRESSING:
            return {}
        return {"br": brotli.compress(self.content, quality=11), "gzip": gzip.compress(self.content, 9, mtime=0)}


class Assets:
    """The files of one folder."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder

    def paths(self) -> list[str]:
        """Every file that is served, as written in an address."""
        found = (path for path in self.folder.rglob("*") if path.is_file() and path.suffix != ".md")
        return sorted(path.relative_to(self.folder).as_posix() for path in found)

    @cached_property
    def files(self) -> dict[str, Asset]:
        """The files by path. Only what was there at the start is served, so no address can leave the folder."""
        found = {path: Asset((self.folder / path).read_bytes(), _mimetype(path)) for path in self.paths()}
        return found | {STYLESHEET: Asset(_one_stylesheet(found), "text/css")}

    @cached_property
    def fingerprint(self) -> str:
        """Changes when any file does."""
        digest = hashlib.sha256()
        for path, asset in self.files.items():
            digest.update(path.encode() + b"\0" + hashlib.sha256(asset.content).digest())
        return digest.hexdigest()[:12]


def _one_stylesheet(files: dict[str, Asset]) -> bytes:
    nhs = files[f"{NHS_FOLDER}/nhsuk-frontend.min.css"].content
    icons_from_here = nhs.replace(b"url(images/", f"url(../{NHS_FOLDER}/images/".encode())
    return icons_from_here + b"\n" + files["css/lw.css"].content


def _mimetype(path: str) -> str:
    guessed = {".js": "text/javascript", ".svg": "image/svg+xml", ".css": "text/css"}.get(Path(path).suffix)
    return guessed or mimetypes.guess_type(path)[0] or "application/octet-stream"


def init_app(app: Flask) -> None:
    """Serve the files, and give templates `asset()`."""
    app.extensions["assets"] = Assets()
    app.add_url_rule("/static/<fingerprint>/<path:path>", ENDPOINT, show_asset)
    app.jinja_env.globals["asset"] = asset


def compress_pages(app: Flask) -> None:
    """Send pages compressed too. They differ for each reader, so quickly rather than as small as can be."""
    app.config["COMPRESS_MIMETYPES"] = ["text/html", "text/csv", "application/json"]
    app.config["COMPRESS_ALGORITHM"] = ["br", "gzip"]
    app.config["COMPRESS_BR_LEVEL"] = 5
    Compress(app)


def asset(path: str) -> str:
    """The address of a file in static/. A path that doesn't exist is a mistake of ours, and raises."""
    assets = _assets()
    if path not in assets.files:
        raise LookupError(f"static/{path} does not exist")
    return url_for(ENDPOINT, fingerprint=assets.fingerprint, path=path)


def show_asset(fingerprint: str, path: str) -> Response:
    """Send one file, in the smallest encoding that the browser reads."""
    assets = _assets()
    found = assets.files.get(path)
    if found is None:
        raise NotFound
    response = _encoded(found)
    response.vary.add("Accept-Encoding")
    # A page from before an update asks under the old fingerprint: it gets today's file, and keeps it for no time.
    response.headers["Cache-Control"] = _A_YEAR if fingerprint == assets.fingerprint else "no-cache"
    return response


def _encoded(found: Asset) -> Response:
    for encoding, content in found.encodings.items():
        if request.accept_encodings.quality(encoding) > 0:
            return Response(content, mimetype=found.mimetype, headers={"Content-Encoding": encoding})
    return Response(found.content, mimetype=found.mimetype)


def _assets() -> Assets:
    """The files as read at the start; while developing, as they are now."""
    if current_app.debug:
        return Assets()
    assets: Assets = current_app.extensions["assets"]
    return assets
