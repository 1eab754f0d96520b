"""Files that belong to a record: kept in one folder that no web server serves, under names that can't be guessed."""

import os
import re
from pathlib import Path
from secrets import token_hex

from livingwell.core.errors import NotFound
from livingwell.extensions import files

_NAME = re.compile(r"[0-9a-f]{32}")


def keep_file(content: bytes) -> str:
    """Keep it and return its name. Once this returns, it is on the disk, readable by this account alone.

    It is written under another name first, so that whoever reads finds it whole or not at all.
    """
    name = token_hex(16)
    path = _path_of(name)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    _write(unfinished, content)
    unfinished.rename(path)
    _make_sure_of(path.parent)
    return name


def file_kept(name: str) -> bytes:
    """What was kept under the name. Raises NotFound for any other name, whatever it holds."""
    try:
        return _path_of(name).read_bytes()
    except FileNotFoundError:
        raise NotFound from None


def drop_file(name: str) -> None:
    """Let it go; nothing happens where it is gone already."""
    _path_of(name).unlink(missing_ok=True)


def _path_of(name: str) -> Path:
    """Where it is: in one of 256 folders, so that none grows long. Only a name of ours is ever made a path."""
    if not _NAME.fullmatch(name):
        raise NotFound
    return files.folder / name[:2] / name


def _write(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _make_sure_of(folder: Path) -> None:
    """Have the disk keep the folder's new entry too: a file's own fsync says nothing about its name."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
