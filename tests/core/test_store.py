"""Files are kept whole, apart from the web, and found by their name alone."""

import stat

import pytest

from livingwell.config import ROOT, Settings, UnsafeSettings
from livingwell.core.errors import NotFound
from livingwell.core.media.store import drop_file, file_kept, keep_file
from livingwell.extensions import files


@pytest.mark.usefixtures("file_folder")
def test_what_is_kept_is_found_again_until_it_is_dropped():
    name = keep_file(b"a picture")
    assert file_kept(name) == b"a picture"
    drop_file(name)
    drop_file(name)
    with pytest.raises(NotFound):
        file_kept(name)


@pytest.mark.usefixtures("file_folder")
def test_the_same_content_twice_is_two_files():
    assert keep_file(b"the same") != keep_file(b"the same")


@pytest.mark.usefixtures("file_folder")
def test_only_this_account_reads_it_and_nothing_half_written_is_left():
    name = keep_file(b"mine")
    path = files.folder / name[:2] / name
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert not list(files.folder.rglob("*.part"))


@pytest.mark.parametrize(
    "name", ["", "..", "../../etc/passwd", "/etc/passwd", "A" * 32, "0" * 31, "0" * 33, "0" * 32 + "\n"]
)
@pytest.mark.usefixtures("file_folder")
def test_no_other_name_is_ever_made_a_path(name):
    with pytest.raises(NotFound):
        file_kept(name)
    with pytest.raises(NotFound):
        drop_file(name)


def test_the_folder_may_not_be_one_that_is_served():
    with pytest.raises(UnsafeSettings, match="LIVINGWELL_FILES"):
        Settings.from_environment(
            {"LIVINGWELL_ENVIRONMENT": "development", "LIVINGWELL_FILES": str(ROOT / "static" / "files")}
        )
