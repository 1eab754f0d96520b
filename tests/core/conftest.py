"""What tests of files need: a folder to keep them in, and no database."""

import pytest
from flask import Flask

from livingwell.extensions import files


@pytest.fixture
def file_folder(tmp_path):
    """An empty folder that files are kept in during the test."""
    bare = Flask("files")
    files.init_app(bare, tmp_path)
    with bare.app_context():
        yield tmp_path
