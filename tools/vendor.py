"""Bring the browser libraries into static/vendor, edited for a strict content policy.

Run by hand when a version changes, never at run time or by the tests:

    python tools/vendor.py

It needs npm on the machine and asks it for the published packages; what it writes is committed.
"""

import re
import subprocess
import tarfile
import tempfile
from pathlib import Path

NHSUK_FRONTEND = "10.6.1"  # the version that nhsuk-frontend-jinja 0.10.2 is written for
HTMX = "2.0.11"  # npm's "latest" is htmx 4, a rewrite

VENDOR = Path(__file__).parent.parent / "static" / "vendor"

FONT_FACE = re.compile(r"@font-face\{[^}]*\}")
SOURCE_MAP = re.compile(r"\s*(/\*# sourceMappingURL=.*?\*/|//# sourceMappingURL=.*)\s*$")
ICON_URL = re.compile(r"url\((images/[^)]+)\)")


def edit_stylesheet(css: str) -> str:
    """The published stylesheet without the licensed font, and with icons found beside it."""
    without_fonts = FONT_FACE.sub("", css)
    return SOURCE_MAP.sub("\n", without_fonts.replace("url(/assets/", "url("))


def edit_script(script: str) -> str:
    """The published script without its pointer to a source map that we don't serve."""
    return SOURCE_MAP.sub("\n", script)


def unpack(package: str, folder: Path) -> Path:
    """Fetch one npm package and return the folder that it unpacks to."""
    folder.mkdir()
    done = subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True, text=True)
    with tarfile.open(folder / done.stdout.strip().splitlines()[-1]) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def vendor_nhsuk_frontend(package: Path) -> None:
    """Write the stylesheet, the script and only those icons that the stylesheet asks for."""
    source, target = package / "dist" / "nhsuk", VENDOR / "nhsuk-frontend"
    (target / "images").mkdir(parents=True, exist_ok=True)
    css = edit_stylesheet((source / "nhsuk-frontend.min.css").read_text("utf-8"))
    (target / "nhsuk-frontend.min.css").write_text(css, "utf-8")
    script = edit_script((source / "nhsuk-frontend.min.js").read_text("utf-8"))
    (target / "nhsuk-frontend.min.js").write_text(script, "utf-8")
    for icon in sorted(set(ICON_URL.findall(css))):
        (target / icon).write_bytes((source / "assets" / icon).read_bytes())


def vendor_htmx(package: Path) -> None:
    """Write the minified script, unedited, with its licence."""
    target = VENDOR / "htmx"
    target.mkdir(parents=True, exist_ok=True)
    (target / "htmx.min.js").write_bytes((package / "dist" / "htmx.min.js").read_bytes())
    (target / "LICENSE").write_bytes((package / "LICENSE").read_bytes())


def main() -> None:
    """Vendor both libraries."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        vendor_nhsuk_frontend(unpack(f"nhsuk-frontend@{NHSUK_FRONTEND}", folder / "nhsuk-frontend"))
        vendor_htmx(unpack(f"htmx.org@{HTMX}", folder / "htmx"))


if __name__ == "__main__":
    main()
