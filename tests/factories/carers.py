"""Carers for tests."""

from datetime import timedelta

from sqlalchemy import select

from livingwell.carers.actions.notes import tell_as_carer
from livingwell.carers.actions.people import add_carer, add_somebody_helped
from livingwell.carers.actions.sharing import share
from livingwell.carers.commands import CarerDetails, CarerWishes, HelpedDetails, Share, Tell, Told
from livingwell.carers.models import Carer, CarerNote, HowTold, MayPersonSee, SomebodyHelped
from livingwell.core.actor import Actor
from livingwell.core.clock import today
from livingwell.extensions import db
from livingwell.identity.models import Account
from livingwell.people.models import Person, Topic
from tests.factories.people import make_carer_account


def make_carer(
    person: Person, actor: Actor, name: str = "Efua Osei", *, wishes: CarerWishes | None = None, is_known: bool = True
) -> Carer:
    """Somebody who helps the person, as a member writes it down."""
    details = CarerDetails(name, "Sister", "Cooks on Sundays.", is_known_to_person=is_known, wishes=wishes)
    return add_carer(person, details, actor)


def make_carer_with_account(person: Person, *topics: Topic, name: str = "Efua Osei") -> tuple[Carer, Account]:
    """A carer who can come in, and sees these topics."""
    account = make_carer_account(person, *topics, name=name)
    return db.session.scalars(select(Carer).where(Carer.account_id == account.id)).one(), account


def agree(carer: Carer, actor: Actor, *topics: Topic, days: int = 90) -> None:
    """The person told the member that the carer may know these topics, and no other."""
    until = today() + timedelta(days=days)
    share(carer, Share(dict.fromkeys(topics, until), told=Told(HowTold.PHONE)), actor)


def make_note(
    carer: Carer, actor: Actor, words: str = "She has not slept for a week.", may_see: MayPersonSee = MayPersonSee.NO
) -> CarerNote:
    """Something that the carer told us."""
    return tell_as_carer(carer, Tell(words, may_see, HowTold.PHONE), actor)


def make_helped(person: Person, actor: Actor, who: str = "Her grandmother") -> SomebodyHelped:
    """Somebody whom the person helps."""
    return add_somebody_helped(person, HelpedDetails(who, "Shops and cooks."), actor)
