"""What is done with entries: each change is checked, held, and recorded; nothing that was said is lost."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import select

from livingwell.audit.models import AuditEntry
from livingwell.core.actor import Actor, Side
from livingwell.core.clock import today
from livingwell.core.dates import months_after
from livingwell.core.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from livingwell.directory.actions.checking import check_service
from livingwell.directory.actions.courses import add_course, edit_course
from livingwell.directory.actions.services import add_service, bring_back_service, edit_service, withdraw_service
from livingwell.directory.commands import CourseDetails, EditCourse, EditService
from livingwell.directory.models import Feature, FeatureView, Service, ServiceCheck, ServiceWord, Standing
from livingwell.directory.policy import require_fresh
from livingwell.directory.queries.features import opinions_of, standings
from livingwell.directory.queries.services import service_of, withdrawals_of
from livingwell.extensions import db
from tests.directory.conftest import Member
from tests.factories.directory import details, make_course, make_service, make_stale_service, note_check_on, say


def words_of_it(service: Service) -> set[str]:
    return set(db.session.scalars(select(ServiceWord.folded).where(ServiceWord.service_id == service.id)))


class TestEntries:
    def test_whoever_adds_one_has_checked_it(self, member: Member) -> None:
        service = add_service(details("Shed", postcode="m65wx"), member.actor)
        assert (service.last_checked_on, service.last_checked_by, service.postcode) == (
            today(),
            "Priya Mistry",
            "M6 5WX",
        )
        require_fresh(service)

    def test_correcting_a_line_is_no_check(self, member: Member) -> None:
        service = make_stale_service()
        edit_service(service.id, EditService(details("Another name")), member.actor)
        with pytest.raises(Conflict):
            require_fresh(service_of(service.id))

    def test_an_entry_is_found_by_the_words_that_it_has_now(self, member: Member) -> None:
        service = make_service("Shed", summary="wood")
        edit_service(service.id, EditService(details("Shed", summary="clay")), member.actor)
        assert "clay" in words_of_it(service)
        assert "wood" not in words_of_it(service)

    def test_an_older_reading_is_refused_with_what_stands(self, member: Member) -> None:
        service = make_service("Shed", summary="wood")
        read = service.row_version
        edit_service(service.id, EditService(details("Shed", summary="clay"), read), member.actor)
        with pytest.raises(Stale) as stale:
            edit_service(service.id, EditService(details("Shed", summary="iron"), read), member.actor)
        assert stale.value.texts["summary"] == "clay"

    @pytest.mark.parametrize(
        ("told", "field"),
        [
            ({"name": " "}, "name"),
            ({"cost": "x" * 501}, "cost"),
            ({"postcode": "x" * 11}, "postcode"),
            ({"summary": "x" * 4001}, "summary"),
            ({"latitude": 0.0, "longitude": 0.0}, "position"),
            ({"latitude": 53.4}, "position"),
        ],
    )
    def test_what_no_entry_can_say_is_refused(self, member: Member, told: dict[str, object], field: str) -> None:
        with pytest.raises(Invalid) as refused:
            add_service(details(**{"name": "Shed", **told}), member.actor)  # type: ignore[arg-type]
        assert list(refused.value.messages) == [field]

    def test_a_withdrawn_one_changes_no_more_and_its_history_stays(self, member: Member, peer: Member) -> None:
        service = make_service()
        withdraw_service(service.id, "The lease ended.", member.actor)
        for change in (
            lambda: edit_service(service.id, EditService(details("x")), member.actor),
            lambda: withdraw_service(service.id, "Again.", member.actor),
            lambda: check_service(service.id, "Rang", member.actor),
            lambda: say(service, Feature.ONLINE, member.actor),
            lambda: make_course(service, member.actor),
            lambda: require_fresh(service_of(service.id)),
        ):
            with pytest.raises(Conflict, match="no longer there"):
                change()
        bring_back_service(service.id, peer.actor)
        [kept] = withdrawals_of(service.id)
        assert (kept.reason, kept.withdrawn_by, kept.ended_by) == ("The lease ended.", "Priya Mistry", "Tom Reid")
        with pytest.raises(Conflict):
            bring_back_service(service.id, peer.actor)

    def test_each_change_is_in_the_audit(self, member: Member) -> None:
        service = add_service(details("Shed"), member.actor)
        check_service(service.id, "Rang", member.actor)
        withdraw_service(service.id, "Closed.", member.actor)
        verbs = db.session.scalars(select(AuditEntry.verb).where(AuditEntry.actor_id == member.account.id)).all()
        assert {"add_service", "check_service", "withdraw_service"} <= set(verbs)

    def test_only_members_change_the_directory(self, app: Flask) -> None:
        service = make_service()
        person = Actor(uuid4(), "Amara Osei", side=Side.PERSON)
        for change in (
            lambda: add_service(details("x"), person),
            lambda: check_service(service.id, "Rang", person),
            lambda: say(service, Feature.ONLINE, person),
            lambda: withdraw_service(service.id, "x", person),
        ):
            with pytest.raises(Forbidden):
                change()


class TestChecks:
    def test_a_check_freshens(self, member: Member) -> None:
        service = make_stale_service("Old Harbour")
        with pytest.raises(Conflict, match=r"Old Harbour was last checked on .* press “I have checked this”"):
            require_fresh(service)
        check_service(service.id, "Went there", member.actor)
        require_fresh(service_of(service.id))

    def test_one_that_nobody_ever_checked_says_so(self, app: Flask) -> None:
        with pytest.raises(Conflict, match="Nobody has checked"):
            require_fresh(make_service(is_checked=False))

    def test_the_last_day_of_its_time_still_holds(self, app: Flask) -> None:
        last = months_after(today(), -6)
        require_fresh(make_service(checked_on=last))
        with pytest.raises(Conflict):
            require_fresh(make_service(checked_on=last - timedelta(days=1)))

    def test_an_earlier_check_is_kept_and_freshens_nothing(self, member: Member) -> None:
        service = make_service(checked_on=date(2026, 5, 1))
        note_check_on(service, date(2025, 1, 1))
        assert service.last_checked_on == date(2026, 5, 1)
        assert len(db.session.scalars(select(ServiceCheck)).all()) == 2

    def test_a_day_to_come_counts_as_today(self, app: Flask) -> None:
        assert make_service(checked_on=today() + timedelta(days=900)).last_checked_on == today()

    def test_a_check_says_how(self, member: Member) -> None:
        with pytest.raises(Invalid):
            check_service(make_service().id, " ", member.actor)


class TestWhatItIsLike:
    def test_a_later_view_takes_the_place_of_the_earlier_which_stays(self, member: Member) -> None:
        service = make_service()
        say(service, Feature.QUIET_ROOM, member.actor)
        say(service, Feature.QUIET_ROOM, member.actor, is_so=False)
        opinion = opinions_of([service.id])[service.id][Feature.QUIET_ROOM]
        assert (len(opinion.yes), len(opinion.no)) == (0, 1)
        assert len(db.session.scalars(select(FeatureView)).all()) == 2

    def test_people_who_differ_leave_it_unknown_and_both_count(self, member: Member, peer: Member) -> None:
        service, other = make_service(), make_service()
        say(service, Feature.QUIET_ROOM, member.actor)
        say(service, Feature.QUIET_ROOM, peer.actor, is_so=False)
        say(other, Feature.QUIET_ROOM, peer.actor, is_so=False)
        opinion = opinions_of([service.id])[service.id][Feature.QUIET_ROOM]
        assert opinion.is_disputed
        assert [view.is_lived for view in (*opinion.yes, *opinion.no)] == [False, True]
        assert standings([service.id, other.id]) == {service.id: {}, other.id: {Feature.QUIET_ROOM: Standing.NOT_MET}}

    def test_words_of_ones_own_are_agreed_with_and_taken_back(self, member: Member, peer: Member) -> None:
        service = make_service()
        first = say(service, None, peer.actor, words="The kettle is always on.")
        say(service, None, member.actor, about_id=first.id)
        say(service, None, peer.actor, about_id=first.id, is_so=False)
        opinion = opinions_of([service.id])[service.id][first.id]
        assert ([view.said_by for view in opinion.yes], [view.said_by for view in opinion.no]) == (
            ["Priya Mistry"],
            ["Tom Reid"],
        )

    def test_a_view_is_about_something_that_was_said_of_this_service(self, member: Member) -> None:
        one, other = make_service(), make_service()
        first = say(one, None, member.actor, words="Warm.")
        listed = say(one, Feature.ONLINE, member.actor)
        for about_id in (uuid4(), listed.id):
            with pytest.raises(NotFound):
                say(one, None, member.actor, about_id=about_id)
        with pytest.raises(NotFound):
            say(other, None, member.actor, about_id=first.id)
        with pytest.raises(Invalid):
            say(one, None, member.actor, words=" ")


class TestCourses:
    def test_places_left_are_dated_when_they_were_counted(self, member: Member) -> None:
        course = make_course(make_service(), member.actor, places_left=4)
        assert (course.places_left, course.counted_on) == (4, today())
        changed = edit_course(
            course.service_id, course.id, EditCourse(CourseDetails("Clay", course.starts_on), 1), member.actor
        )
        assert (changed.places_left, changed.counted_on) == (None, None)

    def test_an_older_reading_is_refused(self, member: Member) -> None:
        course = make_course(make_service(), member.actor)
        command = EditCourse(CourseDetails("Clay", course.starts_on), 1)
        edit_course(course.service_id, course.id, command, member.actor)
        with pytest.raises(Stale):
            edit_course(course.service_id, course.id, command, member.actor)

    def test_a_course_is_of_its_service_alone(self, member: Member) -> None:
        course, other = make_course(make_service(), member.actor), make_service()
        with pytest.raises(NotFound):
            edit_course(other.id, course.id, EditCourse(CourseDetails("x", today())), member.actor)

    @pytest.mark.parametrize(
        ("told", "field"),
        [({"title": ""}, "title"), ({"ends_on": date(2020, 1, 1)}, "ends_on"), ({"places_left": -1}, "places_left")],
    )
    def test_what_no_course_can_be_is_refused(self, member: Member, told: dict[str, object], field: str) -> None:
        with pytest.raises(Invalid) as refused:
            add_course(
                make_service().id,
                CourseDetails(**{"title": "Clay", "starts_on": today(), **told}),  # type: ignore[arg-type]
                member.actor,
            )
        assert list(refused.value.messages) == [field]
