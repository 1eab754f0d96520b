"""Somebody who was given a link and a PIN asks to see the passport."""

from livingwell.audit import record
from livingwell.core.actor import the_system
from livingwell.core.atomic import atomic
from livingwell.extensions import db
from livingwell.passports.actions.sharing import stop
from livingwell.passports.models import PassportShare, ShareOpening, WhyStopped
from livingwell.passports.models.share import MOST_WRONG, VISITOR_NAME
from livingwell.passports.queries.shares import share_to_open

VISITOR = the_system(VISITOR_NAME)


@atomic()
def open_share(token: str, pin: str, browser: str) -> PassportShare | None:
    """The link, where the PIN is right; None where it is wrong. Either is noted, and shown to the person.

    Raises NotFound for a link that is stopped, over, or was never made. Five wrong PINs in a row stop it. Tries that
    arrive together are taken one after the other.
    """
    share = share_to_open(token)
    is_right = share.fits(token, pin)
    share.openings.append(ShareOpening(person_id=share.person_id, is_right=is_right, browser=browser))
    if share.wrong_in_a_row >= MOST_WRONG:
        stop(share, WhyStopped.WRONG_PINS, VISITOR)
    db.session.flush()
    record("open_shared_passport" if is_right else "try_shared_passport", VISITOR, share.person_id)
    return share if is_right else None
