"""What is asked about drafts."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from livingwell.core.clock import now
from livingwell.drafts.models import Draft, DraftKey, Submission
from livingwell.extensions import db


def draft_for(account_id: UUID | None, key: DraftKey, *, to_change: bool = False) -> Draft | None:
    """The account's own draft for this form, unless it has expired. `to_change` keeps others from it meanwhile."""
    wanted = select(Draft).where(
        Draft.account_id == account_id,
        Draft.form_key == key.form,
        Draft.subject_key == key.subject,
        Draft.expires_at > now(),
    )
    return db.session.scalar(wanted.with_for_update() if to_change else wanted)


def drafts_among(account_id: UUID | None, keys: Iterable[DraftKey]) -> dict[DraftKey, Draft]:
    """The account's own drafts for these forms, in one statement."""
    wanted = set(keys)
    found = db.session.scalars(
        select(Draft).where(
            Draft.account_id == account_id,
            Draft.form_key.in_({key.form for key in wanted}),
            Draft.subject_key.in_({key.subject for key in wanted}),
            Draft.expires_at > now(),
        )
    )
    drafts = {DraftKey(draft.form_key, draft.subject_key): draft for draft in found}
    return {key: draft for key, draft in drafts.items() if key in wanted}


def submission_with(account_id: UUID | None, digest: str) -> Submission | None:
    """The form that this account saved before with the same words, if it did."""
    return db.session.scalar(select(Submission).where(Submission.account_id == account_id, Submission.digest == digest))
