"""The pages of the closing letter: drafted, looked at as it arrives, sent, and never against what they asked."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from livingwell.adjustments.models import Background, Standing, Way
from livingwell.careplans.models import HowSaid
from livingwell.contacts.queries.letters import letter_of, letters_of
from livingwell.core.clock import today
from livingwell.journeys.actions.proposing import say_ready
from livingwell.journeys.closing_commands import SayReady
from livingwell.journeys.models import Paper, ReadyKind
from livingwell.journeys.models.closing_way import ClosingWay
from livingwell.journeys.queries.papers import carers_told, papers_of
from livingwell.people.actions.deaths import record_death
from livingwell.people.commands import RecordDeath
from tests.factories.careplans import make_full_plan
from tests.factories.closing import make_proposal
from tests.factories.closing_letters import (
    episode_of,
    make_carer_who_may_know,
    make_closing_letter,
    make_closing_letter_sent,
    make_gp_summary,
    make_practice,
    make_wish,
)
from tests.factories.contacts import tell_preferences
from tests.factories.discussions import as_member
from tests.factories.letters import make_reachable
from tests.factories.setting import Setting


@pytest.fixture
def priya(app: Flask, setting: Setting) -> FlaskClient:
    make_reachable(setting.person)
    make_full_plan(setting.person, setting.nurse)
    return as_member(app, setting.priya)


def path(setting: Setting, more: str = "") -> str:
    return f"/people/{setting.person.id}/closing-letter{more}"


def reads(client: FlaskClient, setting: Setting, more: str = "") -> str:
    answer = client.get(path(setting, more))
    assert answer.status_code == 200
    return unescape(answer.get_data(as_text=True))


def sends(client: FlaskClient, setting: Setting, more: str, status: int = 303, **fields: object) -> str:
    answer = client.post(path(setting, more), data=fields)
    assert answer.status_code == status
    return unescape(answer.get_data(as_text=True))


def day() -> dict[str, str]:
    return {
        f"{name}-{part}": str(getattr(today(), part))
        for name in ("told_on", "said_on", "shown_on")
        for part in ("day", "month", "year")
    }


def letter_standing(setting: Setting) -> object:
    return papers_of(episode_of(setting.person).id)[Paper.LETTER]


def draft_in(page: str) -> str:
    """What stands in the box."""
    found = re.search(r"<textarea[^>]*name=\"words\"[^>]*>(.*?)</textarea>", page, re.S)
    assert found
    return found[1].lstrip("\n")


def test_it_begins_as_a_draft_from_the_plan_and_goes_as_it_was_looked_at(priya: FlaskClient, setting: Setting) -> None:
    words = draft_in(reads(priya, setting, "/words"))
    assert "“Get the tram into town on my own.”" in words
    sends(priya, setting, "/words", subject="A letter for you to keep", words=words)
    assert "This is how it arrives" in reads(priya, setting, "/preview")
    [letter] = letters_of(setting.person.id)
    sends(priya, setting, "/preview", row_version=letter.row_version)
    assert "Went on" in reads(priya, setting)
    assert letter_of(setting.person.id, letter.id).words == words.strip()


def test_the_ways_on_offer_are_none_that_they_said_no_to(priya: FlaskClient, setting: Setting) -> None:
    tell_preferences(setting.person, setting.nurse, {Way.EMAIL: Standing.BEST, Way.LETTER: Standing.NOT_SAFE})
    page = reads(priya, setting, "/words")
    assert "By e-mail" in page
    assert "By post" not in page
    assert "Printed, and given by hand" in page


def test_a_way_in_the_address_that_they_said_no_to_is_not_taken(priya: FlaskClient, setting: Setting) -> None:
    tell_preferences(setting.person, setting.nurse, {Way.EMAIL: Standing.BEST, Way.LETTER: Standing.NOT_SAFE})
    sends(priya, setting, "/words?way=letter", subject="A letter", words="Dear Amara, thank you.")
    assert letters_of(setting.person.id)[0].way is Way.EMAIL


def test_a_format_that_they_changed_a_minute_ago_is_said_and_the_new_preview_is_one_press_away(
    priya: FlaskClient, setting: Setting
) -> None:
    letter = make_closing_letter(setting.person, setting.nurse)
    tell_preferences(
        setting.person, setting.nurse, {Way.LETTER: Standing.BEST}, font_points=24, background=Background.YELLOW
    )
    page = reads(priya, setting, "/preview")
    assert "Amara has asked for another format since this was made." in page
    assert ">Send it<" not in page
    sends(priya, setting, "/again")
    page = reads(priya, setting, "/preview")
    assert "24 point print" in page.lower()
    assert ">Send it<" in page
    assert letters_of(setting.person.id)[0].id == letter.id


def test_a_format_that_changes_while_it_is_looked_at_stops_the_press(priya: FlaskClient, setting: Setting) -> None:
    letter = make_closing_letter(setting.person, setting.nurse)
    tell_preferences(setting.person, setting.nurse, {Way.LETTER: Standing.BEST}, font_points=24)
    page = sends(priya, setting, "/preview", 409, row_version=letter.row_version)
    assert "Make it again" in page
    assert not letters_of(setting.person.id)[0].is_sent


def test_words_that_judge_are_pointed_out_and_how_easily_it_reads_is_told(priya: FlaskClient, setting: Setting) -> None:
    make_closing_letter(setting.person, setting.nurse, words="Dear Amara,\n\nYou failed to engage and DNA twice.")
    page = reads(priya, setting, "/preview")
    assert "Words that judge" in page
    assert "we have not found the right way to reach you yet" in page


def test_nobody_should_learn_from_a_letter_that_support_ends(priya: FlaskClient, setting: Setting) -> None:
    make_closing_letter(setting.person, setting.nurse)
    assert "talk first" in reads(priya, setting, "/preview")
    proposal = make_proposal(setting.person, setting.nurse)
    assert "talk first" in reads(priya, setting, "/preview")
    say_ready(proposal, SayReady(ReadyKind.NOT_YET, how=HowSaid.IN_PERSON), setting.nurse)
    assert "talk first" not in reads(priya, setting, "/preview")


def test_a_letter_that_is_given_by_hand_says_how(priya: FlaskClient, setting: Setting) -> None:
    letter = make_closing_letter(setting.person, setting.nurse, ClosingWay.BY_HAND)
    assert "Print it, give it to Amara" in reads(priya, setting, "/preview")
    page = sends(priya, setting, "/preview", 422, row_version=letter.row_version)
    assert "Choose how they got it" in page
    sends(priya, setting, "/preview", row_version=letter.row_version, handed="visit")
    assert letter_standing(setting).is_gone


def test_a_letter_that_went_is_not_written_again(priya: FlaskClient, setting: Setting) -> None:
    make_closing_letter_sent(setting.person, setting.nurse)
    assert priya.get(path(setting, "/words")).status_code == 303
    assert priya.get(path(setting, "/preview")).status_code == 303
    sends(priya, setting, "/words", 409, subject="Again", words="Dear Amara, again.")


def test_pressing_send_twice_sends_once(priya: FlaskClient, setting: Setting) -> None:
    letter = make_closing_letter(setting.person, setting.nurse)
    for _ in range(2):
        sends(priya, setting, "/preview", row_version=letter.row_version)
    assert len(letters_of(setting.person.id)) == 1


def test_for_somebody_who_died_there_is_no_letter(priya: FlaskClient, setting: Setting) -> None:
    record_death(setting.person, RecordDeath("Her sister", today(), None), setting.nurse)
    assert "There is no letter to Amara" in reads(priya, setting)
    assert priya.get(path(setting, "/words")).status_code == 303


def test_what_they_do_not_want_is_written_down_in_their_words(priya: FlaskClient, setting: Setting) -> None:
    sends(priya, setting, "/wishes", not_wanted=["gp_copy"], words="My GP need not know.", how="by phone", **day())
    page = reads(priya, setting)
    assert "Amara does not want it." in page
    assert "My GP need not know." in page
    assert "Choose how they told us" in sends(priya, setting, "/wishes", 422, not_wanted=["letter"])


def test_a_carer_is_told_in_words_that_name_only_what_they_may_know(priya: FlaskClient, setting: Setting) -> None:
    carer = make_carer_who_may_know(setting.person, setting.nurse)
    page = reads(priya, setting, f"/carers/{carer.id}")
    assert "You may read the plan" in page
    assert "safety plan stays" not in page
    sends(priya, setting, f"/carers/{carer.id}", kind="told", words="By phone", **day())
    assert carers_told(episode_of(setting.person).id)[0].is_settled


def test_after_a_death_a_carer_is_talked_to_and_no_words_are_ready_to_send(
    priya: FlaskClient, setting: Setting
) -> None:
    carer = make_carer_who_may_know(setting.person, setting.nurse)
    record_death(setting.person, RecordDeath("Her sister", today(), None), setting.nurse)
    page = reads(priya, setting, f"/carers/{carer.id}")
    assert "coming to an end" not in page
    assert "Our support for them stays." in page


def test_the_gp_gets_nothing_before_the_person_saw_it_and_then_all_of_it(priya: FlaskClient, setting: Setting) -> None:
    assert "Write down the GP practice first" in reads(priya, setting, "/gp")
    sends(priya, setting, "/gp/practice", practice="Weaver Street Surgery", email="reception@weaver.example")
    sends(priya, setting, "/gp/summary")
    page = reads(priya, setting, "/gp")
    assert "Show it to Amara before it goes" in page
    assert ">Send it to the GP<" not in page
    summary = papers_of(episode_of(setting.person).id)[Paper.GP_SUMMARY].made
    sends(priya, setting, f"/gp/{summary.id}/shown", seen="seen", how="in person", **day())
    page = reads(priya, setting, "/gp")
    assert "Amara saw it" in page
    assert "does not end in nhs.net" in page
    sends(priya, setting, "/gp", how="email")
    assert papers_of(episode_of(setting.person).id)[Paper.GP_SUMMARY].is_gone


def test_whoever_says_that_it_was_shown_says_how_or_why_not(priya: FlaskClient, setting: Setting) -> None:
    summary = make_gp_summary(setting.person, setting.nurse)
    assert "Choose how Amara saw it" in sends(priya, setting, f"/gp/{summary.id}/shown", 422, seen="seen", **day())
    page = sends(priya, setting, f"/gp/{summary.id}/shown", 422, seen="could_not", **day())
    assert "Say why it could not be shown" in page


def test_a_summary_that_is_not_wanted_is_not_made(priya: FlaskClient, setting: Setting) -> None:
    make_wish(setting.person, setting.nurse, Paper.GP_SUMMARY)
    sends(priya, setting, "/gp/summary", 409)


def test_the_pages_for_the_practice_can_be_printed(priya: FlaskClient, setting: Setting) -> None:
    make_practice(setting.person, setting.nurse)
    make_closing_letter_sent(setting.person, setting.nurse)
    assert "Weaver Street Surgery" in reads(priya, setting, "/gp/cover")
    assert "The letter" in reads(priya, setting, "/gp")


@pytest.mark.parametrize(("more", "most"), [("", 30), ("/words", 55), ("/preview", 45), ("/gp", 40)])
def test_a_page_takes_a_fixed_number_of_statements(
    priya: FlaskClient,
    setting: Setting,
    count_statements: Callable[[], AbstractContextManager[list[str]]],
    more: str,
    most: int,
) -> None:
    make_closing_letter(setting.person, setting.nurse)
    make_gp_summary(setting.person, setting.nurse)
    with count_statements() as statements:
        reads(priya, setting, more)
    assert len(statements) <= most
