"""The pages of the directory, as a member and a peer use them."""

import re
from datetime import date, timedelta

from livingwell.core.clock import today
from livingwell.core.dates import long_date
from livingwell.directory.models import Feature, Service, ServiceKind
from livingwell.extensions import db
from tests.directory.conftest import Member
from tests.factories.directory import details, make_course, make_service, make_services, make_stale_service, say

TYPED = {"service_name": "Irwell Men’s Shed", "kind": "voluntary", "summary": "Woodwork on Mondays."}


def text_of(html: str) -> str:
    """The words of a page, with single spaces."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def the_service() -> Service:
    return db.session.scalars(db.select(Service)).one()


def test_the_list_says_how_many_there_are_and_pages_through_them(member: Member) -> None:
    make_services([details(f"Service {number:02}") for number in range(30)])
    first = member.sees("/directory")
    assert "30 services" in first
    assert "Showing 1 to 25 of 30" in first
    assert "Service 29" in member.sees("/directory?page=2")
    assert "The list ends before this page" in member.sees("/directory?page=9")


def test_nothing_found_says_what_to_do(member: Member) -> None:
    page = member.sees("/directory?words=pottery")
    assert "Nothing found" in page
    assert "Try fewer words" in page


def test_a_search_keeps_what_was_asked_and_shows_what_is_needed(member: Member) -> None:
    quiet = make_service("Quiet place", kind=ServiceKind.MONEY)
    say(quiet, Feature.QUIET_ROOM, member.actor, is_so=False)
    page = member.sees("/directory?words=place&kind=money&near=M6&need=quiet_room&need=online")
    assert 'value="place"' in page
    assert 'value="money" selected' in page
    assert "Quiet room: not there" in text_of(page)
    assert "Online: not known" in text_of(page)
    assert "No entry tells us where M6 is" in page


def test_what_is_no_postcode_is_told(member: Member) -> None:
    make_service()
    assert "“Salford” is no postcode" in member.sees("/directory?near=Salford")


def test_miles_are_shown(member: Member) -> None:
    make_service("Here", latitude=53.4875, longitude=-2.2901, postcode="M6 5WX")
    make_service("There", latitude=53.4794, longitude=-2.2453, postcode="M3 3AA")
    page = text_of(member.sees("/directory?near=M6"))
    assert "less than 0.1 miles" in page
    assert "1.9 miles" in page


def test_a_new_entry_is_there_and_checked_by_whoever_wrote_it(member: Member) -> None:
    answer = member.client.post(
        "/directory/new",
        data=TYPED | {"ways_in": ["is_drop_in"], "postcode": "m65wx", "position": "53.4875, -2.2901"},
    )
    service = the_service()
    assert answer.location == f"/directory/{service.id}"
    assert (service.postcode, service.latitude, service.is_drop_in) == ("M6 5WX", 53.4875, True)
    page = text_of(member.sees(f"/directory/{service.id}"))
    assert "Woodwork on Mondays." in page
    assert f"Last checked on {long_date(today())} by Priya Mistry" in page
    assert "Without a phone call: going there." in page


def test_a_form_that_is_wrong_says_what_to_do(member: Member) -> None:
    answer = member.client.post("/directory/new", data={"website": "javascript:alert(1)", "position": "north"})
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    for told in ("Enter the name of the service", "with https:// at its beginning", "Enter the place as two numbers"):
        assert told in page
    far = member.client.post("/directory/new", data=TYPED | {"position": "0, 0"})
    assert "Enter a place in the United Kingdom" in far.get_data(as_text=True)


def test_two_who_change_an_entry_are_shown_both_texts(member: Member, peer: Member) -> None:
    service = make_service("Shed", summary="Wood")
    first = TYPED | {"row_version": str(service.row_version), "summary": "Metal"}
    assert peer.client.post(f"/directory/{service.id}/edit", data=first).status_code == 303
    second = member.client.post(f"/directory/{service.id}/edit", data=first | {"summary": "Clay"})
    page = second.get_data(as_text=True)
    assert second.status_code == 409
    assert "Metal" in page
    assert "Clay" in page
    db.session.expire_all()
    assert the_service().summary == "Metal"


def test_an_entry_past_its_time_says_so_until_somebody_has_checked_it(member: Member) -> None:
    service = make_stale_service("Old Harbour")
    path = f"/directory/{service.id}"
    assert "It can’t go into a plan or a letter" in member.sees(path)
    assert "Old Harbour" in member.sees("/directory/due")
    assert member.client.post(f"{path}/checks", data={"how": "went"}).status_code == 303
    page = text_of(member.sees(path))
    assert "It can’t go into a plan" not in page
    assert f"{long_date(today())}: Priya Mistry. Went there" in page
    assert "Old Harbour" not in member.sees("/directory/due")


def test_a_check_needs_one_of_the_ways(member: Member) -> None:
    service = make_service()
    assert member.client.post(f"/directory/{service.id}/checks", data={"how": "x"}).status_code == 400


def test_what_was_never_checked_comes_first_then_the_longest_ago(member: Member) -> None:
    make_service("Later", checked_on=date(2025, 5, 1))
    make_service("Earlier", checked_on=date(2024, 5, 1))
    make_service("Never", is_checked=False)
    make_service("Fresh")
    page = member.sees("/directory/due")
    assert page.index(">Never<") < page.index(">Earlier<") < page.index(">Later<")
    assert ">Fresh<" not in page


def test_withdrawing_needs_a_reason_and_can_be_undone(member: Member) -> None:
    service = make_service("Old Harbour")
    path = f"/directory/{service.id}"
    assert member.client.post(f"{path}/withdrawal", data={"reason": " "}).status_code == 422
    assert member.client.post(f"{path}/withdrawal", data={"reason": "They closed."}).status_code == 303
    page = text_of(member.sees(path))
    assert "Priya Mistry says: “They closed.”" in page
    assert "Old Harbour" in member.sees("/directory?show=gone")
    assert "Old Harbour" not in member.sees("/directory")
    assert member.client.post(f"{path}/checks", data={"how": "went"}).status_code == 409
    assert member.client.post(f"{path}/return").status_code == 303
    assert "Old Harbour" in member.sees("/directory")


def test_people_who_differ_are_both_shown_and_lived_experience_first(member: Member, peer: Member) -> None:
    service = make_service()
    path = f"/directory/{service.id}"
    told = {"feature": "quiet_room", "is_so": "yes", "words": "Ask at the desk."}
    assert member.client.post(f"{path}/features/new", data=told).status_code == 303
    assert peer.client.post(f"{path}/features", data={"feature": "quiet_room", "is_so": "no"}).status_code == 303
    page = text_of(member.sees(path))
    assert "Quiet room People differ: 1 says yes, 1 says no" in page
    assert "Tom Reid Lived experience says no" in page
    assert "Priya Mistry says yes: “Ask at the desk.”" in page


def test_what_somebody_said_in_own_words_can_be_agreed_with(member: Member, peer: Member) -> None:
    service = make_service()
    path = f"/directory/{service.id}"
    own = {"feature": "own", "is_so": "yes", "words": "The kettle is always on."}
    assert peer.client.post(f"{path}/features/new", data=own).status_code == 303
    first = re.search(r'name="about_id" value="([^"]+)"', member.sees(path))
    assert first
    assert member.client.post(f"{path}/features", data={"about_id": first[1], "is_so": "yes"}).status_code == 303
    assert "The kettle is always on. Yes, 2 people say" in text_of(member.sees(path))


def test_a_press_about_nothing_is_refused(member: Member) -> None:
    service = make_service()
    for sent in ({}, {"feature": "x", "is_so": "yes"}, {"feature": "quiet_room", "is_so": "maybe"}):
        assert member.client.post(f"/directory/{service.id}/features", data=sent).status_code == 400


def test_a_course_shows_its_dates_and_how_many_places_were_left_when(member: Member) -> None:
    service = make_service(kind=ServiceKind.RECOVERY_COLLEGE)
    path = f"/directory/{service.id}"
    starts = today() + timedelta(days=7)
    day = {f"starts_on-{part}": str(getattr(starts, part)) for part in ("day", "month", "year")}
    sent = {"title": "Sleeping better", "times": "Tuesdays, 10am", "places_left": "4", **day}
    assert member.client.post(f"{path}/courses/new", data=sent).status_code == 303
    page = text_of(member.sees(path))
    assert f"When {long_date(starts)}" in page
    assert f"Places 4 left, as of {long_date(today())}" in page


def test_a_course_whose_places_nobody_knows_says_so_and_past_ones_fold(member: Member) -> None:
    service = make_service()
    make_course(service, member.actor, "To come")
    make_course(service, member.actor, "Long ago", starts_on=date(2025, 5, 1))
    page = member.sees(f"/directory/{service.id}")
    assert "Places Not known" in text_of(page)
    assert page.index("To come") < page.index("Past courses: 1") < page.index("Long ago")


def test_a_course_that_is_changed_or_taken_off(member: Member) -> None:
    service = make_service()
    course = make_course(service, member.actor, "Pottery")
    path = f"/directory/{service.id}/courses/{course.id}"
    assert "Pottery" in member.sees(f"{path}/edit")
    day = {"starts_on-day": "3", "starts_on-month": "5", "starts_on-year": "2027"}
    sent = {"title": "Clay", "row_version": "1", **day}
    assert member.client.post(f"{path}/edit", data=sent | {"places_left": "x"}).status_code == 422
    assert member.client.post(f"{path}/edit", data=sent).status_code == 303
    assert member.client.post(f"{path}/edit", data=sent).status_code == 409
    assert "1 service" in member.sees("/directory?words=clay")
    assert member.client.post(f"{path}/off").status_code == 303
    assert "None to come that we know of" in member.sees(f"/directory/{service.id}")
    assert member.client.get(f"{path}/edit").status_code == 404


def test_only_an_address_of_the_web_becomes_a_link(member: Member) -> None:
    service = make_service(website="javascript:alert(1)", summary="<script>alert(1)</script>")
    page = member.sees(f"/directory/{service.id}")
    assert 'href="javascript' not in page
    assert "<script>alert" not in page
