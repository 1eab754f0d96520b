"""Carers on the pages of staff."""

import re
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import timedelta

from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from livingwell.audit.models import AuditEntry
from livingwell.carers.actions.sharing import say_of_carer
from livingwell.carers.commands import SayOfCarer
from livingwell.carers.models import CarerEventKind, MayPersonSee
from livingwell.carers.queries.carers import carer_of, carers_of, last_asked
from livingwell.core.clock import today
from livingwell.core.dates import long_date
from livingwell.extensions import db
from livingwell.people.models import Topic
from livingwell.people.queries.own_reach import topics_shared
from tests.factories.careplans import make_plan
from tests.factories.carers import agree, make_carer, make_carer_with_account, make_note
from tests.factories.discussions import begin_discussion
from tests.factories.identity import actor_for, sign_in
from tests.factories.setting import Setting
from tests.factories.worklist import support
from tests.harness.forms import forms_in

MOST_STATEMENTS = 17
"""Of the list, however many carers there are: nine are of every page about a person."""

Counting = Callable[[], AbstractContextManager[list[str]]]


def post(client: FlaskClient, setting: Setting, where: str, fields: Mapping[str, object]) -> TestResponse:
    sign_in(client, setting.priya)
    return client.post(f"/people/{setting.person.id}/{where}", data=fields)


def text(client: FlaskClient, setting: Setting, where: str) -> str:
    sign_in(client, setting.priya)
    answer = client.get(f"/people/{setting.person.id}/{where}".rstrip("/"))
    assert answer.status_code == 200
    return re.sub(r"<[^>]+>", "", answer.get_data(as_text=True))


def day(name: str, days_ahead: int = 0) -> dict[str, str]:
    """A date as its three boxes send it."""
    on = today() + timedelta(days=days_ahead)
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def test_nobody_is_written_down_as_an_answer(client: FlaskClient, setting: Setting) -> None:
    assert "Nobody has asked Amara yet." in text(client, setting, "carers")
    answer = post(client, setting, "carers/asked", {"answer": "nobody", "said": "", **day("on")})
    assert answer.location.endswith("/carers")
    assert f"Amara answered on {long_date(today())}: nobody." in text(client, setting, "carers")


def test_somebody_leads_on_to_who_it_is(client: FlaskClient, setting: Setting) -> None:
    answer = post(client, setting, "carers/asked", {"answer": "somebody", **day("on")})
    assert answer.location.endswith("/carers/new")
    assert last_asked(setting.person.id) is not None


def test_a_carer_is_put_on_record_and_nothing_is_shared(client: FlaskClient, setting: Setting) -> None:
    fields = {
        "name_of_carer": "Efua Osei",
        "relation": "Sister",
        "is_known": "yes",
        "best_way": "text",
        "nevers": "phone",
    }
    assert post(client, setting, "carers/new", fields).status_code == 303
    [around] = carers_of(setting.person.id)
    assert (around.carer.name, around.sharing) == ("Efua Osei", {})
    page = text(client, setting, f"carers/{around.carer.id}")
    for words in ("Efua Osei, Sister", "The plan: not shared", "Not offered yet."):
        assert words in page


def test_what_is_missing_is_said_beside_its_field(client: FlaskClient, setting: Setting) -> None:
    answer = post(client, setting, "carers/new", {"relation": "Sister"})
    assert answer.status_code == 422
    page = answer.get_data(as_text=True)
    assert "Enter a name" in page
    assert "Say whether they know" in page
    assert "Sister" in page


def test_what_the_person_told_a_member_is_shared_from_then_on(client: FlaskClient, setting: Setting) -> None:
    carer, account = make_carer_with_account(setting.person, Topic.PLAN)
    fields = {"topics": ["appointments", "letters"], "how": "phone", **day("told_on"), **day("review_on", 60)}
    assert post(client, setting, f"carers/{carer.id}/sharing", fields).status_code == 303
    assert topics_shared(actor_for(account), setting.person.id) == {Topic.APPOINTMENTS, Topic.LETTERS}
    page = text(client, setting, f"carers/{carer.id}")
    assert f"until {long_date(today() + timedelta(days=60))}" in page
    assert "The plan: no longer" in page
    assert f"{long_date(today())}, by phone, written down by Priya Mistry" in page


def test_leaving_everything_out_ends_it_all(client: FlaskClient, setting: Setting) -> None:
    carer, account = make_carer_with_account(setting.person, *Topic)
    post(client, setting, f"carers/{carer.id}/sharing", {"how": "in_person", **day("told_on")})
    assert topics_shared(actor_for(account), setting.person.id) == set()


def test_every_page_about_a_carer_says_what_needs_no_agreement(client: FlaskClient, setting: Setting) -> None:
    carer = make_carer(setting.person, setting.nurse)
    for where in ("carers", f"carers/{carer.id}", f"carers/{carer.id}/sharing"):
        page = text(client, setting, where)
        assert "What never needs an agreement" in page
        assert "You may always hear what a carer has to say" in page


def test_what_a_carer_tells_us_is_on_its_own_page_alone(client: FlaskClient, setting: Setting) -> None:
    carer = make_carer(setting.person, setting.nurse)
    make_note(carer, setting.nurse, "The canary sang at night")
    own = text(client, setting, f"carers/{carer.id}/told")
    assert "The canary sang at night" in own
    assert "This is not part of Amara’s record." in own
    assert "No, it is not for Amara" in own
    for where in ("", "carers", f"carers/{carer.id}", "plan", "contacts", "discussions", "adjustments", "reaching"):
        assert "canary" not in text(client, setting, where)


def test_reading_what_a_carer_told_us_is_recorded(client: FlaskClient, setting: Setting) -> None:
    carer = make_carer(setting.person, setting.nurse)
    text(client, setting, f"carers/{carer.id}/told")
    entries = db.session.scalars(select(AuditEntry).where(AuditEntry.verb == "list_told")).all()
    assert [(each.is_read, each.person_id) for each in entries] == [(True, setting.person.id)]


def test_a_member_says_that_they_read_it_by_name_and_role(client: FlaskClient, setting: Setting) -> None:
    carer = make_carer(setting.person, setting.nurse)
    note = make_note(carer, setting.nurse)
    assert "Nobody has read what they told us" in text(client, setting, "carers")
    where = f"carers/{carer.id}/told/{note.id}/read"
    assert post(client, setting, where, {"words": "Thank you"}).status_code == 303
    page = text(client, setting, f"carers/{carer.id}/told")
    assert "Priya Mistry, nurse, read this on" in page
    assert "Thank you" in page
    assert post(client, setting, where, {}).status_code == 409


def test_a_carer_may_say_anew_who_sees_it(client: FlaskClient, setting: Setting) -> None:
    carer = make_carer(setting.person, setting.nurse)
    note = make_note(carer, setting.nurse, may_see=MayPersonSee.NO)
    post(client, setting, f"carers/{carer.id}/told/{note.id}/say", {"may_see": "yes"})
    assert "Yes, Amara may see it" in text(client, setting, f"carers/{carer.id}/told")


def test_please_do_not_contact_stands_where_the_carer_is_named(client: FlaskClient, setting: Setting) -> None:
    carer = make_carer(setting.person, setting.nurse)
    agree(carer, setting.nurse, Topic.PLAN)
    post(client, setting, f"carers/{carer.id}/asked/do_not_contact", {"said": "I am afraid of him"})
    assert "Please don’t contact" in text(client, setting, "carers")
    page = text(client, setting, f"carers/{carer.id}")
    assert "Amara asked us: please don’t contact Efua Osei" in page
    assert "I am afraid of him" in page
    assert carer_of(setting.person.id, carer.id).sharing == {}


def test_an_assessment_is_offered_referred_and_comes_to_something(client: FlaskClient, setting: Setting) -> None:
    carer = make_carer(setting.person, setting.nurse)
    where = f"carers/{carer.id}/offers/council_assessment"
    for stage, said in (
        ("offered", ""),
        ("accepted", ""),
        ("referred", "Salford council"),
        ("outcome", "A break a week"),
    ):
        assert post(client, setting, where, {"stage": stage, "said": said, **day("on")}).status_code == 303
    page = text(client, setting, f"carers/{carer.id}")
    assert page.index("A break a week") < page.index("Salford council")


def test_whom_the_person_helps_is_on_record_too(client: FlaskClient, setting: Setting) -> None:
    post(client, setting, "helps/new", {"who": "Her grandmother", "what_they_do": "Shops"})
    page = text(client, setting, "carers")
    assert "Her grandmother" in page
    assert "What Amara is offered as a carer" in page


def test_the_list_asks_the_same_of_the_database_for_many(
    client: FlaskClient, setting: Setting, count_statements: Counting
) -> None:
    for number in range(6):
        carer = make_carer(setting.person, setting.nurse, f"Carer {number}")
        agree(carer, setting.nurse, *Topic)
        make_note(carer, setting.nurse)
    sign_in(client, setting.priya)
    with count_statements() as statements:
        client.get(f"/people/{setting.person.id}/carers")
    assert len(statements) <= MOST_STATEMENTS


def test_until_somebody_asks_the_overview_does(client: FlaskClient, setting: Setting) -> None:
    question = "Ask Amara: “Who helps you, or whom do you help?”"
    assert question in text(client, setting, "")
    post(client, setting, "carers/asked", {"answer": "not_now", **day("on")})
    assert question not in text(client, setting, "")


def test_a_review_of_the_plan_asks_it_again(client: FlaskClient, setting: Setting) -> None:
    make_plan(setting.person, setting.nurse)
    assert "“Who helps you, or whom do you help?”" in text(client, setting, "plan/review")


def test_today_says_what_waits_and_leads_to_it(client: FlaskClient, setting: Setting) -> None:
    support(setting.person, setting.priya, setting.nurse)
    carer = make_carer(setting.person, setting.nurse)
    make_note(carer, setting.peer, "The canary sang at night")
    agree(carer, setting.nurse, Topic.PLAN, days=3)
    sign_in(client, setting.priya)
    page = client.get("/today").get_data(as_text=True)
    assert "Efua Osei, who helps Amara Osei, told us something" in page
    assert "Ask Amara Osei again what Efua Osei may know" in page
    assert f"/people/{setting.person.id}/carers/{carer.id}/told" in page
    assert "canary" not in page


def test_what_can_not_be_saved_is_said_on_the_same_page(client: FlaskClient, setting: Setting) -> None:
    carer = make_carer(setting.person, setting.nurse)
    note = make_note(carer, setting.nurse, may_see=MayPersonSee.NO)
    too_late = {"topics": ["plan"], "how": "phone", **day("told_on"), **day("review_on", 900)}
    for where, fields, status in (
        ("sharing", too_late, 422),
        ("asked/helps_again", {"said": "She is back"}, 409),
        (f"told/{note.id}/say", {"may_see": "no"}, 409),
        ("edit", {"name_of_carer": "Efua", "is_known": "yes", "best_way": "text", "nevers": "text"}, 422),
        ("edit", {"name_of_carer": "Efua Mensah", "is_known": "yes", "row_version": "99"}, 409),
    ):
        answer = post(client, setting, f"carers/{carer.id}/{where}", fields)
        assert answer.status_code == status, where
        for typed in ("She is back", "Efua Mensah"):
            assert (typed in fields.values()) <= (typed in answer.get_data(as_text=True))


def test_known_carers_are_checked_in_to_a_meeting_by_one_press(client: FlaskClient, setting: Setting) -> None:
    carer = make_carer(setting.person, setting.nurse)
    stranger = make_carer(setting.person, setting.nurse, "Kofi Osei")
    say_of_carer(stranger, SayOfCarer(CarerEventKind.DO_NOT_CONTACT), setting.nurse)
    meeting_id = begin_discussion(setting.person, setting.team, setting.priya).meeting_id
    sign_in(client, setting.priya)
    page = client.get(f"/meetings/{meeting_id}").get_data(as_text=True)
    assert "Efua Osei, who helps Amara Osei, is here" in page
    assert "Amara Osei asked us: please don’t contact Kofi Osei" in page
    assert "Kofi Osei, who helps" not in page
    [form] = [form for form in forms_in(page, "") if carer.name in form.fields.values()]
    assert client.post(form.action, data=form.fields).status_code == 303
    assert "Efua Osei" in client.get(f"/meetings/{meeting_id}").get_data(as_text=True).split('id="here"')[1]
