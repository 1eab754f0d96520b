"""Finding the browser that the stories run in."""

import os
import shutil
import subprocess
from pathlib import Path

from tools import environment, system

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = "The browser tests need Chromium: install it (sudo apt-get install chromium), or set CHROMIUM to where it is."


def find_or_install():
    """The path of a Chromium, or None when there is none and none could be installed."""
    return _named() or _on_path() or _playwrights_own() or _from_debian() or _from_playwright()


def _named():
    """$CHROMIUM, when it is set: a wrong path is not replaced by another browser behind somebody's back."""
    named = os.environ.get("CHROMIUM")
    if named and not shutil.which(named):
        raise SystemExit(f"CHROMIUM is set to {named}, and there is no program there.")
    return named


def _on_path():
    return next(filter(None, map(shutil.which, NAMES)), None)


def _playwrights_own():
    code = (
        "from playwright.sync_api import sync_playwright as start\n"
        "with start() as playwright: print(playwright.chromium.executable_path)"
    )
    answer = subprocess.run([environment.program("python"), "-c", code], capture_output=True, text=True)
    path = answer.stdout.strip()
    return path if path and Path(path).exists() else None


def _from_debian():
    return _on_path() if system.install_debian_package("chromium") else None


def _from_playwright():
    print("Asking Playwright for its own Chromium …", flush=True)
    command = [environment.program("python"), "-m", "playwright", "install", "chromium"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return _playwrights_own() if subprocess.call(command, **quiet) == 0 else None
