"""The virtual environment in .venv: made once, filled when pyproject.toml changes."""

import hashlib
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
COMMANDS = VENV / ("Scripts" if os.name == "nt" else "bin")
STATE = VENV / "livingwell.json"
NO_VENV = "This Python cannot make .venv: install python3-venv (sudo apt-get install python3-venv)."


def program(name):
    """The path of a program inside the environment."""
    return str(COMMANDS / (name + (".exe" if os.name == "nt" else "")))


def prepare(*extras):
    """Make the environment hold this project with at least these extras, or end the run with one line."""
    _make()
    wanted = {extra for extra in extras if extra}
    state = _installed()
    if state["pyproject"] == _fingerprint() and wanted <= set(state["extras"]):
        return
    wanted |= set(state["extras"])
    print(f"Installing what Living Well needs into {VENV} …", flush=True)
    target = f".[{','.join(sorted(wanted))}]" if wanted else "."
    if pip_install("--editable", target) != 0:
        sys.exit("Could not install the packages that pyproject.toml names: pip's own message is above.")
    STATE.write_text(json.dumps({"pyproject": _fingerprint(), "extras": sorted(wanted)}))


def pip_install(*arguments):
    pip = [program("python"), "-m", "pip", "-qq", "--disable-pip-version-check"]
    return subprocess.call([*pip, "install", *arguments], cwd=ROOT)


def has_module(name):
    """Whether the environment can import this module."""
    code = f"import importlib.util, sys; sys.exit(importlib.util.find_spec({name!r}) is None)"
    return subprocess.call([program("python"), "-c", code], cwd=ROOT) == 0


def hand_over(name, *arguments):
    """Become this program of the environment; returns only where the system can't (Windows)."""
    os.chdir(ROOT)
    if os.name == "posix":
        os.execv(program(name), [program(name), *arguments])  # noqa: S606  no shell is wanted
    return subprocess.call([program(name), *arguments])


def _make():
    if Path(program("python")).exists():
        return
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        sys.exit(NO_VENV)
    if subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]) != 0:
        sys.exit(NO_VENV)


def _installed():
    try:
        return json.loads(STATE.read_text())
    except (OSError, ValueError):
        return {"pyproject": "", "extras": []}


def _fingerprint():
    return hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + sys.version.encode()).hexdigest()
