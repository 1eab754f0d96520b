"""The sentences of the engagement picture, and where its shapes stand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest

from livingwell.adjustments.models import Standing, Way
from livingwell.contacts.models import AsAsked
from livingwell.contacts.models.engagement import SLOTS, Asked, Engagement, Mark, Result, Tally
from livingwell.contacts.presenters.across import COLUMN, FULL, Room
from livingwell.contacts.presenters.engagement import EngagementPicture
from livingwell.core.clock import fixed
from livingwell.core.dates import long_date
from tests.factories.contacts import THURSDAY
from tests.factories.engagement import AS_ASKED, BEFORE, NOT_AS_ASKED, noon

DAY = date(2026, 6, 1)
ON_3_MARCH = noon(date(2026, 3, 3))
Counted = tuple[Way, AsAsked, Result, int]

TEXT_NEVER_PHONE = Asked(
    ON_3_MARCH, ((Way.TEXT, Standing.BEST), (Way.VISIT, Standing.FINE), (Way.PHONE, Standing.NOT_WANTED))
)
AMARA: tuple[Counted, ...] = (
    (Way.TEXT, AS_ASKED, Result.REACHED, 7),
    (Way.VISIT, AS_ASKED, Result.REACHED, 4),
    (Way.PHONE, NOT_AS_ASKED, Result.NO_REPLY, 5),
    (Way.CLINIC, NOT_AS_ASKED, Result.MISSED, 1),
)


@pytest.fixture(autouse=True)
def _thursday() -> Iterator[None]:
    with fixed(THURSDAY):
        yield


def seen(*counted: Counted, asked: tuple[Asked, ...] = (TEXT_NEVER_PHONE,), peer: str = "Jo Brennan") -> Engagement:
    """What the query would answer; each count stands in a slot of its own."""
    tallies = [Tally(way, verdict, result, count, noon(DAY), noon(DAY)) for way, verdict, result, count in counted]
    marks = [Mark(*vars(tally).values(), slot=number) for number, tally in enumerate(tallies)]
    return Engagement(tallies, marks, asked, peer, THURSDAY, timedelta(days=1))


def test_what_the_person_sent_from_their_own_side_is_said_also_where_nothing_reached_them() -> None:
    quiet = replace(seen((Way.PHONE, NOT_AS_ASKED, Result.NO_REPLY, 5)), sent=7, sent_last_at=noon(DAY))
    once = replace(quiet, sent=1)
    assert EngagementPicture.of(quiet, "Amara").sentences[-1] == (
        f"Amara sent us something from their own account 7 times, the last on {long_date(DAY)}."
    )
    assert "from their own account once on" in EngagementPicture.of(once, "Amara").sentences[-1]


def picture(*counted: Counted, pronouns: str = "she/her", **more: object) -> EngagementPicture:
    return EngagementPicture.of(seen(*counted, **more), "Amara", pronouns)


def said(*counted: Counted, **more: object) -> str:
    return " ".join(picture(*counted, **more).sentences)


def facts(*counted: Counted, **more: object) -> dict[str, str]:
    return {name: value for name, value in picture(*counted, **more).facts if value}


class TestSentences:
    def test_amaras_spring(self) -> None:
        assert said(*AMARA) == (
            "5 of the 6 times we did not reach Amara were phone calls. "
            "Amara asked for texts and never phone calls, on 3 March. "
            "Made the way she asked, 11 of 11 reached her."
        )

    @pytest.mark.parametrize(
        ("pronouns", "ends"),
        [
            ("he/him", "Made the way he asked, 11 of 11 reached him."),
            ("They / them", "Made the way they asked, 11 of 11 reached them."),
            ("", "Made the way Amara asked, 11 of 11 reached Amara."),
            ("xe/xem", "Made the way Amara asked, 11 of 11 reached Amara."),
        ],
    )
    def test_a_pronoun_that_we_dont_have_is_never_guessed(self, pronouns: str, ends: str) -> None:
        assert said(*AMARA, pronouns=pronouns).endswith(ends)

    def test_where_everything_reached(self) -> None:
        assert said(AMARA[0]).startswith("We reached Amara each time: 7 of 7.")

    def test_what_still_waits_is_not_taken_for_reached(self) -> None:
        waiting = (Way.LETTER, AS_ASKED, Result.WAITING, 2)
        assert said(AMARA[0], waiting).startswith("We reached Amara each time that we know of: 7 of 7.")
        assert said(waiting).startswith("We don’t know yet whether anything reached Amara.")

    def test_one_time_and_all_of_several(self) -> None:
        assert said((Way.EMAIL, AS_ASKED, Result.NO_REPLY, 1)).startswith(
            "The one time we did not reach Amara was an e-mail."
        )
        assert said((Way.LETTER, AS_ASKED, Result.NO_REPLY, 3)).startswith(
            "The 3 times we did not reach Amara were all letters."
        )

    def test_where_no_way_stands_out_each_is_counted(self) -> None:
        missed = [(way, AS_ASKED, Result.NO_REPLY, count) for way, count in ((Way.TEXT, 1), (Way.LETTER, 2))]
        told = said(*missed, (Way.VISIT, AS_ASKED, Result.MISSED, 1))
        assert told.startswith("We did not reach Amara 4 times: 2 letters, 1 text and 1 visit.")

    def test_nobody_has_asked_yet(self) -> None:
        assert "Nobody has asked Amara yet how to be reached." in said(AMARA[2], asked=())

    def test_nothing_was_made_as_asked_yet(self) -> None:
        assert said(AMARA[2]).endswith("Nothing we tried was made the way she asked yet.")

    def test_calls_from_before_anybody_asked_are_not_told_as_if_against_it(self) -> None:
        """Beside "never phone calls", they would read as calls that went against it."""
        told = said((Way.PHONE, BEFORE, Result.NO_REPLY, 2), (Way.PHONE, NOT_AS_ASKED, Result.NO_REPLY, 1))
        assert "2 of these were before we had asked." in told
        assert "That was before we had asked." in said((Way.PHONE, BEFORE, Result.NO_REPLY, 1))

    def test_calls_from_when_the_phone_was_fine_are_told_so(self) -> None:
        told = said((Way.PHONE, AS_ASKED, Result.NO_REPLY, 3), (Way.PHONE, BEFORE, Result.NO_REPLY, 1))
        assert "1 of these was before we had asked and 3 of these were as Amara asked at the time." in told

    def test_a_day_of_another_year_has_its_year(self) -> None:
        last_year = Asked(noon(date(2025, 3, 3)), TEXT_NEVER_PHONE.standings)
        assert "on 3 March 2025." in said(*AMARA, asked=(last_year,))

    @pytest.mark.parametrize(
        ("standings", "sentence"),
        [
            (((Way.PHONE, Standing.NOT_SAFE),), "Amara asked for no phone calls, on 3 March."),
            (((Way.LETTER, Standing.BEST),), "Amara asked for letters, on 3 March."),
            (((Way.LETTER, Standing.FINE),), "Amara told us on 3 March how to be reached."),
            (
                (
                    (Way.TEXT, Standing.BEST),
                    (Way.EMAIL, Standing.BEST),
                    (Way.PHONE, Standing.NOT_WANTED),
                    (Way.VOICEMAIL, Standing.NOT_SAFE),
                ),
                "Amara asked for texts and e-mails, and never phone calls or voicemail, on 3 March.",
            ),
        ],
    )
    def test_what_was_asked_is_told_as_it_was(self, standings: tuple[tuple[Way, Standing], ...], sentence: str) -> None:
        assert sentence in said(AMARA[0], asked=(Asked(ON_3_MARCH, standings),))

    def test_no_sentence_blames(self) -> None:
        told = said(*AMARA) + str(picture(*AMARA).facts)
        assert not any(word in told.lower() for word in ("fail", "dna", "engage", "refus", "non-"))


class TestFacts:
    def test_missed_appointments_and_attempts_stand_apart(self) -> None:
        told = facts(*AMARA)
        assert (told["Missed appointments"], told["Attempts that did not reach"]) == ("1", "5")
        assert told["Not as asked"] == "0 of 6 reached"

    def test_who_cancelled_is_told_apart(self) -> None:
        by_us, by_her = (Way.CLINIC, AS_ASKED, Result.CANCELLED_BY_US, 2), (
            Way.CLINIC, AS_ASKED, Result.CANCELLED_BY_PERSON, 1,
        )  # fmt: skip
        told = facts(by_us, by_her)
        assert (told["Cancelled by us"], told["Cancelled by Amara"]) == ("2", "1")
        assert told["Missed appointments"] == "none"

    def test_when_she_reached_us_it_is_said(self) -> None:
        assert facts((Way.TEXT, AS_ASKED, Result.FROM_THE_PERSON, 3))["Amara reached us"] == "3 times"


class TestNotTried:
    def test_what_she_likes_comes_first_and_a_visit_is_with_the_peer(self) -> None:
        assert picture(AMARA[2]).not_tried == (
            "text, a visit with Jo, e-mail, letter, video call, an appointment at the clinic, through somebody else"
        )

    def test_without_a_peer_it_is_a_visit(self) -> None:
        assert "a visit, e-mail" in picture(AMARA[2], peer="").not_tried

    @pytest.mark.parametrize("standing", [Standing.NOT_WANTED, Standing.NOT_SAFE, Standing.ONLY_IF_URGENT])
    def test_what_she_said_no_to_is_never_proposed(self, standing: Standing) -> None:
        asked = Asked(ON_3_MARCH, ((Way.LETTER, standing),))
        assert "letter" not in picture(AMARA[0], asked=(asked,)).not_tried

    def test_what_was_cancelled_was_not_tried(self) -> None:
        assert "a visit with Jo" in picture((Way.VISIT, AS_ASKED, Result.CANCELLED_BY_US, 1)).not_tried

    def test_where_nothing_was_tried_and_nobody_asked_asking_comes_first(self) -> None:
        assert picture(asked=()).not_tried == ""


class TestDrawing:
    def test_shape_and_sign_each_say_one_thing(self) -> None:
        symbols = {spot.symbol for spot in picture(*AMARA).wide.spots}
        assert symbols == {"cr", "dn"}
        assert {key.words for key in picture(*AMARA).key} == {"As asked, reached", "Not as asked, not reached"}

    def test_before_we_asked_has_a_shape_of_its_own(self) -> None:
        assert picture((Way.TEXT, BEFORE, Result.REACHED, 1)).wide.spots[0].symbol == "sr"

    def test_the_most_welcome_way_is_the_first_row_and_never_the_last(self) -> None:
        assert [band.way for band in picture(*AMARA).wide.bands] == ["Text", "Visit", "Clinic", "Phone"]
        assert [band.reached for band in picture(*AMARA).narrow.bands] == ["7 of 7", "4 of 4", "0 of 1", "0 of 5"]

    def test_the_best_way_has_its_row_also_when_nobody_tried_it(self) -> None:
        first = picture(AMARA[2]).wide.bands[0]
        assert (first.way, first.reached) == ("Text", "")

    @pytest.mark.parametrize("room", [FULL, COLUMN])
    def test_no_shape_covers_another(self, room: Room) -> None:
        """Forty slots, two contacts in each that came at its very end and very beginning."""
        start = THURSDAY - SLOTS * timedelta(days=1)
        marks = []
        for slot in range(SLOTS):
            at = start + timedelta(days=slot, hours=23 * (slot % 2 == 0))
            marks.append(Mark(Way.TEXT, AS_ASKED, Result.REACHED, 2, at, at, slot))
        shown = Engagement(marks, marks, (), "", THURSDAY, timedelta(days=1))
        xs = [spot.x for spot in EngagementPicture.of(shown, "Amara", room=room).wide.spots]
        assert min(later - earlier for earlier, later in pairwise(xs)) >= room.shape
        assert room.left <= min(xs) <= max(xs) <= room.left + room.plot + room.shape

    def test_a_shape_that_stands_for_several_says_how_many(self) -> None:
        assert [spot.count for spot in picture(AMARA[0], AMARA[3]).wide.spots] == ["7", ""]

    def test_a_change_of_mind_is_marked_and_the_same_said_again_is_not(self) -> None:
        later, other = Asked(noon(date(2026, 4, 1)), TEXT_NEVER_PHONE.standings), Asked(
            noon(date(2026, 5, 20)), ((Way.LETTER, Standing.BEST),)
        )  # fmt: skip
        shown = picture(*AMARA, asked=(TEXT_NEVER_PHONE, later, other))
        words = [change.words for change in shown.wide.changes]
        assert words == ["3 March: Amara asks for texts, never phone calls", "20 May: Amara asks for letters"]
        assert [" ".join(text for _y, text in telling.lines) for telling in shown.narrow.tellings] == words

    @pytest.mark.parametrize("room", [FULL, COLUMN])
    def test_words_of_changes_stay_on_the_drawing_and_never_run_into_each_other(self, room: Room) -> None:
        days = [date(2026, 5, 20), date(2026, 5, 22), date(2026, 6, 9)]
        ways = (Way.LETTER, Way.TEXT, Way.EMAIL)
        asked = tuple(Asked(noon(day), ((way, Standing.BEST),)) for day, way in zip(days, ways, strict=True))
        changes = EngagementPicture.of(seen(*AMARA, asked=asked), "Amara", room=room).wide.changes
        assert changes[0].y < changes[1].y
        on_one_line = [(one, other) for one, other in combinations(changes, 2) if one.y == other.y]
        assert all(one.text_x + 7 * len(one.words) < other.text_x for one, other in on_one_line)
        assert all(0 <= change.text_x <= room.width - 7 * len(change.words) for change in changes)

    @pytest.mark.parametrize(
        ("days", "labels"),
        [
            (40, ["4 May", "11 May", "18 May", "25 May", "1 June", "8 June"]),
            (200, ["December", "January 2026", "February", "March", "April", "May", "June"]),
            (800, ["Jul 2024", "Oct 2024", "Jan 2025", "Apr 2025", "Jul 2025", "Oct 2025", "Jan 2026", "Apr 2026"]),
            (1200, ["Jul 2023", "Jan 2024", "Jul 2024", "Jan 2025", "Jul 2025", "Jan 2026"]),
            (4000, ["2016", "2018", "2020", "2022", "2024", "2026"]),
        ],
    )
    def test_the_line_is_named_in_weeks_months_or_years(self, days: int, labels: list[str]) -> None:
        one = seen(AMARA[0])
        shown = Engagement(one.tallies, one.marks, (), "", THURSDAY, timedelta(days=days / SLOTS))
        assert [tick.label for tick in EngagementPicture.of(shown, "Amara").wide.ticks] == labels

    def test_of_many_days_each_line_of_the_narrow_drawing_begins_with_its_first(self) -> None:
        start = THURSDAY - timedelta(days=400)
        marks = [
            Mark(Way.TEXT, AS_ASKED, Result.REACHED, 3, at, at + timedelta(days=5), slot)
            for slot in range(SLOTS)
            for at in [start + timedelta(days=10 * slot)]
        ]
        shown = Engagement(marks, marks, (), "", THURSDAY, timedelta(days=10))
        days = [day.label for day in EngagementPicture.of(shown, "Amara").narrow.days]
        assert days[:2] == ["from 7 May", "from 27 May"]
        assert "2026" in days

    def test_the_counts_are_told_to_whoever_hears_it(self) -> None:
        assert picture(*AMARA).description == (
            "7 texts, 7 reached Amara; 5 phone calls, 0 reached Amara; 4 visits, 4 reached Amara; "
            "1 clinic appointment, 0 reached Amara. Amara asked for texts and never phone calls, on 3 March."
        )

    def test_without_contacts_nothing_is_drawn(self) -> None:
        nothing = picture()
        assert (nothing.wide, nothing.narrow, nothing.facts, nothing.span) == (None, None, (), "")
        assert nothing.sentences[0] == "We have not yet recorded a contact with Amara."
