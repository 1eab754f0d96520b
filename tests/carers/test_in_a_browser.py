"""The pages of staff about carers, on a phone and on a wide screen."""

from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Page

from livingwell.people.models import Topic
from tests.factories.carers import agree, make_carer, make_helped, make_note
from tests.factories.setting import Setting
from tests.harness.phone import sign_in_browser
from tests.harness.session import settle
from tests.stories.telling import NewContext

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("database_kind", ["sqlite"], scope="session")]


@pytest.mark.parametrize("width", [360, 1280])
def test_the_pages_fit_and_have_no_violation(
    app: Flask,
    setting: Setting,
    new_context: NewContext,
    live_server: str,
    check_axe: Callable[[Page], None],
    width: int,
) -> None:
    carer = make_carer(setting.person, setting.nurse, "Gwendolyn-Antoinette Featherstonehaugh-Cholmondeley")
    agree(carer, setting.nurse, *Topic, days=3)
    note = make_note(carer, setting.peer)
    make_helped(setting.person, setting.nurse)
    settle()
    context = new_context(viewport={"width": width, "height": 800})
    page = sign_in_browser(app, context, live_server, setting.priya).new_page()
    about = f"/people/{setting.person.id}/carers"
    of_one = ("", "/edit", "/sharing", "/told", "/told/new", f"/told/{note.id}/read", "/offers/support", "/access")
    for path in (about, f"{about}/new", f"{about}/asked", *(f"{about}/{carer.id}{more}" for more in of_one)):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        check_axe(page)
