"""The main job, in real browsers: a team meets, discusses eight people, and leaves with plans made together."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from livingwell.core.clock import london_instant, running_from
from tests.factories.importing import CASELOAD
from tests.stories.conftest import NEXT_WEEK, TODAY, Cast
from tests.stories.telling import LIVE, Member

pytestmark = pytest.mark.browser

IN_TWO_DAYS, TOMORROW = TODAY + timedelta(days=2), TODAY + timedelta(days=1)
TO_FIND = {"yasmin": "Yasmin Allen", "jol": "Jol Okafor", "obrien": "Fatima O'Brien", "magda": "Magda Mensah"}

AtAScreen = Callable[..., Member]


def test_a_team_meets_discusses_eight_people_and_leaves_with_plans_made_together(
    cast: Cast, at_a_screen: AtAScreen, check_axe: Callable[[Page], None]
) -> None:
    ruth = at_a_screen(cast.ruth)
    the_caseload_is_imported(ruth)
    agenda = the_agenda_is_made(ruth, chair=cast.priya.name)
    priya, jo = at_a_screen(cast.priya), at_a_screen(cast.jo)
    the_meeting_gathers(priya, jo)

    _yasmin, jol, fatima, magda, *others, last = agenda
    yasmin_is_discussed_in_full(priya, jo, check_axe)
    nothing_changes_for(jol, priya, jo)
    closing_says_what_is_missing(fatima, priya, jo)
    a_referral_is_turned_away(magda, priya, jo)
    for name in others:
        a_short_discussion(name, priya, jo)

    the_minutes_say_who_what_and_by_when(priya, agenda, check_axe)
    the_next_meeting_opens_with_what_was_decided(cast, at_a_screen, changed=others[0], not_reached=last)


def the_caseload_is_imported(ruth: Member) -> None:
    ruth.imports_caseload(CASELOAD)
    ruth.presses("Import 215 people")
    ruth.sees("240 rows done")
    expect(ruth.page.locator(".lw-counts")).to_contain_text("215")
    expect(ruth.page.locator(".lw-counts")).to_contain_text("25")
    ruth.accepts_referrals(all_but="Magda Mensah")


def the_agenda_is_made(ruth: Member, chair: str) -> list[str]:
    """Nine people: four whom somebody asked for, five whom the agenda proposes. Each with a question and a line."""
    ruth.plans_meeting(chair, "10am", "midday")
    agenda = [ruth.finds_and_adds(term, name) for term, name in TO_FIND.items()]
    agenda += [ruth.adds_proposed() for _ in range(5)]
    for name in agenda[:8]:
        reason = "Referral to turn away" if name == "Magda Mensah" else None
        ruth.sets_question(name, f"What would help {name.split()[0]} most?", reason)
    ruth.brings_line(agenda[0], talk_about="The calls. I can't do phone calls.", please_dont="My family")
    for name in agenda[1:8]:
        ruth.says_why_not_asked(name, "Nobody has met them yet")
    return agenda


def the_meeting_gathers(priya: Member, jo: Member) -> None:
    for member in (priya, jo):
        member.goes_to("Meetings")
        member.goes_to("Tuesday 24 November 2026")
    priya.checks_in()
    priya.sees("Nobody with lived experience is here")
    jo.checks_in()
    jo.sees("Lived experience is in the room")


def both_are_at(name: str, priya: Member, jo: Member) -> None:
    """Priya, who chairs, begins the discussion; Jo opens it too."""
    for member in (priya, jo):
        member.opens_meeting()
        member.opens_discussion(name)
    priya.presses("Start")
    expect(priya.page.get_by_role("timer")).to_be_visible()


def yasmin_is_discussed_in_full(priya: Member, jo: Member, check_axe: Callable[[Page], None]) -> None:
    both_are_at("Yasmin Allen", priya, jo)
    the_peer_is_heard_first(priya, jo)
    nobody_who_types_is_disturbed(priya, jo)
    only_whoever_raised_a_challenge_closes_it(priya, jo)
    priya.decides("Text, never call; take the number out of the reminder calls", priya, IN_TWO_DAYS, "They asked us to")
    jo.sees("Text, never call; take the number out of the reminder calls")
    check_axe(priya.page)
    a_goal_is_agreed_and_the_person_says_yes(jo)
    priya.sees("A room where the post gets opened")
    priya.goes_to_closing()
    check_axe(priya.page)
    priya.closes("We will only text you from now on. Jo will come on Thursday.", TOMORROW, teller=jo)
    jo.sees("Closed by")


def the_peer_is_heard_first(priya: Member, jo: Member) -> None:
    """Priya speaks first, but nobody else reads it until lived experience is heard."""
    priya.adds_view("Missed three appointments; we phoned each time")
    jo.sees("1 view is folded")
    jo.does_not_see("Missed three appointments; we phoned each time")
    jo.adds_view("They told us about calls in their first message. We did not listen.")
    jo.sees("Missed three appointments; we phoned each time")
    jo.does_not_see("1 view is folded")
    priya.sees("They told us about calls in their first message. We did not listen.")


def nobody_who_types_is_disturbed(priya: Member, jo: Member) -> None:
    """What Priya adds shows on Jo's screen while Jo types, and Jo loses nothing."""
    words = "They read a text when it suits them, and answer in the evening. " * 3
    box = jo.add_view.get_by_label("Add your view")
    box.press_sequentially(words[:90], delay=5)
    priya.adds_view("Housing arrears are down to one letter")
    box.press_sequentially(words[90:], delay=5)
    jo.sees("Housing arrears are down to one letter")
    expect(box).to_be_focused()
    expect(box).to_have_value(words)
    jo.presses("Add to the round", jo.add_view)
    priya.sees(words.strip())


def only_whoever_raised_a_challenge_closes_it(priya: Member, jo: Member) -> None:
    challenge = "The plan says weekly calls. They can’t take calls."
    jo.adds_view(challenge, is_challenge=True)
    priya.sees(challenge)
    expect(priya.challenge(challenge).get_by_role("button", name="It is answered")).to_have_count(0)
    priya.answers_challenge(challenge, "You are right. Texts, and a visit if they want one.")
    jo.sees("You are right. Texts, and a visit if they want one.")
    jo.closes_challenge(challenge, "Texts it is")
    expect(priya.challenge(challenge)).to_contain_text("Texts it is", timeout=LIVE)


def a_goal_is_agreed_and_the_person_says_yes(jo: Member) -> None:
    """Yasmin is asked by text and answers while the discussion goes on."""
    discussion = jo.page.url
    jo.agrees_goal("Yasmin", "A room where the post gets opened", "Home", baseline=2)
    jo.opens_plan()
    jo.asks_for_agreement("Yasmin", "By text", "Yes. That is what I meant.")
    jo.sees("Agreed with Yasmin on 24 November 2026")
    jo.sees("Yes. That is what I meant.")
    jo.page.goto(discussion)


def nothing_changes_for(name: str, priya: Member, jo: Member) -> None:
    both_are_at(name, priya, jo)
    jo.adds_view("Let the new pattern settle. Nothing is stuck.")
    priya.leaves_it_as_it_is("The new pattern is a week old")
    jo.sees("The new pattern is a week old")
    priya.goes_to_closing()
    priya.closes("We talked about you. Nothing changes for now.", TOMORROW, teller=jo)
    jo.sees("Closed by")


def closing_says_what_is_missing(name: str, priya: Member, jo: Member) -> None:
    both_are_at(name, priya, jo)
    priya.goes_to_closing()
    priya.sees("2 things missing")
    priya.closes("We talked about you today.", TOMORROW, teller=jo)
    priya.sees("2 things missing")
    expect(priya.page.get_by_label("In plain words")).to_have_value("We talked about you today.")
    jo.adds_view("Ask her sister what helps; she comes to everything.")
    jo.decides("Meet Fatima with a BSL interpreter", jo, IN_TWO_DAYS)
    priya.goes_to("Back to the discussion")
    priya.goes_to_closing()
    priya.sees("Nothing is missing")
    priya.page.locator("button[name=then][value=close]").click()
    jo.sees("Closed by")


def a_referral_is_turned_away(name: str, priya: Member, jo: Member) -> None:
    """Only as a discussion's decision: who helps instead, who tells her, and how to come back."""
    both_are_at(name, priya, jo)
    jo.adds_view("She asked for sleep and her mum. The carers’ centre does both.")
    priya.turns_referral_away(
        "Salford Carers’ Centre", "Jo phones on Thursday after 11", "Ring us, no new letter", "A better fit", who=jo
    )
    jo.sees("Salford Carers’ Centre")
    priya.goes_to_closing()
    priya.closes("The carers’ centre will help. You can come back any time.", TOMORROW, teller=jo)
    jo.sees("Closed by")


def a_short_discussion(name: str, priya: Member, jo: Member) -> None:
    both_are_at(name, priya, jo)
    jo.adds_view("Nobody has asked yet what would make it easy to come.")
    priya.sees("Nobody has asked yet what would make it easy to come.")
    priya.decides(f"Meet {name} where it suits them", jo, IN_TWO_DAYS)
    priya.goes_to_closing()
    priya.closes("Jo will be in touch, the way you like.", TOMORROW, teller=jo)
    jo.sees("Closed by")


def the_minutes_say_who_what_and_by_when(priya: Member, agenda: list[str], check_axe: Callable[[Page], None]) -> None:
    priya.opens_meeting()
    priya.presses("Plan next week’s from this one")
    priya.opens_meeting("Tuesday 24 November 2026")
    priya.presses("End the meeting")
    priya.sees("Whoever was not reached is on the next one")
    for name in agenda:
        expect(priya.page.get_by_role("heading", name=name)).to_be_visible()
    decided = priya.page.get_by_role("row", name="Text, never call")
    expect(decided).to_contain_text("Priya Mistry")
    expect(decided).to_contain_text("26 November")
    priya.sees("No change. The new pattern is a week old")
    check_axe(priya.page)


def the_next_meeting_opens_with_what_was_decided(
    cast: Cast, at_a_screen: AtAScreen, changed: str, not_reached: str
) -> None:
    with running_from(london_instant(NEXT_WEEK, 9, 55)):
        ruth = at_a_screen(cast.ruth)
        ruth.goes_to("Meetings")
        ruth.goes_to("Tuesday 1 December 2026")
        expect(ruth.on_agenda(not_reached)).to_be_visible()
        ruth.goes_to("Say what became of them")
        ruth.says_what_became("Text, never call", "Done", "The reminder system has no number for them")
        ruth.says_what_became("Meet Fatima with a BSL interpreter", "Partly", "Met, without the interpreter")
        ruth.says_what_became("Salford Carers’ Centre", "Not done", "Jo was ill")
        ruth.says_what_became(f"Meet {changed}", "Changed", "A link worker goes instead")
        ruth.goes_to("To the agenda")
        decided = ruth.page.get_by_role("region", name="Decided last time")
        for outcome in ("Done", "Partly", "Not done", "Changed"):
            expect(decided.get_by_text(outcome, exact=True)).to_be_visible()
