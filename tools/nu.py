"""The Nu HTML checker, over the pages that the tests have seen."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from tools import environment, system

VERSION = "26.9.27"
JAR = environment.VENV / f"vnu-{VERSION}.jar"
NO_JAVA = "The Nu HTML checker did not run: it needs Java (sudo apt-get install default-jre-headless)."
NO_JAR = f"The Nu HTML checker did not run: npm could not fetch vnu-jar {VERSION}."


def find_or_install():
    """None when the checker can run; otherwise the line that says why it can't."""
    if not shutil.which("java") and not system.install_debian_package("default-jre-headless"):
        return NO_JAVA
    return None if JAR.exists() or _fetch() else NO_JAR


def check(folder):
    """Check every kept page in one start of Java. Returns its exit code."""
    pages = sorted(map(str, Path(folder).glob("*.html")))
    if not pages:
        print("The Nu HTML checker had no pages to look at.")
        return 0
    print(f"Checking {len(pages)} pages …", flush=True)
    return subprocess.call(["java", "-jar", str(JAR), "--errors-only", "--skip-non-html", *pages])


def _fetch():
    npm = shutil.which("npm")
    if not npm:
        return False
    with tempfile.TemporaryDirectory() as folder:
        packed = subprocess.run(
            [npm, "pack", "--silent", f"vnu-jar@{VERSION}"], cwd=folder, capture_output=True, text=True
        )
        if packed.returncode != 0:
            return False
        shutil.unpack_archive(Path(folder) / packed.stdout.strip().splitlines()[-1], folder)
        jar = next(Path(folder).glob("package/**/vnu.jar"), None)
        if jar:
            shutil.copy(jar, JAR)
    return JAR.exists()
