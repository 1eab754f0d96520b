"""What meetings and discussions ask for."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from wtforms import ValidationError

from livingwell.careplans.commands import ConsequenceCommand, GoalCommand, StepCommand
from livingwell.careplans.models import ActorKind, ConsequenceArea, LifeArea, WhoseWords
from livingwell.core.clock import in_london, london_instant, today
from livingwell.core.text import LINE, LONG, SHORT
from livingwell.discussions.commands import (
    AddView,
    Answer,
    Decide,
    Guest,
    Place,
    PlanMeeting,
    SayLine,
    TurnAway,
    WriteTelling,
)
from livingwell.discussions.models import (
    DEFAULT_MINUTES,
    LONGEST_MINUTES,
    CaseDiscussion,
    Doer,
    Meeting,
    Outcome,
    Reason,
    Telling,
)
from livingwell.identity.models import Membership
from livingwell.web.fields import (
    CheckboxesField,
    HiddenField,
    NHSDateField,
    NumberField,
    RadioField,
    SelectField,
    TextField,
    WordsField,
    YesField,
)
from livingwell.web.forms import Form
from livingwell.web.times import TimeField

Pairs = list[tuple[str, str]]

REASONS = {
    Reason.NEW: "New",
    Reason.REVIEW: "Review",
    Reason.STUCK: "Stuck",
    Reason.WORRY: "Worry",
    Reason.TURN_AWAY: "Referral to turn away",
    Reason.OTHER: "Other",
}
OUTCOMES = [(outcome.value, outcome.label) for outcome in Outcome]
THEMSELF = Doer.PERSON.value
SOMEBODY_ELSE = Doer.OTHER.value
GUEST_NAME = 60  # three of these fit the 200 characters in which a guest is named


class WholeNumber:
    """Refuses a hidden version that our page did not write."""

    def __call__(self, form: Form, field: Any) -> None:
        if field.data and not (field.data.isdecimal() and len(field.data) < 10):
            raise ValidationError("Open the page again: this form has lost its place")


def version_of(field: Any) -> int | None:
    """The version that the form was made from."""
    return int(field.data) if field.data else None


def members_as_choices(members: Iterable[Membership]) -> Pairs:
    """Members by name, with their profession."""
    return [(str(each.account_id), f"{each.account.name}, {each.account.profession.label}") for each in members]


def names_as_choices(members: Iterable[Membership]) -> Pairs:
    """Members by name alone."""
    return [(str(each.account_id), each.account.name) for each in members]


class MeetingForm(Form):
    """When and where the team meets, who chairs and whom it expects."""

    on = NHSDateField("Date", required="Enter the date of the meeting")
    starts = TimeField("Starts at", required="Enter the time it starts", description="For example, 10am or 14:30")
    ends = TimeField("Ends at", required="Enter the time it ends")
    place = TextField("Place", max_length=SHORT)
    link = TextField("Link for joining by video", max_length=LINE)
    chair = SelectField("Chair", required="Choose who chairs")
    expected = CheckboxesField("Who we expect")
    row_version = HiddenField("Version", validators=[WholeNumber()])

    def offer(self, members: Iterable[Membership]) -> None:
        """Whom the form lets choose: everybody in the team."""
        people = members_as_choices(members)
        self.chair.offer([("", "Choose a person"), *people])
        self.expected.offer(people)

    def validate_link(self, field: Any) -> None:
        if field.data and not field.data.startswith(("https://", "http://")):
            raise ValidationError("Link must begin with https://")

    def validate_ends(self, field: Any) -> None:
        if field.data and self.starts.data and field.data <= self.starts.data:
            raise ValidationError("The meeting must end after it starts")

    def command(self, team_id: UUID) -> PlanMeeting:
        return PlanMeeting(
            team_id=team_id,
            starts_at=self._instant(self.starts),
            ends_at=self._instant(self.ends),
            chair_id=UUID(self.chair.data),
            expected_ids=tuple(UUID(each) for each in self.expected.data or ()),
            place=self.place.data or "",
            link=self.link.data or "",
        )

    def _instant(self, field: Any) -> datetime:
        return london_instant(self.on.data, field.data.hour, field.data.minute)


def meeting_as_data(meeting: Meeting, expected_ids: Iterable[UUID]) -> dict[str, Any]:
    """What the form about a planned meeting begins with."""
    starts, ends = in_london(meeting.starts_at), in_london(meeting.ends_at)
    return {
        "on": starts.date(),
        "starts": starts.time(),
        "ends": ends.time(),
        "place": meeting.place,
        "link": meeting.link,
        "chair": str(meeting.chair_id),
        "expected": [str(each) for each in expected_ids],
        "row_version": str(meeting.row_version),
    }


class PlaceForm(Form):
    """A person's place on the agenda."""

    reason = SelectField(
        "Reason", choices=[(each.value, words) for each, words in REASONS.items()], required="Choose a reason"
    )
    reason_words = TextField("More about the reason", max_length=LINE)
    question = TextField(
        "The question we want answered", max_length=LINE, description="One question, as you would put it to the person"
    )
    minutes = NumberField("Minutes", low=1, high=LONGEST_MINUTES, required="Enter how many minutes it needs")
    brought_by = SelectField("Who brings it", required="Choose who brings it")
    is_person_told = YesField("They know that we will talk about them")
    row_version = HiddenField("Version", validators=[WholeNumber()])

    def offer(self, members: Iterable[Membership]) -> None:
        self.brought_by.offer(members_as_choices(members))

    def command(self) -> Place:
        return Place(
            reason=Reason(self.reason.data),
            brought_by_id=UUID(self.brought_by.data),
            minutes=self.minutes.data or DEFAULT_MINUTES,
            question=self.question.data or "",
            reason_words=self.reason_words.data or "",
            is_person_told=self.is_person_told.data,
            row_version=version_of(self.row_version),
        )


def place_as_data(discussion: CaseDiscussion) -> dict[str, Any]:
    """What the form about a place on the agenda begins with."""
    return {
        "reason": discussion.reason.value,
        "reason_words": discussion.reason_words,
        "question": discussion.question,
        "minutes": discussion.minutes,
        "brought_by": str(discussion.brought_by_id),
        "is_person_told": discussion.is_person_told,
        "row_version": str(discussion.row_version),
    }


class LineForm(Form):
    """What the person says to their discussion, or why they were not asked."""

    talk_about = WordsField("Please talk about", max_length=LONG, rows=2)
    please_dont = WordsField("Please don’t talk about", max_length=LONG, rows=2)
    words = WordsField("Anything else, in their words", max_length=LONG, rows=2)
    how = TextField("How they said it", max_length=SHORT, description="For example, by text on 10 June")
    not_asked_because = WordsField(
        "They were not asked, because", max_length=LONG, rows=2, description="Only if there are no words from them"
    )
    brought_by = SelectField("Brought by", required="Choose who brings it")

    def offer(self, members: Iterable[Membership]) -> None:
        self.brought_by.offer(names_as_choices(members))

    def validate(self, extra_validators: Any = None) -> bool:
        """Words or a reason, and not both: asked here because each of the boxes alone may stay empty."""
        is_fine = bool(super().validate(extra_validators))
        has_words = any(each.data for each in (self.talk_about, self.please_dont, self.words))
        if has_words and self.not_asked_because.data:
            return self._refuse_field(self.not_asked_because, "Write what they said or why they were not asked")
        if not has_words and not self.not_asked_because.data:
            return self._refuse_field(self.talk_about, "Write what they said, or why they were not asked")
        return is_fine

    def command(self) -> SayLine:
        return SayLine(
            brought_by_id=UUID(self.brought_by.data),
            talk_about=self.talk_about.data or "",
            please_dont=self.please_dont.data or "",
            words=self.words.data or "",
            how=self.how.data or "",
            not_asked_because=self.not_asked_because.data or "",
        )

    def _refuse_field(self, field: Any, message: str) -> bool:
        field.errors = [*field.errors, message]
        return False


class FindForm(Form):
    """Part of a name."""

    term = TextField("Find somebody to add", required="Enter the beginning of a name", max_length=SHORT)


class GuestForm(Form):
    """Somebody at the meeting who has no account."""

    name = TextField("Name", required="Enter the guest’s name", max_length=GUEST_NAME)
    role = TextField("Role", max_length=GUEST_NAME)
    organisation = TextField("Organisation", max_length=GUEST_NAME)

    def command(self) -> Guest:
        return Guest(self.name.data, self.role.data or "", self.organisation.data or "")


class CarerForm(Form):
    """A carer of the person is there."""

    carer = TextField("Carer’s name", required="Enter the carer’s name", max_length=GUEST_NAME)


class ViewForm(Form):
    """A view for the round."""

    text = WordsField("Add your view", required="Write the view", max_length=LONG, rows=2)
    is_challenge = YesField("This is a challenge")
    said_by = SelectField("Who said this")
    how = TextField("How, if not in the room", max_length=SHORT)

    def offer(self, speakers: Pairs) -> None:
        """Who can be written down: oneself (`""`), members, the person and guests."""
        self.said_by.offer(speakers)

    def command(self) -> AddView:
        kind, _, chosen = (self.said_by.data or "").partition(":")
        return AddView(
            text=self.text.data,
            is_challenge=self.is_challenge.data,
            said_by_id=UUID(chosen) if kind == "member" else None,
            is_by_person=kind == THEMSELF,
            said_by_guest_id=UUID(chosen) if kind == "guest" else None,
            how=self.how.data or "",
        )


class WordsForm(Form):
    """One box of writing: the answer to a challenge."""

    words = WordsField("Your answer", required="Write your answer", max_length=LONG, rows=2)


class ClosingWordsForm(Form):
    """What whoever raised a challenge says when it is answered."""

    words = TextField("What answered it, if you want to say", max_length=LINE)


class ReasonForm(Form):
    """One reason, on one line."""

    reason = TextField("Because", required="Say why, in a few words", max_length=LINE)


class DecisionForm(Form):
    """One decision: one line, a person and a date."""

    what = TextField("Next decision", required="Write what was decided", max_length=LINE)
    why = TextField("Why", max_length=LINE)
    who = SelectField("Who", required="Choose a person")
    doer_name = TextField("Their name, if somebody else does it", max_length=SHORT)
    by = NHSDateField("By when", required="Enter a date")
    changes = SelectField("Changes in the plan")

    def offer(self, members: Iterable[Membership], name: str, account_id: UUID, lines: Pairs) -> None:
        """Whom and what the form lets choose. What the person does, whoever writes it down stands beside."""
        beside = [(THEMSELF, f"{name}, with you beside them"), (SOMEBODY_ELSE, "Somebody else, with you beside them")]
        self.who.offer([("", "Choose a person"), *names_as_choices(members), *beside])
        self.changes.offer([("", "Nothing in the plan"), *lines])
        self.account_id = account_id

    def validate_doer_name(self, field: Any) -> None:
        if self.who.data == SOMEBODY_ELSE and not field.data:
            raise ValidationError("Enter the name of whoever does it")

    def command(self) -> Decide:
        is_member = self.who.data not in (THEMSELF, SOMEBODY_ELSE)
        kind, _, line = (self.changes.data or "").partition(":")
        return Decide(
            what=self.what.data,
            why=self.why.data or "",
            member_id=UUID(self.who.data) if is_member else self.account_id,
            doer=Doer.MEMBER if is_member else Doer(self.who.data),
            doer_name=(self.doer_name.data or "") if self.who.data == SOMEBODY_ELSE else "",
            by_on=self.by.data,
            goal_id=UUID(line) if kind == "goal" else None,
            step_id=UUID(line) if kind == "step" else None,
        )


class TurnAwayForm(Form):
    """The decision that a referral is not for this team, with what the person is owed."""

    helped_instead_by = TextField("Who will help instead", required="Say who will help instead", max_length=LINE)
    told_by = TextField("Who told them, or who will and by when", required="Say who tells them", max_length=LINE)
    way_back = TextField("How they can come back", required="Say how they can come back", max_length=LINE)
    why = TextField("Why", required="Say why", max_length=LINE)
    who = SelectField("Who sees to it", required="Choose a person")
    by = NHSDateField("By when", required="Enter a date")

    def offer(self, members: Iterable[Membership]) -> None:
        self.who.offer([("", "Choose a person"), *names_as_choices(members)])

    def command(self) -> TurnAway:
        return TurnAway(
            helped_instead_by=self.helped_instead_by.data,
            told_by=self.told_by.data,
            way_back=self.way_back.data,
            why=self.why.data,
            member_id=UUID(self.who.data),
            by_on=self.by.data,
        )


class AnswerForm(Form):
    """What became of a decision."""

    outcome = RadioField("What happened", choices=OUTCOMES, required="Choose what happened")
    why = TextField("Why, in a few words", required="Say why, in a few words", max_length=LINE)

    def command(self) -> Answer:
        return Answer(Outcome(self.outcome.data), self.why.data)


class TellingForm(Form):
    """What we'll tell the person."""

    text = WordsField(
        "In plain words, as they will read it", required="Write what we’ll tell them", max_length=LONG, rows=11
    )
    teller = SelectField("Who tells them", required="Choose who tells them")
    how = TextField("How", required="Say how they will be told", max_length=SHORT)
    by = NHSDateField("By when", required="Enter a date")
    row_version = HiddenField("Version", validators=[WholeNumber()])

    def offer(self, members: Iterable[Membership]) -> None:
        self.teller.offer([("", "Choose a person"), *names_as_choices(members)])

    def command(self) -> WriteTelling:
        return WriteTelling(
            self.text.data, UUID(self.teller.data), self.how.data, self.by.data, version_of(self.row_version)
        )


def telling_as_data(telling: Telling) -> dict[str, Any]:
    """What the form begins with once somebody has written what we'll tell."""
    return {
        "text": telling.text,
        "teller": str(telling.teller_id),
        "how": telling.how,
        "by": telling.by_on,
        "row_version": str(telling.row_version),
    }


class RequestForm(Form):
    """Somebody asks that the team talk about a person."""

    asked_by = TextField("Who asks", required="Say who asks", max_length=SHORT)
    words = TextField("What they want the team to talk about", required="Write what they ask", max_length=LINE)


class GoalHereForm(Form):
    """A goal, added from the discussion: the few things that the talk can say. The rest is on the plan."""

    words = TextField("The goal, in their words", required="Write down the goal", max_length=LINE)
    whose_words = SelectField("Whose words", required="Say whose words these are")
    life_area = SelectField("Part of life", required="Choose a part of life")
    baseline = NumberField("How close they say they are now, 0 to 10, if they said", low=0, high=10)

    def offer(self, name: str) -> None:
        whose = (f"{name}’s own words", "Ours together", "Suggested, to ask them about")
        self.whose_words.offer([("", "Choose"), *zip((each.value for each in WhoseWords), whose, strict=True)])
        self.life_area.offer([("", "Choose"), *((area.value, area.value.capitalize()) for area in LifeArea)])

    def command(self, suggested_by: str) -> GoalCommand:
        whose = WhoseWords(self.whose_words.data)
        is_suggested = whose is WhoseWords.SUGGESTED
        return GoalCommand(
            words=self.words.data,
            whose_words=whose,
            said_on=today(),
            life_area=LifeArea(self.life_area.data),
            suggested_by=suggested_by if is_suggested else "",
            is_rated=self.baseline.data is not None and not is_suggested,
            baseline=None if is_suggested else self.baseline.data,
        )


class StepHereForm(Form):
    """A step, added from the discussion."""

    goal = SelectField("Towards which goal", required="Choose a goal")
    what = TextField("What will be done", required="Say what will be done", max_length=LINE)
    who = SelectField("Who does it", required="Choose who does it")
    by = NHSDateField("By when, if there is a date")

    def offer(self, goals: Pairs, members: Iterable[Membership], name: str) -> None:
        self.goal.offer([("", "Choose a goal"), *goals])
        self.who.offer([(THEMSELF, name), *names_as_choices(members)])

    def command(self) -> StepCommand:
        is_person = self.who.data == THEMSELF
        return StepCommand(
            what=self.what.data,
            actor_kind=ActorKind.PERSON if is_person else ActorKind.MEMBER,
            done_by_id=None if is_person else UUID(self.who.data),
            by_on=self.by.data,
        )


class ConsequenceHereForm(Form):
    """What a direction could mean in the person's life, raised in the discussion."""

    area = SelectField(
        "It could touch",
        choices=[("", "Choose"), *((area.value, area.value.capitalize()) for area in ConsequenceArea)],
        required="Choose what it could touch",
    )
    what = TextField("What it could mean", required="Say what it could mean", max_length=LINE)

    def command(self) -> ConsequenceCommand:
        return ConsequenceCommand(ConsequenceArea(self.area.data), self.what.data)
