"""What the GP gets: what it says, that the person saw it first, and that it goes as it was made."""

import re
from io import BytesIO

import pikepdf
import pytest

from livingwell.adjustments.actions.life import note_happening
from livingwell.adjustments.commands import Happening
from livingwell.adjustments.models import EventKind
from livingwell.careplans import actions as plans
from livingwell.contacts.queries.letters import letter_of
from livingwell.contacts.wording.pdf import can_make_pdf
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Forbidden, Invalid, NotFound
from livingwell.delivery.models import Channel, DeliveryState
from livingwell.delivery.queries import message_in_full, messages_about
from livingwell.extensions import db
from livingwell.journeys.models import GoneHow, Paper
from livingwell.journeys.models.closing_way import ClosingWay
from livingwell.journeys.models.papers import PaperStanding
from livingwell.journeys.queries.paper_asks import ASKS
from livingwell.journeys.queries.papers import paper_of, papers_of
from livingwell.people.actions.deaths import record_death
from livingwell.people.commands import RecordDeath
from livingwell.people.queries.asks import asks
from tests.factories.careplans import make_full_plan, make_hold, make_private_goal
from tests.factories.closing_letters import (
    episode_of,
    make_closing_letter,
    make_closing_letter_sent,
    make_gp_summary,
    make_practice,
    make_sent_to_gp,
    make_shown,
    make_wish,
)
from tests.factories.contacts import make_adjustment, tell_preferences
from tests.factories.identity import actor_for
from tests.factories.journeys import make_chosen
from tests.factories.letters import make_reachable
from tests.factories.people import make_own_account
from tests.factories.setting import Setting

needs_pdf = pytest.mark.skipif(not can_make_pdf(), reason="WeasyPrint or its libraries are missing here")


@pytest.fixture(autouse=True)
def _reachable(setting: Setting) -> None:
    make_reachable(setting.person)


def standing(setting: Setting, paper: Paper) -> PaperStanding:
    return papers_of(episode_of(setting.person).id)[paper]


def headings_in(html: str) -> list[str]:
    return re.findall(r"<h[23][^>]*>(.*?)</h", html)


class TestSummary:
    def test_it_has_the_plans_headings(self, setting: Setting) -> None:
        make_full_plan(setting.person, setting.nurse)
        make_adjustment(setting.person, setting.nurse)
        make_chosen(setting.person, setting.nurse)
        tell_preferences(setting.person, setting.nurse)
        headings = headings_in(make_gp_summary(setting.person, setting.nurse).html)
        assert headings == [
            "What matters to Amara",
            "Needs",
            "Goals and hopes",
            "Goal 1",
            "Goal 1: actions and stage goals",
            "Agreed with, last updated and review",
            "Reasonable adjustments",
            "011 Bespoke",
            "How to contact Amara",
            "Where next",
        ]

    def test_the_safety_plan_is_in_it_only_where_the_person_agrees(self, setting: Setting) -> None:
        make_full_plan(setting.person, setting.nurse)
        without = make_gp_summary(setting.person, setting.nurse)
        assert "Crowds" not in without.html
        within = make_gp_summary(setting.person, setting.nurse, with_safety_plan=True)
        assert "Safety (contingency) plan" in within.html
        assert "Crowds" in within.html

    def test_what_is_held_back_private_or_not_to_be_shared_is_never_in_it(self, setting: Setting) -> None:
        plan = make_full_plan(setting.person, setting.nurse)
        make_private_goal(setting.person, "Sing in front of people")
        kept = make_adjustment(setting.person, setting.nurse, "A talking mat")
        note_happening(setting.person, kept.id, Happening(EventKind.OBJECTED, today()), setting.nurse)
        assert "tram" in make_gp_summary(setting.person, setting.nurse).html
        plans.agree_to_hold_back(plan, make_hold(plan, setting.nurse), setting.peer)
        html = make_gp_summary(setting.person, setting.nurse).html
        for words in ("tram", "Sing", "talking mat", "It would frighten her"):
            assert words not in html

    def test_one_that_was_made_again_leaves_the_first_as_it_was(self, setting: Setting) -> None:
        first = make_gp_summary(setting.person, setting.nurse)
        make_full_plan(setting.person, setting.nurse)
        again = make_gp_summary(setting.person, setting.nurse)
        assert paper_of(setting.person.id, first.id).html != again.html
        assert standing(setting, Paper.GP_SUMMARY).made.id == again.id

    def test_nothing_typed_becomes_markup(self, setting: Setting) -> None:
        make_full_plan(setting.person, setting.nurse)
        make_adjustment(setting.person, setting.nurse, "<script>alert(1)</script>")
        assert "<script>" not in make_gp_summary(setting.person, setting.nurse).html

    @needs_pdf
    def test_as_pdf_it_is_tagged_with_headings_lists_language_and_title(self, setting: Setting) -> None:
        make_full_plan(setting.person, setting.nurse)
        with pikepdf.open(BytesIO(make_gp_summary(setting.person, setting.nurse).pdf or b"")) as pdf:
            tags = {str(each) for each in _tags(pdf.Root.StructTreeRoot)}
            assert {"/H1", "/H2", "/H3", "/L", "/LI"} <= tags
            assert str(pdf.Root.Lang) == "en-GB"
            assert bool(pdf.Root.MarkInfo.Marked)
            assert pdf.open_metadata()["dc:title"] == "Summary for the GP"
            assert pdf.open_metadata()["pdfuaid:part"] == "1"


def _tags(node: pikepdf.Object) -> list[object]:
    found = [node.S] if "/S" in node else []
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            found += _tags(kid)
    return found


class TestShowing:
    def test_nothing_goes_before_the_person_saw_it(self, setting: Setting) -> None:
        make_practice(setting.person, setting.nurse)
        summary = make_gp_summary(setting.person, setting.nurse)
        with pytest.raises(Conflict):
            make_sent_to_gp(setting.person, setting.nurse)
        make_shown(summary, setting.nurse)
        make_sent_to_gp(setting.person, setting.nurse)
        assert standing(setting, Paper.GP_SUMMARY).is_gone

    def test_one_that_was_made_again_is_shown_again(self, setting: Setting) -> None:
        make_practice(setting.person, setting.nurse)
        make_shown(make_gp_summary(setting.person, setting.nurse), setting.nurse)
        make_gp_summary(setting.person, setting.nurse)
        with pytest.raises(Conflict):
            make_sent_to_gp(setting.person, setting.nurse)

    def test_one_that_could_not_be_shown_goes_with_why_and_says_so(self, setting: Setting) -> None:
        make_practice(setting.person, setting.nurse)
        make_shown(make_gp_summary(setting.person, setting.nurse), setting.nurse, None, "Nobody has heard from her.")
        make_sent_to_gp(setting.person, setting.nurse)
        [message] = messages_about(setting.person.id)
        assert "could not show to Amara" in message.text

    def test_but_never_with_a_safety_plan_that_she_has_not_seen(self, setting: Setting) -> None:
        make_practice(setting.person, setting.nurse)
        make_full_plan(setting.person, setting.nurse)
        summary = make_gp_summary(setting.person, setting.nurse, with_safety_plan=True)
        make_shown(summary, setting.nurse, None, "Nobody has heard from her.")
        with pytest.raises(Conflict, match="safety plan"):
            make_sent_to_gp(setting.person, setting.nurse)

    def test_a_why_is_needed(self, setting: Setting) -> None:
        with pytest.raises(Invalid):
            make_shown(make_gp_summary(setting.person, setting.nurse), setting.nurse, None, " ")

    def test_the_person_shows_by_reading_it_themself(self, setting: Setting) -> None:
        own = actor_for(make_own_account(setting.person))
        shown = make_shown(make_gp_summary(setting.person, setting.nurse), own, None)
        assert shown.how is not None


class TestSending:
    def test_the_copy_goes_only_once_the_letter_has_gone(self, setting: Setting) -> None:
        make_practice(setting.person, setting.nurse)
        make_closing_letter(setting.person, setting.nurse)
        with pytest.raises(Conflict):
            make_sent_to_gp(setting.person, setting.nurse)

    @needs_pdf
    def test_the_copy_is_the_letter_byte_for_byte(self, setting: Setting) -> None:
        make_practice(setting.person, setting.nurse)
        letter = make_closing_letter_sent(setting.person, setting.nurse)
        [copy] = make_sent_to_gp(setting.person, setting.nurse)
        message = message_in_full(copy.sending.message_id)
        kept = letter_of(setting.person.id, letter.id)
        assert [(each.name, each.content) for each in message.attachments] == [("letter.pdf", kept.pdf)]
        assert message.text.endswith(kept.text)
        assert copy.text in message.text

    def test_a_letter_that_went_by_e_mail_is_copied_in_its_own_words(self, setting: Setting) -> None:
        make_practice(setting.person, setting.nurse)
        letter = make_closing_letter_sent(setting.person, setting.nurse, ClosingWay.EMAIL)
        [copy] = make_sent_to_gp(setting.person, setting.nurse)
        assert letter.text in message_in_full(copy.sending.message_id).text

    def test_one_e_mail_carries_both_and_its_subject_names_nobody(self, setting: Setting) -> None:
        make_practice(setting.person, setting.nurse)
        make_closing_letter_sent(setting.person, setting.nurse)
        make_shown(make_gp_summary(setting.person, setting.nurse), setting.nurse)
        papers = make_sent_to_gp(setting.person, setting.nurse)
        assert {each.paper for each in papers} == {Paper.GP_COPY, Paper.GP_SUMMARY}
        [message_id] = {each.sending.message_id for each in papers}
        message = message_in_full(message_id)
        assert message.to_address == "weaver.street@nhs.net"
        assert len(message.attachments) == 2
        assert "Amara" not in message.subject
        assert "Osei" not in message.subject

    def test_what_is_printed_here_puts_nothing_in_the_outbox(self, setting: Setting) -> None:
        make_practice(setting.person, setting.nurse, email="")
        make_shown(make_gp_summary(setting.person, setting.nurse), setting.nurse)
        make_sent_to_gp(setting.person, setting.nurse, GoneHow.POSTED)
        assert standing(setting, Paper.GP_SUMMARY).is_gone
        assert messages_about(setting.person.id) == []

    def test_nothing_is_e_mailed_without_an_address_or_after_they_asked_us_to_stop(self, setting: Setting) -> None:
        make_practice(setting.person, setting.nurse, email="")
        make_shown(make_gp_summary(setting.person, setting.nurse), setting.nurse)
        with pytest.raises(Conflict):
            make_sent_to_gp(setting.person, setting.nurse)
        make_practice(setting.person, setting.nurse)
        tell_preferences(setting.person, setting.nurse, {}, asked_to_stop=True)
        with pytest.raises(Conflict, match="Print"):
            make_sent_to_gp(setting.person, setting.nurse)

    def test_what_the_person_does_not_want_is_not_sent(self, setting: Setting) -> None:
        make_practice(setting.person, setting.nurse)
        make_closing_letter_sent(setting.person, setting.nurse)
        make_wish(setting.person, setting.nurse, Paper.GP_COPY)
        with pytest.raises(Conflict):
            make_sent_to_gp(setting.person, setting.nurse)
        assert standing(setting, Paper.GP_COPY).is_settled

    def test_nothing_goes_twice(self, setting: Setting) -> None:
        make_practice(setting.person, setting.nurse)
        make_closing_letter_sent(setting.person, setting.nurse)
        make_sent_to_gp(setting.person, setting.nurse)
        with pytest.raises(Conflict):
            make_sent_to_gp(setting.person, setting.nurse)

    def test_what_came_back_from_the_practice_is_not_gone_and_goes_again(self, setting: Setting) -> None:
        make_practice(setting.person, setting.nurse)
        make_closing_letter_sent(setting.person, setting.nurse)
        make_shown(make_gp_summary(setting.person, setting.nurse), setting.nurse)
        make_sent_to_gp(setting.person, setting.nurse)
        message = next(each for each in messages_about(setting.person.id) if each.channel is Channel.EMAIL)
        message.delivery.move(DeliveryState.HANDING_OVER)
        message.delivery.move(DeliveryState.REFUSED)
        db.session.commit()
        for paper in (Paper.GP_COPY, Paper.GP_SUMMARY):
            assert not standing(setting, paper).is_settled
        assert [each.by for each in asks(setting.nurse, ASKS, 9)] == ["weaver.street@nhs.net"]
        make_sent_to_gp(setting.person, setting.nurse, GoneHow.POSTED)
        for paper in (Paper.GP_COPY, Paper.GP_SUMMARY):
            assert standing(setting, paper).is_gone
        assert asks(setting.nurse, ASKS, 9) == []

    def test_no_practice_nothing_goes(self, setting: Setting) -> None:
        make_closing_letter_sent(setting.person, setting.nurse)
        with pytest.raises(Conflict, match="practice"):
            make_sent_to_gp(setting.person, setting.nurse)

    def test_nothing_is_e_mailed_about_somebody_who_died(self, setting: Setting) -> None:
        make_practice(setting.person, setting.nurse)
        make_closing_letter_sent(setting.person, setting.nurse)
        record_death(setting.person, RecordDeath("Her sister", today(), None), setting.nurse)
        with pytest.raises(Conflict):
            make_sent_to_gp(setting.person, setting.nurse)

    def test_no_stranger_and_not_the_person_sends_it(self, setting: Setting) -> None:
        with pytest.raises(NotFound):
            make_gp_summary(setting.person, setting.stranger)
        with pytest.raises(Forbidden):
            make_gp_summary(setting.person, actor_for(make_own_account(setting.person)))
