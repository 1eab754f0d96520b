"""Every check and every test, in order, with one answer at the end."""

import os
import shutil
import subprocess
import sys
import time

from tools import chromium, environment, nu, postgresql

PAGES = environment.ROOT / "var" / "test-pages"
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
)


def run_all(arguments):
    """Run everything even when something fails, so that one run tells all. 0 only when all of it passed."""
    _find_or_install_servers()
    without_nu = nu.find_or_install()

    outcomes = [_run(*check) for check in CHECKS]
    outcomes.append(_run_tests(arguments))
    if not without_nu:
        outcomes.append(_timed("nu", lambda: nu.check(PAGES)))

    print("\n" + "\n".join(f"{'passed' if code == 0 else 'FAILED'}  {name}" for name, code in outcomes))
    if without_nu:
        print(without_nu)
    return int(any(code for _, code in outcomes))


def measure(arguments):
    """Measure the pages: 0 only when none is past its limit."""
    _find_or_install_servers()
    return environment.hand_over("python", "-m", "bench", *arguments)


def _find_or_install_servers():
    """The environment, a browser and a PostgreSQL."""
    environment.prepare("dev", "postgres")
    os.environ["CHROMIUM"] = chromium.find_or_install() or sys.exit(chromium.MISSING)
    if not postgresql.find_or_install():
        sys.exit(postgresql.MISSING)


def _run_tests(arguments):
    shutil.rmtree(PAGES, ignore_errors=True)
    os.environ["LIVINGWELL_KEEP_PAGES"] = str(PAGES)
    in_parallel = () if _says_how_many(arguments) else ("-n", str(os.cpu_count() or 1))
    return _run("pytest", *in_parallel, *arguments)


def _says_how_many(arguments):
    return any(argument.startswith(("-n", "--numprocesses", "--pdb", "no:xdist")) for argument in arguments)


def _run(name, *arguments):
    command = [environment.program(name), *arguments]
    return _timed(" ".join((name, *arguments)), lambda: subprocess.call(command, cwd=environment.ROOT))


def _timed(name, work):
    print(f"\n== {name}", flush=True)
    began = time.monotonic()
    code = work()
    return f"{name} ({time.monotonic() - began:.0f} s)", code
