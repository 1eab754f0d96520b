"""Our files: named by content, kept for a year, compressed, and complete."""

import base64
import gzip
import hashlib
import re
from pathlib import Path

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.web.assets import STYLESHEET, Assets, asset
from livingwell.web.headers import POLICY


@pytest.fixture
def visitor(in_request: Flask) -> FlaskClient:
    return in_request.test_client()


def test_a_file_is_kept_for_a_year(visitor: FlaskClient) -> None:
    answer = visitor.get(asset("js/main.js"))
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.mimetype == "text/javascript"


def test_a_page_from_before_an_update_gets_todays_file_and_does_not_keep_it(visitor: FlaskClient) -> None:
    answer = visitor.get("/static/0123456789ab/js/main.js")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    ("accepted", "encoding", "unpack"),
    [
        ("gzip, br", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("br;q=0", None, bytes),
        ("", None, bytes),
    ],
)
def test_a_file_is_sent_as_small_as_the_browser_reads(
    visitor: FlaskClient, accepted: str, encoding: str, unpack
) -> None:
    answer = visitor.get(asset(STYLESHEET), headers={"Accept-Encoding": accepted})
    assert answer.headers.get("Content-Encoding") == encoding
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert b".lw-header" in unpack(answer.data)


@pytest.mark.parametrize("path", ["../README.md", "../../etc/passwd", "vendor/README.md", "css/nope.css", ""])
def test_nothing_else_is_served(visitor: FlaskClient, path: str) -> None:
    assert visitor.get(f"/static/0123456789ab/{path}").status_code == 404


@pytest.mark.usefixtures("in_request")
def test_a_path_that_does_not_exist_is_a_mistake_of_ours() -> None:
    with pytest.raises(LookupError):
        asset("css/nope.css")


def test_the_name_changes_with_the_content(tmp_path: Path) -> None:
    vendor = tmp_path / "vendor" / "nhsuk-frontend"
    vendor.mkdir(parents=True)
    (tmp_path / "css").mkdir()
    (vendor / "nhsuk-frontend.min.css").write_text("a{}")
    ours = tmp_path / "css" / "lw.css"
    ours.write_text("b{}")
    before = Assets(tmp_path).fingerprint
    assert Assets(tmp_path).fingerprint == before
    ours.write_text("c{}")
    assert Assets(tmp_path).fingerprint != before


def test_styles_ask_for_nothing_that_we_do_not_serve() -> None:
    files = Assets().files
    styles = files[STYLESHEET].content.decode()
    asked = re.findall(r"url\((?!data:)['\"]?([^)'\"]+)", styles)
    assert asked
    assert all(url.removeprefix("../") in files for url in asked)
    assert "@font-face" not in styles
    assert "@import" not in styles


def test_scripts_import_only_what_is_there() -> None:
    files = Assets().files
    for path in (path for path in files if path.startswith("js/")):
        for imported in re.findall(r'(?:from |import\(|new URL\()"([^"]+)"', files[path].content.decode()):
            assert (Path("js") / imported).as_posix().replace("js/../", "").removeprefix("./") in files


def test_all_that_a_page_could_ask_for_leaves_room_for_the_page() -> None:
    files = Assets().files
    asked = [path for path in files if path.startswith(("js/", "img/")) or path.endswith(".min.js")]
    assert sum(len(files[path].encodings["gzip"]) for path in [STYLESHEET, *asked]) <= 88_000


def test_the_policy_lets_the_nhs_template_s_own_script_run(in_request: Flask) -> None:
    page = in_request.jinja_env.get_template("nhsuk/template.jinja").render()
    scripts = re.findall(r"<script[^>]*>(.+?)</script>", page)
    assert len(scripts) == 1
    digest = base64.b64encode(hashlib.sha256(scripts[0].encode()).digest()).decode()
    assert f"'sha256-{digest}'" in POLICY


def test_no_script_needs_what_the_policy_forbids() -> None:
    files = Assets().files
    ours = "".join(files[path].content.decode() for path in files if path.startswith("js/"))
    assert not re.search(r"\beval\(|new Function|\.style\b|style=", ours)
