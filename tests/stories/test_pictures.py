"""The pictures of the README, taken from the demo.

`python3 run.py test tests/stories/test_pictures.py --pictures docs/pictures` keeps them. It needs Pillow.
"""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from sqlalchemy import select

from livingwell.core.clock import london_instant, running_from
from livingwell.demo.telling import tell_demo
from livingwell.discussions.models import CaseDiscussion, Meeting
from livingwell.extensions import db
from tests.factories.identity import give_password
from tests.harness.phone import sign_in_browser
from tests.harness.session import settle
from tests.stories.full_flow import Demo, account_called
from tests.stories.telling import Member, NewContext

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("database_kind", ["sqlite"], scope="session")]

A_THURSDAY = date(2026, 6, 11)
WIDE, PHONE = {"width": 1280, "height": 1300}, {"width": 360, "height": 740}
LARGEST = 200 * 1024


@pytest.fixture
def demo(app: Flask) -> Iterator[Demo]:
    """Amara is discussed on a Thursday, as third of today's meeting, and the clock stands at 10:42."""
    with running_from(london_instant(A_THURSDAY, 9, 40)):
        tell_demo()
    with running_from(london_instant(A_THURSDAY, 10, 35)):
        demo = Demo.make()
        give_password(demo.colleague)
        assert demo.discussion_id
        settle()
    with running_from(london_instant(A_THURSDAY, 10, 42)):
        yield demo


@pytest.fixture
def folder(pytestconfig: pytest.Config, tmp_path: Path) -> Iterator[Path]:
    """Where the pictures go: the folder that was named, or one that is thrown away."""
    named = pytestconfig.getoption("pictures")
    yield tmp_path
    for picture in tmp_path.glob("*.png") if named else ():
        shrink(picture)
        shutil.copy(picture, named)


def test_the_pictures_of_the_readme_can_be_taken(demo: Demo, new_context: NewContext, folder: Path) -> None:
    ruth = Member(demo.colleague, new_context, viewport=WIDE).signs_in()
    for name, address, height in (
        ("today", "/", 800),
        ("plan", f"/people/{demo.person.id}/plan", 1600),
        ("discussion", f"/people/{demo.person.id}/discussions/{demo.discussion_id}", 1900),
    ):
        ruth.page.goto(address)
        take(ruth.page, folder / f"{name}.png", WIDE["width"], height)
    ruth.page.set_viewport_size(PHONE)
    take(ruth.page, folder / "discussion-phone.png", PHONE["width"], 1500)


def test_the_pictures_of_the_persons_side_can_be_taken(
    app: Flask, demo: Demo, new_context: NewContext, live_server: str, folder: Path
) -> None:
    context = sign_in_browser(app, new_context(viewport=PHONE), live_server, account_called("Amara Osei"))
    amara = context.new_page()
    for name, address in (
        ("own-home", "/my"),
        ("own-answer", f"/my/meetings/{last_answered(demo)}"),
        ("own-passport", "/my/passport"),
    ):
        amara.goto(address)
        take(amara, folder / f"{name}.png", PHONE["width"], 1200)


def last_answered(demo: Demo) -> UUID:
    """Amara’s discussion of the meeting a week ago."""
    ended = select(CaseDiscussion.id).join(Meeting).where(CaseDiscussion.person_id == demo.person.id)
    found = db.session.scalars(ended.where(Meeting.ended_at.is_not(None)).order_by(Meeting.starts_at.desc())).first()
    settle()
    assert found is not None
    return found


def take(page: Page, file: Path, width: int, height: int) -> None:
    """The top of the page, as it looks before anybody scrolls."""
    expect(page.locator("h1")).to_be_visible()
    page.screenshot(path=file, full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})


def shrink(file: Path) -> None:
    """Text on plain colours needs few of them. Pillow is asked for only here, by whoever takes the pictures."""
    from PIL import Image

    Image.open(file).convert("RGB").quantize(96).save(file, optimize=True)
    assert file.stat().st_size <= LARGEST, f"{file.name} takes {file.stat().st_size:,} bytes"
