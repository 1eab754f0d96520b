"""The words that the stories are told in: what somebody does at a screen, with pages only."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from playwright.sync_api import BrowserContext, Locator, Page, expect

from livingwell.identity.models import Account
from tests.factories.identity import PASSWORD

NewContext = Callable[..., BrowserContext]
LIVE = 8_000
"""How long others' additions may take to show. They take two seconds; a busy machine takes longer."""


def fits(page: Page) -> None:
    """Nothing of the page lies beside the screen."""
    wide, there = page.locator("html").evaluate("page => [page.scrollWidth, page.clientWidth]")
    assert wide <= there, f"{page.url} is {wide} wide on a screen of {there}"


class Member:
    """Somebody of the team at a browser of their own."""

    def __init__(self, account: Account, new_context: NewContext, **settings: object) -> None:
        self.name, self.email = account.name, account.email
        self.page: Page = new_context(**settings).new_page()
        self.page.set_default_timeout(15_000)

    # Going about -----------------------------------------------------------------------------------------------------

    def signs_in(self) -> "Member":
        if "/sign-in" not in self.page.url:
            self.page.goto("/sign-in")
        self.page.get_by_label("E-mail").fill(self.email)
        self.page.get_by_role("textbox", name="Password").fill(PASSWORD)
        self.presses("Sign in")
        expect(self.page.get_by_role("link", name=self.name)).to_be_visible()
        return self

    def goes_to(self, link: str) -> None:
        self.page.get_by_role("link", name=link).first.click()

    def presses(self, button: str, within: Locator | None = None) -> None:
        (within or self.page).get_by_role("button", name=button, exact=True).first.click()

    def unfolds(self, summary: str) -> None:
        """Open what the page keeps folded, unless it is open."""
        found = self.page.locator("details", has=self.page.get_by_text(summary, exact=True)).last
        if found.get_attribute("open") is None:
            found.locator("summary").first.click()

    def writes(self, label: str, words: str) -> None:
        self.page.get_by_label(label).first.fill(words)

    def writes_date(self, legend: str, day: date) -> None:
        group = self.page.get_by_role("group", name=legend)
        for part, number in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
            group.get_by_label(part).fill(str(number))

    def sees(self, words: str) -> None:
        """On the page as it is, or within seconds and without reloading."""
        expect(self.page.get_by_text(words).filter(visible=True).first).to_be_visible(timeout=LIVE)

    def does_not_see(self, words: str) -> None:
        expect(self.page.get_by_text(words)).to_have_count(0)

    # People ----------------------------------------------------------------------------------------------------------

    def imports_caseload(self, file: Path) -> None:
        self.page.goto("/caseloads")
        self.page.get_by_label("Caseload file").set_input_files(file)
        self.presses("Look at the file")

    def accepts_referrals(self, all_but: str) -> None:
        """A page of them in one press; on the page of whoever is left to wait, the others ticked."""
        self.page.goto("/people?show=referred")
        left = self.page.get_by_role("row", name=all_but)
        while self.page.get_by_role("checkbox").count() > left.count():
            if left.count():
                for box in self.page.get_by_role("checkbox").all():
                    box.check()
                left.get_by_role("checkbox").uncheck()
            self.presses("Accept the ticked referrals" if left.count() else "Accept all on this page")
            self.page.wait_for_load_state()

    # The agenda ------------------------------------------------------------------------------------------------------

    def opens_meetings(self) -> None:
        self.goes_to("Meetings")
        expect(self.page.get_by_role("heading", name="Meetings", level=1)).to_be_visible()

    def opens_meeting(self, day: str = "Tuesday 24 November 2026") -> None:
        self.goes_to("Meetings")
        self.goes_to(day)

    def plans_meeting(self, chair: str, starts: str, ends: str) -> None:
        self.opens_meetings()
        self.goes_to("Plan a meeting")
        self.writes("Starts at", starts)
        self.writes("Ends at", ends)
        self.writes("Place", "Weaver Street, room 2")
        chairs = self.page.get_by_label("Chair", exact=True)
        chairs.select_option(label=next(each for each in chairs.locator("option").all_inner_texts() if chair in each))
        self.presses("Put it in the diary")

    def adds_proposed(self) -> str:
        """Put whoever the agenda proposes first on it, in one press; gives the preferred name."""
        proposed = self.page.get_by_role("region", name="Proposed")
        first = proposed.locator("li").first
        name = first.get_by_role("heading").inner_text()
        first.get_by_role("button", name="Add").click()
        expect(self.on_agenda(name)).to_be_visible()
        return name

    def finds_and_adds(self, term: str, name: str) -> str:
        self.writes("Name, or the beginning of any part of it", term)
        self.presses("Find")
        self.page.locator("#find").get_by_role("button", name=f"Add {name}").click()
        expect(self.on_agenda(name)).to_be_visible()
        return name

    def on_agenda(self, name: str) -> Locator:
        agenda = self.page.get_by_role("region", name="Agenda", exact=True)
        return agenda.locator("li", has=self.page.get_by_role("heading", name=name, exact=True))

    def sets_question(self, name: str, question: str, reason: str | None = None) -> None:
        self.on_agenda(name).get_by_role("link", name="Change").click()
        self.writes("The question we want answered", question)
        if reason:
            self.page.get_by_label("Reason", exact=True).select_option(label=reason)
        self.page.get_by_label("knows that we will talk about them").check()
        self.presses("Save")
        expect(self.on_agenda(name)).to_contain_text(question)

    def brings_line(self, name: str, **said: str) -> None:
        """The person's own line for the meeting."""
        self.on_agenda(name).get_by_role("link", name="Own line").click()
        for label, words in said.items():
            self.writes({"talk_about": "Please talk about", "please_dont": "Please don’t talk about"}[label], words)
        self.writes("How they said it", "by text this morning")
        self.presses("Save")
        expect(self.on_agenda(name)).to_contain_text(next(iter(said.values())))

    def says_why_not_asked(self, name: str, why: str) -> None:
        self.on_agenda(name).get_by_role("link", name="Own line").click()
        self.writes("was not asked, because", why)
        self.presses("Save")
        expect(self.on_agenda(name)).to_contain_text(why)

    def checks_in(self) -> None:
        self.presses("I’m here")
        expect(self.page.get_by_role("button", name="I’m here")).to_have_count(0)

    # The discussion --------------------------------------------------------------------------------------------------

    def opens_discussion(self, name: str) -> None:
        self.on_agenda(name).get_by_role("link", name=name, exact=True).click()

    @property
    def round(self) -> Locator:
        return self.page.get_by_role("region", name="2. The round")

    @property
    def add_view(self) -> Locator:
        return self.page.locator("#add-view")

    def adds_view(self, words: str, *, is_challenge: bool = False) -> None:
        """Two presses at most: the words, and whether they are a challenge."""
        self.add_view.get_by_label("Add your view").fill(words)
        if is_challenge:
            self.add_view.get_by_label("This is a challenge").check()
        self.presses("Add to the round", self.add_view)
        self.sees(words)

    def challenge(self, words: str) -> Locator:
        return self.page.locator("article.lw-challenge", has_text=words)

    def answers_challenge(self, words: str, answer: str) -> None:
        challenge = self.challenge(words)
        challenge.get_by_label("Your answer to").fill(answer)
        self.presses("Answer the challenge", challenge)
        expect(self.challenge(words)).to_contain_text(answer)

    def closes_challenge(self, words: str, because: str) -> None:
        challenge = self.challenge(words)
        challenge.get_by_label("What answered it").fill(because)
        self.presses("It is answered", challenge)
        expect(self.challenge(words)).to_contain_text("answered")

    def decides(self, what: str, who: "Member", by: date, why: str = "") -> None:
        form = self.page.locator("#add-decision")
        form.get_by_label("Next decision").fill(what)
        form.get_by_label("Why", exact=True).fill(why)
        form.get_by_label("Who", exact=True).select_option(label=who.name)
        self.writes_date("By when", by)
        self.presses("Add decision", form)
        expect(self.decisions.get_by_role("heading", name=what)).to_be_visible()

    @property
    def decisions(self) -> Locator:
        return self.page.get_by_role("region", name="3. Decisions")

    def leaves_it_as_it_is(self, because: str) -> None:
        """No change, because …"""
        self.unfolds("No change, because …")
        self.page.get_by_label("No change, because").fill(because)
        self.presses("That is the outcome")
        expect(self.decisions).to_contain_text(because)

    def turns_referral_away(self, helped_by: str, told_by: str, way_back: str, why: str, who: "Member") -> None:
        self.goes_to("Turn the referral away")
        self.writes("Who will help instead", helped_by)
        self.writes("or who will and by when", told_by)
        self.writes("can come back", way_back)
        self.writes("Why", why)
        self.page.get_by_label("Who sees to it").select_option(label=who.name)
        self.presses("Turn the referral away")
        expect(self.decisions).to_contain_text(helped_by)

    def goes_to_closing(self) -> None:
        self.page.get_by_role("link", name=re.compile("Write it and close|Change it, or close")).click()
        expect(self.page.get_by_role("heading", name="Closing the discussion")).to_be_visible()

    def closes(self, tells: str, by: date, teller: "Member", how: str = "By text") -> None:
        """Write what the person will be told, and close."""
        self.writes("In plain words", tells)
        self.page.get_by_label("Who tells").select_option(label=teller.name)
        self.page.get_by_label("How", exact=True).fill(how)
        self.writes_date("By when", by)
        self.page.locator("button[name=then][value=close]").click()

    # The plan --------------------------------------------------------------------------------------------------------

    def agrees_goal(self, name: str, words: str, area: str, baseline: int) -> None:
        """Without leaving the discussion."""
        self.unfolds("A goal")
        self.writes(f"The goal, in {name}’s words", words)
        self.page.get_by_label("Whose words").select_option(label=f"{name}’s own words")
        self.page.get_by_label("Part of life").select_option(label=area)
        self.writes(f"How close {name} says it is now", str(baseline))
        self.presses("Add the goal")
        self.sees(words)

    def opens_plan(self) -> None:
        self.goes_to("Whole plan")

    def asks_for_agreement(self, name: str, how: str, words: str) -> None:
        self.presses(f"Ask {name}")
        self.page.get_by_label(f"Yes, {name} agrees").check()
        self.page.get_by_label(f"How did {name} answer?").select_option(label=how)
        self.writes(f"What {name} said, in their words", words)
        self.presses("Save")

    # A week later ----------------------------------------------------------------------------------------------------

    def says_what_became(self, decision: str, outcome: str, why: str) -> None:
        row = self.page.locator("li.lw-follow__ask", has_text=decision)
        row.get_by_text(outcome, exact=True).click()
        row.get_by_label("Why, in a few words").fill(why)
        row.get_by_role("button", name="Save").click()
        expect(self.page.locator("li.lw-follow__ask", has_text=decision)).to_have_count(0)
