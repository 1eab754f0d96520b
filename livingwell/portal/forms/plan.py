"""What the person is asked about their plan: one question at a time."""

from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _

from livingwell.careplans.commands import AnswerCommand, StepStatusCommand, SuggestionCommand
from livingwell.careplans.forms.agreement import pressed
from livingwell.careplans.models import StepState, SuggestionKind, TargetKind
from livingwell.core.text import LINE, LONG
from livingwell.portal.forms.own import OwnForm
from livingwell.web.fields import HiddenField, RadioField, WordsField

WHY = _("Why? You don’t have to say.")


class RatingForm(OwnForm):
    """How close the person feels to a goal."""

    value = RadioField(
        _("How close are you to this?"),
        choices=[(str(number), str(number)) for number in range(11)],
        required=_("Choose a number"),
    )


class StepForm(OwnForm):
    """How a step went."""

    state = RadioField(
        _("How did it go?"),
        choices=[
            (StepState.DONE.value, _("It is done")),
            (StepState.UNDER_WAY.value, _("It has begun")),
            (StepState.PLANNED.value, _("It has not begun yet")),
            (StepState.NOT_DONE.value, _("Something got in the way")),
        ],
        required=_("Choose how it went"),
    )
    why = WordsField(
        _("If something got in the way: what was it?"),
        description=_("A few words will do. It helps your team to help."),
        max_length=LINE,
        rows=2,
    )

    def leave_out(self, now: StepState) -> None:
        """Don't offer what it is already."""
        self.state.offer([(each.value, each.label) for each in self.state.choices if each.value != now.value])

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        if self.state.data == StepState.NOT_DONE and not self.why.data:
            self.why.errors = [*self.why.errors, _("Say what got in the way, in a few words")]
            return False
        return is_valid

    def command(self) -> StepStatusCommand:
        return StepStatusCommand(StepState(self.state.data), self.why.data or "")


class SuggestionForm(OwnForm):
    """Words that the person suggests."""

    words = WordsField(_("Your words"), required=_("Write what you suggest"), max_length=LINE, rows=3)
    why = WordsField(WHY, max_length=LINE, rows=2)

    def addition(self, target: TargetKind, target_id: UUID | None = None) -> SuggestionCommand:
        """A goal to add to the plan, or a step to add to a goal."""
        return self._command(SuggestionKind.ADDITION, target, target_id)

    def rewording(self, target: TargetKind, target_id: UUID) -> SuggestionCommand:
        """Other words for a line."""
        return self._command(SuggestionKind.REWORDING, target, target_id)

    def _command(self, kind: SuggestionKind, target: TargetKind, target_id: UUID | None) -> SuggestionCommand:
        return SuggestionCommand(kind, target, self.words.data, target_id, self.why.data or "")


class LongSuggestionForm(SuggestionForm):
    """The same for a line that may be long."""

    words = WordsField(_("Your words"), required=_("Write what you suggest"), max_length=LONG, rows=5)


class LeaveOutForm(OwnForm):
    """Why a goal or a step could be left out."""

    why = WordsField(_("Why?"), required=_("Say why, in a few words"), max_length=LINE, rows=3)

    def command(self, target: TargetKind, target_id: UUID) -> SuggestionCommand:
        return SuggestionCommand(SuggestionKind.DROP, target, "", target_id, self.why.data)


class NotRightForm(OwnForm):
    """What isn't right about one line. `seen` are the words that the page showed."""

    why = WordsField(_("What isn’t right?"), required=_("Say what isn’t right"), max_length=LINE, rows=3)
    seen = HiddenField("")


class CommentForm(OwnForm):
    """The person's own words beside a line."""

    words = WordsField(_("Your words"), required=_("Write what you want to say"), max_length=LONG, rows=4)


class YesNoForm(OwnForm):
    """Yes or no to what the team suggests, with why."""

    answer = RadioField(
        _("Your answer"),
        choices=[("yes", _("Yes, put it in my plan")), ("no", _("No"))],
        required=_("Choose yes or no"),
    )
    why = WordsField(
        _("Why?"),
        description=_("If you say no, a few words help your team to understand. Your team reads this."),
        max_length=LINE,
        rows=3,
    )

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        if self.answer.data == "no" and not self.why.data:
            self.why.errors = [*self.why.errors, _("Say why not, in a few words")]
            return False
        return is_valid

    @property
    def is_yes(self) -> bool:
        return bool(self.answer.data == "yes")

    @property
    def reason(self) -> str:
        return str(self.why.data or "")


class AgreementForm(OwnForm):
    """Whether the plan is right as it stands. `seen` is the plan that was read."""

    answer = RadioField(
        _("Is this plan right for you?"),
        choices=[("yes", _("Yes")), ("no", _("No, something isn’t right")), ("later", _("Not yet"))],
        required=_("Choose one of the three"),
    )
    words = WordsField(
        _("Anything you want to say"),
        description=_("If you choose no, say what isn’t right. Your team reads this."),
        max_length=LINE - 100,
        rows=3,
    )
    seen = HiddenField("")

    def validate(self, extra_validators: Any = None) -> bool:
        is_valid: bool = super().validate(extra_validators)
        if self.answer.data == "no" and not self.words.data:
            self.words.errors = [*self.words.errors, _("Say what isn’t right, in a few words")]
            return False
        return is_valid

    def command(self, name: str) -> AnswerCommand:
        """`name`: how the answer is signed; it names a helper too."""
        return pressed(self.answer.data, self.words.data or "", name)
