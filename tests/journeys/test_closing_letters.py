"""Making and sending the closing letter: what stops it, and what is known of it afterwards."""

from datetime import timedelta

import pytest

from livingwell.adjustments.models import Background, Standing, Way
from livingwell.careplans.models import HowSaid
from livingwell.contacts.actions.writing import throw_letter_away
from livingwell.contacts.queries.letters import letter_of
from livingwell.contacts.wording.pdf import can_make_pdf
from livingwell.core.clock import fixed, now, today
from livingwell.core.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from livingwell.delivery.models import DeliveryState
from livingwell.delivery.queries import messages_about
from livingwell.extensions import db
from livingwell.journeys.actions.closing_letters import (
    hand_closing_letter_over,
    prepare_closing_letter,
    send_closing_letter,
)
from livingwell.journeys.actions.papers import say_wishes, tell_carer, write_down_practice
from livingwell.journeys.letter_commands import CarerToldCommand, PracticeCommand, WishCommand
from livingwell.journeys.models import CarerToldKind, EndingKind, Paper
from livingwell.journeys.models.closing_way import ClosingWay, closing_ways
from livingwell.journeys.models.papers import PaperStanding
from livingwell.journeys.queries.papers import carers_told, papers_of, practice_of
from livingwell.people.actions.deaths import record_death
from livingwell.people.commands import RecordDeath
from livingwell.people.models import Topic
from tests.factories.carers import agree, make_carer
from tests.factories.closing import end_support
from tests.factories.closing_letters import (
    closing_command,
    episode_of,
    make_closing_letter,
    make_closing_letter_sent,
    make_practice,
    make_wish,
)
from tests.factories.contacts import tell_preferences
from tests.factories.directory import make_service
from tests.factories.identity import actor_for
from tests.factories.journeys import make_chosen
from tests.factories.letters import link_for, make_reachable
from tests.factories.people import make_own_account
from tests.factories.setting import Setting


@pytest.fixture(autouse=True)
def _reachable(setting: Setting) -> None:
    make_reachable(setting.person)


def letter_standing(setting: Setting) -> PaperStanding:
    return papers_of(episode_of(setting.person).id)[Paper.LETTER]


def send(setting: Setting, letter: object, **given: object) -> None:
    send_closing_letter(letter, setting.person, episode_of(setting.person), setting.nurse, **given)


def test_a_letter_stands_as_made_then_as_gone(setting: Setting) -> None:
    assert not letter_standing(setting).is_made
    letter = make_closing_letter(setting.person, setting.nurse)
    assert letter_standing(setting).is_made
    assert not letter_standing(setting).is_gone
    send(setting, letter)
    assert letter_standing(setting).gone_on == today()
    assert letter_standing(setting).is_settled


def test_it_is_made_in_the_persons_format_and_goes_in_their_way(setting: Setting) -> None:
    tell_preferences(
        setting.person, setting.nurse, {Way.EMAIL: Standing.BEST}, font_points=24, background=Background.YELLOW
    )
    letter = make_closing_letter_sent(setting.person, setting.nurse, ClosingWay.EMAIL)
    assert (letter.way, letter.font_points, letter.background) == (Way.EMAIL, 24, Background.YELLOW)


def test_made_again_before_it_goes_it_is_the_same_letter_in_other_words(setting: Setting) -> None:
    first = make_closing_letter(setting.person, setting.nurse)
    again = make_closing_letter(setting.person, setting.nurse, words="Dear Amara,\n\nOther words.", row_version=1)
    assert again.id == first.id
    assert "Other words." in again.text


def test_two_who_change_it_at_once_lose_nothing(setting: Setting) -> None:
    make_closing_letter(setting.person, setting.nurse)
    make_closing_letter(setting.person, setting.nurse, words="Mine.", row_version=1)
    with pytest.raises(Stale):
        make_closing_letter(setting.person, setting.peer, words="No, mine.", row_version=1)


def test_a_letter_that_has_gone_is_not_made_again(setting: Setting) -> None:
    make_closing_letter_sent(setting.person, setting.nurse)
    with pytest.raises(Conflict):
        make_closing_letter(setting.person, setting.nurse)


def test_one_that_was_thrown_away_leaves_nothing_behind(setting: Setting) -> None:
    throw_letter_away(make_closing_letter(setting.person, setting.nurse), setting.nurse)
    db.session.expire_all()
    assert not letter_standing(setting).is_made


@pytest.mark.parametrize("standing", [Standing.NOT_WANTED, Standing.NOT_SAFE, Standing.ONLY_IF_URGENT])
def test_it_never_goes_a_way_that_they_said_no_to(setting: Setting, standing: Standing) -> None:
    tell_preferences(setting.person, setting.nurse, {Way.LETTER: standing})
    with pytest.raises(Conflict):
        make_closing_letter(setting.person, setting.nurse, ClosingWay.POST)
    assert make_closing_letter(setting.person, setting.nurse, ClosingWay.EMAIL)


def test_a_way_that_became_never_after_it_was_made_stops_it(setting: Setting) -> None:
    letter = make_closing_letter(setting.person, setting.nurse, ClosingWay.POST)
    tell_preferences(setting.person, setting.nurse, {Way.LETTER: Standing.NOT_SAFE})
    with pytest.raises(Conflict):
        send(setting, letter)


def test_somebody_who_wants_no_written_way_is_given_it_by_hand(setting: Setting) -> None:
    never = dict.fromkeys([Way.TEXT, Way.EMAIL, Way.LETTER], Standing.NOT_WANTED)
    tell_preferences(setting.person, setting.nurse, {**never, Way.VISIT: Standing.BEST})
    letter = make_closing_letter(setting.person, setting.nurse, ClosingWay.BY_HAND)
    hand_closing_letter_over(letter, setting.person, episode_of(setting.person), Way.VISIT, setting.nurse)
    assert letter_standing(setting).is_gone


def test_no_closing_letter_goes_by_text(setting: Setting) -> None:
    command = closing_command(ClosingWay.EMAIL)
    text = type(command)(Way.TEXT, "Goodbye")
    with pytest.raises(Conflict):
        prepare_closing_letter(setting.person, episode_of(setting.person), text, link_for, setting.nurse)


def test_a_format_that_changed_since_it_was_made_stops_it_until_it_is_made_again(setting: Setting) -> None:
    letter = make_closing_letter(setting.person, setting.nurse)
    tell_preferences(setting.person, setting.nurse, {Way.LETTER: Standing.BEST}, font_points=24)
    with pytest.raises(Conflict):
        send(setting, letter)
    again = make_closing_letter(setting.person, setting.nurse, row_version=letter.row_version)
    assert again.font_points == 24
    send(setting, again)


def test_a_place_that_nobody_checked_for_too_long_stops_it(setting: Setting) -> None:
    make_chosen(setting.person, setting.nurse, name="", service_id=make_service("The old choir").id)
    letter = make_closing_letter(setting.person, setting.nurse)
    with fixed(now() + timedelta(days=300)):
        with pytest.raises(Conflict, match="The old choir"):
            send(setting, letter)
        with pytest.raises(Conflict, match="The old choir"):
            make_closing_letter(setting.person, setting.nurse)


def test_nobody_who_died_is_written_to(setting: Setting) -> None:
    letter = make_closing_letter(setting.person, setting.nurse)
    record_death(setting.person, RecordDeath("Her sister", today(), None), setting.nurse)
    with pytest.raises(Conflict):
        send(setting, letter)
    with pytest.raises(Conflict):
        make_closing_letter(setting.person, setting.nurse)


def test_no_stranger_makes_or_sends_it(setting: Setting) -> None:
    letter = make_closing_letter(setting.person, setting.nurse)
    with pytest.raises(NotFound):
        make_closing_letter(setting.person, setting.stranger)
    with pytest.raises(NotFound):
        send_closing_letter(letter, setting.person, episode_of(setting.person), setting.stranger)
    with pytest.raises(Forbidden):
        make_closing_letter(setting.person, actor_for(make_own_account(setting.person)))


def test_what_came_back_is_not_gone_and_may_be_written_again(setting: Setting) -> None:
    make_closing_letter_sent(setting.person, setting.nurse, ClosingWay.EMAIL)
    [message] = messages_about(setting.person.id)
    message.delivery.move(DeliveryState.HANDING_OVER)
    message.delivery.move(DeliveryState.REFUSED)
    db.session.commit()
    assert not letter_standing(setting).is_gone
    assert letter_standing(setting).has_come_back
    make_closing_letter_sent(setting.person, setting.nurse, ClosingWay.POST)
    assert letter_standing(setting).is_gone


@pytest.mark.skipif(not can_make_pdf(), reason="WeasyPrint or its libraries are missing here")
def test_what_went_is_kept_as_it_went(setting: Setting) -> None:
    letter = make_closing_letter_sent(setting.person, setting.nurse)
    kept = letter_of(setting.person.id, letter.id)
    before = (kept.text, kept.html, kept.pdf)
    tell_preferences(setting.person, setting.nurse, {Way.LETTER: Standing.BEST}, font_points=24)
    after = letter_of(setting.person.id, letter.id)
    assert (after.text, after.html, after.pdf) == before
    assert "<h2" in after.html


class TestWishes:
    def test_somebody_who_wants_no_letter_gets_none_and_that_settles_it(self, setting: Setting) -> None:
        make_wish(setting.person, setting.nurse, Paper.LETTER)
        assert letter_standing(setting).is_settled
        with pytest.raises(Conflict):
            make_closing_letter(setting.person, setting.nurse)

    def test_a_letter_that_was_made_does_not_go_once_they_do_not_want_it(self, setting: Setting) -> None:
        letter = make_closing_letter(setting.person, setting.nurse)
        make_wish(setting.person, setting.nurse, Paper.LETTER)
        with pytest.raises(Conflict):
            send(setting, letter)

    def test_they_may_want_it_after_all(self, setting: Setting) -> None:
        make_wish(setting.person, setting.nurse, Paper.LETTER, Paper.GP_COPY)
        make_wish(setting.person, setting.nurse, Paper.GP_COPY)
        standings = papers_of(episode_of(setting.person).id)
        assert {paper for paper, each in standings.items() if each.is_not_wanted} == {Paper.GP_COPY}

    def test_what_has_gone_can_not_be_called_back(self, setting: Setting) -> None:
        make_closing_letter_sent(setting.person, setting.nurse)
        with pytest.raises(Conflict):
            make_wish(setting.person, setting.nurse, Paper.LETTER)

    def test_the_person_says_it_themself_and_the_team_reads_it(self, setting: Setting) -> None:
        own = actor_for(make_own_account(setting.person))
        [wish] = say_wishes(episode_of(setting.person), WishCommand(frozenset({Paper.GP_COPY}), HowSaid.BY_PHONE), own)
        assert (wish.how, wish.is_wanted) == (HowSaid.ON_THIS_SCREEN, False)

    def test_nobody_says_it_for_somebody_out_of_reach(self, setting: Setting) -> None:
        with pytest.raises(NotFound):
            make_wish(setting.person, setting.stranger, Paper.LETTER)


class TestPractice:
    def test_the_last_one_stands(self, setting: Setting) -> None:
        make_practice(setting.person, setting.nurse)
        make_practice(setting.person, setting.nurse, name="Canal Surgery")
        assert practice_of(setting.person.id).name == "Canal Surgery"

    @pytest.mark.parametrize(
        ("given", "field"),
        [({"name": " "}, "name"), ({"email": "at the desk"}, "email"), ({"email": "", "address": ""}, "email")],
    )
    def test_it_has_a_name_and_can_be_reached(self, setting: Setting, given: dict[str, str], field: str) -> None:
        usual = {"name": "Weaver Street Surgery", "email": "weaver.street@nhs.net"}
        with pytest.raises(Invalid) as error:
            write_down_practice(episode_of(setting.person), PracticeCommand(**{**usual, **given}), setting.nurse)
        assert field in error.value.messages


class TestCarers:
    def test_only_those_who_may_know_something_are_to_be_told(self, setting: Setting) -> None:
        efua = make_carer(setting.person, setting.nurse)
        make_carer(setting.person, setting.nurse, "Kofi Osei")
        agree(efua, setting.nurse, Topic.PLAN)
        [standing] = carers_told(episode_of(setting.person).id)
        assert (standing.around.carer.name, standing.may_know, standing.is_settled) == (
            "Efua Osei",
            (Topic.PLAN,),
            False,
        )

    @pytest.mark.parametrize(
        ("kind", "is_settled"),
        [(CarerToldKind.TOLD, True), (CarerToldKind.NOT_WANTED, True), (CarerToldKind.COULD_NOT, False)],
    )
    def test_telling_them_settles_it_and_so_does_the_persons_no(
        self, setting: Setting, kind: CarerToldKind, is_settled: bool
    ) -> None:
        efua = make_carer(setting.person, setting.nurse)
        agree(efua, setting.nurse, Topic.PLAN)
        tell_carer(episode_of(setting.person), CarerToldCommand(efua.id, kind, "She was away."), setting.nurse)
        [standing] = carers_told(episode_of(setting.person).id)
        assert standing.is_settled is is_settled

    def test_somebody_who_may_know_nothing_is_not_told(self, setting: Setting) -> None:
        kofi = make_carer(setting.person, setting.nurse, "Kofi Osei")
        with pytest.raises(NotFound):
            tell_carer(episode_of(setting.person), CarerToldCommand(kofi.id, CarerToldKind.TOLD), setting.nurse)


def test_papers_are_read_in_the_same_number_of_statements_however_much_went(
    setting: Setting, count_statements: object
) -> None:
    make_closing_letter_sent(setting.person, setting.nurse)
    episode_id = episode_of(setting.person).id
    with count_statements() as statements:
        papers_of(episode_id)
    assert len(statements) <= 6


def test_by_hand_is_always_a_way_and_the_one_they_like_best_comes_first(setting: Setting) -> None:
    told = tell_preferences(setting.person, setting.nurse, {Way.EMAIL: Standing.BEST, Way.LETTER: Standing.FINE})
    assert closing_ways(told) == (ClosingWay.EMAIL, ClosingWay.POST, ClosingWay.BY_HAND)
    assert closing_ways(None)[-1] is ClosingWay.BY_HAND


@pytest.mark.parametrize("kind", [EndingKind.OWN_DECISION, EndingKind.LOST_CONTACT])
def test_after_support_has_ended_the_letter_can_still_be_written_and_sent(setting: Setting, kind: EndingKind) -> None:
    end_support(setting.person, kind=kind)
    make_closing_letter_sent(setting.person, setting.nurse)
    assert letter_standing(setting).is_gone
