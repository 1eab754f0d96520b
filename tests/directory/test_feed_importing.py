"""A feed comes in whole or not at all, keeps what was changed by hand, and withdraws what is gone."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from livingwell.audit.models import AuditEntry
from livingwell.core import clock
from livingwell.core.actor import Actor, Right
from livingwell.core.errors import Conflict, Forbidden, Invalid
from livingwell.directory.actions.feeds.findable import make_some_findable
from livingwell.directory.actions.feeds.going_live import MOST_WOULD_GO, drop_reading, make_live
from livingwell.directory.actions.feeds.said import Entry, FeedStopped, Row
from livingwell.directory.actions.feeds.sources import FileSource
from livingwell.directory.actions.feeds.staging import PATIENCE, read_whole
from livingwell.directory.actions.feeds.starting import begin_reading, keep_feed
from livingwell.directory.actions.feeds.tidying import let_go_of_old_readings
from livingwell.directory.actions.services import bring_back_service, edit_service, withdraw_service
from livingwell.directory.commands import EditService
from livingwell.directory.models import Feed, FeedReading, FeedRow, FeedTurn, ReadingStage, Service, ServiceWithdrawal
from livingwell.directory.queries.feed_comparing import Comparison, compare, kept_by_hand
from livingwell.directory.queries.feeds import live_reading, refusals
from livingwell.directory.queries.search import services_found
from livingwell.directory.queries.services import service_of
from livingwell.directory.sought import Sought
from livingwell.extensions import db
from livingwell.identity.models import Team
from tests.factories.directory import details, make_service
from tests.factories.feeds import as_json, entry, import_entries, read_file
from tests.factories.identity import actor_for, make_account


@pytest.fixture(autouse=True)
def _today(app: Flask) -> Iterator[None]:
    with clock.fixed(datetime(2026, 11, 21, 9, tzinfo=UTC)):
        yield


@pytest.fixture
def lead(team: Team) -> Actor:
    return actor_for(make_account("Ruth Okafor", team=team), team, Right.TEAM_LEAD)


def service(key: str) -> Service:
    return db.session.scalars(select(Service).where(Service.feed_key == key)).one()


def count(model: Any) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def by_hand(key: str, actor: Actor, **told: Any) -> None:
    """A member changes an entry of the feed."""
    found = service(key)
    kept = {name: getattr(found, name) for name in details().__dataclass_fields__}
    edit_service(found.id, EditService(replace(details(), **{**kept, **told}), found.row_version), actor)


def test_nothing_is_live_before_somebody_says_yes(lead: Actor) -> None:
    reading = read_file(as_json([entry("a"), entry("b")]), lead)
    assert reading.stage is ReadingStage.READY
    assert compare(reading) == Comparison(new=2, changed=0, same=0, gone=0, by_hand=0)
    assert count(Service) == 0


def test_a_reading_goes_live_whole(lead: Actor) -> None:
    reading = import_entries([entry("a"), entry("b")], lead)
    assert (reading.stage, reading.came_new, reading.live_by) == (ReadingStage.LIVE, 2, "Ruth Okafor")
    assert {service("a").name, service("b").name} == {"Allotment a", "Allotment b"}
    assert service("a").sort_name == "allotment a"
    assert service("a").last_checked_on is None


def test_updates_are_matched_by_the_feeds_id(lead: Actor) -> None:
    import_entries([entry("a"), entry("b")], lead)
    was = service("a").id, service("a").row_version
    reading = import_entries([entry("a", name="Orchard"), entry("b"), entry("c")], lead)
    assert (reading.came_new, reading.came_changed, reading.went) == (1, 1, 0)
    db.session.expire_all()
    assert (service("a").id, service("a").name, service("a").sort_name) == (was[0], "Orchard", "orchard")
    assert service("a").row_version == was[1] + 1


def test_the_same_id_in_another_feed_is_another_service(lead: Actor) -> None:
    for name in ("Salford", "Manchester"):
        make_live(read_file(as_json([entry("a")]), lead, name).id, lead)
    assert count(Service) == 2


def test_what_is_gone_is_withdrawn_with_why_and_comes_back_with_the_feed(lead: Actor) -> None:
    import_entries([entry("a"), entry("b"), entry("c")], lead)
    import_entries([entry("a"), entry("b")], lead)
    gone = db.session.scalars(select(ServiceWithdrawal)).one()
    assert service("c").withdrawn_on == date(2026, 11, 21)
    assert (gone.service_id, gone.reason) == (service("c").id, "The feed doesn’t hold it any more.")

    import_entries([entry("a"), entry("b"), entry("c")], lead)
    db.session.expire_all()
    assert service("c").withdrawn_on is None
    assert db.session.scalars(select(ServiceWithdrawal)).one().ended_on == date(2026, 11, 21)


def test_what_the_feed_says_is_not_running_is_withdrawn(lead: Actor) -> None:
    import_entries([entry("a"), entry("b")], lead)
    reading = import_entries([entry("a"), entry("b", status="defunct")], lead)
    assert reading.rows_closed == 1
    assert service("b").withdrawn_on is not None


def test_an_entry_whose_row_is_refused_stays_as_it_was(lead: Actor) -> None:
    import_entries([entry("a"), entry("b")], lead)
    import_entries([entry("a", name=""), entry("b")], lead)
    assert (service("a").name, service("a").withdrawn_on) == ("Allotment a", None)
    by_hand("a", lead, cost="Two pounds")
    import_entries([entry("a", name="Orchard"), entry("b")], lead)
    db.session.expire_all()
    assert (service("a").name, service("a").cost) == ("Orchard", "Two pounds")


def test_refused_rows_are_kept_with_their_place_and_reason(lead: Actor) -> None:
    reading = read_file(as_json([entry("a"), "nonsense", entry("b", id=""), entry("a"), entry("c", url="x:y")]), lead)
    assert [(row.number, row.feed_key, row.is_whole, row.reason) for row in refusals(reading.id)] == [
        (2, "", True, "It is not an entry: a service is written as an object with fields."),
        (3, "", True, "It has no id."),
        (4, "a", True, "Another row of the feed has the same id, further up."),
        (5, "c", False, "The website was left out: it can’t be one."),
    ]
    assert (reading.rows_read, reading.rows_refused) == (2, 3)


# What members change by hand.


def test_what_a_member_changed_by_hand_stays_and_the_rest_follows_the_feed(lead: Actor) -> None:
    import_entries([entry("a")], lead)
    by_hand("a", lead, phone="0161 496 0999")
    told = entry("a", wait_time="Two weeks", contacts=[{"phones": [{"number": "0161 496 0111"}]}])
    reading = read_file(as_json([told]), lead)
    [kept] = kept_by_hand(reading, 10)
    assert kept.fields == (("phone", "0161 496 0999", "0161 496 0111"),)
    assert compare(reading).by_hand == 1

    make_live(reading.id, lead)
    db.session.expire_all()
    assert (service("a").phone, service("a").waiting_time) == ("0161 496 0999", "Two weeks")


def test_it_stays_through_every_later_reading_until_it_is_written_as_the_feed_says(lead: Actor) -> None:
    import_entries([entry("a")], lead)
    by_hand("a", lead, waiting_time="A month")
    for weeks in ("Two weeks", "Three weeks"):
        import_entries([entry("a", wait_time=weeks)], lead)
        db.session.expire_all()
        assert service("a").waiting_time == "A month"
    by_hand("a", lead, waiting_time="Three weeks")
    import_entries([entry("a", wait_time="Four weeks")], lead)
    db.session.expire_all()
    assert service("a").waiting_time == "Four weeks"


def test_a_service_that_a_member_withdrew_is_not_brought_back_by_the_feed(lead: Actor) -> None:
    import_entries([entry("a"), entry("b")], lead)
    withdraw_service(service("a").id, "The door was locked", lead)
    import_entries([entry("a", name="Orchard"), entry("b")], lead)
    db.session.expire_all()
    assert service("a").withdrawn_on is not None
    bring_back_service(service("a").id, lead)
    assert service("a").name == "Orchard"


def test_entries_made_by_hand_are_never_touched(lead: Actor) -> None:
    own = make_service("Allotment a")
    import_entries([entry("a")], lead)
    import_entries([entry("b"), entry("a")], lead)
    assert (service_of(own.id).name, service_of(own.id).withdrawn_on, count(Service)) == ("Allotment a", None, 3)


def test_whoever_has_the_entry_open_is_told_that_the_feed_changed_it(lead: Actor) -> None:
    import_entries([entry("a")], lead)
    version = service("a").row_version
    import_entries([entry("a", name="Orchard")], lead)
    with pytest.raises(Conflict):
        edit_service(service("a").id, EditService(details("Mine"), version), lead)


def test_a_day_on_which_the_feeds_people_checked_an_entry_is_a_check(lead: Actor) -> None:
    for day in ("2026-10-01", "2026-10-01", "2026-11-02"):
        import_entries([entry("a", assured_date=day), entry("b", assured_date="soon")], lead)
    db.session.expire_all()
    assert (service("a").last_checked_on, service("a").last_checked_by) == (date(2026, 11, 2), "Salford directory")
    assert service("b").last_checked_on is None


# Whole or not at all.


class Breaks(FileSource):
    """A source that stops after some rows, as a server does."""

    def __init__(self, error: Exception, after: int) -> None:
        super().__init__(io.BytesIO(as_json([entry(str(number)) for number in range(after + 1)])))
        self._error, self._after = error, after

    def rows(self) -> Iterator[tuple[int, Row]]:
        for number, row in super().rows():
            if number > self._after:
                raise self._error
            yield number, row


def begun(actor: Actor) -> FeedReading:
    return begin_reading(keep_feed("Salford directory", "", actor).id, "services.json", actor)


@pytest.mark.parametrize("after", [1, 700])
def test_a_reading_that_stops_half_way_leaves_the_directory_as_it_was(lead: Actor, after: int) -> None:
    import_entries([entry("a")], lead)
    reading = read_whole(begun(lead).id, Breaks(FeedStopped("The server stopped."), after), lead)
    assert (reading.stage, reading.stopped_why) == (ReadingStage.STOPPED, "The server stopped.")
    assert (count(Service), count(FeedRow), count(FeedTurn)) == (1, 1, 0)
    with pytest.raises(Conflict):
        make_live(reading.id, lead)
    assert read_file(as_json([entry("a")]), lead).stage is ReadingStage.READY


def test_a_mistake_of_ours_leaves_it_as_it_was_too(lead: Actor) -> None:
    with pytest.raises(ZeroDivisionError):
        read_whole(begun(lead).id, Breaks(ZeroDivisionError(), 3), lead)
    assert db.session.scalars(select(FeedReading)).one().stopped_why.startswith("Something went wrong on our side.")
    assert (count(FeedRow), count(FeedTurn)) == (0, 0)


def test_an_empty_feed_is_no_feed(lead: Actor) -> None:
    import_entries([entry("a")], lead)
    assert read_file(as_json([]), lead).stopped_why == "The feed holds no services. Nothing was changed."


def test_a_feed_of_which_every_row_is_refused_says_why(lead: Actor) -> None:
    stopped = read_file(as_json([{"id": "a"}, {"id": "b"}]), lead).stopped_why
    assert stopped.startswith("No row of the feed can be used. Nothing was changed. The first was refused: ")
    assert "name" in stopped


def test_most_of_a_feed_goes_only_where_somebody_says_so(lead: Actor) -> None:
    import_entries([entry(str(number)) for number in range(10)], lead)
    reading = read_file(as_json([entry("1")]), lead)
    with pytest.raises(Conflict, match=MOST_WOULD_GO):
        make_live(reading.id, lead)
    assert make_live(reading.id, lead, most_may_go=True).went == 9


def test_two_who_read_one_feed_at_once_are_one_and_one_who_is_told(app: Flask, lead: Actor) -> None:
    feed = keep_feed("Salford directory", "", lead)
    barrier, told = Barrier(2), []

    def reads() -> None:
        with app.app_context():
            barrier.wait()
            try:
                begin_reading(feed.id, "services.json", lead)
                told.append("begun")
            except Conflict as error:
                told.append(str(error))

    threads = [Thread(target=reads) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == ["This feed is being read already, until 9:05am at the least. Wait for it.", "begun"]


def test_another_may_read_once_whoever_read_was_cut_off(lead: Actor) -> None:
    cut_off = begun(lead)
    with clock.fixed(clock.now() + PATIENCE + timedelta(seconds=1)):
        later = read_file(as_json([entry("a")]), lead)
        assert later.stage is ReadingStage.READY
        late = read_whole(cut_off.id, FileSource(io.BytesIO(as_json([entry("b")]))), lead)
    assert (late.stage, late.stopped_why) == (ReadingStage.STOPPED, "A later reading took its place.")
    assert compare(later) == Comparison(1, 0, 0, 0, 0)


def test_two_who_say_yes_at_once_make_it_live_once(lead: Actor) -> None:
    reading = read_file(as_json([entry("a")]), lead)
    make_live(reading.id, lead)
    with pytest.raises(Conflict):
        make_live(reading.id, lead)
    with pytest.raises(Conflict):
        drop_reading(reading.id, lead)


def test_saying_no_changes_nothing(lead: Actor) -> None:
    import_entries([entry("a")], lead)
    reading = read_file(as_json([entry("b")]), lead)
    drop_reading(reading.id, lead)
    assert (count(Service), count(FeedRow)) == (1, 1)
    assert reading.stopped_why == "Ruth Okafor looked at it and did not make it live."
    live = live_reading(reading.feed_id)
    assert live is not None
    assert compare(live).new == 0


def test_a_reading_that_nobody_makes_live_is_let_go(lead: Actor) -> None:
    import_entries([entry("a")], lead)
    reading = read_file(as_json([entry("a"), entry("b")]), lead)
    assert let_go_of_old_readings(clock.now(), lead) == 0
    with clock.fixed(clock.now() + timedelta(days=15)):
        assert let_go_of_old_readings(clock.now() - timedelta(days=14), lead) == 1
    assert (reading.stage, count(FeedRow), count(Service)) == (ReadingStage.STOPPED, 1, 1)


# Who may, and what is written down.


def test_a_member_who_leads_no_team_reads_no_feed(member: Any) -> None:
    with pytest.raises(Forbidden):
        keep_feed("Salford directory", "", member.actor)


def test_every_step_is_in_the_audit_by_who_took_it(lead: Actor) -> None:
    import_entries([entry("a")], lead)
    wanted = ("keep_feed", "begin_feed_reading", "read_feed", "make_feed_live")
    entries = db.session.scalars(select(AuditEntry).where(AuditEntry.verb.in_(wanted)).order_by(AuditEntry.number))
    assert [(each.verb, each.actor_id) for each in entries] == [(verb, lead.account_id) for verb in wanted]


def test_two_readings_of_the_same_have_one_digest(lead: Actor) -> None:
    first = import_entries([entry("a"), entry("b")], lead)
    again = import_entries([entry("a"), entry("b")], lead)
    assert first.digest == again.digest
    assert (again.came_new, again.came_changed, again.went) == (0, 0, 0)


@pytest.mark.parametrize("url", ["ftp://example.org", "javascript:alert(1)", "http://me:word@example.org"])
def test_a_feed_is_named_with_a_web_address(lead: Actor, url: str) -> None:
    with pytest.raises(Invalid):
        keep_feed("Salford directory", url, lead)
    assert count(Feed) == 0


def test_what_a_feed_brought_is_found_by_its_words_once_they_are_kept(lead: Actor) -> None:
    import_entries([entry(str(number), name=f"Orchard {number}") for number in range(300)], lead)
    while make_some_findable():
        pass
    assert services_found(Sought(words="orchard")).count == 300
    assert services_found(Sought(words="growing")).count == 300
    import_entries([entry("0", name="Canal walk"), *(entry(str(n), name=f"Orchard {n}") for n in range(1, 300))], lead)
    assert make_some_findable()
    assert not make_some_findable()
    assert services_found(Sought(words="orchard")).count == 299


def test_going_live_takes_as_many_statements_for_many_as_for_one(lead: Actor, count_statements: Any) -> None:
    one = read_file(as_json([entry("0")]), lead)
    with count_statements() as few:
        make_live(one.id, lead)
    many = read_file(as_json([entry(str(number)) for number in range(1200)]), lead)
    with count_statements() as more:
        make_live(many.id, lead)
    assert len(more) == len(few)


def test_an_entry_says_what_it_says(lead: Actor) -> None:
    assert Entry("a", {"name": "x"}).digest != Entry("a", {"name": "y"}).digest
