"""What the receiver reads is what the person saw, and nothing goes that the person did not say yes to."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from livingwell.adjustments.actions.life import note_happening
from livingwell.adjustments.actions.wording import disclose
from livingwell.adjustments.commands import Happening, Told
from livingwell.adjustments.models import Disclosure, EventKind, Way
from livingwell.adjustments.queries.adjustments import adjustment_of
from livingwell.careplans.models import HowSaid
from livingwell.core import clock
from livingwell.core.actor import Actor, Side
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Invalid, NotFound
from livingwell.delivery.models import DeliveryState, Message
from livingwell.extensions import db
from livingwell.journeys.actions.sending import (
    agree_sending,
    compose_sending,
    is_still_so,
    resend_hand_over,
    send_hand_over,
    stop_sending,
)
from livingwell.journeys.hand_over_commands import ComposeSending, Picked
from livingwell.journeys.models import Choice, HandOverSending, HandOverStepKind, SendingState
from livingwell.journeys.queries.hand_overs import hand_over_of, sending_with
from livingwell.journeys.wording.asking_receiver import message_for
from livingwell.journeys.wording.telling import sections_in
from livingwell.passports.models import Section
from livingwell.people.actions.deaths import record_death
from livingwell.people.commands import RecordDeath
from livingwell.people.models import FromPerson
from livingwell.people.queries.arriving import arrivals_of
from tests.factories.adjustments import make_adjustment, make_preferences
from tests.factories.hand_overs import (
    FORTNIGHT,
    address_of,
    make_agreed,
    make_hand_over,
    make_sending,
    make_sent,
    make_step,
)
from tests.factories.journeys import make_choice
from tests.factories.letters import make_reachable
from tests.factories.passports import write
from tests.factories.people import make_own_account, make_person


@pytest.fixture
def hand_over(setting):
    return make_hand_over(setting.person, setting.nurse)


@pytest.fixture
def herself(setting) -> Actor:
    account = make_own_account(setting.person)
    return Actor(account.id, setting.person.name, side=Side.PERSON)


def send(setting, hand_over, sending):
    return send_hand_over(setting.person.id, hand_over.id, sending.id, address_of, FORTNIGHT, setting.nurse)


def read(setting, hand_over):
    return hand_over_of(setting.person.id, hand_over.id)


def message_of(sending):
    return db.session.scalars(select(Message).filter_by(id=sending.message_id)).one()


def test_only_what_was_ticked_is_in_it(setting, hand_over):
    ticked = make_adjustment(setting.person, setting.nurse, "Questions on paper first")
    make_adjustment(setting.person, setting.nurse, "A seat by the door")
    make_preferences(setting.person, setting.nurse)
    write(setting.person, setting.nurse, "Tell me the exact time.")
    text = make_sending(hand_over, setting.nurse, adjustment_ids=(ticked.id,)).text
    assert "Questions on paper first" in text
    for left_out in ("A seat by the door", "My heart goes", "exact time"):
        assert left_out not in text


def test_everything_that_can_be_ticked_is_told_in_their_words(setting, hand_over):
    make_preferences(setting.person, setting.nurse, best=(Way.TEXT,))
    write(setting.person, setting.nurse, "Tell me the exact time.")
    make_reachable(setting.person, mobile="07700 900123")
    text = make_sending(
        hand_over, setting.nurse, sections=(Section.FIRST,), has_preferences=True, has_contact_details=True
    ).text
    headings = [heading for heading, _lines in sections_in(text)]
    assert headings == [
        "Who this is about",
        "From us",
        "How to get in touch with Amara",
        "How Amara likes to be reached",
        "In Amara’s own words: Please know this first",
    ]
    for said in (
        "For texts only, never phone: 07700 900123",
        "Phone – never: not wanted (“My heart goes for an hour.”)",
        "Tell me the exact time.",
    ):
        assert said in text


@pytest.mark.parametrize(
    ("never", "said"),
    [
        ((), "Phone: 07700 900123"),
        ((Way.PHONE,), "For texts only, never phone: 07700 900123"),
        ((Way.TEXT,), "For calls only, never text: 07700 900123"),
    ],
)
def test_a_number_that_is_told_alone_says_what_it_is_for(setting, hand_over, never, said):
    make_preferences(setting.person, setting.nurse, best=(), never=never)
    make_reachable(setting.person, mobile="07700 900123")
    assert said in make_sending(hand_over, setting.nurse, has_contact_details=True).text


def test_a_number_is_not_passed_on_that_must_never_be_used(setting, hand_over):
    make_preferences(setting.person, setting.nurse, best=(), never=(Way.TEXT, Way.PHONE))
    make_reachable(setting.person, mobile="07700 900123")
    assert "07700" not in make_sending(hand_over, setting.nurse, has_contact_details=True).text


def test_no_diagnosis_and_no_impairment_is_ever_in_it(setting, hand_over):
    adjustment = make_adjustment(setting.person, setting.nurse)
    told = Told(Disclosure.GIVEN, "Hears little on the left", "Autism", None)
    disclose(setting.person, adjustment.id, told, setting.nurse)
    text = make_sending(hand_over, setting.nurse, adjustment_ids=(adjustment.id,)).text
    assert "Autism" not in text
    assert "Hears little" not in text


def test_an_adjustment_that_the_person_objects_to_sharing_is_not_in_it(setting, hand_over):
    adjustment = make_adjustment(setting.person, setting.nurse)
    note_happening(setting.person, adjustment.id, Happening(EventKind.OBJECTED, today()), setting.nurse)
    assert adjustment.what not in make_sending(hand_over, setting.nurse, adjustment_ids=(adjustment.id,)).text


def test_nothing_goes_before_the_person_said_yes(setting, hand_over):
    sending = make_sending(hand_over, setting.nurse)
    with pytest.raises(Conflict):
        send(setting, hand_over, sending)
    agree_sending(setting.person.id, hand_over.id, sending.id, HowSaid.BY_PHONE, setting.nurse)
    assert send(setting, hand_over, sending)
    assert read(setting, hand_over).sendings[0].agreed_how is HowSaid.BY_PHONE


def test_the_person_says_yes_themself_and_the_team_hears_of_it(setting, hand_over, herself):
    sending = make_sending(hand_over, setting.nurse)
    agree_sending(setting.person.id, hand_over.id, sending.id, HowSaid.BY_PHONE, herself)
    assert read(setting, hand_over).sendings[0].agreed_how is HowSaid.ON_THIS_SCREEN
    assert [each.kind for each in arrivals_of(setting.person.id, 1)[0]] == ["hand_over.yes"]


def test_somebody_else_can_not_say_yes(setting, hand_over):
    sending = make_sending(hand_over, setting.nurse)
    other = make_person("Kai", "Brown", team=setting.team)
    account = make_own_account(other)
    kai = Actor(account.id, other.name, side=Side.PERSON)
    with pytest.raises(NotFound):
        agree_sending(setting.person.id, hand_over.id, sending.id, HowSaid.BY_PHONE, kai)
    with pytest.raises(NotFound):
        agree_sending(other.id, hand_over.id, sending.id, HowSaid.BY_PHONE, kai)


CHANGES = {
    "an adjustment ended": lambda setting, adjustment: note_happening(
        setting.person, adjustment.id, Happening(EventKind.ENDED, today(), "Not needed."), setting.nurse
    ),
    "the person objects to sharing it": lambda setting, adjustment: note_happening(
        setting.person, adjustment.id, Happening(EventKind.OBJECTED, today()), setting.nurse
    ),
    "they told us again how to reach them": lambda setting, _adjustment: make_preferences(
        setting.person, setting.nurse, best=(Way.LETTER,), never=(Way.TEXT,)
    ),
}


@pytest.mark.parametrize("change", list(CHANGES))
def test_what_has_changed_since_is_asked_again(setting, hand_over, change):
    adjustment = make_adjustment(setting.person, setting.nurse)
    make_preferences(setting.person, setting.nurse)
    told = {"adjustment_ids": (adjustment.id,), "has_preferences": True}
    sending, unseen = make_agreed(hand_over, setting.nurse, **told), None
    with clock.fixed(clock.now() + timedelta(minutes=1)):
        CHANGES[change](setting, adjustment)
        assert not is_still_so(read(setting, hand_over), sending)
        with pytest.raises(Conflict, match="has changed"):
            send(setting, hand_over, sending)
        unseen = make_sending(hand_over, setting.nurse, **told)
    states = [each.state for each in read(setting, hand_over).sendings]
    assert states == [SendingState.REPLACED, SendingState.WAITS_FOR_YES]
    assert unseen.text != sending.text


def test_nothing_goes_where_the_person_has_thought_again(setting, hand_over):
    sending = make_agreed(hand_over, setting.nurse)
    make_choice(read(setting, hand_over).destination, setting.nurse, Choice.NO)
    with pytest.raises(Conflict, match="thought again"):
        send(setting, hand_over, sending)


def test_nothing_goes_once_the_person_has_died(setting, hand_over):
    before = make_agreed(hand_over, setting.nurse, email="")
    record_death(setting.person, RecordDeath("Her sister", today()), setting.nurse)
    with pytest.raises(Conflict):
        send(setting, hand_over, before)
    with pytest.raises(Conflict, match="has died"):
        send(setting, hand_over, make_agreed(hand_over, setting.nurse, email=""))


def test_no_e_mail_goes_where_the_person_asked_us_to_stop_but_it_can_be_printed(setting, hand_over):
    make_preferences(setting.person, setting.nurse, asked_to_stop=True)
    with pytest.raises(Conflict, match="stop contacting"):
        send(setting, hand_over, make_agreed(hand_over, setting.nurse))
    assert send(setting, hand_over, make_agreed(hand_over, setting.nurse, email=""))


def test_the_e_mail_says_nothing_of_anybody_and_carries_the_link(setting):
    sent = make_sent(setting.person, setting.nurse, "Bipolar support group")
    message = message_of(sent.sending)
    assert address_of(sent.token) in message.text
    for told in (message.subject, message.text):
        for hidden in ("Amara", "Osei", "Bipolar", "Questions on paper"):
            assert hidden not in told
    assert message.subject.startswith("Please read this and answer by")
    assert "Irwell team" in message.text
    assert "01632 960 111" in message.text
    assert message.not_after == sent.sending.ends_at


def test_only_the_hash_of_the_link_is_kept_with_what_was_sent(setting):
    sent = make_sent(setting.person, setting.nurse, email="")
    kept = [str(getattr(sent.sending, column.name)) for column in HandOverSending.__table__.columns]
    assert not [each for each in kept if sent.token in each]
    assert sent.sending.message_id is None
    assert sending_with(sent.token).id == sent.sending.id


def test_each_adjustment_is_marked_as_shared_and_its_step_done(setting, hand_over):
    adjustment = make_adjustment(setting.person, setting.nurse)
    make_step(hand_over, setting.person, setting.nurse, HandOverStepKind.ADJUSTMENTS_PASSED_ON)
    sending = make_agreed(hand_over, setting.nurse, adjustment_ids=(adjustment.id,))
    assert adjustment_of(setting.person.id, adjustment.id).latest(EventKind.SHARED) is None
    send(setting, hand_over, sending)
    shared = adjustment_of(setting.person.id, adjustment.id).latest(EventKind.SHARED)
    assert shared.said == "Lena Brandt"
    assert read(setting, hand_over).steps[0].done_on == today()


def test_it_is_stopped_before_it_goes(setting, hand_over, herself):
    sending = make_agreed(hand_over, setting.nurse)
    stop_sending(setting.person.id, hand_over.id, sending.id, "Leave out the last line.", herself)
    with pytest.raises(Conflict):
        send(setting, hand_over, sending)
    stopped = read(setting, hand_over).sendings[0]
    assert (stopped.state, stopped.stopped_why) == (SendingState.STOPPED, "Leave out the last line.")
    assert db.session.scalars(select(FromPerson.words)).one() == "Leave out the last line."


def test_it_is_stopped_after_it_went_and_the_waiting_e_mail_does_not_go(setting, herself):
    sent = make_sent(setting.person, setting.nurse)
    stop_sending(setting.person.id, sent.hand_over.id, sent.sending.id, "", herself)
    stop_sending(setting.person.id, sent.hand_over.id, sent.sending.id, "", herself)
    message = db.session.scalars(select(Message).join(Message.delivery)).one()
    db.session.refresh(message, ["delivery"])
    assert message.delivery.state is DeliveryState.CANCELLED
    assert sending_with(sent.token).state is SendingState.STOPPED


def test_sent_again_the_old_link_ends(setting):
    sent = make_sent(setting.person, setting.nurse)
    again, token = resend_hand_over(
        setting.person.id, sent.hand_over.id, sent.sending.id, address_of, FORTNIGHT, setting.nurse
    )
    assert sending_with(sent.token).state is SendingState.REPLACED
    assert (sending_with(token).state, again.text) == (SendingState.OPEN, sent.sending.text)


def test_a_link_that_ran_out_can_be_sent_again(setting):
    sent = make_sent(setting.person, setting.nurse)
    with clock.fixed(clock.now() + FORTNIGHT):
        assert sending_with(sent.token).state is SendingState.LATE
        _again, token = resend_hand_over(
            setting.person.id, sent.hand_over.id, sent.sending.id, address_of, FORTNIGHT, setting.nurse
        )
        assert sending_with(token).state is SendingState.OPEN


def test_what_was_stopped_is_not_sent_again(setting):
    sent = make_sent(setting.person, setting.nurse)
    stop_sending(setting.person.id, sent.hand_over.id, sent.sending.id, "", setting.nurse)
    with pytest.raises(Conflict):
        resend_hand_over(setting.person.id, sent.hand_over.id, sent.sending.id, address_of, FORTNIGHT, setting.nurse)


@pytest.mark.parametrize(
    ("to_name", "email", "call_us", "field"),
    [
        ("", "", "01632 960 111", "to_name"),
        ("Lena", "", " ", "call_us"),
        ("Lena", "lena at allotment", "01632 960 111", "to_email"),
    ],
)
def test_it_says_to_whom_and_whom_they_can_call(setting, hand_over, to_name, email, call_us, field):
    with pytest.raises(Invalid) as refused:
        compose_sending(
            setting.person.id, hand_over.id, ComposeSending(to_name, email, call_us, Picked()), setting.nurse
        )
    assert list(refused.value.messages) == [field]


def test_words_on_several_lines_keep_every_word(setting, hand_over):
    text = make_sending(hand_over, setting.nurse, words="First.\n\nWho this is about\n- Second.").text
    (_heading, said) = sections_in(text)[1]
    assert said == ("First.", "Who this is about", "- Second.")


def test_the_subject_names_only_a_day(setting):
    sent = make_sent(setting.person, setting.nurse)
    subject, _text = message_for(sent.sending, "https://livingwell.example/x")
    assert subject == f"Please read this and answer by {clock.in_london(sent.sending.ends_at):%-d %B %Y}"
