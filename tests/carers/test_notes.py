"""What a carer tells us: apart from the record, seen by the person on the carer’s yes alone, and acknowledged."""

from datetime import timedelta

import pytest

from livingwell.carers.actions.notes import acknowledge, change_say, tell_as_carer
from livingwell.carers.commands import Tell
from livingwell.carers.models import HowTold, MayPersonSee
from livingwell.carers.queries.notes import note_of_carer, notes_of_carer, notes_open_to_person, unread_by_carer
from livingwell.core.clock import today
from livingwell.core.errors import Conflict, Forbidden, Invalid, NotFound
from livingwell.identity.models import Profession
from tests.factories.carers import make_carer, make_carer_with_account, make_note
from tests.factories.identity import actor_for
from tests.factories.people import make_own_account, make_person
from tests.factories.setting import Setting
from tests.factories.worklist import support


@pytest.mark.parametrize("say", MayPersonSee)
def test_only_a_yes_of_the_carer_opens_it_to_the_person(setting: Setting, say: MayPersonSee) -> None:
    carer = make_carer(setting.person, setting.nurse)
    make_note(carer, setting.nurse, may_see=say)
    assert len(notes_open_to_person(setting.person.id, carer.id)) == (1 if say is MayPersonSee.YES else 0)


def test_the_carer_may_change_their_mind_and_the_latest_stands(setting: Setting) -> None:
    carer, account = make_carer_with_account(setting.person)
    note = make_note(carer, setting.nurse, may_see=MayPersonSee.YES)
    change_say(carer, note, MayPersonSee.NO, actor_for(account))
    assert notes_open_to_person(setting.person.id, carer.id) == []
    assert [each.may_see for each in note_of_carer(carer.id, note.id).says] == [MayPersonSee.YES, MayPersonSee.NO]
    with pytest.raises(Conflict):
        change_say(carer, note, MayPersonSee.NO, actor_for(account))


def test_a_carer_with_whom_nothing_is_shared_can_tell_us(setting: Setting) -> None:
    carer, account = make_carer_with_account(setting.person)
    note = tell_as_carer(carer, Tell("I am worried", MayPersonSee.ASK_FIRST, HowTold.PHONE), actor_for(account))
    assert (note.how, note.written_by) == (HowTold.OWN_SIDE, "Efua Osei")


def test_one_carer_does_not_speak_for_another(setting: Setting) -> None:
    carer, account = make_carer_with_account(setting.person)
    other, _theirs = make_carer_with_account(setting.person, name="Kofi Osei")
    note = make_note(other, setting.nurse)
    with pytest.raises(Forbidden):
        tell_as_carer(other, Tell("Not mine", MayPersonSee.NO), actor_for(account))
    with pytest.raises(Forbidden):
        change_say(other, note, MayPersonSee.YES, actor_for(account))
    with pytest.raises(NotFound):
        note_of_carer(carer.id, note.id)


def test_the_person_writes_nothing_for_a_carer(setting: Setting) -> None:
    carer = make_carer(setting.person, setting.nurse)
    note = make_note(carer, setting.nurse)
    own = actor_for(make_own_account(setting.person))
    for action in (
        lambda: tell_as_carer(carer, Tell("All is well", MayPersonSee.YES), own),
        lambda: change_say(carer, note, MayPersonSee.YES, own),
        lambda: acknowledge(note, "", own),
    ):
        with pytest.raises(Forbidden):
            action()


def test_it_is_read_once_by_name_and_by_what_they_are(setting: Setting) -> None:
    carer = make_carer(setting.person, setting.nurse)
    note = make_note(carer, setting.nurse)
    assert unread_by_carer(setting.person.id) == {carer.id}
    read = acknowledge(note, " Thank you ", setting.peer)
    assert (read.written_by, read.profession, read.words) == ("Jo Brennan", Profession.PEER_SUPPORT_WORKER, "Thank you")
    assert unread_by_carer(setting.person.id) == set()
    with pytest.raises(Conflict):
        acknowledge(note, "", setting.nurse)


def test_nobody_out_of_reach_reads_or_writes_it(setting: Setting) -> None:
    carer = make_carer(setting.person, setting.nurse)
    note = make_note(carer, setting.nurse)
    with pytest.raises(NotFound):
        acknowledge(note, "", setting.stranger)
    _other, account = make_carer_with_account(make_person("Peter", "Lyle", team=setting.team))
    with pytest.raises(NotFound):
        tell_as_carer(carer, Tell("Hello", MayPersonSee.NO), actor_for(account))


def test_it_needs_words_and_a_day_that_has_been(setting: Setting) -> None:
    carer = make_carer(setting.person, setting.nurse)
    for command in (
        Tell("  ", MayPersonSee.NO),
        Tell("Later", MayPersonSee.NO, HowTold.PHONE, today() + timedelta(days=1)),
    ):
        with pytest.raises(Invalid):
            tell_as_carer(carer, command, setting.nurse)
    assert notes_of_carer(carer.id) == []


def test_what_somebody_who_works_with_the_person_wrote_down_is_read_with_that(setting: Setting) -> None:
    support(setting.person, setting.priya, setting.nurse)
    carer = make_carer(setting.person, setting.nurse)
    theirs, anothers = make_note(carer, setting.nurse), make_note(carer, setting.peer)
    read = note_of_carer(carer.id, theirs.id).read
    assert read is not None
    assert (read.written_by, read.profession) == ("Priya Mistry", Profession.NURSE)
    assert note_of_carer(carer.id, anothers.id).read is None
