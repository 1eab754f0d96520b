"""What people see of a member, if that member wishes; and how they reach a team."""

from typing import Any
from uuid import UUID

from flask import Response, make_response

from livingwell.core.atomic import let_go
from livingwell.core.errors import Invalid, NotFound, Stale
from livingwell.core.media.pictures import PICTURE_TYPE, keep_picture
from livingwell.core.media.reading import BROKEN, MOVING, TOO_BIG, WRONG_KIND, Unusable
from livingwell.core.media.store import drop_file, file_kept
from livingwell.drafts.kept import draft_of
from livingwell.identity.actions import introducing
from livingwell.identity.permissions import Permission
from livingwell.identity.policy import require_lead
from livingwell.identity.queries.introducing import introduction_of, team_contact_of
from livingwell.identity.queries.teams import team_by_id
from livingwell.people.forms.introducing import IntroductionForm, PictureForm, TeamContactForm
from livingwell.people.views.blueprint import people
from livingwell.web.conflicts import show_conflict
from livingwell.web.guards import current_actor, needs
from livingwell.web.page import page, see

UNPROCESSABLE = 422
WHY_NOT = {
    TOO_BIG: "This photo is too large. Choose one of up to 20 MB",
    WRONG_KIND: "This is no photo that can be shown. Choose a JPEG, PNG, WebP or HEIC picture",
    BROKEN: "This photo can’t be read. Choose another",
    MOVING: "This picture moves. Choose one that stands still",
}


@people.route("/account/introduction", methods=["GET", "POST"])
@needs(Permission.SEE_PEOPLE)
def edit_introduction() -> Any:
    """Two plain sentences and a photo, either or neither."""
    mine = introduction_of(current_actor().account_id)
    form = IntroductionForm(obj=mine)
    draft = draft_of(form, "edit_introduction")
    if form.validate_on_submit():
        try:
            draft.save(introducing.introduce_myself, form.words.data or "", form.version(), current_actor())
            return see("people.edit_introduction", said="Saved. This is what people see of you.")
        except Stale as stale:
            return show_conflict(stale)
    status = UNPROCESSABLE if form.errors else 200
    return page("people/edit_introduction.html", form=form, draft=draft, mine=mine, status=status)


@people.route("/account/introduction/photo", methods=["GET", "POST"])
@needs(Permission.SEE_PEOPLE)
def edit_own_photo() -> Any:
    """Choose a photo. It is drawn anew, so that nothing hidden in the file is kept."""
    form = PictureForm()
    if form.validate_on_submit() and form.picture.data is not None:
        let_go()  # drawing takes a second, and nobody else is kept waiting meanwhile
        try:
            kept = keep_picture(form.picture.data.stream)
        except Unusable as unusable:
            form.refuse(Invalid({"picture": WHY_NOT[unusable.why]}))
        else:
            before = introducing.show_my_picture(kept.name, kept.small_name, current_actor())
            _let_go(before)
            return see("people.edit_introduction", said="People who meet you see this photo.")
    return page("people/edit_own_photo.html", form=form, status=UNPROCESSABLE if form.errors else 200)


@people.get("/account/introduction/photo/shown")
@needs(Permission.SEE_PEOPLE)
def show_own_photo() -> Response:
    """The photo, for the member alone."""
    mine = introduction_of(current_actor().account_id)
    if mine is None:
        raise NotFound
    response = make_response(file_kept(mine.small_picture))
    response.content_type = PICTURE_TYPE
    return response


@people.post("/account/introduction/end")
@needs(Permission.SEE_PEOPLE)
def end_introduction() -> Response:
    """Show nothing of me any more."""
    _let_go(introducing.take_introduction_away(current_actor()))
    return see("people.edit_introduction", said="People see your name and what you are, and nothing else.")


@people.route("/teams/<uuid:team_id>/contact", methods=["GET", "POST"])
@needs(Permission.INTRODUCE_TEAM)
def edit_team_contact(team_id: UUID) -> Any:
    """How the team is reached, as people see it at home. For its leads."""
    require_lead(current_actor(), team_id)
    form = TeamContactForm(obj=team_contact_of(team_id))
    draft = draft_of(form, "edit_team_contact", None, team_id)
    if form.validate_on_submit():
        try:
            draft.save(_say, team_id, form)
            return see("identity.show_team", team_id=team_id, said="People see this at home from now on.")
        except Stale as stale:
            return show_conflict(stale)
    status = UNPROCESSABLE if form.errors else 200
    return page("people/edit_team_contact.html", form=form, draft=draft, team=team_by_id(team_id), status=status)


def _say(team_id: UUID, form: TeamContactForm) -> Any:
    return introducing.say_how_to_reach_team(
        team_id,
        text_number=form.text_number.data or "",
        phone_number=form.phone_number.data or "",
        reads=form.reads.data or "",
        version=form.version(),
        actor=current_actor(),
    )


def _let_go(names: list[str]) -> None:
    for name in names:
        drop_file(name)
